import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { busyTimesIn } from '../../../src/adapters/ical/busyTimesIn.ts';
import { createBusyTimesReader } from '../../../src/adapters/ical/readBusyTimes.ts';

const zone = 'America/Chicago';
const window = { from: Date.parse('2026-03-02T06:00:00Z'), until: Date.parse('2026-03-16T05:00:00Z'), zone };
const calendar = (...events: string[]): string =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', ...events, 'END:VCALENDAR', ''].join('\r\n');
const event = (...lines: string[]): string => ['BEGIN:VEVENT', 'UID:a', ...lines, 'END:VEVENT'].join('\r\n');
const busy = (...events: string[]): string[] =>
  busyTimesIn(calendar(...events), window).map(({ startsAt, endsAt }) =>
    [startsAt, endsAt].map((at) => new Date(at).toISOString().slice(5, 16)).join(' – '),
  );

describe('the busy times of a calendar file', () => {
  it('are by UTC, by the clock that a time names, or else by the brokerage’s', () => {
    expect(busy(event('DTSTART:20260303T160000Z', 'DTEND:20260303T170000Z'))).toEqual(['03-03T16:00 – 03-03T17:00']);
    const named = event('DTSTART;TZID=Europe/Berlin:20260303T160000', 'DTEND;TZID=Europe/Berlin:20260303T173000');
    expect(busy(named)).toEqual(['03-03T15:00 – 03-03T16:30']);
    expect(busy(event('DTSTART:20260303T160000', 'DURATION:PT45M'))).toEqual(['03-03T22:00 – 03-03T22:45']);
  });

  it('are by a clock that the file itself describes, as Outlook’s are', () => {
    const described = [
      ...['BEGIN:VTIMEZONE', 'TZID:Central Standard Time', 'BEGIN:STANDARD', 'DTSTART:16010101T020000'],
      ...['TZOFFSETFROM:-0500', 'TZOFFSETTO:-0600', 'RRULE:FREQ=YEARLY;BYDAY=1SU;BYMONTH=11', 'END:STANDARD'],
      ...['BEGIN:DAYLIGHT', 'DTSTART:16010101T020000', 'TZOFFSETFROM:-0600', 'TZOFFSETTO:-0500'],
      ...['RRULE:FREQ=YEARLY;BYDAY=2SU;BYMONTH=3', 'END:DAYLIGHT', 'END:VTIMEZONE'],
    ].join('\r\n');
    const lines = ['DTSTART;TZID=Central Standard Time:20260303T100000', 'DURATION:PT1H'];
    expect(busy(described, event(...lines))).toEqual(['03-03T16:00 – 03-03T17:00']);
  });

  it('are whole days, to the day that an event names as its end', () => {
    const day = 'DTSTART;VALUE=DATE:20260304';
    expect(busy(event(day))).toEqual(['03-04T06:00 – 03-05T06:00']);
    expect(busy(event(day, 'DTEND;VALUE=DATE:20260306'))).toEqual(['03-04T06:00 – 03-06T06:00']);
  });

  it('leave out what is free, called off, of no length, or outside of the time that is asked for', () => {
    const at = ['DTSTART:20260303T160000Z', 'DTEND:20260303T170000Z'];
    expect(
      busy(
        event(...at, 'TRANSP:TRANSPARENT'),
        event(...at, 'STATUS:CANCELLED'),
        event(...at, 'X-MICROSOFT-CDO-BUSYSTATUS:FREE'),
        event('DTSTART:20260303T160000Z'),
        event('DTSTART:20250303T160000Z', 'DTEND:20250303T170000Z'),
        event('DTSTART:20270303T160000Z', 'DTEND:20270303T170000Z'),
        event('SUMMARY:no time'),
      ),
    ).toEqual([]);
  });

  it('are repeated by the clock on the wall, also where it changes, but for what is left out, moved or called off', () => {
    const weekly = [
      ...['DTSTART;TZID=America/Chicago:20260105T090000', 'DTEND;TZID=America/Chicago:20260105T100000'],
      'RRULE:FREQ=WEEKLY;BYDAY=MO,WE',
    ];
    expect(busy(event(...weekly))).toEqual([
      '03-02T15:00 – 03-02T16:00',
      '03-04T15:00 – 03-04T16:00',
      '03-09T14:00 – 03-09T15:00',
      '03-11T14:00 – 03-11T15:00',
    ]);
    const changed = [
      event(...weekly, 'EXDATE;TZID=America/Chicago:20260304T090000'),
      event('RECURRENCE-ID;TZID=America/Chicago:20260302T090000', 'DTSTART:20260303T200000Z', 'DURATION:PT1H'),
      event('RECURRENCE-ID;TZID=America/Chicago:20260309T090000', 'DTSTART:20260309T140000Z', 'STATUS:CANCELLED'),
    ];
    expect(busy(...changed)).toEqual(['03-03T20:00 – 03-03T21:00', '03-11T14:00 – 03-11T15:00']);
  });

  it('that overlap are one', () => {
    const first = event('DTSTART:20260303T160000Z', 'DTEND:20260303T170000Z');
    expect(busy(first, event('DTSTART:20260303T163000Z', 'DTEND:20260303T180000Z'))).toEqual([
      '03-03T16:00 – 03-03T18:00',
    ]);
  });

  it.each([
    '',
    'garbage',
    '<html></html>',
    'BEGIN:VEVENT\r\nEND:VEVENT',
    'BEGIN:VCALENDAR\r\nBEGIN:VEVENT',
    '\u0000'.repeat(50),
  ])('are not read from what is no calendar: %j', (text) => {
    expect(() => busyTimesIn(text, window)).toThrow('not-a-calendar');
  });
});

describe('a file that is read apart', () => {
  const workerFile = join(import.meta.dirname, '../../../dist/server/busyTimesWorker.js');
  it('gives the same times, and faults as faults', async () => {
    const read = createBusyTimesReader(workerFile);
    const text = calendar(event('DTSTART:20260303T160000Z', 'DTEND:20260303T170000Z'));
    expect(await read(text, window)).toEqual(busyTimesIn(text, window));
    await expect(read('garbage', window)).rejects.toMatchObject({ problem: 'not-a-calendar' });
  });

  it('whose rules never come to an end is given up, while the rest goes on', async () => {
    const read = createBusyTimesReader(workerFile, { endAfterMs: 500 });
    const endless = event('DTSTART:20200131T100000Z', 'DURATION:PT1H', 'RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30');
    let beats = 0;
    const heart = setInterval(() => (beats += 1), 20);
    await expect(read(calendar(endless), window)).rejects.toMatchObject({ problem: 'not-a-calendar' });
    clearInterval(heart);
    expect(beats).toBeGreaterThan(3);
  });
});
