import { contactQuestions } from '../contactTexts.ts';
import { answerOf, decline, isOpen, type Move, noteTold, say, stateOf, type Turn } from '../turn.ts';
import { bookingTexts, emailQuestion } from './bookingTexts.ts';
import type { MeetingKind } from './model.ts';

/** So often a number is asked for before the call is let go. */
const mostAsks = 2;

const lacksNumber = ({ state }: Turn): boolean => stateOf(state, 'phone') !== 'answered';

/** They would not give a number: no call is looked up or booked for them. */
export const cannotBeCalled = (turn: Turn): boolean => lacksNumber(turn) && !isOpen(turn.state, 'phone');

/** What has to come before a call is booked: a number to call. Null where nothing does. */
export function numberFirst(turn: Turn, meeting: MeetingKind): Move | null {
  if (meeting !== 'call' || !lacksNumber(turn)) return null;
  const question = contactQuestions.callNumber;
  const mayAsk = isOpen(turn.state, 'phone') && (turn.state.said['q:callNumber'] ?? 0) < mostAsks;
  if (mayAsk && question !== undefined) return { kind: 'ask', question, at: 'ASK_NUMBER' };
  decline(turn, 'phone');
  return letCallGo(turn);
}

/** Nobody can call: what was kept free is let go, and they hear what there is instead, once. Null where nothing is to be said of it. */
export function letCallGo(turn: Turn): Move | null {
  const { state } = turn;
  const { held, offer } = state.booking;
  const wanted = held !== null || offer !== null || answerOf(state, 'visit') === 'call';
  state.booking = { ...state.booking, held: null, chosen: null, offer: null };
  const isNew = noteTold(turn, 'no-number-to-call') || turn.filled.includes('visit');
  if (!wanted || !isNew) return null;
  turn.effects.push({ kind: 'note', text: 'Wanted a call and gave no number, so none is booked.' });
  const writes = answerOf(state, 'contactBy') === 'email' && stateOf(state, 'email') !== 'answered';
  return {
    kind: 'do',
    at: 'NO_NUMBER',
    effects: held === null ? [] : [{ kind: 'cancel-appointment', appointmentId: held.appointmentId }],
    question: writes ? emailQuestion : null,
    says: writes ? say(turn, 'noCall', bookingTexts.noCall) : say(turn, 'noNumber', bookingTexts.noNumber),
  };
}
