import { describe, expect, it } from 'vitest';
import { type Weekday, weekdays } from '../../../src/contract/rest/settingsLimits.ts';
import { nextTimeOf } from '../../../src/features/composing/reports/nextTimeOf.ts';
import { wallTimeAt, weekdayOf } from '../../../src/kernel/zonedTime.ts';

/* Costs two seconds. */

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const chicago = 'America/Chicago';
const next = (days: Weekday[], time: string, after: string, zone = chicago): string =>
  new Date(nextTimeOf({ weekdays: days, time }, Date.parse(after), zone)).toISOString();

describe('the next time of a schedule', () => {
  it('is later the same day, or on the next of its days, by the brokerage’s clock', () => {
    expect(next(['monday'], '08:00', '2026-11-23T13:59:59Z')).toBe('2026-11-23T14:00:00.000Z');
    expect(next(['monday'], '08:00', '2026-11-23T14:00:00Z')).toBe('2026-11-30T14:00:00.000Z');
    expect(next(['friday', 'monday'], '08:00', '2026-11-23T14:00:00Z')).toBe('2026-11-27T14:00:00.000Z');
    // In UTC it is Tuesday already.
    expect(next(['monday'], '23:30', '2026-11-24T02:00:00Z')).toBe('2026-11-24T05:30:00.000Z');
  });

  it('keeps the hour of the wall where the clock changes', () => {
    expect(next(['sunday'], '08:00', '2026-03-01T15:00:00Z')).toBe('2026-03-08T13:00:00.000Z');
    expect(next(['sunday'], '08:00', '2026-10-25T14:00:00Z')).toBe('2026-11-01T14:00:00.000Z');
    expect(next(['sunday'], '08:00', '2026-03-01T16:00:00Z', 'America/Phoenix')).toBe('2026-03-08T15:00:00.000Z');
  });

  it('comes an hour late where the clock skips it in spring, and once where it comes twice in autumn', () => {
    expect(next(['sunday'], '02:30', '2026-03-08T06:00:00Z')).toBe('2026-03-08T08:30:00.000Z');
    expect(next(['sunday'], '02:30', '2026-03-08T08:30:00Z')).toBe('2026-03-15T07:30:00.000Z');
    expect(next(['sunday'], '01:30', '2026-11-01T05:00:00Z')).toBe('2026-11-01T06:30:00.000Z');
    expect(next(['sunday'], '01:30', '2026-11-01T06:30:00Z')).toBe('2026-11-08T07:30:00.000Z');
  });

  it.each([chicago, 'America/Phoenix'])('comes once on each of its days, all through a year in %s', (zone) => {
    const [from, until] = [Date.parse('2026-01-01T12:00:00Z'), Date.parse('2027-01-01T12:00:00Z')];
    for (const time of ['00:00', '01:30', '02:30', '08:00', '23:59'])
      for (const days of [['monday'], ['tuesday', 'sunday'], [...weekdays]] satisfies Weekday[][]) {
        const schedule = { weekdays: days, time };
        const found: string[] = [];
        for (let at = nextTimeOf(schedule, from, zone); at < until; at = nextTimeOf(schedule, at, zone)) {
          const { hour, minute, ...date } = wallTimeAt(at, zone);
          const clock = [hour, minute].map((part) => String(part).padStart(2, '0')).join(':');
          const isSkipped = zone === chicago && time === '02:30' && date.month === 3 && date.day === 8;
          expect(clock).toBe(isSkipped ? '03:30' : time);
          expect(days).toContain(weekdays[weekdayOf(date)]);
          // The answer is the same a little earlier.
          expect(nextTimeOf(schedule, at - 1, zone)).toBe(at);
          found.push(`${date.year}-${date.month}-${date.day}`);
        }
        expect(new Set(found).size).toBe(found.length);
        const isDue = (at: number) => days.some((one) => one === weekdays[weekdayOf(wallTimeAt(at, zone))]);
        const noons = Array.from({ length: 365 }, (_, day) => from + 6 * hourMs + day * dayMs);
        // The first and the last day may be over or not have come: all between count.
        expect(Math.abs(found.length - noons.filter(isDue).length)).toBeLessThanOrEqual(1);
      }
  });
});
