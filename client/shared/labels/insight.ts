import type { JourneyStage, ReadingName, UnifiedScore } from '../../../src/contract/insight.ts';

/** Those that the desk shows, in this order; of the three horizons of churn, the middle one. */
export const readingLabels: readonly (readonly [ReadingName, string])[] = [
  ['conversion', 'Likely to go ahead'],
  ['appointment', 'Ready to meet'],
  ['urgency', 'Urgency'],
  ['objection', 'Open objections'],
  ['churn14', 'At risk of leaving'],
  ['receptivity', 'Open to contact'],
];
export const journeyLabels: Readonly<Record<JourneyStage, string>> = {
  awareness: 'Getting to know you',
  interest: 'Interested',
  consideration: 'Comparing',
  intent: 'Wants to act',
  evaluation: 'Deciding',
  purchase: 'Ready to sign',
};
export const scorePartLabels: Readonly<Record<UnifiedScore['explain'][number]['part'], string>> = {
  answers: 'what they answered',
  conversion: 'likely to go ahead',
  staying: 'still in touch',
};
