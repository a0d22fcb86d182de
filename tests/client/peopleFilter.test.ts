import { expect, test } from 'vitest';
import { filterIn, searchOf } from '../../client/shared/state/peopleFilter.ts';

test('an address names every filter and the order, and comes back the same', () => {
  const filter = { temperature: 'hot', quietDays: 7, mine: 'true', tag: 'a&b=c', sort: 'score' } as const;
  expect(filterIn(searchOf(filter))).toEqual(filter);
  expect(searchOf(filterIn('?sort=score&temperature=hot'))).toBe('?temperature=hot&sort=score');
});

test('everyone in the usual order needs no query', () => {
  expect(searchOf({})).toBe('');
  expect(searchOf({ sort: 'recent' })).toBe('');
  expect(filterIn('')).toEqual({});
});

test.each([
  'temperature=boiling',
  'temperature=toString',
  'quietDays=0',
  'quietDays=366',
  'quietDays=1e2',
  'mine=false',
  'tag=',
  `tag=${'t'.repeat(65)}`,
  'sort=name',
  'q=Ana',
])('%s in an address is no filter', (query) => {
  expect(filterIn(`?${query}`)).toEqual({});
});
