import type { QuestionName } from '../../../contract/vocabulary.ts';
import type { BotEvent, BotState } from './protocol.ts';
import { standsOnScreen } from './question.ts';

/** The state after Claude wrote the last reply: its question stands, and a yes means the one time that it spoke of. */
export function heardSpoken(state: BotState, { asked, slotId }: Omit<BotEvent & { kind: 'spoke' }, 'kind'>): BotState {
  const heard = heardAsked(state, asked);
  return (state.booking.proposed ?? null) === (slotId ?? null)
    ? heard
    : { ...heard, booking: { ...heard.booking, proposed: slotId ?? null } };
}

/** A question that the rules had chosen and that was not put does not stand, and may be put later as if for the first time. */
function heardAsked(state: BotState, asked: QuestionName | null): BotState {
  const stood = state.asked;
  if (stood?.question === asked || (stood === null && asked === null)) return state;
  // A question that stands on the screen with its buttons may be answered whatever was said beside it.
  if (stood !== null && standsOnScreen.has(stood.question) && asked === null) return state;
  const said = { ...state.said };
  const key = `q:${stood?.question}`;
  const times = said[key] ?? 0;
  if (times > 1) said[key] = times - 1;
  else delete said[key];
  return {
    ...state,
    said,
    asked: asked === null ? null : { question: asked, times: 1, misses: 0 },
    quietReplies: asked === null ? state.quietReplies + 1 : 0,
  };
}
