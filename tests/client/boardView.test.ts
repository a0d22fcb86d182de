import { describe, expect, test } from 'vitest';
import { holdStill, isUnder, matches, orderFor, owesAnswer } from '../../client/shared/state/boardView.ts';
import { noPlaces, placeCards } from '../../client/shared/state/wallPlaces.ts';
import type { BoardRow } from '../../src/contract/board.ts';

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
const idsOf = (rows: readonly BoardRow[]) => rows.map((one) => one.conversationId);

describe('the inbox', () => {
  test('shows who waits for me first, longest first, then hot, then newest', () => {
    const rows = [
      row('newest', { lastAt: '2026-05-04T11:59:00Z' }),
      row('hot', { temperature: 'hot', lastAt: '2026-05-04T10:00:00Z' }),
      row('mine-late', {
        mode: 'human',
        owner: { id: 'me', name: 'Maya' },
        waitingSince: '2026-05-04T11:50:00Z',
      }),
      row('others', { mode: 'human', owner: { id: 'other', name: 'Sam' }, waitingSince: '2026-05-04T11:00:00Z' }),
      row('nobody', { mode: 'waiting', waitingSince: '2026-05-04T11:40:00Z' }),
    ];
    expect(idsOf(orderFor(rows, 'me'))).toEqual(['nobody', 'mine-late', 'hot', 'newest', 'others']);
  });

  test('no clock runs while Jorge is answering', () => {
    const waitingSince = '2026-05-04T11:50:00Z';
    expect(owesAnswer(row('a', { waitingSince }))).toBe(false);
    expect(owesAnswer(row('a', { waitingSince, mode: 'human' }))).toBe(true);
    expect(owesAnswer(row('a', { waitingSince, mode: 'closed' }))).toBe(false);
  });

  test('what was put aside comes back by itself when someone waits, or when its time is over', () => {
    const aside = row('a', { snoozedUntil: '2026-05-04T13:00:00Z' });
    expect(isUnder('all', aside, 'me', now)).toBe(false);
    expect(isUnder('snoozed', aside, 'me', now)).toBe(true);
    expect(isUnder('all', aside, 'me', now + 3_600_001)).toBe(true);
    const answered = { ...aside, mode: 'human' as const, waitingSince: '2026-05-04T11:59:00Z' };
    expect(isUnder('all', answered, 'me', now)).toBe(true);
  });

  test('what is over is under Done only', () => {
    const over = row('a', { mode: 'closed', temperature: 'hot', owner: { id: 'me', name: 'Maya' } });
    const places = ['all', 'waiting', 'mine', 'unassigned', 'hot', 'snoozed', 'done'] as const;
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

  test('cards keep their places when others move, and new ones go to the end', () => {
    const first = placeCards(noPlaces, mapOf(row('a'), row('b', { lastAt: '2026-05-04T11:30:00Z' })), now);
    expect(first.ids).toEqual(['b', 'a']);
    const later = mapOf(row('a', { lastAt: '2026-05-04T11:59:00Z' }), row('b'), row('c'));
    expect(placeCards(first, later, now).ids).toEqual(['b', 'a', 'c']);
  });

  test('two hundred cards keep their places through a thousand lines, ends and beginnings', () => {
    const rows = new Map(Array.from({ length: 200 }, (_, no) => [`c${no}`, row(`c${no}`)]));
    let places = placeCards(noPlaces, rows, now);
    for (let step = 1; step <= 1_000; step += 1) {
      const id = `c${(step * 71) % (200 + Math.floor(step / 10))}`;
      const lastAt = new Date(now + step * 1_000).toISOString();
      rows.set(id, row(id, step % 17 === 0 ? { mode: 'closed', lastAt } : { lastAt }));
      const next = placeCards(places, rows, now + step * 1_000);
      const stays = new Set(next.ids);
      // What stays is in the same order, and what is new stands behind it.
      const kept = places.ids.filter((one) => stays.has(one));
      expect(next.ids.slice(0, kept.length)).toEqual(kept);
      places = next;
    }
    expect(places.ids.length).toBeGreaterThan(200);
  });

  test('a finished conversation stays for half a minute, then leaves', () => {
    const first = placeCards(noPlaces, mapOf(row('a'), row('b')), now);
    const over = mapOf(row('a', { mode: 'closed' }), row('b'));
    const ended = placeCards(first, over, now);
    expect(ended.ids).toEqual(['a', 'b']);
    expect(placeCards(ended, over, now + 29_000).ids).toEqual(['a', 'b']);
    expect(placeCards(ended, over, now + 30_000).ids).toEqual(['b']);
  });

  test('what was over before anybody looked never gets a card', () => {
    expect(placeCards(noPlaces, mapOf(row('a', { mode: 'closed' })), now).ids).toEqual([]);
  });
});
