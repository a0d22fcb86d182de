import { expect, test } from 'vitest';
import { row } from '../../client/gallery/fixtures.ts';
import { myDay } from '../../client/shared/state/myDay.ts';
import type { BoardRow } from '../../src/contract/socket/board.ts';

const at = (minutes: number) => new Date(Date.parse('2026-11-21T16:00:00Z') + minutes * 60_000).toISOString();
const now = Date.parse(at(60));
const [me, owen] = [
  { id: 'me', name: 'Maya' },
  { id: 'owen', name: 'Owen' },
];
const one = (no: number, more: Partial<BoardRow>): BoardRow =>
  row(no, { mode: 'waiting', owed: { kind: 'none' }, lastAt: at(no), ...more });
const idsOf = (rows: readonly BoardRow[]) => rows.map(({ conversationId }) => Number(conversationId.slice(5)));

test('a day holds what waits for me, longest first, then follow-ups by their due time, then what is mine, each once', () => {
  const day = myDay(
    [
      one(1, { owed: { kind: 'now', since: at(30) } }),
      one(2, { mode: 'human', owner: me, owed: { kind: 'now', since: at(10) } }),
      one(3, { mode: 'bot', awaits: { reason: 'question-open', since: at(20) } }),
      one(4, { owner: me, owed: { kind: 'follow-up', since: at(0), dueAt: at(120) } }),
      one(5, { owed: { kind: 'follow-up', since: at(5), dueAt: at(50) } }),
      one(6, { mode: 'human', owner: me }),
      one(7, { mode: 'human', owner: me }),
    ],
    me.id,
    now,
  );
  expect([idsOf(day.waiting), idsOf(day.followUps), idsOf(day.mine)]).toEqual([
    [2, 3, 1],
    [5, 4],
    [7, 6],
  ]);
});

test('a day leaves out conversations that Jorge answers, a colleague has, are snoozed or are over', () => {
  const owed = { kind: 'now', since: at(10) } as const;
  const day = myDay(
    [
      one(1, { mode: 'bot', owed }),
      one(2, { mode: 'human', owner: owen, owed }),
      one(3, { offered: owen, owed }),
      one(4, { owner: me, owed, snoozedUntil: at(90) }),
      one(5, { mode: 'closed', owner: me, owed }),
    ],
    me.id,
    now,
  );
  expect(day).toEqual({ waiting: [], followUps: [], mine: [] });
});
