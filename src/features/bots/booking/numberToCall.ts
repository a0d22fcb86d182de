import { bookingTexts, emailQuestion } from '../say/bookingTexts.ts';
import { contactQuestions } from '../say/contactTexts.ts';
import type { MeetingKind } from '../state/bookingState.ts';
import {
  answerOf,
  decline,
  isOpen,
  type Move,
  noteTold,
  type StepContext,
  say,
  stateOf,
} from '../state/stepContext.ts';
import { letPickGo } from './readSlotChoice.ts';

/** Times that we ask for a number before the call is given up. */
const mostAsks = 2;

const lacksNumber = ({ state }: StepContext): boolean => stateOf(state, 'phone') !== 'answered';

/** True when the visitor declined to give a number: no call is looked up or booked for them. */
export const cannotBeCalled = (turn: StepContext): boolean => lacksNumber(turn) && !isOpen(turn.state, 'phone');

/** Asks for a number before a call is booked; null when none is needed. */
export function numberFirst(turn: StepContext, meeting: MeetingKind): Move | null {
  if (meeting !== 'call' || !lacksNumber(turn)) return null;
  const question = contactQuestions.callNumber;
  const mayAsk = isOpen(turn.state, 'phone') && (turn.state.said['q:callNumber'] ?? 0) < mostAsks;
  if (mayAsk && question !== undefined) return { kind: 'ask', question, at: 'ASK_NUMBER' };
  decline(turn, 'phone');
  return letCallGo(turn);
}

/** Releases the time that was held for a call that nobody can make, and offers the alternatives once. Null when there is nothing to say. */
export function letCallGo(turn: StepContext): Move | null {
  const { state } = turn;
  const { held, offer } = state.booking;
  const wanted = held !== null || offer !== null || answerOf(state, 'visit') === 'call';
  letPickGo(turn);
  state.booking = { ...state.booking, offer: null };
  const isNew = noteTold(turn, 'no-number-to-call') || turn.filled.includes('visit');
  if (!wanted || !isNew) return null;
  turn.effects.push({ kind: 'note', text: 'Wanted a call but gave no number, so no call is booked.' });
  const writes = answerOf(state, 'contactBy') === 'email' && stateOf(state, 'email') !== 'answered';
  return {
    kind: 'do',
    at: 'NO_NUMBER',
    effects: [],
    question: writes ? emailQuestion : null,
    says: writes ? say(turn, 'noCall', bookingTexts.noCall) : say(turn, 'noNumber', bookingTexts.noNumber),
  };
}
