import { expect, it } from 'vitest';
import type { Hours } from '../../../src/contract/rest/settings.ts';
import { isOpenAt, nextOpening } from '../../../src/features/settings/officeHours.ts';

const nineToSix = { from: '09:00', until: '18:00' };
const week: Hours = {
  monday: nineToSix,
  tuesday: nineToSix,
  wednesday: nineToSix,
  thursday: nineToSix,
  friday: nineToSix,
  saturday: { from: '10:00', until: '14:00' },
  sunday: null,
};
const never = Object.fromEntries(Object.keys(week).map((day) => [day, null])) as Hours;
const only = (day: keyof Hours, from: string, until: string): Hours => ({ ...never, [day]: { from, until } });

const chicago = 'America/Chicago';
const next = (hours: Hours, zone: string, now: string): string | null => {
  const opensAt = nextOpening({ hours, holidays: 'none', closedDays: [] }, zone, Date.parse(now));
  return opensAt === null ? null : new Date(opensAt).toISOString().slice(0, 16);
};

it.each([
  // A Wednesday in Chicago, six hours behind UTC.
  ['2026-11-18T14:59:59Z', false],
  ['2026-11-18T15:00:00Z', true],
  ['2026-11-18T23:59:59Z', true],
  ['2026-11-19T00:00:00Z', false],
  // Saturday is short, Sunday is closed all day.
  ['2026-11-21T19:59:00Z', true],
  ['2026-11-21T20:00:00Z', false],
  ['2026-11-22T18:00:00Z', false],
])('at %s the team of the week is there: %s', (now, open) => {
  expect(isOpenAt({ hours: week, holidays: 'none', closedDays: [] }, chicago, Date.parse(now))).toBe(open);
});

it.each([
  // Before the opening it is today; after closing the next day that opens; over a closed Sunday it is Monday.
  ['2026-11-18T12:00:00Z', '2026-11-18T15:00'],
  ['2026-11-19T00:30:00Z', '2026-11-19T15:00'],
  ['2026-11-21T21:00:00Z', '2026-11-23T15:00'],
  // The opening itself is not ahead of itself.
  ['2026-11-18T15:00:00Z', '2026-11-19T15:00'],
  // Friday evening before the clock goes forward (8 March) and back (1 November): nine on Monday is another hour of UTC.
  ['2026-03-08T05:00:00Z', '2026-03-09T14:00'],
  ['2026-10-31T20:00:00Z', '2026-11-02T15:00'],
])('asked at %s, Chicago opens at %s', (now, opensAt) => {
  expect(next(week, chicago, now)).toBe(opensAt);
});

it('an opening that the clock skips is after the jump, and one that comes twice is the first', () => {
  expect(next(only('sunday', '02:30', '05:00'), chicago, '2026-03-08T06:00:00Z')).toBe('2026-03-08T08:30');
  expect(next(only('sunday', '01:30', '05:00'), chicago, '2026-11-01T05:00:00Z')).toBe('2026-11-01T06:30');
  // Within the hour that comes again it is open from the first time on.
  expect(
    isOpenAt(
      { hours: only('sunday', '01:30', '05:00'), holidays: 'none', closedDays: [] },
      chicago,
      Date.parse('2026-11-01T07:45:00Z'),
    ),
  ).toBe(true);
});

it('one day a week opens again in a week, and a week without hours never does', () => {
  expect(next(only('monday', '09:00', '10:00'), chicago, '2026-11-16T16:30:00Z')).toBe('2026-11-23T15:00');
  expect(next(only('saturday', '09:00', '10:00'), 'Pacific/Auckland', '2026-09-26T00:00:00Z')).toBe('2026-10-02T20:00');
  expect(next(never, chicago, '2026-11-16T16:30:00Z')).toBeNull();
});

it('a holiday is closed all day unless the settings say otherwise, and the next opening is after it', () => {
  // Thanksgiving Day, a Thursday, at ten in Chicago.
  const thanksgiving = Date.parse('2026-11-26T16:00:00Z');
  expect(isOpenAt({ hours: week, holidays: 'us-federal', closedDays: [] }, chicago, thanksgiving)).toBe(false);
  expect(isOpenAt({ hours: week, holidays: 'none', closedDays: [] }, chicago, thanksgiving)).toBe(true);
  const opensAt = (from: string, hours: Hours) =>
    new Date(nextOpening({ hours, holidays: 'us-federal', closedDays: [] }, chicago, Date.parse(from)) ?? 0)
      .toISOString()
      .slice(0, 16);
  expect(opensAt('2026-11-26T06:00:00Z', week)).toBe('2026-11-27T15:00');
  // Christmas and New Year are both Fridays: an office that opens only on Fridays is back on the third.
  expect(opensAt('2026-12-21T06:00:00Z', only('friday', '09:00', '12:00'))).toBe('2027-01-08T15:00');
});

it('a day may have a break, in which it is closed and opens again, and its last minute is midnight', () => {
  const broken: Hours = {
    ...week,
    wednesday: { from: '09:00', until: '12:00', more: [{ from: '13:00', until: '23:59' }] },
  };
  const isOpen = (now: string) =>
    isOpenAt({ hours: broken, holidays: 'none', closedDays: [] }, chicago, Date.parse(`2026-11-${now}Z`));
  expect(['18T17:59:00', '18T18:00:00', '18T18:59:00', '18T19:00:00', '19T05:59:30'].map(isOpen)).toEqual([
    ...[true, false, false, true, true],
  ]);
  expect(next(broken, chicago, '2026-11-18T18:10:00Z')).toBe('2026-11-18T19:00');
});

it('it is closed on the days that the brokerage names, that year or every year', () => {
  const closedDays = [
    { date: '2025-12-24', name: 'Christmas Eve', everyYear: true },
    { date: '2026-11-19', name: 'Moving', everyYear: false },
  ];
  const isOpen = (now: string) => isOpenAt({ hours: week, holidays: 'none', closedDays }, chicago, Date.parse(now));
  // Two Thursdays, and the same days a year later or earlier.
  expect(
    ['2026-12-24T16:00:00Z', '2026-11-19T16:00:00Z', '2027-11-19T16:00:00Z', '2026-12-23T16:00:00Z'].map(isOpen),
  ).toEqual([false, false, true, true]);
});
