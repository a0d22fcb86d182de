import type { LeadAnswer } from '../../src/contract/rest/leads.ts';
import type { ListingAnswer } from '../../src/contract/rest/listings.ts';
import { desk } from './deskScene.tsx';
import { buyerTalk, inMinutes, jorge, logged, longName, minutesAgo, talkId, unbroken } from './fixtures.ts';
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
  version: 1,
  changedAt: '2026-11-16T15:00:00.000Z',
  marks: [],
  photos: [],
};

/** Two days with some times each. */
const freeTimes = () => ({
  zone: 'America/Chicago',
  minutes: 60,
  people: [
    { id: 'agent-1', name: 'Maya Brooks' },
    { id: 'agent-2', name: longName },
  ],
  items: Array.from({ length: 12 }, (_, index) => {
    const startsAt = Date.UTC(2030, 2, 4 + Math.floor(index / 6), 15 + (index % 6));
    const endsAt = new Date(startsAt + 3_600_000).toISOString();
    return { startsAt: new Date(startsAt).toISOString(), endsAt, with: ['agent-1', 'agent-2'] };
  }),
});

/** Answers for the hub's listings: a home, a refusal, or nothing at all. */
function listings(answer: ListingAnswer | 'never' | 'NOT_FOUND' | 'DEPENDENCY_DOWN'): () => void {
  return () => {
    window.fetch = async (input) => {
      if (typeof answer === 'object' && String(input).includes('/appointments/times'))
        return Response.json(freeTimes());
      if (String(input).includes('/appointments/homes')) return Response.json({ items: [home] });
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
    missing: ['beds' as const, 'area' as const],
  },
};

const wantsLess = {
  ...wishes,
  data: {
    ...wishes.data,
    missing: ['area' as const],
    slots: {
      intent: slot('buy'),
      budget: slot({ minCents: null, maxCents: 50_000_000, currency: 'USD' }),
      beds: slot(4),
      propertyType: slot('condo'),
    },
  },
};
const homeTab = '.known-tabs >> text=Home';

/** The profile that the hub gives of the visitor. */
function profile(more: Partial<LeadAnswer>): () => void {
  return () => {
    const field = (value: unknown) => ({ ...slot(value), conversationId: talkId });
    const lead: LeadAnswer = {
      id: 'lead-1',
      createdAt: minutesAgo(60),
      fields: { name: field('Nora Field'), phone: field('+1 512-555-0134'), email: field('nora.field@mail.example') },
      tags: [],
      conversations: [],
      consents: [],
      suppressions: [],
      suppressed: [],
      deletionRequests: [],
      merged: [],
      ...more,
    };
    window.fetch = async (input) =>
      String(input).includes('/leads/')
        ? Response.json(lead)
        : Response.json({ error: { code: 'NOT_FOUND', message: 'Refused.', retryable: false } }, { status: 404 });
  };
}
const told = {
  at: minutesAgo(30),
  conversationId: talkId,
  evidence: { log: `public:${talkId}`, seq: 1, start: 0, end: 2 },
};
const agreed = {
  ...told,
  said: 'yes, text me',
  to: '+15125550134',
  shown: { text: 'May the team call and text you at this number?', evidence: told.evidence },
};

const at = { entries: logged(buyerTalk), listingId: home.listingId };
const odd = {
  ...home,
  title: longName,
  features: [unbroken.slice(0, 80), ...home.features],
  status: 'sold' as const,
};

/** The rail's words about the home and appointments, in each of its states. */
export const railScenes: Scene[] = [
  desk('home', 'the home on the page', '.home-figures', at, {
    before: listings(home),
    press: [homeTab, '.home-facts summary'],
  }),
  desk(
    'home-conflict',
    'a home that differs from what they want',
    '.home-conflicts',
    { ...at, entries: logged([...buyerTalk, wantsLess]) },
    { before: listings(home), press: [homeTab] },
  ),
  desk(
    'lead-conflict',
    'a wish that the home in the conversation doesn’t meet',
    'text=This home: $689,000',
    {
      ...at,
      entries: logged([...buyerTalk, wantsLess]),
    },
    { before: listings(home) },
  ),
  desk('home-long', 'a sold home with long text', '.home-figures', at, { before: listings(odd), press: [homeTab] }),
  desk('home-loading', 'the home loading', '.rail .skeleton', at, {
    before: listings('never'),
    press: [homeTab],
  }),
  desk('home-unknown', 'a home that isn’t on file', 'text=Nothing is on file', at, {
    before: listings('NOT_FOUND'),
    press: [homeTab],
  }),
  desk('home-error', 'the home didn’t load', 'text=This home didn’t load', at, {
    before: listings('DEPENDENCY_DOWN'),
    press: [homeTab],
  }),
  desk('contact', 'a lead who can be called, texted, and emailed', 'text=Agreed to calls and texts', at, {
    before: profile({
      consents: [
        { ...agreed, kind: 'call' },
        { ...agreed, kind: 'text' },
      ],
      conversations: [{ conversationId: 'before', lastAt: minutesAgo(9_000), mode: 'closed', listingTitle: longName }],
    }),
    press: ['summary.consent-chip'],
  }),
  desk('contact-stopped', 'a lead who wants no calls and their data deleted', 'text=Deletion request', at, {
    before: profile({
      suppressed: ['call', 'text', 'email'],
      suppressions: [{ ...told, said: 'STOP, leave me alone', channels: ['call', 'text', 'email'], reason: 'stop' }],
      deletionRequests: [{ ...told, said: 'delete my data', confirmBy: '2026-12-01', answerBy: '2027-01-01' }],
    }),
    press: ['summary.consent-chip'],
  }),
  desk('ask', 'questions about the lead', '[aria-label="Question about this lead"]', at, {
    press: ['.known-tabs >> text=Ask'],
  }),
  desk('score', 'the figures behind the score', '.bars', at, { press: ['.score-how summary'] }),
  desk(
    'appointment',
    'an appointment, and one that was canceled',
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
  desk('appointment-past', 'a past appointment', 'text=How did it go?', {
    entries: logged([...buyerTalk, appointment('one', 'booked', minutesAgo(120), longName)]),
  }),
  desk(
    'appointment-noted',
    'a no-show, with a note being edited',
    '.appointment-words',
    {
      entries: logged([
        ...buyerTalk,
        appointment('one', 'booked', minutesAgo(120), 'Maya Brooks'),
        {
          type: 'appointment-noted',
          actor: jorge,
          data: { appointmentId: 'one', outcome: 'no-show', note: `Waited for half an hour. ${unbroken.slice(0, 60)}` },
        },
      ]),
    },
    { press: ['text=Edit note'] },
  ),
  desk('booking', 'a showing is being booked', '.book-told b', at, {
    before: listings(home),
    press: ['text=Book a showing', '.book-slots button'],
  }),
  desk('booking-own', 'a call at a custom time', '.book-own', at, {
    before: listings(home),
    press: ['text=Book a call', 'text=Choose another time'],
  }),
  desk('booking-error', 'the available times didn’t load', '.book-form [role=alert]', at, {
    before: listings('DEPENDENCY_DOWN'),
    press: ['text=Book a call'],
  }),
  desk('agreement', 'a showing on hold for a signature', 'text=Mark agreement signed', {
    entries: logged([...buyerTalk, wishes]),
  }),
];
