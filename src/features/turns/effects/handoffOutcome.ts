import { idFrom } from '../../../kernel/ids.ts';
import { routeOf } from '../../bots/handoff/handoffs.ts';
import type { Effect, HandoffOutcome } from '../../bots/state/protocol.ts';
import type { HandoffOutcomeStore } from '../ports.ts';
import type { Running } from './running.ts';

export interface OutcomeDeps {
  outcomes: Pick<HandoffOutcomeStore, 'note'>;
}

type Handed = Omit<Effect & { kind: 'handoff-outcome' }, 'kind' | 'outcome'>;

/** How a hand-over of a conversation went; the same one again is a later word about it. */
export const noteOutcome = (
  { outcomes }: OutcomeDeps,
  { tenantId, conversationId }: Running['place'],
  handed: Handed,
  outcome: HandoffOutcome,
): Promise<void> => {
  const route = routeOf(handed);
  return outcomes.note(tenantId, route, { id: idFrom('handoff', conversationId, route, handed.at), outcome });
};

/** The bot saw by itself how a hand-over went. */
export const handoffOutcome = (
  deps: OutcomeDeps,
  running: Running,
  effect: Effect & { kind: 'handoff-outcome' },
): Promise<void> => noteOutcome(deps, running.place, effect, effect.outcome);
