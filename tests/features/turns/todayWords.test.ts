/** The words that a reply may use of today. Costs: milliseconds. */
import { expect, test } from 'vitest';
import { todayWords } from '../../../src/features/turns/effects/todayWords.ts';

const day = { from: '09:00', until: '18:00' };
const hours = {
  monday: day,
  tuesday: day,
  wednesday: day,
  thursday: day,
  friday: { from: '09:00', until: '12:00', more: [{ from: '13:00', until: '18:00' }] },
  saturday: null,
  sunday: null,
};
const week = { hours, holidays: 'us-federal' as const, closedDays: [] };
const wordsAt = (at: string, language: 'en' | 'es' = 'en'): string =>
  todayWords(Date.parse(at), 'America/Chicago', language, week)[0] ?? '';

test.each([
  ['2026-11-25T16:00:00Z', 'The office is open today from 9:00 AM to 6:00 PM.'],
  ['2026-11-26T16:00:00Z', 'Today is a holiday, and the office is closed.'],
  ['2026-11-27T16:00:00Z', 'The office is open today from 9:00 AM to 12:00 PM and from 1:00 PM to 6:00 PM.'],
  ['2026-11-28T16:00:00Z', 'The office is closed today.'],
])('at %s: %s', (at, words) => expect(wordsAt(at).endsWith(`(Central Time). ${words}`)).toBe(true));

test('in Spanish, with one point at the end', () => {
  expect(wordsAt('2026-11-25T16:00:00Z', 'es')).toMatch(/Hoy la oficina abre de 9:00 a\. m\. a 6:00 p\. m\.$/);
  expect(wordsAt('2026-11-26T16:00:00Z', 'es')).toMatch(/Hoy es feriado y la oficina está cerrada\.$/);
});
