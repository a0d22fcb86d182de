import { prefersOf, readFromWords } from '../composing/prefersOf.ts';
import type { CoachContext } from './coachContext.ts';
import type { CoachingDeps } from './deps.ts';

/**
 * The talk without what the person prefers where that may not be used. It is looked up only for a talk that shows something a card would
 * follow, and for a card that Claude writes: rules follow no preference.
 */
export async function onlyAdapted(
  { adaptsTo, model }: Pick<CoachingDeps, 'adaptsTo'> & { model: Pick<CoachingDeps['model'], 'basis'> },
  talk: CoachContext,
): Promise<CoachContext> {
  if (prefersOf(talk.prefers, readFromWords) === undefined) return talk;
  const mayFollow = model.basis === 'model' && (await adaptsTo(talk.tenantId, talk.conversationId));
  return mayFollow ? talk : { ...talk, prefers: [] };
}
