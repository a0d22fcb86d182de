import { describe, expect, test } from 'vitest';
import { asksHowMany } from '../../../src/features/reading/dialogue/readQuestion.ts';
import { tellsOfThemselves } from '../../../src/features/reading/dialogue/readSpeechAct.ts';
import {
  asksOwnAppointment,
  asksToExplain,
  asksWhichCompany,
} from '../../../src/features/reading/dialogue/readTalkQuestion.ts';
import { agreesOutright, onlyAssents } from '../../../src/features/reading/dialogue/readYesNo.ts';
import { readHomeFeatures } from '../../../src/features/reading/home/readHomeFeatures.ts';
import { speaksOfOneDeal } from '../../../src/features/reading/home/readHomeKind.ts';
import {
  meansThisHome,
  namesStreet,
  pointsAtHome,
  readListPosition,
} from '../../../src/features/reading/home/readHomeNamed.ts';
import { speaksOfContact } from '../../../src/features/reading/person/readMarks.ts';
import { cancels, keepsAsIs } from '../../../src/features/reading/time/readPlans.ts';
import { readTimeChoice } from '../../../src/features/reading/time/readTimeChoice.ts';

describe('an answer to the question that was asked', () => {
  test.each([
    [agreesOutright, 'yes, that is fine', true],
    [agreesOutright, 'sí, claro', true],
    [agreesOutright, 'great, see you then', false],
    [agreesOutright, 'so yes', false],
    [onlyAssents, 'ok, great', true],
    [onlyAssents, 'ok, we are approved', false],
    [cancels, 'please cancel it', true],
    [cancels, 'no puedo ir', true],
    [cancels, 'can we move it', false],
    [keepsAsIs, 'never mind, keep it', true],
    [keepsAsIs, 'another day', false],
    [speaksOfContact, 'can somebody call me', true],
    [speaksOfContact, 'how old is the roof', false],
    [tellsOfThemselves, 'we owe about 310k', true],
    [tellsOfThemselves, 'nice house', false],
    [tellsOfThemselves, 'we love it?', false],
    [tellsOfThemselves, 'la casa tiene diez años', true],
    [tellsOfThemselves, 'my dad passed away', true],
    [tellsOfThemselves, 'blorp zint kwax flim', false],
  ])('%o of "%s": %s', (reads, text, is) => {
    expect(reads(text)).toBe(is);
  });
});

describe('a question about the talk itself', () => {
  test.each([
    [asksToExplain, 'what does that mean?', true],
    [asksToExplain, 'without', false],
    [asksOwnAppointment, 'ok and what time is my visit?', true],
    [asksOwnAppointment, 'when is it available?', false],
    [asksOwnAppointment, 'when was it built?', false],
    [asksWhichCompany, 'which brokerage is this', true],
    [asksWhichCompany, 'which house is this', false],
    [asksHowMany, 'how many bedrooms does it have?', true],
    [asksHowMany, 'how big is it?', false],
  ])('%o of "%s": %s', (reads, text, is) => {
    expect(reads(text)).toBe(is);
  });
});

describe('one of the homes on the screen', () => {
  test.each([
    ['I like the second one', 1],
    ['number 3 looks nice', 2],
    ['the last one', 'last'],
    ['is the first floor tiled?', null],
    ['we are first time buyers', null],
    ['nice', null],
  ])('"%s" is at place %s', (text, place) => {
    expect(readListPosition(text)).toBe(place);
  });

  test('is named by its number or its street, and by nothing shorter', () => {
    expect(
      ['the one at 4312', 'teakwood looks nice', 'the one on dr', 'unit 43'].map((text) =>
        namesStreet(text, '4312 Teakwood Dr'),
      ),
    ).toEqual([true, true, false, false]);
  });

  test('is meant only where something is said of it, and "this house" is the one of the page', () => {
    expect(['I prefer the second', 'second'].map(pointsAtHome)).toEqual([true, false]);
    expect(['this house', 'esta casa', 'the house'].map(meansThisHome)).toEqual([true, true, false]);
  });
});

test('a feature is read with its words, and one that is not wanted is none', () => {
  const text = 'a pool, a home office, but no fireplace';
  expect(readHomeFeatures(text).map(({ value, start, end }) => [value, text.slice(start, end)])).toEqual([
    ['pool', 'pool'],
    ['office', 'home office'],
  ]);
});

test.each([
  ['I want a mobile home', true],
  ['next to a mobile home', false],
  ['I want a condo or a mobile home', false],
])('"%s" is of one deal: %s', (text, is) => {
  expect(speaksOfOneDeal(text)).toBe(is);
});

test.each([
  ['the 2nd', { kind: 'slot', index: 1 }],
  ['the 21st', null],
  ['the 22nd please', null],
  ['on the 23rd', { kind: 'slot', index: 0 }],
])(
  'of times on the 23rd, 24th and 25th, "%s" chooses %o: a day of the month is no place in the list',
  (text, choice) => {
    const offered = [23, 24, 25].map((day) => ({ startsAt: `2026-11-${day}T15:00:00.000Z` }));
    expect(readTimeChoice(text, offered, { at: '2026-11-21T15:00:00.000Z', zone: 'America/Chicago' })).toEqual(choice);
  },
);
