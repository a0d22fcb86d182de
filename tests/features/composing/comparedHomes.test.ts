/** A question about several homes is answered for each of them. Costs: a quarter of a second. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { answerFromListing } from '../../../src/features/composing/answerFromListing.ts';
import { factsFor } from '../../../src/features/composing/factsFor.ts';
import { otherHomeFacts } from '../../../src/features/composing/homeFacts.ts';
import { readListings } from '../../../src/features/listings/readListings.ts';

const csv = readFileSync(resolve(import.meta.dirname, '../../../docs/demo-homes.csv'), 'utf8');
const { listings } = readListings(csv, { source: 'Barton Ridge Realty', asOf: '2026-11-16' });
const homes = ['demo-zilker-bungalow', 'demo-mueller-yard-house'].flatMap((id) =>
  listings.filter(({ listingId }) => listingId === id),
);
const [zilker, mueller] = homes;
if (zilker === undefined || mueller === undefined) throw new Error('the demo homes are missing');

const told = (question: string, language: 'en' | 'es' = 'en', of = homes): string[] => {
  const [first = null, ...others] = of;
  const facts = [...factsFor(first, [], language), ...others.flatMap((home, at) => otherHomeFacts(home, at, language))];
  const brief = { question, homes: of, brokerage: 'Barton Ridge Realty', language, askWhom: null, facts };
  return answerFromListing(brief).map(({ text }) => text);
};

test.each([
  [
    'which has more space',
    ['2417 Ashby Hollow Drive: It has 1,640 square feet.', '3807 Linden Quay: It has 2,460 square feet.'],
  ],
  [
    'which one is cheaper?',
    ['2417 Ashby Hollow Drive: The asking price is $689,000.', '3807 Linden Quay: The asking price is $795,000.'],
  ],
  [
    'does either have solar',
    [
      '3807 Linden Quay: The listing says: Solar panels, 6.1 kW, owned.',
      'I have nothing on file about solar panels at 2417 Ashby Hollow Drive, so I’ll ask the team.',
    ],
  ],
])('%s', (question, lines) => expect(told(question)).toEqual(lines));

test('a comparison that names nothing shows prices, rooms, and sizes side by side', () => {
  expect(told('what are the differences between these two')).toEqual([
    '2417 Ashby Hollow Drive: The asking price is $689,000. It has 3 bedrooms and 2 bathrooms. It has 1,640 square feet.',
    '3807 Linden Quay: The asking price is $795,000. It has 4 bedrooms and 3 bathrooms. It has 2,460 square feet.',
  ]);
});

test('in Spanish too', () => {
  expect(told('cuál tiene más metros', 'es')).toEqual([
    '2417 Ashby Hollow Drive: Mide 1,640 pies cuadrados.',
    '3807 Linden Quay: Mide 2,460 pies cuadrados.',
  ]);
});

test('an answer says which home it is of where others are in the talk', () => {
  const facts = factsFor(zilker, [], 'en');
  const brief = {
    question: 'price?',
    homes: [zilker],
    brokerage: 'Barton Ridge Realty',
    language: 'en',
    facts,
  } as const;
  expect(answerFromListing({ ...brief, askWhom: null, isOneOfSeveral: true }).map(({ text }) => text)).toEqual([
    '2417 Ashby Hollow Drive: The asking price is $689,000.',
  ]);
});

test('a line of the listing takes no other thing’s place', () => {
  const both = told('how much is it, and were the oak floors refinished', 'en', [zilker]);
  expect(both.join(' ')).toContain('$689,000');
});

test('of one home, a line of its listing that says what is asked is quoted', () => {
  expect(told('does the garage apartment have a bath', 'en', [mueller])).toEqual([
    'The listing says: Room with bath over the garage.',
  ]);
});
