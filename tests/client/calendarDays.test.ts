import { describe, expect, test } from 'vitest';
import { daysOf, hoursOf, placeDay, stepFrom } from '../../client/desk/calendar/calendarDays.ts';
import { dayIn, instantIn, minuteIn, plusDays } from '../../client/shared/labels/zonedTime.ts';
import type { AppointmentRow } from '../../src/contract/rest/appointments.ts';

const zone = 'America/Chicago';
const row = (appointmentId: string, startsAt: string, minutes = 60): AppointmentRow => ({
  appointmentId,
  conversationId: 'c',
  lead: { id: 'l' },
  kind: 'viewing',
  state: 'booked',
  startsAt,
  endsAt: new Date(Date.parse(startsAt) + minutes * 60_000).toISOString(),
  zone,
  with: { id: 'a', name: 'Maya' },
});

describe('the days of a calendar', () => {
  test('a week begins on Sunday in America and on Monday elsewhere', () => {
    expect(daysOf('week', '2026-11-25', true)).toEqual(
      ['22', '23', '24', '25', '26', '27', '28'].map((day) => `2026-11-${day}`),
    );
    expect(daysOf('week', '2026-11-22', false)[0]).toBe('2026-11-16');
    expect(daysOf('day', '2026-11-25', true)).toEqual(['2026-11-25']);
    expect(daysOf('agenda', '2026-11-25', true)).toHaveLength(30);
    expect([stepFrom('week', '2026-11-25', 1), stepFrom('day', '2026-03-01', -1)]).toEqual([
      '2026-12-02',
      '2026-02-28',
    ]);
  });

  test('overlapping appointments stand side by side, and the next one has the whole width again', () => {
    const placed = placeDay(
      [
        row('late', '2026-11-23T22:00:00Z'),
        row('a', '2026-11-23T16:00:00Z'),
        row('b', '2026-11-23T16:30:00Z'),
        row('c', '2026-11-23T17:00:00Z', 30),
        row('other day', '2026-11-24T16:00:00Z'),
      ],
      zone,
      '2026-11-23',
    );
    expect(placed.map(({ one, lane, lanes }) => [one.appointmentId, lane, lanes])).toEqual([
      ['a', 0, 2],
      ['b', 1, 2],
      ['c', 0, 2],
      ['late', 0, 1],
    ]);
    expect(placed[0]).toMatchObject({ from: 10 * 60, until: 11 * 60 });
  });

  test('the hours shown are those of the working day, and more where something is outside of it', () => {
    expect(hoursOf([])).toEqual({ from: 8, until: 20 });
    const early = placeDay([row('a', '2026-11-23T12:30:00Z'), row('b', '2026-11-24T03:30:00Z')], zone, '2026-11-23');
    expect(hoursOf(early)).toEqual({ from: 6, until: 23 });
  });
});

describe('the clock of a zone', () => {
  test('gives the day and the minute there, and finds the moment again', () => {
    expect([dayIn(zone, '2026-11-24T03:30:00Z'), minuteIn(zone, '2026-11-24T03:30:00Z')]).toEqual([
      '2026-11-23',
      21 * 60 + 30,
    ]);
    expect(new Date(instantIn(zone, '2026-11-23', 21 * 60 + 30)).toISOString()).toBe('2026-11-24T03:30:00.000Z');
    expect(new Date(instantIn('Europe/Berlin', '2026-07-01', 9 * 60)).toISOString()).toBe('2026-07-01T07:00:00.000Z');
    expect(plusDays('2026-12-31', 1)).toBe('2027-01-01');
  });

  test('knows the days on which it is changed: a time that comes twice is the first, one that is skipped comes later', () => {
    expect(new Date(instantIn(zone, '2026-11-01', 90)).toISOString()).toBe('2026-11-01T06:30:00.000Z');
    expect(minuteIn(zone, instantIn(zone, '2026-03-08', 150))).toBeOneOf([90, 210]);
    expect(new Date(instantIn(zone, '2026-03-08', 9 * 60)).toISOString()).toBe('2026-03-08T14:00:00.000Z');
  });
});
