import type { ListingAnswer } from '../../src/contract/rest.ts';
import { desk } from './deskScene.tsx';
import { buyerTalk, inMinutes, jorge, logged, longName, minutesAgo, unbroken } from './fixtures.ts';
import type { Scene } from './scene.ts';

const home: ListingAnswer = {
  listingId: 'home-1',
  title: '908 Kinney Oaks Court',
  address: '908 Kinney Oaks Court, Austin, TX 78704',
  area: 'Barton Hills',
  priceCents: 68_900_000,
  currency: 'USD',
  beds: 3,
  baths: 2.5,
  areaSqft: 1_850,
  yearBuilt: 1998,
  lotSqft: 7_200,
  propertyType: 'single-family',
  status: 'active',
  hoaCentsPerMonth: 4_500,
  taxCentsPerYear: 1_140_000,
  parking: 'Two-car garage',
  description: 'A porch under two oaks.',
  features: ['roof of 2021', 'covered porch', 'oak floors'],
  url: 'https://www.bartonridge.example/homes/908',
  source: 'Barton Ridge Realty',
  asOf: '2026-11-16',
};

/** Answers for the hub's listings: a home, a refusal, or nothing at all. */
function listings(answer: ListingAnswer | 'never' | 'NOT_FOUND' | 'DEPENDENCY_DOWN'): () => void {
  return () => {
    window.fetch = async (input) => {
      if (answer === 'never') return new Promise<Response>(() => undefined);
      const isListing = String(input).includes('/listings/');
      if (isListing && typeof answer === 'object') return Response.json(answer);
      const code = isListing && typeof answer === 'string' ? answer : 'NOT_FOUND';
      return Response.json(
        { error: { code, message: 'Refused for this picture.', retryable: false } },
        { status: 404 },
      );
    };
  };
}

const appointment = (
  appointmentId: string,
  state: 'held' | 'booked' | 'cancelled' | 'failed',
  startsAt: string,
  who: string,
) => {
  const endsAt = new Date(Date.parse(startsAt) + 30 * 60_000).toISOString();
  const data = { appointmentId, state, startsAt, endsAt, kind: 'viewing' as const, with: who, zone: 'America/Chicago' };
  return { type: 'appointment-changed' as const, actor: jorge, data };
};
const slot = (value: unknown, state: 'unknown' | 'answered' = 'answered') => ({
  value,
  state,
  confidence: null,
  evidence: [],
});
const wishes = {
  type: 'qualification-changed' as const,
  actor: jorge,
  data: {
    slots: {
      intent: slot('buy'),
      home: slot('908 Kinney Oaks Court'),
      propertyType: slot('single-family'),
      features: slot(['pool', 'wood-floors', 'main-downstairs', 'garage']),
      visit: slot('viewing'),
      showing: slot('agreement'),
      agreement: slot(null, 'unknown'),
    },
    answered: 6,
    total: 8,
    missing: ['beds', 'area'],
  },
};

const at = { entries: logged(buyerTalk), listingId: home.listingId };
const odd = {
  ...home,
  title: longName,
  features: [unbroken.slice(0, 80), ...home.features],
  status: 'sold' as const,
};

/** What the rail says of the home and of appointments, in each of its states. */
export const railScenes: Scene[] = [
  desk('home', 'the home of the page', '.home-figures', at, {
    before: listings(home),
    press: ['.home-facts summary'],
  }),
  desk('home-long', 'a home with long words, sold', '.home-figures', at, { before: listings(odd) }),
  desk('home-loading', 'the home is on its way', '.rail .skeleton', at, { before: listings('never') }),
  desk('home-unknown', 'a home that is not on file', 'text=Nothing is on file', at, {
    before: listings('NOT_FOUND'),
  }),
  desk('home-error', 'the home did not load', 'text=This home did not load', at, {
    before: listings('DEPENDENCY_DOWN'),
  }),
  desk(
    'appointment',
    'an appointment, and one that was cancelled',
    '.appointment.booked',
    {
      ...at,
      entries: logged([
        ...buyerTalk,
        appointment('one', 'cancelled', inMinutes(60 * 24), 'Owen Tanaka'),
        appointment('two', 'booked', inMinutes(60 * 48), 'Maya Brooks'),
      ]),
    },
    { before: listings(home), press: ['text=Cancel appointment'] },
  ),
  desk('appointment-past', 'an appointment that is over', '.appointment.booked', {
    entries: logged([...buyerTalk, appointment('one', 'booked', minutesAgo(120), longName)]),
  }),
  desk('agreement', 'a showing that waits for a signature', 'text=Mark agreement signed', {
    entries: logged([...buyerTalk, wishes]),
  }),
];
