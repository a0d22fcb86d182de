import type { Slot } from '../../src/contract/log/parts.ts';
import type { CoachContext, TranscriptLine } from '../../src/features/coaching/coachContext.ts';
import type { ListingFacts } from '../../src/features/packs/model.ts';

export const home: ListingFacts = {
  listingId: 'l1',
  title: '2 bed bungalow on Alder Street',
  address: '1208 Alder Street, Austin',
  area: 'Bouldin',
  priceCents: 54_900_000,
  currency: 'USD',
  beds: 2,
  baths: 1.5,
  areaSqft: 1240,
  yearBuilt: 1948,
  status: 'active',
  hoaCentsPerMonth: 4550,
  parking: 'one-car garage',
  description: 'A bungalow with a deck.',
  features: ['oak floors', 'covered deck', 'renovated kitchen'],
  source: 'the listing agent',
  asOf: '2026-11-01',
};

/** Lines of a talk, `lead: …`, `bot: …` or `agent: …`, numbered from 1. */
export const linesFrom = (...texts: string[]): TranscriptLine[] =>
  texts.map((line, i) => {
    const [, who, text] = /^(lead|bot|agent): ([\s\S]*)$/.exec(line) as RegExpExecArray;
    return { who: who as TranscriptLine['who'], text: text as string, log: 'public:c1', seq: i + 1 };
  });

export const answered = (value: unknown, evidence: Slot['evidence'] = []): Slot => ({
  value,
  state: 'answered',
  confidence: 1,
  evidence,
});

export function talkOf(lines: TranscriptLine[], change: Partial<CoachContext> = {}): CoachContext {
  return {
    tenantId: 't1',
    conversationId: 'c1',
    writerId: 'v1',
    addressKey: 'a1',
    brokerage: 'Barton Ridge Realty',
    assistant: 'Jorge',
    language: 'en',
    leadName: null,
    onPhone: false,
    now: 'Thursday, November 26, 3:40 PM',
    daysAhead: 'Friday, November 27; Saturday, November 28',
    advised: [],
    mode: 'bot',
    bot: 'buyer',
    at: 'QUALIFY',
    slots: {},
    missing: ['budget', 'timeline'],
    answered: 0,
    total: 2,
    prefers: [],
    lines,
    listing: home,
    ...change,
  };
}
