import { describe, expect, test } from 'vitest';
import { flagWords, restWords } from '../../client/shared/labels/reasons.ts';
import {
  hasWrittenSince,
  holdStill,
  isToDo,
  isUnder,
  matches,
  needOf,
  orderFor,
  waitsFor,
} from '../../client/shared/state/boardView.ts';
import { emptyOrder, orderCards } from '../../client/shared/state/wallOrder.ts';
import type { BoardRow } from '../../src/contract/socket/board.ts';
import type { Owed } from '../../src/contract/values.ts';

const now = Date.parse('2026-05-04T12:00:00Z');
const row = (conversationId: string, change: Partial<BoardRow> = {}): BoardRow => ({
  conversationId,
  lead: { id: `lead-${conversationId}` },
  channel: 'widget',
  stage: 'QUALIFY',
  mode: 'bot',
  unread: 0,
  lastText: '',
  lastAt: '2026-05-04T11:00:00Z',
  flags: [],
  language: 'en',
  ...change,
});
const since = (at: string): { owed: Owed } => ({ owed: { kind: 'now', since: at } });
const idsOf = (rows: readonly BoardRow[]) => rows.map((one) => one.conversationId);

describe('the inbox', () => {
  test('shows who waits for me first, longest first, then hot, then newest', () => {
    const rows = [
      row('newest', { lastAt: '2026-05-04T11:59:00Z' }),
      row('hot', { temperature: 'hot', lastAt: '2026-05-04T10:00:00Z' }),
      row('mine-late', {
        mode: 'human',
        owner: { id: 'me', name: 'Maya' },
        ...since('2026-05-04T11:50:00Z'),
      }),
      row('others', { mode: 'human', owner: { id: 'other', name: 'Sam' }, ...since('2026-05-04T11:00:00Z') }),
      row('nobody', { mode: 'waiting', ...since('2026-05-04T11:40:00Z') }),
    ];
    expect(idsOf(orderFor(rows, 'me', now))).toEqual(['nobody', 'mine-late', 'hot', 'newest', 'others']);
  });

  test('conversations that the team ranks as urgent come first among those that need the same, at the desk and on the wall', () => {
    const rows = [
      row('hot', { temperature: 'hot' }),
      row('urgent', { priority: 'urgent' }),
      row('high', { priority: 'high' }),
      row('waits', { mode: 'waiting', ...since('2026-05-04T11:00:00Z') }),
      row('waits-urgent', { mode: 'waiting', priority: 'urgent', ...since('2026-05-04T11:50:00Z') }),
    ];
    const order = ['waits-urgent', 'waits', 'urgent', 'high', 'hot'];
    expect(idsOf(orderFor(rows, 'me', now))).toEqual(order);
    const byId = new Map(rows.map((one) => [one.conversationId, one]));
    expect(orderCards(emptyOrder, byId, now).ids).toEqual(order);
  });

  test('after who is in the chat come the follow-ups, the one that is due first before the others, and before hot ones', () => {
    const due = (id: string, dueAt: string, change: Partial<BoardRow> = {}) =>
      row(id, { mode: 'waiting', owed: { kind: 'follow-up', since: '2026-05-04T09:00:00Z', dueAt }, ...change });
    const rows = [
      row('hot', { temperature: 'hot' }),
      due('later', '2026-05-04T14:00:00Z'),
      due('sooner', '2026-05-04T13:00:00Z'),
      due('of-others', '2026-05-04T12:30:00Z', { owner: { id: 'other', name: 'Sam' } }),
      row('chat', { mode: 'waiting', ...since('2026-05-04T11:59:00Z') }),
    ];
    const order = ['chat', 'sooner', 'later', 'hot', 'of-others'];
    expect(idsOf(orderFor(rows, 'me', now))).toEqual(order);
    expect(orderCards(emptyOrder, new Map(rows.map((one) => [one.conversationId, one])), now).ids).toEqual([
      'chat',
      'of-others',
      'sooner',
      'later',
      'hot',
    ]);
    const under = (chip: 'now' | 'follow-up') => idsOf(rows.filter((one) => isUnder(chip, one, 'me', now)));
    expect([under('now'), under('follow-up')]).toEqual([['chat'], ['later', 'sooner', 'of-others']]);
  });

  test('no clock runs while Jorge is answering', () => {
    const owed = since('2026-05-04T11:50:00Z');
    expect(needOf(row('a', owed), now)).toBe('none');
    expect(needOf(row('a', { ...owed, mode: 'human' }), now)).toBe('now');
    expect(needOf(row('a', { ...owed, mode: 'closed' }), now)).toBe('none');
  });

  test('a visitor who was told that the team knows waits for a person though Jorge answers, with the reason first', () => {
    const awaits = { reason: 'Mentions a death', since: '2026-05-04T11:40:00Z' };
    const { owed } = since(awaits.since);
    const grieving = row('a', { awaits, owed, flags: [{ kind: 'question-open', reason: 'Asks: “is it sold”' }] });
    expect(isUnder('now', grieving, 'me', now)).toBe(true);
    expect(flagWords(grieving)[0]).toBe('Mentions a death');
    const later = row('b', { mode: 'waiting', ...since('2026-05-04T11:50:00Z') });
    expect(idsOf(orderFor([later, grieving], 'me', now))).toEqual(['a', 'b']);
  });

  test('a visitor who said goodbye is at rest: no flag, and nobody waits', () => {
    const flags = [{ kind: 'waiting' as const, reason: 'goodbye' }];
    const gone = row('a', { mode: 'waiting', flags, owed: { kind: 'none', reason: 'goodbye' } });
    expect([restWords(gone), flagWords(gone)]).toEqual(['Said goodbye', []]);
    const owed = { kind: 'follow-up', since: '2026-05-04T11:50:00Z', reason: 'goodbye' } as const;
    const back = row('a', { mode: 'waiting', flags, owed });
    expect([needOf(gone, now), needOf(back, now)]).toEqual(['none', 'follow-up']);
    expect([waitsFor(back, 'me', now), isToDo(back, 'me', now)]).toEqual([false, true]);
    expect([restWords(back), flagWords(back)]).toEqual([null, ['Said goodbye']]);
  });

  test('a snoozed conversation, waiting or not, is open again when its time is over, and calls nobody until then', () => {
    const waits = { mode: 'waiting' as const, ...since('2026-05-04T11:59:00Z') };
    const aside = row('a', { snoozedUntil: '2026-05-04T13:00:00Z', ...waits });
    for (const chip of ['all', 'now', 'unassigned'] as const) expect(isUnder(chip, aside, 'me', now)).toBe(false);
    expect([now, now + 3_600_001].map((at) => waitsFor(aside, 'me', at))).toEqual([false, true]);
    expect(isUnder('all', aside, 'me', now)).toBe(false);
    expect(isUnder('snoozed', aside, 'me', now)).toBe(true);
    expect(isUnder('all', aside, 'me', now + 3_600_001)).toBe(true);
  });

  test('a visitor has written since when the newest line is theirs, a line of theirs is new, or more is unread', () => {
    const asked = { by: 'visitor', text: 'Is there a pool?' } as const;
    const before = row('a', { lastAt: '2026-05-04T11:00:00Z', lastLines: [asked], unread: 1 });
    const later = (by: 'visitor' | 'bot', unread: number) =>
      row('a', { lastLines: [{ by, text: 'x' }], lastAt: '2026-05-04T11:00:01Z', unread });
    expect(hasWrittenSince(later('visitor', 0), before)).toBe(true);
    expect(hasWrittenSince(later('bot', 2), before)).toBe(true);
    expect(hasWrittenSince(later('bot', 1), before)).toBe(false);
    expect(hasWrittenSince(before, before)).toBe(false);
    const answered = { ...later('bot', 0), lastLines: [asked, { by: 'bot' as const, text: 'There is.' }] };
    expect(hasWrittenSince(answered, before)).toBe(false);
    expect(hasWrittenSince(answered, { ...before, lastLines: [{ ...asked, text: 'Hello' }] })).toBe(true);
  });

  test('a closed conversation is under Done only', () => {
    const over = row('a', { mode: 'closed', temperature: 'hot', owner: { id: 'me', name: 'Maya' } });
    const places = ['all', 'now', 'follow-up', 'mine', 'unassigned', 'hot', 'snoozed', 'done'] as const;
    expect(places.filter((chip) => isUnder(chip, over, 'me', now))).toEqual(['done']);
  });

  test('a search finds a row by all of its words, wherever they stand', () => {
    const found = row('a', { lead: { id: 'l', name: 'Elena Morales' }, lastText: 'Is there room on the price?' });
    expect(matches(found, 'morales price')).toBe(true);
    expect(matches(found, 'morales rent')).toBe(false);
    expect(matches(found, '  ')).toBe(true);
  });

  test('while it holds still, rows keep their places, new ones go to the end, gone ones leave', () => {
    expect(holdStill(['a', 'b', 'c'], ['d', 'c', 'a'])).toEqual({ ids: ['a', 'c', 'd'], moved: 2 });
    expect(holdStill(['a', 'b'], ['a', 'b'])).toEqual({ ids: ['a', 'b'], moved: 0 });
  });
});

describe('the wall', () => {
  const mapOf = (...rows: BoardRow[]) => new Map(rows.map((one) => [one.conversationId, one]));

  test('every wall has one order, whenever it was opened: visitors who wait for a person, then hot leads, then the order in which they began', () => {
    const began = (id: string, minute: number, change: Partial<BoardRow> = {}) =>
      row(id, { startedAt: `2026-05-04T11:${minute}:00Z`, lastAt: `2026-05-04T11:${59 - minute}:00Z`, ...change });
    const calm = [began('c', 12), began('a', 10), began('b', 11)];
    const early = orderCards(emptyOrder, mapOf(...calm), now);
    expect(early.ids).toEqual(['a', 'b', 'c']);
    const waits = (minute: number) => ({ mode: 'waiting' as const, ...since(`2026-05-04T11:${minute}:00Z`) });
    const rows = mapOf(
      began('d', 13),
      began('c', 12, waits(40)),
      began('b', 11, { temperature: 'hot' }),
      began('a', 10, waits(50)),
    );
    const order = ['c', 'a', 'b', 'd'];
    expect(orderCards(early, rows, now).ids).toEqual(order);
    expect(orderCards(emptyOrder, rows, now).ids).toEqual(order);
  });

  test('two hundred cards keep their places through a thousand lines, ends and beginnings', () => {
    const rows = new Map(Array.from({ length: 200 }, (_, no) => [`c${no}`, row(`c${no}`)]));
    let places = orderCards(emptyOrder, rows, now);
    for (let step = 1; step <= 1_000; step += 1) {
      const id = `c${(step * 71) % (200 + Math.floor(step / 10))}`;
      const lastAt = new Date(now + step * 1_000).toISOString();
      rows.set(id, row(id, step % 17 === 0 ? { mode: 'closed', lastAt } : { lastAt }));
      const next = orderCards(places, rows, now + step * 1_000);
      const stays = new Set(next.ids);
      const kept = places.ids.filter((one) => stays.has(one));
      const known = new Set(kept);
      // A message moves no card: the remaining ones keep their order.
      expect(next.ids.filter((one) => known.has(one))).toEqual(kept);
      places = next;
    }
    expect(places.ids.length).toBeGreaterThan(200);
  });

  test('a finished conversation stays for half a minute, then leaves', () => {
    const first = orderCards(emptyOrder, mapOf(row('a'), row('b')), now);
    const over = mapOf(row('a', { mode: 'closed' }), row('b'));
    const ended = orderCards(first, over, now);
    expect(ended.ids).toEqual(['a', 'b']);
    expect(orderCards(ended, over, now + 29_000).ids).toEqual(['a', 'b']);
    expect(orderCards(ended, over, now + 30_000).ids).toEqual(['b']);
  });

  test('a conversation that closed before anybody looked never gets a card', () => {
    expect(orderCards(emptyOrder, mapOf(row('a', { mode: 'closed' })), now).ids).toEqual([]);
  });
});
