import type { ScriptObjection } from '../../../src/contract/scriptKinds.ts';
import type { Objection } from '../../../src/contract/vocabulary.ts';

const ofReader: Partial<Record<string, ScriptObjection>> = {
  neighbor_comp: 'price',
  anchoring: 'price',
  loss_aversion: 'price',
  improvement_overvalue: 'price',
  market_denial: 'price',
  pricing_general: 'price',
  budget_shock: 'price',
  competition_shopping: 'competition',
  authority_decision_maker: 'family',
  timing_not_ready: 'timing',
} satisfies Partial<Record<Objection, ScriptObjection>>;

/** A coach names an objection in its own words; the first that fits counts. */
const words: readonly [RegExp, ScriptObjection][] = [
  [/\b(?:financ\w*|loans?|mortgages?|lenders?|pre-?approv\w*|interest rates?|credit)\b/i, 'financing'],
  [/\b(?:pric\w*|expensive|costs?|budget|afford\w*|overpriced)\b/i, 'price'],
  [/\b(?:spouse|wife|husband|partner|family|parents?|decides with)\b/i, 'family'],
  [/\b(?:timing|not ready|too (?:soon|early)|waiting|no rush)\b/i, 'timing'],
  [/\b(?:has an agent|(?:other|another) (?:agent|broker\w*|home|house)s?|compet\w*)\b/i, 'competition'],
];

/** The objection that scripts answer, of one that a suggestion names; null where there are none for it. */
export function scriptObjectionOf(objection: string): ScriptObjection | null {
  if (Object.hasOwn(ofReader, objection)) return ofReader[objection] ?? null;
  return words.find(([pattern]) => pattern.test(objection))?.[1] ?? null;
}
