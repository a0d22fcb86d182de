import { readAreas } from '../../reading/readArea.ts';
import { readBeds } from '../../reading/readBeds.ts';
import { readMoney } from '../../reading/readMoney.ts';
import { readPlannedTime } from '../../reading/readPlannedTime.ts';
import { readRole } from '../../reading/readRole.ts';
import { readWhichFirst, sideNamedFirst } from '../../reading/readWhichFirst.ts';
import { hasTime } from '../booking/hearChoice.ts';
import { listenAsBuyer } from '../buyer/machine.ts';
import { contactMove } from '../contact.ts';
import { isFarOff } from '../farOff.ts';
import { chosenValue, type Heard } from '../hear.ts';
import { isPeriodMeant } from '../isPeriodMeant.ts';
import type { Machine } from '../machine.ts';
import type { Question } from '../question.ts';
import { scheduleMove, schedulingQuestions } from '../scheduling.ts';
import { listenAsSeller } from '../seller/machine.ts';
import { answerOf, fill, isOpen, type Move, stateOf, type Turn, tellTeam } from '../turn.ts';
import { buyTimeline, firstQuestion, intentQuestion, sellTimeline } from './questions.ts';
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
  lacksForHot: () => ['the answers of a buyer or a seller'],
  isQualified: ({ slots }) => slots.day?.state === 'answered',
};

function questionOf(id: string, turn: Turn): Question | undefined {
  if (id === 'intent') return intentQuestion;
  if (id === 'first') return firstQuestion;
  if (id === 'timeline') return answerOf(turn.state, 'intent') === 'sell' ? sellTimeline : buyTimeline;
  return schedulingQuestions[id];
}

function listen(turn: Turn, heard: Heard): void {
  const { message, asked, intent } = heard;
  const chosen = chosenValue(heard, asked ? questionOf(asked, turn) : undefined);
  const whole = { start: 0, end: message.text.length };
  if (chosen && (asked === 'intent' || asked === 'first')) {
    fill(turn, asked, chosen.value, message, whole);
    return;
  }
  if (asked === 'first' && intent && intent.value !== 'both') {
    const first = sideNamedFirst(message.text) ?? intent.value;
    fill(turn, 'first', first, message, intent);
    return;
  }
  if (intent) hearIntent(turn, heard, intent);
  const side = sideOf(turn, heard);
  const known = answerOf(turn.state, 'intent');
  if (side !== null && side !== known) {
    if (known !== 'both') fill(turn, 'intent', side, message, whole);
    fill(turn, 'first', side, message, whole);
  }
  const timeline =
    side === null ? readPlannedTime(message.text, { at: turn.at, asked: isPeriodMeant(turn, heard) }) : null;
  if (timeline) fill(turn, 'timeline', timeline.value, message, timeline);
  if (side === 'buy') listenAsBuyer(turn, heard);
  if (side === 'sell') listenAsSeller(turn, heard);
  if (known === 'rent') hearRental(turn, heard);
}

/** What the team is told of somebody who looks to rent: Jorge asks nothing about it. */
function hearRental(turn: Turn, { message }: Heard): void {
  const { text } = message;
  const { beds } = readBeds(text);
  if (beds) fill(turn, 'beds', beds.value, message, beds);
  const area = readAreas(text, turn.pack.areas);
  if (area) fill(turn, 'area', area.value, message, area);
  const rent = readMoney(text, { rent: true });
  if (rent) fill(turn, 'rent', rent.value, message, rent);
}

function hearIntent(turn: Turn, heard: Heard, intent: NonNullable<Heard['intent']>): void {
  const known = answerOf(turn.state, 'intent');
  const role = readRole(heard.message.text);
  if (role !== null && role !== 'represented') return;
  // "Just looking" takes back nothing that was said before.
  if (intent.value === 'browse' && known !== undefined) return;
  if (intent.value === 'rent' && (known === 'buy' || known === 'sell')) return;
  fill(turn, 'intent', intent.value, heard.message, intent);
  const first = intent.value === 'both' ? readWhichFirst(heard.message.text) : intent.value;
  if (intent.clause && (first === 'buy' || first === 'sell')) fill(turn, 'first', first, heard.message, intent);
}

// A clause of intent or a fact that only one side gives; a bare word that was never taken back.
const sure = 0.9;
const likely = 0.7;
const buyerFacts = ['budget', 'preApproval', 'beds', 'area', 'propertyType', 'features'];
const sellerFacts = ['address', 'motivation', 'condition', 'price'];

function next(turn: Turn): Move {
  const { state } = turn;
  const intent = answerOf(state, 'intent');
  const first = answerOf(state, 'first');
  const knows = (slots: string[]) => slots.some((slot) => stateOf(state, slot) === 'answered');
  // Who has a time and wants another gets that first.
  const moved = state.booking.moving ? scheduleMove(turn) : null;
  if (moved !== null) return moved;
  if (intent === 'both' && first === undefined) {
    if (isOpen(state, 'first')) return { kind: 'ask', question: firstQuestion, at: 'ASK_WHICH_FIRST' };
    return { kind: 'hand-over', to: 'seller', confidence: sure };
  }
  if (first === 'sell' || (intent === 'sell' && knows(sellerFacts)))
    return { kind: 'hand-over', to: 'seller', confidence: sure };
  const wantsViewing = answerOf(state, 'visit') === 'viewing';
  if (
    first === 'buy' ||
    (intent === 'buy' && knows(buyerFacts)) ||
    (intent === undefined && (knows(buyerFacts) || wantsViewing)) ||
    (intent === 'browse' && (knows(buyerFacts) || wantsViewing)) ||
    (intent === 'buy' && wantsViewing)
  ) {
    return { kind: 'hand-over', to: 'buyer', confidence: sure };
  }
  if (intent === 'browse' && answerOf(state, 'visit') === undefined) return { kind: 'rest', at: 'BROWSING' };
  // Who wants a call is asked for a number first.
  const toCall = answerOf(state, 'visit') === 'call' ? (contactMove(turn) ?? scheduleMove(turn)) : null;
  if (toCall !== null) return toCall;
  if (isOpen(state, 'intent')) return { kind: 'ask', question: intentQuestion, at: 'ASK_INTENT' };
  // Who did not say what brings them here, and did not ask for a time either, is not pressed for one.
  if (intent === undefined && answerOf(state, 'visit') === undefined && !hasTime(state))
    return { kind: 'rest', at: 'BROWSING' };
  if (intent === 'rent') {
    // Nothing of ours is for rent: the form would be in vain.
    tellTeam(turn, 'rental-wanted', 'Is looking to rent', 3);
    return contactMove(turn) ?? { kind: 'rest', at: 'BROWSING' };
  }
  if (isOpen(state, 'timeline') && intent !== undefined) {
    return { kind: 'ask', question: intent === 'sell' ? sellTimeline : buyTimeline, at: 'ASK_TIMELINE' };
  }
  const later = isFarOff(state) && answerOf(state, 'visit') === undefined && !hasTime(state);
  const schedule = later ? null : scheduleMove(turn);
  if (schedule) return schedule;
  if (intent === 'buy') return { kind: 'hand-over', to: 'buyer', confidence: likely };
  return intent === 'sell' ? { kind: 'hand-over', to: 'seller', confidence: likely } : { kind: 'finish' };
}
