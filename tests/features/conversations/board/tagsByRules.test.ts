import { expect, it } from 'vitest';
import type { TagCondition } from '../../../../src/contract/rest/tags.ts';
import type { BoardRow } from '../../../../src/contract/socket/board.ts';
import { firstRow, rowAfter } from '../../../../src/features/conversations/board/rowAfter.ts';
import { tagsByRules } from '../../../../src/features/conversations/board/tagsByRules.ts';
import { anEntry } from '../../../suites/entryStoreSuite.ts';

const row: BoardRow = {
  conversationId: 'c',
  lead: { id: 'l' },
  channel: 'widget',
  bot: 'seller',
  stage: 'NEW',
  mode: 'bot',
  temperature: 'hot',
  unread: 0,
  lastText: '',
  lastAt: '2026-11-23T12:00:00.000Z',
  flags: [],
  language: 'es-MX',
  wants: { maxCents: 120_000_000, area: 'East Austin' },
  listingTitle: '2417 Ashby Hollow Drive',
};
const sets = (when: TagCondition, over: Partial<BoardRow> = {}): boolean =>
  tagsByRules([{ when, tagId: 't' }], { ...row, ...over }).length === 1;

it('a rule asks for the language, the bot, how warm they are, the area, the home or the price', () => {
  expect(sets({ fact: 'language', is: 'es' })).toBe(true);
  expect(sets({ fact: 'language', is: 'es' }, { language: 'en' })).toBe(false);
  expect(sets({ fact: 'bot', is: 'seller' })).toBe(true);
  expect(sets({ fact: 'bot', is: 'buyer' })).toBe(false);
  expect(sets({ fact: 'temperature', is: 'hot' })).toBe(true);
  expect(sets({ fact: 'temperature', is: 'warm' })).toBe(false);
  expect(sets({ fact: 'area', has: 'east austin' })).toBe(true);
  expect(sets({ fact: 'area', has: 'Zilker' })).toBe(false);
  expect(sets({ fact: 'home', has: 'ashby' })).toBe(true);
  expect(sets({ fact: 'price-over', cents: 100_000_000 })).toBe(true);
  expect(sets({ fact: 'price-over', cents: 120_000_000 })).toBe(false);
});

it('unknown facts set no tag', () => {
  const { bot, temperature, wants, listingTitle, ...blank } = row;
  const rules: TagCondition[] = [
    { fact: 'bot', is: 'seller' },
    { fact: 'temperature', is: 'hot' },
    { fact: 'area', has: 'a' },
    { fact: 'home', has: 'a' },
    { fact: 'price-over', cents: 0 },
  ];
  expect(
    tagsByRules(
      rules.map((when) => ({ when, tagId: 't' })),
      blank,
    ),
  ).toEqual([]);
});

it('two rules of one tag set it once', () => {
  const rules = [
    { when: { fact: 'bot', is: 'seller' }, tagId: 'a' },
    { when: { fact: 'temperature', is: 'hot' }, tagId: 'a' },
    { when: { fact: 'language', is: 'es' }, tagId: 'b' },
  ] as const;
  expect(tagsByRules(rules, row)).toEqual(['a', 'b']);
});

it('a row has at most ten tags, each once, and keeps which ones no rule may set again', () => {
  const named = (ids: readonly string[]) => ids.map((id) => ({ id, name: id }));
  const lines = [
    { added: named(['a', 'b']), removed: [] },
    { added: named(['r']), removed: [], byRule: true as const },
    { added: named(['a', 'c']), removed: named(['b']) },
    { added: named(Array.from({ length: 20 }, (_, no) => `t${no}`)), removed: [] },
  ];
  const after = lines
    .map((data, index) => anEntry('c', index + 1, { type: 'tags-changed', data }).entry)
    .reduce(rowAfter, firstRow({ createdAt: 0 }));
  expect(after.tags).toEqual(['a', 'r', 'c', 't0', 't1', 't2', 't3', 't4', 't5', 't6']);
  expect(after.tagsDecided).toEqual(['r', 'b']);
});
