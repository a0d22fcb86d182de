import { describe, expect, test } from 'vitest';
import { type CitedFact, checkClaims } from '../../../src/features/composing/checkClaims.ts';
import { readClaims } from '../../evals/claims/readClaims.ts';
import { measureClaims } from '../../evals/claims.ts';
import { ratioOf } from '../../evals/gate.ts';

const shelf: Record<string, string> = {
  price: 'The asking price is $689,000.',
  tax: 'The property taxes are $12,470 a year.',
  baths: 'It has 2.5 bathrooms.',
  size: 'It has 1,640 square feet.',
  garage: 'It has no garage.',
  pool: 'It has a pool.',
  roof: 'It has a metal roof from 2019.',
  hours: 'We’re open Monday to Friday, 9 AM to 6 PM and Saturday, 10 AM to 4 PM.',
  hoa: 'An HOA: not on file.',
};
const cite = (...names: string[]): CitedFact[] =>
  names.map((name) => ({ id: `home.${name}`, words: shelf[name] as string }));
const answer = (text: string, ...names: string[]) => checkClaims({ text, kind: 'answer', facts: cite(...names) });

describe('an answer says only what its facts say', () => {
  test.each([
    ['The taxes are $12,470 a year.', 'tax'],
    ['Taxes come to about $1,040 a month.', 'tax'],
    ['It has two and a half baths.', 'baths'],
    ['It has about 1,600 square feet, or 152 square meters.', 'size'],
    ['No, there is no garage.', 'garage'],
    ['Yes, it has a pool.', 'pool'],
    ['The roof is metal, not tile, and dates from 2019.', 'roof'],
    ['On Saturday we’re open from 10 to 4.', 'hours'],
    ['We’re open on Tuesday from 9 AM to 6 PM.', 'hours'],
    ['I don’t have that on file, so I’ll ask the team.', 'price'],
  ])('“%s” stands on %s', (text, name) => expect(answer(text, name)).toBeNull());

  test.each([
    ['The price is $698,000.', 'price', 'figure'],
    ['The taxes are $12,470 a month.', 'tax', 'figure'],
    ['The taxes are $12,000 a year.', 'tax', 'figure'],
    ['It has 2 bathrooms.', 'baths', 'figure'],
    ['It has 1,600 square feet.', 'size', 'figure'],
    ['It has a garage.', 'garage', 'polarity'],
    ['It has no pool.', 'pool', 'polarity'],
    ['The roof is tile and from 2019.', 'roof', 'words'],
    ['On Saturday we’re open from 9 to 6.', 'hours', 'figure'],
    ['There is no HOA.', 'hoa', 'no-fact'],
    ['Yes, it does.', 'pool', 'words'],
  ])('“%s” is not what %s says: %s', (text, name, fault) => expect(answer(text, name)).toBe(fault));

  test('the figure of one fact is in doubt where it is said of the thing of another, and one of no fact is wrong', () => {
    expect(answer('The price is $12,470.', 'price', 'tax')).toBe('figure-of');
    expect(answer('The price is $12,480.', 'price', 'tax')).toBe('figure');
    expect(answer('The price is $689,000 and taxes are $12,470 a year.', 'price', 'tax')).toBeNull();
  });

  test('a fact that only sometimes holds is not said without its qualifier', () => {
    const facts = [{ id: 'card:itin-loan', words: 'Some lenders do offer ITIN loans, and each has its own terms.' }];
    const check = (text: string) => checkClaims({ text, kind: 'answer', facts });
    expect(check('Some lenders offer ITIN loans, each with its own terms.')).toBeNull();
    expect(check('Lenders offer ITIN loans.')).toBe('mixed');
  });

  test('a person of the team does what stands behind their name', () => {
    const facts = [
      { id: 'card:brokerage-people', words: 'On our team, Ana Cruz lists homes and Ben Lee speaks Spanish.' },
    ];
    const check = (text: string) => checkClaims({ text, kind: 'answer', facts });
    expect(check('Ben Lee speaks Spanish.')).toBeNull();
    expect(check('Ana Cruz speaks Spanish.')).toBe('mixed');
  });
});

describe('an answer without a fact', () => {
  test.each(['It is lovely.', 'It has a garden.', 'Yes, you can.', 'The team can call you today.'])(
    'falls: “%s”',
    (text) => expect(answer(text)).not.toBeNull(),
  );
  test.each([
    'I don’t have the insurance cost on file.',
    'The listing doesn’t say whether pets are allowed; I’ll ask the team.',
    'How much you can borrow is for a lender to say.',
    'No tengo ese dato en la ficha, así que se lo pregunto al equipo.',
  ])('may say so: “%s”', (text) => expect(answer(text)).toBeNull());
});

/** Each reached visitors once: none has a figure that could be counted. */
test.each([
  'It has a heated pool.',
  'The home is not in a flood zone.',
  'There are no steps at the front door.',
  'There are several other offers, so I would hurry.',
  'The seller would take less.',
  'The foundation has no problems.',
  'You qualify for down-payment help.',
  'You need no lawyer for probate.',
  'An ITIN is no problem.',
  'The bank has to wait.',
  'He will never find out.',
  'The seller pays the closing costs.',
  'Dana will call you today.',
  'Selling now is a good idea.',
  'It is on a quiet street.',
  'It has a two-car garage.',
])('“%s” is said neither as an answer nor in passing', (text) => {
  const all = Object.keys(shelf);
  expect(answer(text)).not.toBeNull();
  expect(answer(text, ...all.filter((name) => name !== 'pool'))).not.toBeNull();
  for (const kind of ['ack', 'bridge'] as const)
    expect(checkClaims({ text, kind, facts: cite(...all) })).not.toBeNull();
});

describe('an acknowledgment and a bridge claim nothing', () => {
  test.each([
    'Thanks for telling me.',
    'I’m so sorry for your loss.',
    'Of course, take your time.',
    'Lo siento mucho.',
  ])('“%s” may be said', (text) => expect(checkClaims({ text, kind: 'ack', facts: [] })).toBeNull());
  test.each(['Okay, on to the kitchen.', 'About the price:', 'Here’s what I have on the roof.'])(
    '“%s” may lead over',
    (text) => expect(checkClaims({ text, kind: 'bridge', facts: [] })).toBeNull(),
  );
  test.each(['It has a pool, got it.', 'Good, $450,000 it is.', 'The kitchen is new.', 'The gаrаge is great.'])(
    '“%s” may not',
    (text) => {
      expect(checkClaims({ text, kind: 'ack', facts: [] })).not.toBeNull();
      expect(checkClaims({ text, kind: 'bridge', facts: [] })).not.toBeNull();
    },
  );
});

/** The shares reached on other writers' sentences, whatever a model would call them; the goals are .98 and .95. */
test('false sentences fall, and true ones are kept, as often as was measured', () => {
  const { seen, unseen, facts } = readClaims();
  const [ours, theirs] = [measureClaims(seen, facts), measureClaims(unseen, facts)];
  expect(ratioOf(ours.cut)).toBeGreaterThanOrEqual(0.99);
  expect(ratioOf(theirs.cut)).toBeGreaterThanOrEqual(0.975);
  expect(ratioOf(ours.kept)).toBeGreaterThanOrEqual(0.94);
  expect(ratioOf(theirs.kept)).toBeGreaterThanOrEqual(0.85);
});
