import { describe, expect, test } from 'vitest';
import { jorge, logged, visitor } from '../../client/gallery/fixtures.ts';
import { consentChip } from '../../client/shared/components/lead/consentChip.ts';
import { scoreFigures, scoreReasons } from '../../client/shared/components/lead/scoreReasons.ts';
import { meetingTime, readClockAs } from '../../client/shared/labels/times.ts';
import { appointmentsOf } from '../../client/shared/state/appointmentsOf.ts';
import { conversationFacts } from '../../client/shared/state/conversationFacts.ts';
import { homeConflicts } from '../../client/shared/state/homeConflicts.ts';
import { homeOfTalk } from '../../client/shared/state/homeOfTalk.ts';
import type { EntryData } from '../../src/contract/log/entry.ts';

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

  test('are those that stand, the soonest first, then what was canceled; a time somebody else got, or that was let go, is none', () => {
    const entries = logged([
      change('late', 'held', '2026-11-28T16:00:00Z'),
      change('late', 'booked', '2026-11-28T16:00:00Z'),
      change('gone', 'booked', '2026-11-20T16:00:00Z', { kind: 'call', with: 'Maya' }),
      change('gone', 'cancelled'),
      change('soon', 'booked', '2026-11-21T16:00:00Z'),
      change('taken', 'failed', '2026-11-21T18:00:00Z'),
      change('let-go', 'held', '2026-11-21T19:00:00Z'),
      change('let-go', 'cancelled'),
    ]);
    const found = appointmentsOf(entries).map(({ appointmentId, state }) => `${appointmentId} ${state}`);
    expect(found).toEqual(['soon booked', 'late booked', 'gone cancelled']);
    expect(appointmentsOf(entries).at(-1)).toMatchObject({ startsAt: '2026-11-20T16:00:00Z', with: 'Maya' });
  });

  test('are told by the clock that they were agreed on, as the brokerage reads it', () => {
    const told = () => meetingTime('2026-11-21T20:00:00Z', '2026-11-21T20:30:00Z', 'America/Chicago');
    readClockAs('h12');
    const words = told();
    expect(words).toMatch(/ · 2:00 PM–2:30 PM \(Central Time\)$/);
    readClockAs('h23');
    expect(told()).toMatch(/ · 14:00–14:30 \(Central Time\)$/);
    expect(words).toMatch(/Nov/);
  });
});

const held = (value: unknown, state: 'answered' | 'declined' = 'answered') => ({
  value,
  state,
  confidence: null,
  evidence: [],
});

describe('a home beside what they want', () => {
  const home = { priceCents: 68_900_000, currency: 'USD', beds: 3, baths: 2.5, propertyType: 'single-family' } as const;
  const upTo = (maxCents: number | null) => held({ minCents: null, maxCents, currency: 'USD' });

  test('differs where it is dearer than they go, smaller than they need or of another kind', () => {
    const wishes = { intent: held('buy'), budget: upTo(50_000_000), beds: held(4), propertyType: held('condo') };
    expect(homeConflicts(wishes, home).map(({ slot, home: has }) => [slot, has])).toEqual([
      ['budget', 68_900_000],
      ['beds', 3],
      ['propertyType', 'single-family'],
    ]);
  });

  test('differs in nothing where it fits, where they would not say, and where it is their own', () => {
    expect(homeConflicts({ budget: upTo(70_000_000), beds: held(3), baths: held(2) }, home)).toEqual([]);
    expect(homeConflicts({ budget: upTo(null), beds: held(9, 'declined') }, home)).toEqual([]);
    expect(homeConflicts({ intent: held('sell'), budget: upTo(1) }, home)).toEqual([]);
    expect(homeConflicts({ budget: { ...upTo(1), value: { maxCents: 1, currency: 'EUR' } } }, home)).toEqual([]);
  });
});

describe('the score', () => {
  const reasons = [
    'budget: known',
    'Readiness (FRS) 62 of 100',
    'Commitment (PCS) 54.9 of 100',
    'Jorge count 3 of 7 (50%)',
    'Not hot without timeline, proof of financing',
  ];
  test('has three reasons in words, among them what keeps it from hot; its figures stand apart', () => {
    const slots = {
      preApproval: held('in-progress'),
      budget: held({ minCents: null, maxCents: 70_000_000, currency: 'USD' }),
      area: held('Zilker'),
    };
    expect(scoreReasons({ reasons }, slots)).toEqual([
      'Pre-approval in progress',
      'Budget: up to $700,000',
      'Not hot yet: still missing timeline, proof of financing',
    ]);
    expect(scoreReasons({ reasons: ['Asked for a showing'] }, slots)[0]).toBe('Asked for a showing');
    expect(scoreReasons({ reasons: [] }, {})).toEqual([]);
    expect(scoreReasons({ reasons: [] }, { visit: held('call'), motivation: held('other') })).toEqual(['Wants a call']);
    expect(scoreFigures({ reasons })).toEqual(reasons.slice(1));
  });
});

describe('the consent of a lead', () => {
  const consent = (kind: 'call' | 'text', closed?: { at: string; by: string }) => ({
    kind,
    to: '+15125550134',
    at: '2026-11-21T16:00:00Z',
    conversationId: 'c',
    said: 'yes',
    evidence: { log: 'public:c', seq: 1, start: 0, end: 3 },
    ...(closed ? { closed } : {}),
  });
  test('is told in one chip: opt-outs first, else consents, else that there is none', () => {
    const both = [consent('call'), consent('text')];
    expect(consentChip({ suppressed: ['call'], consents: both })).toEqual({ tone: 'forbids', words: 'No calls' });
    expect(consentChip({ suppressed: [], consents: both })).toEqual({
      tone: 'agrees',
      words: 'Agreed to calls and texts',
    });
    const ended = [consent('call', { at: '2026-11-22T16:00:00Z', by: 'Maya' })];
    expect(consentChip({ suppressed: [], consents: ended }).tone).toBe('open');
  });
});
