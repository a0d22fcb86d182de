import { z } from 'zod';

/** The moments of a talk that a rule in the process sees at once. `docs/vocabulary.md` says what each means. */
export const cueKinds = [
  'buying-signal',
  'price',
  'timing',
  'trust',
  'authority',
  'financing',
  'competition',
  'family',
  'features',
  'location',
  'urgency',
  'vague-answer',
  'many-questions',
  'monologue',
  'silence',
  'open-question',
  'compliance',
  'contradicted-figure',
] as const;
export const cueKind = z.enum(cueKinds);
export type CueKind = (typeof cueKinds)[number];

/** An agent's answer to a cue. */
export const cueAction = z.enum(['used', 'dismissed', 'wrong']);
export type CueAction = z.infer<typeof cueAction>;
