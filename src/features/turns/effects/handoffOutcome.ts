import { idFrom } from '../../../kernel/ids.ts';
import { routeOf } from '../../bots/handoffs.ts';
import type { Effect, HandoffOutcome } from '../../bots/protocol.ts';
import type { HandoffOutcomeStore } from '../ports.ts';
import type { EffectParts, Running } from './parts.ts';

type Handed = Omit<Effect & { kind: 'handoff-outcome' }, 'kind' | 'outcome'>;

/** How a hand-over of a conversation went; the same one again is a later word about it. */
export const noteOutcome = (
  { outcomes }: { outcomes: HandoffOutcomeStore },
  { tenantId, conversationId }: Running['place'],
  handed: Handed,
  outcome: HandoffOutcome,
): Promise<void> => {
  const route = routeOf(handed);
  return outcomes.note(tenantId, route, { id: idFrom('handoff', conversationId, route, handed.at), outcome });
};

/** The bot saw by itself how a hand-over went. */
export const handoffOutcome = (
  parts: EffectParts,
  running: Running,
  effect: Effect & { kind: 'handoff-outcome' },
): Promise<void> => noteOutcome(parts, running.place, effect, effect.outcome);
