import { expect, it } from 'vitest';
import { daysBetween, instantOf, plusDays, wallTimeAt, weekdayOf } from '../../src/kernel/zonedTime.ts';

const wall = (text: string) => {
  const [year, month, day, hour, minute] = text.split(/[-T:]/).map(Number) as [number, number, number, number, number];
  return { year, month, day, hour, minute };
};
const utc = (text: string, zone: string) => new Date(instantOf(wall(text), zone)).toISOString().slice(0, 16);

it.each([
  // Chicago: forward on 8 March 2026, back on 1 November.
  ['2026-03-07T14:30', 'America/Chicago', '2026-03-07T20:30'],
  ['2026-03-08T01:59', 'America/Chicago', '2026-03-08T07:59'],
  ['2026-03-08T03:00', 'America/Chicago', '2026-03-08T08:00'],
  ['2026-03-08T14:30', 'America/Chicago', '2026-03-08T19:30'],
  ['2026-11-01T00:30', 'America/Chicago', '2026-11-01T05:30'],
  ['2026-11-01T14:30', 'America/Chicago', '2026-11-01T20:30'],
  // Sydney: back on 5 April 2026, forward on 4 October.
  ['2026-04-04T09:00', 'Australia/Sydney', '2026-04-03T22:00'],
  ['2026-04-06T09:00', 'Australia/Sydney', '2026-04-05T23:00'],
  ['2026-10-05T09:00', 'Australia/Sydney', '2026-10-04T22:00'],
  // A change of half an hour, and a zone without changes.
  ['2026-10-04T09:00', 'Australia/Lord_Howe', '2026-10-03T22:00'],
  ['2026-01-01T00:00', 'Asia/Kathmandu', '2025-12-31T18:15'],
])('%s on a wall in %s is one instant', (text, zone, expected) => {
  expect(utc(text, zone)).toBe(expected);
  expect(wallTimeAt(instantOf(wall(text), zone), zone)).toEqual(wall(text));
});

it('counts a time that the clock skips from before the jump', () => {
  expect(utc('2026-03-08T02:30', 'America/Chicago')).toBe('2026-03-08T08:30');
  expect(wallTimeAt(instantOf(wall('2026-03-08T02:30'), 'America/Chicago'), 'America/Chicago').hour).toBe(3);
  expect(utc('2026-10-04T02:30', 'Australia/Sydney')).toBe('2026-10-03T16:30');
});

it('takes the first of a time that comes twice', () => {
  expect(utc('2026-11-01T01:30', 'America/Chicago')).toBe('2026-11-01T06:30');
  expect(utc('2026-04-05T02:30', 'Australia/Sydney')).toBe('2026-04-04T15:30');
});

it('finds every minute of both days of a change again', () => {
  for (const start of [Date.UTC(2026, 2, 8), Date.UTC(2026, 10, 1)])
    for (let ms = start; ms < start + 2 * 86_400_000; ms += 60_000) {
      const shown = wallTimeAt(ms, 'America/Chicago');
      const again = instantOf(shown, 'America/Chicago');
      // The second of two equal times is found as the first, an hour before.
      expect([0, 3_600_000]).toContain(ms - again);
      expect(wallTimeAt(again, 'America/Chicago')).toEqual(shown);
    }
});

it('counts days by the calendar', () => {
  expect(plusDays({ year: 2026, month: 2, day: 28 }, 1)).toEqual({ year: 2026, month: 3, day: 1 });
  expect(plusDays({ year: 2026, month: 1, day: 1 }, -1)).toEqual({ year: 2025, month: 12, day: 31 });
  expect(daysBetween({ year: 2026, month: 3, day: 7 }, { year: 2026, month: 3, day: 9 })).toBe(2);
  expect(weekdayOf({ year: 2026, month: 11, day: 21 })).toBe(5);
});
