import type { QuestionName } from '../../contract/vocabulary.ts';
import { heardAsked } from '../bots/state/heardAsked.ts';
import type { BotEvent, BotState } from '../bots/state/protocol.ts';
import type { Turn } from './model.ts';

/** That Claude wrote the reply of the last turn, and what it asked; null where it did not. */
export function spokeIn(last: Turn | null): (BotEvent & { kind: 'spoke' }) | null {
  const acts = Object.values(last?.spoken ?? {}).at(-1);
  if (acts === undefined) return null;
  const asks = acts.find((act) => act.startsWith('ask-'));
  return { kind: 'spoke', asked: asks === undefined ? null : (asks.slice('ask-'.length) as QuestionName) };
}

/** The state that the next message is read against. */
export function stateHeard(state: BotState, last: Turn | null): BotState {
  const spoke = spokeIn(last);
  return spoke === null ? state : heardAsked(state, spoke.asked);
}
