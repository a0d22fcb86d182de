import type { QuestionName } from '../../contract/vocabulary.ts';
import { heardSpoken } from '../bots/state/heardSpoken.ts';
import type { BotEvent, BotState } from '../bots/state/protocol.ts';
import type { Turn } from './model.ts';

/** That Claude wrote the reply of the last turn, what it asked, and the one time on offer that it spoke of last; null where it did not. */
export function spokeIn(last: Turn | null): (BotEvent & { kind: 'spoke' }) | null {
  const [index, acts] = Object.entries(last?.spoken ?? {}).at(-1) ?? [];
  if (index === undefined || acts === undefined) return null;
  const asks = acts.find((act) => act.startsWith('ask-'));
  const asked = asks === undefined ? null : (asks.slice('ask-'.length) as QuestionName);
  const [time, ...others] = (last?.askedAbout?.[index] ?? []).flatMap((id) => timeFact.exec(id)?.[1] ?? []);
  const slot = time === undefined || others.length > 0 ? undefined : slotsOf(last)[Number(time) - 1];
  return { kind: 'spoke', asked, ...(slot === undefined ? {} : { slotId: slot.slotId }) };
}
const timeFact = /^time\.(\d+)$/;
const slotsOf = (last: Turn | null) => last?.stateAfter.booking.offer?.slots ?? [];

/** The state that the next message is read against. */
export function stateHeard(state: BotState, last: Turn | null): BotState {
  const spoke = spokeIn(last);
  return spoke === null ? state : heardSpoken(state, spoke);
}
