import { expect, it } from 'vitest';
import { type BoardHub, watchBoard } from '../../client/shared/connection/watchBoard.ts';
import type { BoardRow } from '../../src/contract/socket/board.ts';

const row = (n: number): BoardRow => ({
  conversationId: `c${n}`,
  lead: { id: `l${n}` },
  channel: 'widget',
  stage: 'QUALIFY',
  mode: 'bot',
  unread: 0,
  lastText: '',
  lastAt: new Date(n * 1000).toISOString(),
  flags: [],
  language: 'en',
});

/** A hub whose events the test makes. */
function quietHub() {
  const listeners = new Map<string, (payload: never) => void>();
  const hub = {
    status: 'live',
    send: async () => ({ rows: [] }),
    on(event: string, listener: (payload: never) => void) {
      listeners.set(event, listener);
      return () => listeners.delete(event);
    },
    onStatus: () => () => {},
  } as unknown as BoardHub;
  return { hub, tell: (event: string, payload: unknown) => listeners.get(event)?.(payload as never) };
}

it('a page that is open for days holds what is open, and of what ended the newest', () => {
  const { hub, tell } = quietHub();
  const board = watchBoard(hub);
  tell('board-row', row(0));
  for (let n = 1; n <= 1_000; n += 1) {
    tell('board-row', row(n));
    tell('board-row-gone', { conversationId: `c${n}` });
  }
  const { rows } = board.get();
  expect(rows.get('c0')?.mode).toBe('bot');
  expect([...rows.keys()]).toContain('c1000');
  expect([...rows.keys()]).not.toContain('c1');
  expect(rows.size).toBe(201);
  board.close();
});
