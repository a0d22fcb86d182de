import type { CueKind } from '../../../contract/cues.ts';
import type { CueRule } from './model.ts';
import { agentRules } from './rules/agentRules.ts';
import { homeRules } from './rules/homeRules.ts';
import { moneyRules } from './rules/moneyRules.ts';
import { personRules } from './rules/personRules.ts';
import { readinessRules } from './rules/readinessRules.ts';

/** The kinds that are shown: each was right in enough labeled firings (`npm run eval -- cues`). */
export const cueKindsOn: ReadonlySet<CueKind> = new Set<CueKind>([
  'price',
  'buying-signal',
  'timing',
  'financing',
  'features',
  'location',
  'urgency',
  'vague-answer',
  'trust',
]);

/** One more with every change of a rule. */
export const cueRulesVersion = 3;

/** All rules. The first rule of a kind that sees something decides for its kind. */
export const cueRules: readonly CueRule[] = [
  ...moneyRules,
  ...readinessRules,
  ...personRules,
  ...homeRules,
  ...agentRules,
];
