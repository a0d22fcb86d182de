import { expect, test } from 'vitest';
import { choicesIn, passesView, sortedFor, wholeInbox } from '../../client/shared/state/inboxView.ts';
import type { BoardRow } from '../../src/contract/socket/board.ts';

const row = (conversationId: string, more: Partial<BoardRow> = {}): BoardRow => ({
  conversationId,
  lead: { id: 'l' },
  channel: 'widget',
  stage: 'NEW',
  mode: 'bot',
  unread: 0,
  lastText: '',
  lastAt: '2026-05-04T11:00:00Z',
  flags: [],
  language: 'en',
  ...more,
});
const maya = { id: 'maya', name: 'Maya' };

test('a view chooses by owner, home, language, stage and tag, all at once', () => {
  const one = row('a', {
    owner: maya,
    listingTitle: 'Zilker bungalow',
    language: 'es',
    stage: 'QUALIFY',
    tags: ['vip'],
  });
  const passes = (change: Partial<typeof wholeInbox>) => passesView(one, { ...wholeInbox, ...change });
  expect(passes({})).toBe(true);
  expect(passes({ agent: 'maya', home: 'Zilker bungalow', language: 'es', stage: 'QUALIFY', tag: 'vip' })).toBe(true);
  for (const other of [
    { agent: 'nobody' },
    { home: 'Barton Creek' },
    { language: 'en' },
    { stage: 'NEW' },
    { tag: 'investor' },
  ])
    expect(passes({ agent: 'maya', ...other })).toBe(false);
  expect(passesView(row('b'), { ...wholeInbox, agent: 'nobody' })).toBe(true);
  expect(choicesIn({ ...wholeInbox, language: 'es', sort: 'newest' })).toBe(2);
});

test('the rows stand by need, or by their newest line, either way round', () => {
  const waits = { mode: 'waiting', owed: { kind: 'now', since: '2026-05-04T10:00:00Z' } } as const;
  const rows = [
    row('old', { lastAt: '2026-05-04T09:00:00Z' }),
    row('new', { lastAt: '2026-05-04T11:00:00Z' }),
    row('waits', { ...waits, lastAt: '2026-05-04T10:00:00Z' }),
  ];
  const order = (sort: 'need' | 'newest' | 'oldest') =>
    sortedFor(rows, sort, 'me', Date.parse('2026-05-04T12:00:00Z')).map(({ conversationId }) => conversationId);
  expect(order('need')).toEqual(['waits', 'new', 'old']);
  expect(order('newest')).toEqual(['new', 'waits', 'old']);
  expect(order('oldest')).toEqual(['old', 'waits', 'new']);
});
