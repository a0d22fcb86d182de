import { leavesSelling } from '../../../reading/dialogue/readSideLeft.ts';
import { readYesNo } from '../../../reading/dialogue/readYesNo.ts';
import { toldIn } from '../../../reading/dialogue/toldIn.ts';
import { readBeds } from '../../../reading/home/readBeds.ts';
import { readCondition } from '../../../reading/home/readCondition.ts';
import { readHomeSearch } from '../../../reading/home/readHomeSearch.ts';
import { readOwed } from '../../../reading/numbers/readOwed.ts';
import { readMotivation } from '../../../reading/person/readMotivation.ts';
import { numberPutRight, readAddress } from '../../../reading/place/readAddress.ts';
import { readPlannedTime } from '../../../reading/time/readPlannedTime.ts';
import { answerOf, fill, fillRead, hint, isOpen, notifyTeamOnce, type StepContext } from '../../state/stepContext.ts';
import { isPeriodMeant } from '../../understand/isPeriodMeant.ts';
import { ownSumFor } from '../../understand/ownSumFor.ts';
import type { MessageReading } from '../../understand/readMessage.ts';
import { listenAsBuyer } from '../buyer/machine.ts';
import type { Machine } from '../machine.ts';
import { qualifying } from '../qualify.ts';
import { isWanted, unanswered } from '../wantedSlots.ts';
import { extraMove, extraQuestions, trackExtra } from './extras.ts';
import { sellerQuestions } from './questions.ts';

const { slots, question, takeChoice, next } = qualifying(sellerQuestions, 'buyer', extraQuestions);
const hotMaxDays = 60;
const toBeginWith = ['motivation', 'timeline', 'condition', 'price'] as const;

/** The seller bot: address, motivation, timeline (would 30 to 45 days work), condition, price, then a time to talk. */
export const sellerMachine: Machine = {
  bot: 'seller',
  slots,
  weights: { address: 5, motivation: 20, timeline: 30, condition: 22, price: 23 },
  question,
  listen: (turn, reading) => {
    // "Have you something smaller, up to 550?" says nothing of their own home.
    if (readHomeSearch(reading.message.text) === 'search') listenAsBuyer(turn, reading);
    else listenAsSeller(turn, reading);
    const wish = reading.intent;
    // A repeated intent is not news, but it was understood.
    if (wish?.value === 'sell' && answerOf(turn.state, 'intent') === 'sell')
      fill(turn, 'intent', 'sell', reading.message, wish);
    if (wish?.value === 'both' && wish.clause) fill(turn, 'intent', 'both', reading.message, wish);
    if (wish?.value !== 'buy') return;
    if (leavesSelling(reading.message.text)) fill(turn, 'intent', 'buy', reading.message, wish);
    else if (wish.clause && answerOf(turn.state, 'intent') !== 'both')
      fill(turn, 'intent', 'both', reading.message, wish);
  },
  next: (turn) => {
    if (
      (turn.changed.includes('intent') || turn.state.deferred?.to === 'buyer') &&
      answerOf(turn.state, 'intent') === 'buy'
    )
      return { kind: 'hand-over', to: 'buyer' };
    const isHot = sellerMachine.lacksForHot(turn.state, turn.pack.asks).length === 0;
    const move = next(turn, isHot);
    return (isHot && move.kind === 'finish' ? extraMove(turn) : null) ?? move;
  },
  lacksForHot: (state, asks) => {
    const lacks: string[] = unanswered(state, { bot: 'seller', slots: ['motivation', 'condition', 'price'] }, asks);
    if (isWanted(state, 'seller', 'timeline', asks) && !acceptsTimeline(answerOf(state, 'timeline')))
      lacks.push(`a sale within ${hotMaxDays} days`);
    return lacks;
  },
  isQualified: (state, asks) => unanswered(state, { bot: 'seller', slots: toBeginWith }, asks).length === 0,
};

/** Yes to 30–45 days, or a stated limit of at most 60 days. */
export function acceptsTimeline(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const { maxDays, accepted } = value as { maxDays?: unknown; accepted?: unknown };
  return accepted === true || (typeof maxDays === 'number' && maxDays <= hotMaxDays && accepted !== false);
}

/** Corrects the house number of the address that is known: "Sorry, it's 6113". */
function trackNumberCorrection(turn: StepContext, { message }: MessageReading): void {
  const known = answerOf(turn.state, 'address');
  const number = typeof known === 'string' ? numberPutRight(message.text, known) : null;
  if (number !== null && typeof known === 'string')
    fill(turn, 'address', known.replace(/\d+/, number.value), message, number);
}

/** Fills the seller's slots from one message. Also used by the lead bot, once it knows that somebody sells. */
export function listenAsSeller(turn: StepContext, reading: MessageReading): void {
  const { message, asked } = reading;
  const { text } = message;
  if (takeChoice(turn, reading) || trackExtra(turn, reading)) return;
  const address = readAddress(text, { asked: asked === 'address' });
  if (address) fill(turn, 'address', address.value, message, address);
  else trackNumberCorrection(turn, reading);
  const motivation = readMotivation(text, { asked: asked === 'motivation' });
  // A reason once given is not replaced by a vaguer one.
  if (motivation && (motivation.value !== 'other' || isOpen(turn.state, 'motivation'))) {
    fill(turn, 'motivation', motivation.value, message, motivation);
  }
  const { balance, isUnder } = readOwed(text);
  fillRead(turn, 'mortgageBalance', balance, message);
  if (isUnder) {
    if (isOpen(turn.state, 'motivation')) fill(turn, 'motivation', 'financial', message, isUnder);
    notifyTeamOnce(turn, 'legal-sensitive', 'Owes more than the home is worth', 2);
  }
  const timeline = readPlannedTime(text, { at: turn.at, asked: isPeriodMeant(turn, reading) });
  // "I don't want to say" is no "no", and a visitor who no longer sells says nothing of the time.
  const { refusal, changedMind } = reading.requests;
  const mayAnswer =
    asked === 'timeline' && turn.state.bot === 'seller' && !refusal && !changedMind && reading.question === null;
  const yesNo = mayAnswer ? readYesNo(text) : null;
  // A time beside a reason is when they move; with facts of the home beside it, it is when they sell.
  const reasonIsNew = turn.filled.includes('motivation') && asked !== 'timeline' && isOpen(turn.state, 'address');
  if (timeline && reasonIsNew && isOpen(turn.state, 'timeline') && !acceptsTimeline(timeline.value)) {
    hint(turn, 'timeline', timeline.value, message, timeline);
  } else if (timeline) fill(turn, 'timeline', timeline.value, message, timeline);
  else if (yesNo) {
    const value = yesNo.value
      ? { minDays: 30, maxDays: 45, accepted: true }
      : { minDays: null, maxDays: null, accepted: false };
    fill(turn, 'timeline', value, message, yesNo);
  }
  // A guess at our question counts; a question of theirs says nothing of the state of the home.
  const told = asked === 'condition' && reading.question === null ? text : toldIn(text);
  fillRead(turn, 'condition', readCondition(told, { asked: asked === 'condition' }), message);
  if (reading.question === null) {
    const { beds, baths } = readBeds(text);
    fillRead(turn, 'homeBeds', beds, message);
    fillRead(turn, 'homeBaths', baths, message);
  }
  fillRead(turn, 'price', ownSumFor(turn, reading, 'price'), message);
}
