import type { Objection } from '../../../src/contract/vocabulary.ts';

const concernWords: Record<Objection, string> = {
  neighbor_comp: 'what neighbors’ homes sold for',
  anchoring: 'a price they have in mind',
  loss_aversion: 'selling at a loss',
  improvement_overvalue: 'what their improvements are worth',
  market_denial: 'what the market is doing',
  pricing_general: 'the price',
  budget_shock: 'what homes cost',
  analysis_paralysis: 'deciding',
  competition_shopping: 'other brokerages',
  trust_credibility: 'trust',
  authority_decision_maker: 'someone else who has to agree',
  value_proposition: 'what an agent is worth',
  timing_not_ready: 'timing',
};

/** The lead's concern, after "for a concern about". A coach may name one of its own. */
export const concernOf = (objection: string): string =>
  Object.hasOwn(concernWords, objection)
    ? concernWords[objection as Objection]
    : objection.replaceAll('_', ' ').toLowerCase();
