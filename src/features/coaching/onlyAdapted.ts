import { prefersOf, readFromWords } from '../composing/prefersOf.ts';
import type { CoachContext } from './coachContext.ts';
import type { CoachingDeps } from './deps.ts';

/**
 * The talk without what the person prefers where that may not be used. It is looked up only for a talk that shows something a card would
 * follow: most lines of a call cost no read more.
 */
export async function onlyAdapted(deps: Pick<CoachingDeps, 'adaptsTo'>, talk: CoachContext): Promise<CoachContext> {
  const isShown = prefersOf(talk.prefers, readFromWords) !== undefined;
  return isShown && !(await deps.adaptsTo(talk.tenantId, talk.conversationId)) ? { ...talk, prefers: [] } : talk;
}
