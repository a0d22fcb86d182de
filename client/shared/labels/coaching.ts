import type { CoachingStage, HelpLevel, StrategyName, WithheldReason } from '../../../src/contract/coaching.ts';
import type { CueKind } from '../../../src/contract/cues.ts';

export const cueLabels: Record<CueKind, string> = {
  'buying-signal': 'Buying signal',
  price: 'Price',
  timing: 'Timing',
  trust: 'Trust',
  authority: 'Someone else decides too',
  financing: 'Financing',
  competition: 'Competition',
  family: 'Family',
  features: 'Features',
  location: 'Location',
  urgency: 'Urgency',
  'vague-answer': 'Vague answer',
  'many-questions': 'Many questions',
  monologue: 'Long talk',
  silence: 'Silence',
  'open-question': 'Open question',
  compliance: 'Compliance',
  'contradicted-figure': 'Wrong figure',
};

export const stageLabels: Record<CoachingStage, string> = {
  discovery: 'getting to know them',
  qualification: 'qualification',
  objection: 'objection',
  closing: 'closing',
};

export const withheldWords: Record<WithheldReason, string> = {
  'off-for-this-talk': 'the agent dismissed this kind twice',
  'still-shown': 'one of its kind was still shown',
  'too-soon': 'another one came just before',
  'too-many': 'this conversation has had enough of them',
  level: 'the agent wants fewer of them',
};

export const helpLevelLabels: Record<HelpLevel, string> = {
  off: 'None',
  critical: 'Only what can’t wait',
  normal: 'The usual',
  all: 'Everything',
};

export const strategyLabels: Record<StrategyName, string> = {
  empathetic: 'Empathetic: feelings first',
  analytical: 'Analytical: facts and figures',
  assertive: 'Assertive: confident and brief',
  consultative: 'Consultative: questions that help them decide',
  relationship: 'Relationship: trust first',
};
