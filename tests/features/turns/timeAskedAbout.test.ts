/** Which of the times on offer the end of a reply is about. Costs: milliseconds. */
import { expect, test } from 'vitest';
import type { TimesOffer } from '../../../src/features/bots/state/bookingState.ts';
import { timesAskedAbout } from '../../../src/features/turns/effects/timeAskedAbout.ts';

const startsAt = ['2026-11-28T21:00:00.000Z', '2026-11-30T21:00:00.000Z', '2026-11-30T21:30:00.000Z'];
const slots = startsAt.map((at, index) => ({ slotId: `s${index}`, startsAt: at, endsAt: at }));
const offer = { slots } as unknown as TimesOffer;
const clock = { at: '2026-11-26T04:00:00.000Z', zone: 'America/Chicago' };
const told = (words: string, ...ids: string[]) => ({
  words,
  facts: ids.map((id) => ({ id, words: '', source: '', audience: 'visitor' as const })),
});
const all = ['time.1', 'time.2', 'time.3'];

test.each([
  [
    'the one that the question cites',
    [told('Several are open.', ...all), told('Should I book it?', 'time.2')],
    ['time.2'],
  ],
  ['the one that the question names', [told('Would Monday at 3 PM work, or one below?', ...all)], ['time.2']],
  ['the one that was named before it', [told('Monday at 3:30 PM is open.'), told('It isn’t booked yet.')], ['time.3']],
  ['several', [told('Which of these works?', ...all)], all],
  ['none', [told('It has 2 bedrooms.')], []],
])('%s', (_, sentences, ids) => expect(timesAskedAbout(sentences, offer, clock)).toEqual(ids));

test('nothing where no times are on offer', () => {
  expect(timesAskedAbout([told('Monday at 3 PM?', 'time.1')], null, clock)).toEqual([]);
});
