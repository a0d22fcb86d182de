import type { Objection } from './vocabulary.ts';

/** Each objection in a few words, after "a concern about". */
export const objectionWords: Readonly<Record<Objection, string>> = {
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
