import { learnedShift, type RouteOutcomes } from '../bots/handoff/handoffs.ts';
import type { HandoffOutcome } from '../bots/state/protocol.ts';

/** How one hand-over went; a later word about the same one counts instead. */
export interface NotedOutcome {
  id: string;
  outcome: HandoffOutcome;
}
const outcomesKept = 200;

/** The newest outcomes of a route with one more, at most 200; of one hand-over the last word counts. */
export const outcomesAfter = (kept: readonly NotedOutcome[], one: NotedOutcome): NotedOutcome[] =>
  [...kept.filter(({ id }) => id !== one.id), one].slice(-outcomesKept);

/** How many outcomes there are, and the share that went well; 0 of none. */
export const sumOf = (kept: readonly NotedOutcome[]): RouteOutcomes => ({
  samples: kept.length,
  success: kept.length === 0 ? 0 : kept.filter(({ outcome }) => outcome === 'successful').length / kept.length,
});

/** The shifts of a tenant's thresholds by its outcomes, by route; routes that they do not move are left out. */
export function shiftsOf(outcomes: Readonly<Record<string, RouteOutcomes>>): Record<string, number> {
  const shifts: Record<string, number> = {};
  for (const route of Object.keys(outcomes).sort()) {
    const shift = learnedShift(outcomes[route] as RouteOutcomes);
    if (shift !== 0) shifts[route] = shift;
  }
  return shifts;
}
