import { describe, expect, test } from 'vitest';
import { readTimeline } from '../../../src/features/reading/time/readTimeline.ts';

const at = '2026-11-21T15:00:00.000Z';
const days = (text: string, asked = false) => {
  const read = readTimeline(text, { at, asked });
  return read ? [read.value.minDays, read.value.maxDays] : null;
};

describe('readTimeline', () => {
  test.each([
    ['S06: 30 days perfect', '30 days perfect', [30, 30]],
    ['S06: 2 months', '2 months', [60, 60]],
    ['S06: 6 months', 'maybe in 6 months', [180, 180]],
    ['S06: in six weeks', 'in six weeks', [42, 42]],
    ['S06: next year', 'next year', [41, 405]],
    ['within the next 2 months', 'within the next 2 months', [0, 60]],
    ['more than', 'more than 3 months', [90, null]],
    ["can't wait more than a month", "can't wait more than a month", [0, 30]],
    ['a few months', 'a few months', [60, 120]],
    ['a couple of weeks', 'a couple of weeks', [14, 14]],
    ['a range', '2-3 months', [60, 90]],
    ['by a month of next year', 'by July, lease ends', [0, 222]],
    ['a date', 'our lease ends May 31', [191, 191]],
    ['by a date', 'we have to move by the 3rd of June', [0, 194]],
    ['no rush', 'no rush at all', [null, null]],
    ['Spanish', 'en dos meses', [60, 60]],
  ])('%s', (_name, text, expected) => expect(days(text)).toEqual(expected));

  test.each([
    ['S06: not sure about the timeline', 'Not sure about the timeline'],
    ["S06: can't do 30 days", "can't do 30 days"],
    ['B05: ready to look', "I'm ready to look"],
    ["L03: I don't know", "I don't know"],
    ['L03: a weekday of the past', 'already told you on Monday'],
    ['L03: just listening', 'just listening'],
    ['years of renting', "I've been renting 5 years"],
    ['an age', '70 years old'],
    ['a home of an age', 'the roof is 12 years old'],
    ['a habit', 'I like it once a year'],
  ])('%s is no timeline', (_name, text) => expect(days(text)).toBeNull());

  test('"now" and "next week" answer the question only where it was asked', () => {
    expect(days('next week')).toBeNull();
    expect(days('next week', true)).toEqual([0, 14]);
    expect(days('now', true)).toEqual([0, 30]);
  });

  test.each(['Happy Thanksgiving!', 'Merry Christmas', 'Feliz Navidad', 'are you open on Christmas'])(
    '"%s" is no timeline',
    (text) => expect(days(text)).toBeNull(),
  );
  test('a feast that is past is no timeline, whatever was asked', () => {
    expect(days('on the market since Thanksgiving')).toBeNull();
    expect(days('Happy Thanksgiving!', true)).toBeNull();
    expect(days('we want to sell, it has been listed since Thanksgiving')).toBeNull();
  });
  test.each([
    ['by Thanksgiving', at, [0, 5]],
    ['by Thanksgiving', '2027-11-01T15:00:00.000Z', [0, 24]],
    ['by Thanksgiving', '2026-11-26T15:00:00.000Z', [0, 0]],
    ['by Thanksgiving', '2026-11-28T15:00:00.000Z', [0, 362]],
    ['before Christmas', at, [0, 34]],
    ['para la navidad', at, [0, 34]],
    ['by Christmas', '2026-12-27T15:00:00.000Z', [0, 363]],
    ['after Christmas', at, [34, null]],
    ['we want to move around Christmas', at, [34, 34]],
  ])('"%s" on %s', (text, on, [minDays, maxDays]) => {
    expect(readTimeline(text, { at: on })?.value).toEqual({ minDays, maxDays });
  });
});
