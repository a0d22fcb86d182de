import { describe, expect, test } from 'vitest';
import type { Hours } from '../../../src/contract/rest/settings.ts';
import { findTimes } from '../../../src/features/appointments/findTimes.ts';
import { freeTimes } from '../../../src/features/appointments/freeTimes.ts';
import type { Busy, WorkingHours } from '../../../src/features/appointments/model.ts';
import { isBeyond, isClosedFor, pickTimes } from '../../../src/features/appointments/pickTimes.ts';
import { cellsOf, meetingRules, remindersOf } from '../../../src/features/appointments/rules.ts';
import { timeLabel, zoneLabel } from '../../../src/kernel/timeLabel.ts';
import { wallTimeAt } from '../../../src/kernel/zonedTime.ts';
import { freshSettings } from '../knowledge/aBrokerage.ts';

const hourMs = 3_600_000;
const all = (times: Hours['monday']): Hours => ({
  monday: times,
  tuesday: times,
  wednesday: times,
  thursday: times,
  friday: times,
  saturday: times,
  sunday: times,
});
const agent = (zone: string, hours: Hours, agentId = 'ana'): WorkingHours => ({
  agentId,
  name: agentId,
  zone,
  hours,
  holidays: 'none',
  closedDays: [],
});
const chicago = 'America/Chicago';
const anyHours = { within: null };
const call = { lengthMs: hourMs / 2, restMs: 0, leadMs: 0, horizonDays: 0 };
const starts = (agents: WorkingHours[], now: string, change: Partial<typeof call> = {}, busy: Busy[] = []) =>
  freeTimes(agents, busy, { ...call, ...change, now: Date.parse(now) }).map(({ startsAt }) =>
    new Date(startsAt).toISOString().slice(5, 16),
  );

describe('free times', () => {
  test('are none on a holiday, and a day on which nobody works is closed, not taken', () => {
    const ana: WorkingHours = {
      ...agent(chicago, { ...all({ from: '09:00', until: '10:00' }), sunday: null }),
      holidays: 'us-federal' as const,
    };
    const now = Date.parse('2026-11-26T06:30:00Z');
    // Thursday the 26th is Thanksgiving Day.
    expect(starts([ana], '2026-11-26T06:30:00Z', { horizonDays: 1 })).toEqual(['11-27T15:00', '11-27T15:30']);
    const closed = (day: string, team = [ana]) => isClosedFor(team, anyHours, { day }, now, chicago);
    expect(['today', 'Sunday', 'November 26', 'tomorrow', 'this weekend', 'any day'].map((day) => closed(day))).toEqual(
      [true, true, true, false, false, false],
    );
    const bo = agent(chicago, all({ from: '09:00', until: '10:00' }), 'bo');
    expect(closed('Sunday', [ana, bo])).toBe(false);
    expect(closed('Sunday', [])).toBe(false);
    expect(isClosedFor([ana], anyHours, {}, now, chicago)).toBe(false);
  });

  test('are none for a day beyond those that a calendar is kept for', () => {
    const now = Date.parse('2026-11-25T15:00:00Z');
    const beyond = (day: string) => isBeyond({ day }, now, chicago, 14);
    expect(['December 9', 'December 10', 'next week', 'any day'].map(beyond)).toEqual([false, true, false, false]);
  });

  test('are those of the working hours that nothing takes, on the half hour', () => {
    const ana = agent(chicago, all({ from: '09:10', until: '12:00' }));
    const busy = [{ agentId: 'ana', startsAt: Date.UTC(2026, 10, 23, 16), endsAt: Date.UTC(2026, 10, 23, 16, 30) }];
    expect(starts([ana], '2026-11-23T06:00:00Z', {}, busy)).toEqual([
      '11-23T15:30',
      '11-23T16:30',
      '11-23T17:00',
      '11-23T17:30',
    ]);
    expect(starts([ana], '2026-11-23T06:00:00Z', { lengthMs: hourMs, restMs: hourMs / 2 }, busy)).toEqual([
      '11-23T16:30',
      '11-23T17:00',
    ]);
  });

  test('keep to the lead time and the horizon, and to the days that are open', () => {
    const ana = agent(chicago, { ...all(null), monday: { from: '09:00', until: '10:00' } });
    expect(starts([ana], '2026-11-23T15:00:00Z', { leadMs: 1 })).toEqual(['11-23T15:30']);
    expect(starts([ana], '2026-11-23T15:00:00Z', { leadMs: hourMs, horizonDays: 6 })).toEqual([]);
    expect(starts([ana], '2026-11-23T15:00:00Z', { leadMs: hourMs, horizonDays: 7 })).toEqual([
      '11-30T15:00',
      '11-30T15:30',
    ]);
  });

  test('of several agents in several zones are one list, each time with its agent', () => {
    const ana = agent(chicago, all({ from: '10:00', until: '11:00' }));
    const ben = agent('America/New_York', all({ from: '11:30', until: '12:30' }), 'ben');
    const now = Date.parse('2026-11-23T06:00:00Z');
    expect(freeTimes([ana, ben], [], { ...call, now }).map(({ agentIds }) => agentIds)).toEqual([
      ['ana'],
      ['ana', 'ben'],
      ['ben'],
    ]);
  });

  test('go across the minute at which one opening ends and the next begins', () => {
    const halves = { from: '11:00', until: '12:00', more: [{ from: '12:00', until: '13:00' }] };
    expect(starts([agent(chicago, all(halves))], '2026-11-18T06:30:00Z', { lengthMs: hourMs, horizonDays: 0 })).toEqual(
      ['11-18T17:00', '11-18T17:30', '11-18T18:00'],
    );
  });

  test('on the day the clock goes forward there are no times in the skipped hour, and an appointment across the jump ends in real time', () => {
    const night = agent(chicago, all({ from: '01:00', until: '04:00' }));
    // 8 March 2026: 1:30 CST is 7:30Z, then comes 3:00 CDT, 8:00Z.
    expect(starts([night], '2026-03-08T06:00:00Z')).toEqual([
      '03-08T07:00',
      '03-08T07:30',
      '03-08T08:00',
      '03-08T08:30',
    ]);
    const [hour] = freeTimes([night], [], { ...call, lengthMs: hourMs, now: Date.parse('2026-03-08T07:15:00Z') });
    expect([hour?.startsAt, hour?.endsAt]).toEqual([Date.UTC(2026, 2, 8, 7, 30), Date.UTC(2026, 2, 8, 8, 30)]);
    expect(timeLabel(hour?.endsAt ?? 0, chicago, 'en')).toBe('Sunday, March 8, 3:30 AM');
  });

  test('hours that open at a time the clock skips that day offer nothing that is not on the wall', () => {
    expect(starts([agent(chicago, all({ from: '02:00', until: '03:30' }))], '2026-03-08T06:00:00Z')).toEqual([
      '03-08T08:00',
    ]);
  });

  test('on the day the clock goes back a time that comes twice is offered once, as the first', () => {
    const night = agent(chicago, all({ from: '00:30', until: '03:00' }));
    // 1 November 2026: 1:30 CDT is 6:30Z and 1:30 CST is 7:30Z; 2:00 CST is 8:00Z.
    expect(starts([night], '2026-11-01T05:00:00Z')).toEqual([
      '11-01T05:30',
      '11-01T06:00',
      '11-01T06:30',
      '11-01T08:00',
      '11-01T08:30',
    ]);
  });

  test('nine in the morning stays nine on the wall across both changes, in the south too', () => {
    const labels = (zone: string, now: string) =>
      freeTimes([agent(zone, all({ from: '09:00', until: '09:30' }))], [], {
        ...call,
        now: Date.parse(now),
        horizonDays: 2,
      }).map(({ startsAt }) => [
        timeLabel(startsAt, zone, 'en').split(', ').at(-1),
        new Date(startsAt).toISOString().slice(5, 16),
      ]);
    expect(labels(chicago, '2026-03-07T07:00:00Z')).toEqual([
      ['9:00 AM', '03-07T15:00'],
      ['9:00 AM', '03-08T14:00'],
      ['9:00 AM', '03-09T14:00'],
    ]);
    expect(labels(chicago, '2026-10-31T06:00:00Z')).toEqual([
      ['9:00 AM', '10-31T14:00'],
      ['9:00 AM', '11-01T15:00'],
      ['9:00 AM', '11-02T15:00'],
    ]);
    expect(labels('Australia/Sydney', '2026-04-03T14:00:00Z')).toEqual([
      ['09:00', '04-03T22:00'],
      ['09:00', '04-04T23:00'],
      ['09:00', '04-05T23:00'],
    ]);
    expect(labels('Australia/Sydney', '2026-10-02T15:00:00Z')).toEqual([
      ['09:00', '10-02T23:00'],
      ['09:00', '10-03T22:00'],
      ['09:00', '10-04T22:00'],
    ]);
  });
});

describe('the times that are offered', () => {
  // Monday, November 23, 10:00 in Chicago.
  const now = Date.parse('2026-11-23T16:00:00Z');
  const free = freeTimes([agent(chicago, all({ from: '09:00', until: '18:00' }))], [], {
    ...call,
    lengthMs: hourMs,
    leadMs: 3 * hourMs,
    horizonDays: 14,
    now,
  });
  const picked = (wish: Parameters<typeof pickTimes>[1]) => {
    const { times, fits } = pickTimes(free, wish, now, chicago);
    return [
      fits,
      ...times.map(({ startsAt }) => timeLabel(startsAt, chicago, 'en').replace('November', 'Nov').replace('day,', '')),
    ];
  };

  test.each([
    [{}, [true, 'Mon Nov 23, 1:00 PM', 'Tues Nov 24, 2:00 PM', 'Wednes Nov 25, 11:00 AM']],
    [{ day: 'Saturday' }, [true, 'Satur Nov 28, 9:00 AM', 'Satur Nov 28, 1:00 PM', 'Satur Nov 28, 5:00 PM']],
    [
      { day: 'Thursday', time: 'afternoon' },
      [true, 'Thurs Nov 26, 12:00 PM', 'Thurs Nov 26, 2:30 PM', 'Thurs Nov 26, 4:30 PM'],
    ],
    [{ day: 'tomorrow', time: '3 pm' }, [true, 'Tues Nov 24, 3:00 PM']],
    [
      { day: 'next Tuesday' },
      [true, 'Tues December 1, 9:00 AM', 'Tues December 1, 1:00 PM', 'Tues December 1, 5:00 PM'],
    ],
    [{ day: 'this weekend', time: "10 o'clock" }, [true, 'Satur Nov 28, 10:00 AM', 'Sun Nov 29, 10:00 AM']],
    [{ day: 'November 27', time: 'evening' }, [true, 'Fri Nov 27, 5:00 PM']],
    [
      { day: 'tomorrow', time: '19:30' },
      [false, 'Tues Nov 24, 4:00 PM', 'Tues Nov 24, 4:30 PM', 'Tues Nov 24, 5:00 PM'],
    ],
    [{ day: 'today', time: 'morning' }, [false, 'Mon Nov 23, 1:00 PM', 'Mon Nov 23, 1:30 PM', 'Mon Nov 23, 2:00 PM']],
    [{ before: '2026-11-23T19:00:00Z' }, [false]],
    [{ day: 'today', after: '2026-11-23T22:30:00Z' }, [true, 'Mon Nov 23, 5:00 PM']],
  ])('for %j', (wish, expected) => {
    expect(picked(wish)).toEqual(expected);
  });
});

test.each([
  ['a brokerage that is open round the clock', chicago, { from: '00:00', until: '23:59' }],
  ['an agent who works on another clock', 'Pacific/Honolulu', { from: '09:00', until: '23:30' }],
])('%s offers nobody a time at night, by the brokerage’s own clock', async (_who, agentsZone, open) => {
  const calendar = {
    workingHours: async () => [agent(agentsZone, all(open))],
    rulesOf: async (_: string, kind: 'call' | 'viewing') => meetingRules(freshSettings, kind),
    busy: async () => [],
  };
  const clock = { now: () => Date.parse('2026-11-23T18:00:00Z') };
  for (const kind of ['call', 'viewing'] as const)
    for (const wish of [
      {},
      { time: '22:30' },
      { day: 'tomorrow', time: 'evening' },
      { day: 'tomorrow', time: '7 am' },
    ]) {
      const found = await findTimes({ calendar, clock: clock as never }, 't1', {
        kind,
        wish,
        zone: chicago,
        first: null,
      });
      expect(found.times.length).toBeGreaterThan(0);
      for (const { startsAt, endsAt } of found.times) {
        const [begins, ends] = [wallTimeAt(startsAt, chicago), wallTimeAt(endsAt, chicago)];
        expect(begins.hour).toBeGreaterThanOrEqual(8);
        expect(ends.hour * 60 + ends.minute).toBeLessThanOrEqual(20 * 60);
        expect(ends.day).toBe(begins.day);
      }
      if (wish.time === '22:30') expect(found.fits).toBe(false);
    }
});

test('homes are shown in the showing hours, and calls and showings are as long and as far ahead as the settings say', async () => {
  const nineToNoon = { from: '09:00', until: '12:00' };
  const settings = {
    ...freshSettings,
    appointments: {
      ...{ showingHours: { ...all(null), tuesday: nineToNoon, wednesday: nineToNoon }, showingGapMinutes: 0 as const },
      ...{ callMinutes: 15 as const, showingMinutes: 90 as const, callLeadHours: 3, showingLeadHours: 24 },
    },
  };
  // Monday, November 23, 10:00 in Chicago.
  const clock = { now: () => Date.parse('2026-11-23T16:00:00Z') };
  const calendar = {
    workingHours: async () => [agent(chicago, all({ ...nineToNoon, more: [{ from: '13:00', until: '18:00' }] }))],
    rulesOf: async (_: string, kind: 'call' | 'viewing') => meetingRules(settings, kind),
    busy: async () => [],
  };
  const found = async (kind: 'call' | 'viewing', day: string) => {
    const wanted = { kind, wish: { day }, zone: chicago, first: null };
    const { times, closed } = await findTimes({ calendar, clock: clock as never }, 't1', wanted);
    return { closed, first: times[0] && [times[0].startsAt, times[0].endsAt, times[0].closesAt].map(utc) };
  };
  const utc = (ms: number) => new Date(ms).toISOString().slice(5, 16);
  expect(await found('call', 'today')).toEqual({ closed: false, first: ['11-23T19:00', '11-23T19:15', '11-23T16:30'] });
  // Tuesday nine is too soon by an hour.
  expect(await found('viewing', 'tomorrow')).toEqual({
    ...{ closed: false, first: ['11-24T16:00', '11-24T17:30', '11-23T17:00'] },
  });
  expect((await found('viewing', 'Thursday')).closed).toBe(true);
  expect((await found('call', 'Friday')).closed).toBe(false);
});

describe('the details of an appointment', () => {
  test('its label has the day in words, in both languages, by the American clock', () => {
    const ms = Date.parse('2026-03-05T20:30:00Z');
    expect(timeLabel(ms, chicago, 'en')).toBe('Thursday, March 5, 2:30 PM');
    expect(timeLabel(ms, chicago, 'es')).toBe('jueves, 5 de marzo, 2:30 p. m.');
    expect(zoneLabel(chicago, 'en')).toBe('Central Time');
    expect(zoneLabel(chicago, 'es')).toBe('hora central');
  });

  test('reminders come a day and two hours before, not at night, not right after the booking', () => {
    const startsAt = Date.parse('2026-11-24T15:00:00Z');
    const times = (now: string, at = startsAt) =>
      remindersOf({ startsAt: at, zone: chicago }, Date.parse(now)).map((ms) =>
        new Date(ms).toISOString().slice(5, 16),
      );
    // Nine in the morning there: two hours before would be seven.
    expect(times('2026-11-21T15:00:00Z')).toEqual(['11-23T15:00', '11-24T14:00']);
    expect(times('2026-11-23T14:40:00Z')).toEqual(['11-24T14:00']);
    expect(times('2026-11-24T13:45:00Z')).toEqual([]);
  });

  test('a reminder a day before is a day by the wall’s own count of hours when the clock changes in between', () => {
    // Sunday 8 March 2026, 14:00 CDT is 19:00Z; 24 real hours before it the wall shows 13:00.
    const startsAt = Date.parse('2026-03-08T19:00:00Z');
    expect(remindersOf({ startsAt, zone: chicago }, 0).map((ms) => timeLabel(ms, chicago, 'en'))).toEqual([
      'Saturday, March 7, 1:00 PM',
      'Sunday, March 8, 12:00 PM',
    ]);
  });

  test('two that overlap share a piece of time, two that touch do not', () => {
    const at = (hour: number, length: number) =>
      cellsOf({ startsAt: hour * hourMs, busyUntil: (hour + length) * hourMs });
    expect(at(10, 1)).toEqual([20, 21]);
    expect(at(10.25, 0.5)).toEqual([20, 21]);
    expect(at(11, 0.5)).toEqual([22]);
  });
});
