import { describe, expect, test } from 'vitest';
import { jorge, logged, visitor } from '../../client/gallery/fixtures.ts';
import { appointmentsOf } from '../../client/shared/state/appointmentsOf.ts';
import { conversationFacts } from '../../client/shared/state/conversationFacts.ts';
import { homeOfTalk } from '../../client/shared/state/homeOfTalk.ts';
import { meetingTime, readClockAs } from '../../client/shared/ui/times.ts';
import type { EntryData } from '../../src/contract/entries.ts';

type Line = Parameters<typeof logged>[0][number];
const card = (listingId: string, title: string): EntryData<'listing-cards'>['items'][number] => ({
  listingId,
  title,
  priceCents: 50_000_000,
  currency: 'USD',
  beds: 3,
  baths: 2,
  areaSqft: 1700,
  attribution: 'Own',
});
const shown = (...items: EntryData<'listing-cards'>['items']) =>
  ({ type: 'listing-cards', actor: jorge, data: { items } }) as const;
const meaning = (title: string | null): Line => ({
  type: 'qualification-changed',
  actor: jorge,
  data: {
    slots: { home: { value: title, state: title === null ? 'unknown' : 'answered', confidence: null, evidence: [] } },
    answered: 1,
    total: 4,
    missing: [],
  },
});

describe('the home in the rail', () => {
  const homeOf = (lines: Parameters<typeof logged>[0]) => {
    const entries = logged(lines);
    return homeOfTalk(entries, conversationFacts(entries, entries), 'page-home');
  };

  test('is that of the page until they mean one of those shown to them', () => {
    const cards = shown(card('a', '12 Oak'), card('b', '34 Elm'));
    expect(homeOf([])).toBe('page-home');
    expect(homeOf([cards, meaning(null)])).toBe('page-home');
    expect(homeOf([cards, meaning('34 Elm')])).toBe('b');
    expect(homeOf([cards, meaning('34 Elm'), shown(card('c', '56 Ash'))])).toBe('b');
  });

  test('is that of the page again when they come back to it', () => {
    expect(homeOf([shown(card('a', '12 Oak')), meaning('12 Oak'), meaning('the home of the page')])).toBe('page-home');
  });
});

describe('the appointments in the rail', () => {
  const change = (
    appointmentId: string,
    state: EntryData<'appointment-changed'>['state'],
    startsAt?: string,
    more: Partial<EntryData<'appointment-changed'>> = {},
  ) =>
    ({
      type: 'appointment-changed',
      actor: visitor,
      data: { appointmentId, state, ...(startsAt ? { startsAt } : {}), ...more },
    }) as const;

  test('are those that stand, the soonest first, then what was cancelled; a time somebody else got is none', () => {
    const entries = logged([
      change('late', 'held', '2026-11-28T16:00:00Z'),
      change('late', 'booked', '2026-11-28T16:00:00Z'),
      change('gone', 'booked', '2026-11-20T16:00:00Z', { kind: 'call', with: 'Maya' }),
      change('gone', 'cancelled'),
      change('soon', 'booked', '2026-11-21T16:00:00Z'),
      change('taken', 'failed', '2026-11-21T18:00:00Z'),
    ]);
    const found = appointmentsOf(entries).map(({ appointmentId, state }) => `${appointmentId} ${state}`);
    expect(found).toEqual(['soon booked', 'late booked', 'gone cancelled']);
    expect(appointmentsOf(entries).at(-1)).toMatchObject({ startsAt: '2026-11-20T16:00:00Z', with: 'Maya' });
  });

  test('are told by the clock that they were agreed on, as the brokerage reads it', () => {
    const told = () => meetingTime('2026-11-21T20:00:00Z', '2026-11-21T20:30:00Z', 'America/Chicago');
    readClockAs('h12');
    const words = told();
    expect(words).toMatch(/, 2:00 PM–2:30 PM \(Central Time\)$/);
    readClockAs('h23');
    expect(told()).toMatch(/, 14:00–14:30 \(Central Time\)$/);
    expect(words).toMatch(/Nov/);
  });
});
