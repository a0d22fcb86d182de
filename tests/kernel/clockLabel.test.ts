import { expect, it } from 'vitest';
import { clockLabel, hourCycleOf } from '../../src/kernel/clockLabel.ts';
import { timeLabel } from '../../src/kernel/timeLabel.ts';

it.each([
  ['America/Chicago', '12:00 AM', '9:05 AM', '12:00 PM', '3:00 PM'],
  ['America/Indiana/Knox', '12:00 AM', '9:05 AM', '12:00 PM', '3:00 PM'],
  ['US/Central', '12:00 AM', '9:05 AM', '12:00 PM', '3:00 PM'],
  ['Pacific/Honolulu', '12:00 AM', '9:05 AM', '12:00 PM', '3:00 PM'],
  ['America/Puerto_Rico', '12:00 AM', '9:05 AM', '12:00 PM', '3:00 PM'],
  ['Europe/Berlin', '00:00', '09:05', '12:00', '15:00'],
  ['America/Mexico_City', '00:00', '09:05', '12:00', '15:00'],
  ['UTC', '00:00', '09:05', '12:00', '15:00'],
])('in %s midnight, morning, noon and afternoon read %s, %s, %s, %s', (zone, ...read) => {
  const times = [
    { hour: 0, minute: 0 },
    { hour: 9, minute: 5 },
    { hour: 12, minute: 0 },
    { hour: 15, minute: 0 },
  ];
  expect(times.map((time) => clockLabel(time, zone, 'en'))).toEqual(read);
});

it('every zone of the fifty states that this machine knows has the American clock, those across a border have not', () => {
  const states = new Intl.Locale('en-US') as Intl.Locale & { timeZones: string[] };
  expect(states.timeZones.filter((zone) => hourCycleOf(zone) !== 'h12')).toEqual([]);
  for (const abroad of ['Toronto', 'Vancouver', 'Tijuana', 'Sao_Paulo'])
    expect(hourCycleOf(`America/${abroad}`)).toBe('h23');
});

it('a label says the day and the hour in the language it is for', () => {
  const at = Date.parse('2026-11-24T21:00:00Z');
  expect(timeLabel(at, 'America/Chicago', 'en')).toBe('Tuesday, November 24, 3:00 PM');
  expect(timeLabel(at, 'America/Chicago', 'es')).toBe('martes, 24 de noviembre, 3:00 p. m.');
  expect(timeLabel(at, 'Europe/Madrid', 'es')).toBe('martes, 24 de noviembre, 22:00');
});
