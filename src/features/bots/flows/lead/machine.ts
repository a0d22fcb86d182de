import { readWhichFirst, sideNamedFirst } from '../../../reading/dialogue/readWhichFirst.ts';
import { readBeds } from '../../../reading/home/readBeds.ts';
import { readMoney } from '../../../reading/numbers/readMoney.ts';
import { readRole } from '../../../reading/person/readRole.ts';
import { readAreas } from '../../../reading/place/readArea.ts';
import { readPlannedTime } from '../../../reading/time/readPlannedTime.ts';
import { hasTime } from '../../booking/readSlotChoice.ts';
import type { Question } from '../../state/question.ts';
import {
  answerOf,
  fill,
  fillRead,
  isOpen,
  type Move,
  notifyTeamOnce,
  type StepContext,
  stateOf,
} from '../../state/stepContext.ts';
import { contactMove } from '../../track/contact.ts';
import { hasLongHorizon } from '../../track/longHorizon.ts';
import { isPeriodMeant } from '../../understand/isPeriodMeant.ts';
import { chosenValue, type MessageReading } from '../../understand/readMessage.ts';
import { listenAsBuyer } from '../buyer/machine.ts';
import { buyTimeline } from '../buyer/questions.ts';
import type { Machine } from '../machine.ts';
import { scheduleMove, schedulingQuestions } from '../scheduling.ts';
import { listenAsSeller } from '../seller/machine.ts';
import { sideFacts } from '../sideFacts.ts';
import { firstQuestion, intentQuestion, sellTimeline } from './questions.ts';
import { sideOf } from './sideOf.ts';

/**
 * The lead bot: finds out buying or selling, the timeline and a time to talk, then hands over. A clause of intent or a fact only a
 * buyer or a seller gives hands over at once; a bare "buy" or "sell" goes its own way first.
 */
export const leadMachine: Machine = {
  bot: 'lead',
  slots: ['intent', 'timeline', 'timeOfDay', 'day'],
  weights: { intent: 30, timeline: 30, timeOfDay: 20, day: 20 },
  question: (id, turn) => questionOf(id, turn),
  listen,
  next,
  lacksForHot: () => ['a buyer’s or seller’s answers'],
  isQualified: ({ slots }) => slots.day?.state === 'answered',
};

function questionOf(id: string, turn: StepContext): Question | undefined {
  if (id === 'intent') return intentQuestion;
  if (id === 'first') return firstQuestion;
  if (id === 'timeline') return answerOf(turn.state, 'intent') === 'sell' ? sellTimeline : buyTimeline;
  return schedulingQuestions[id];
}

function listen(turn: StepContext, reading: MessageReading): void {
  const { message, asked, intent } = reading;
  const chosen = chosenValue(reading, asked ? questionOf(asked, turn) : undefined);
  if (chosen && (asked === 'intent' || asked === 'first')) {
    fill(turn, asked, chosen.value, message);
    return;
  }
  if (asked === 'first' && intent && intent.value !== 'both') {
    const first = sideNamedFirst(message.text) ?? intent.value;
    fill(turn, 'first', first, message, intent);
    return;
  }
  if (intent) trackIntent(turn, reading, intent);
  const side = sideOf(turn, reading);
  const known = answerOf(turn.state, 'intent');
  if (side !== null && side !== known) {
    if (known !== 'both') fill(turn, 'intent', side, message);
    fill(turn, 'first', side, message);
  }
  if (side === null)
    fillRead(
      turn,
      'timeline',
      readPlannedTime(message.text, { at: turn.at, asked: isPeriodMeant(turn, reading) }),
      message,
    );
  if (side === 'buy') listenAsBuyer(turn, reading);
  if (side === 'sell') listenAsSeller(turn, reading);
  if (known === 'rent') trackRental(turn, reading);
}

/** Tells the team about a visitor who looks to rent: Jorge asks nothing about it. */
function trackRental(turn: StepContext, { message }: MessageReading): void {
  const { text } = message;
  fillRead(turn, 'beds', readBeds(text).beds, message);
  fillRead(turn, 'area', readAreas(text, turn.pack.areas), message);
  fillRead(turn, 'rent', readMoney(text, { rent: true }), message);
}

function trackIntent(turn: StepContext, reading: MessageReading, intent: NonNullable<MessageReading['intent']>): void {
  const known = answerOf(turn.state, 'intent');
  const role = readRole(reading.message.text);
  if (role !== null && role !== 'represented') return;
  // "Just looking" takes back nothing that was said before.
  if (intent.value === 'browse' && known !== undefined) return;
  if (intent.value === 'rent' && (known === 'buy' || known === 'sell')) return;
  fill(turn, 'intent', intent.value, reading.message, intent);
  const first = intent.value === 'both' ? readWhichFirst(reading.message.text) : intent.value;
  if (intent.clause && (first === 'buy' || first === 'sell')) fill(turn, 'first', first, reading.message, intent);
}

function next(turn: StepContext): Move {
  const { state } = turn;
  const intent = answerOf(state, 'intent');
  const first = answerOf(state, 'first');
  const knows = (slots: readonly string[]) => slots.some((slot) => stateOf(state, slot) === 'answered');
  // Moving a booked time comes first.
  const moved = state.booking.moving ? scheduleMove(turn) : null;
  if (moved !== null) return moved;
  if (intent === 'both' && first === undefined) {
    if (isOpen(state, 'first')) return { kind: 'ask', question: firstQuestion, at: 'ASK_WHICH_FIRST' };
    return { kind: 'hand-over', to: 'seller' };
  }
  if (first === 'sell' || (intent === 'sell' && knows(sideFacts.seller))) return { kind: 'hand-over', to: 'seller' };
  if (intent === 'rent') {
    // We have nothing for rent, so the form would lead nowhere.
    notifyTeamOnce(turn, 'rental-wanted', 'Is looking for a rental', 3);
    // The home that they look for comes before how to reach them, and the words of consent that go with a number.
    return (state.visitorMessages > 1 ? contactMove(turn) : null) ?? { kind: 'rest', at: 'BROWSING' };
  }
  const wantsViewing = answerOf(state, 'visit') === 'viewing';
  if (
    first === 'buy' ||
    (intent === 'buy' && knows(sideFacts.buyer)) ||
    (intent === undefined && (knows(sideFacts.buyer) || wantsViewing)) ||
    (intent === 'browse' && (knows(sideFacts.buyer) || wantsViewing)) ||
    (intent === 'buy' && wantsViewing)
  ) {
    return { kind: 'hand-over', to: 'buyer' };
  }
  if (intent === 'browse' && answerOf(state, 'visit') === undefined) return { kind: 'rest', at: 'BROWSING' };
  // A call needs a number before its time.
  const wantsCall = answerOf(state, 'visit') === 'call';
  const hasNumber = stateOf(state, 'phone') === 'answered';
  const toCall = !wantsCall
    ? null
    : hasNumber
      ? (scheduleMove(turn) ?? contactMove(turn))
      : (contactMove(turn) ?? scheduleMove(turn));
  if (toCall !== null) return toCall;
  if (isOpen(state, 'intent')) return { kind: 'ask', question: intentQuestion, at: 'ASK_INTENT' };
  // Without a purpose and without a wish for a time, the visitor is not pressed for one.
  if (intent === undefined && answerOf(state, 'visit') === undefined && !hasTime(state))
    return { kind: 'rest', at: 'BROWSING' };
  if (isOpen(state, 'timeline') && intent !== undefined) {
    return { kind: 'ask', question: intent === 'sell' ? sellTimeline : buyTimeline, at: 'ASK_TIMELINE' };
  }
  const later = hasLongHorizon(state) && answerOf(state, 'visit') === undefined && !hasTime(state);
  const schedule = later ? null : scheduleMove(turn);
  if (schedule) return schedule;
  if (intent === 'buy') return { kind: 'hand-over', to: 'buyer' };
  return intent === 'sell' ? { kind: 'hand-over', to: 'seller' } : { kind: 'finish' };
}
