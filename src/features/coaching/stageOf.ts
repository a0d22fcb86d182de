import type { CoachingStage } from '../../contract/coaching.ts';
import type { CueKind } from '../../contract/cues.ts';
import type { CoachContext } from './coachContext.ts';
import { cuesIn } from './cues/cuesIn.ts';

/** Not `location`: most who name a place only say where they are looking. */
const objections: ReadonlySet<CueKind> = new Set(['price', 'timing', 'trust', 'authority', 'competition']);
/** A figure of theirs is a budget as often as a bid. */
const namesBudget = 'price-named';
const closing: ReadonlySet<CueKind> = new Set(['buying-signal', 'urgency']);

/**
 * The stage of the talk, by the lead's last words and how much is known: an objection is met before anything else, and somebody ready
 * to act is not asked more questions.
 */
export function stageOf({ lines, answered, total }: Pick<CoachContext, 'lines' | 'answered' | 'total'>): CoachingStage {
  const last = lines.findLast(({ who }) => who === 'lead');
  const newest = last === undefined ? [] : [{ ...last, at: 0 }];
  if (cuesIn(newest, objections).some(({ rule }) => rule.id !== namesBudget)) return 'objection';
  if (cuesIn(newest, closing).length > 0 || (total > 0 && answered === total)) return 'closing';
  return answered > 0 ? 'qualification' : 'discovery';
}
