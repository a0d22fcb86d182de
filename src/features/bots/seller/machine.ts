import { numberPutRight, readAddress } from '../../reading/readAddress.ts';
import { readBeds } from '../../reading/readBeds.ts';
import { readCondition } from '../../reading/readCondition.ts';
import { readMotivation } from '../../reading/readMotivation.ts';
import { readOwed } from '../../reading/readOwed.ts';
import { readPlannedTime } from '../../reading/readPlannedTime.ts';
import { leavesSelling } from '../../reading/readSideLeft.ts';
import { readYesNo } from '../../reading/readYesNo.ts';
import { toldIn } from '../../reading/toldIn.ts';
import { splitBySide } from '../bothSides.ts';
import { listenAsBuyer } from '../buyer/machine.ts';
import type { Heard } from '../hear.ts';
import { isPeriodMeant } from '../isPeriodMeant.ts';
import type { Machine } from '../machine.ts';
import { ownSumFor, takeBackSum } from '../ownSumFor.ts';
import { qualifying } from '../qualify.ts';
import { answerOf, fill, hint, isOpen, type Turn, tellTeam } from '../turn.ts';
import { extraMove, extraQuestions, hearExtra } from './extras.ts';
import { sellerQuestions } from './questions.ts';

const { slots, question, takeChoice, next } = qualifying(sellerQuestions, 'buyer', extraQuestions);
const hotMaxDays = 60;

/** The seller bot: address, motivation, timeline (would 30 to 45 days work), condition, price, then a time to talk. */
export const sellerMachine: Machine = {
  bot: 'seller',
  slots,
  weights: { address: 5, motivation: 20, timeline: 30, condition: 22, price: 23 },
  question,
  listen: (turn, heard) => {
    const sides = splitBySide(heard, 'buy', turn.pack.areas);
    listenAsSeller(turn, sides?.rest ?? heard);
    if (sides) listenAsBuyer(turn, sides.ofOther);
    const wish = heard.intent;
    // Said once more it is nothing new, and nothing that was not understood.
    if (wish?.value === 'sell' && answerOf(turn.state, 'intent') === 'sell')
      fill(turn, 'intent', 'sell', heard.message, wish);
    if (wish?.value === 'both' && wish.clause) fill(turn, 'intent', 'both', heard.message, wish);
    if (wish?.value !== 'buy') return;
    if (leavesSelling(heard.message.text)) fill(turn, 'intent', 'buy', heard.message, wish);
    else if (wish.clause && answerOf(turn.state, 'intent') !== 'both')
      fill(turn, 'intent', 'both', heard.message, wish);
  },
  next: (turn) => {
    if (
      (turn.changed.includes('intent') || turn.state.deferred?.to === 'buyer') &&
      answerOf(turn.state, 'intent') === 'buy'
    )
      return { kind: 'hand-over', to: 'buyer', confidence: 0.9 };
    const isHot = sellerMachine.lacksForHot(turn.state).length === 0;
    const move = next(turn, isHot);
    return (isHot && move.kind === 'finish' ? extraMove(turn) : null) ?? move;
  },
  lacksForHot: ({ slots }) => {
    const lacks: string[] = [];
    if (slots.motivation?.state !== 'answered') lacks.push('motivation');
    if (slots.condition?.state !== 'answered') lacks.push('condition');
    if (slots.price?.state !== 'answered') lacks.push('price');
    const accepts = slots.timeline?.state === 'answered' && acceptsTimeline(slots.timeline.value);
    if (!accepts) lacks.push(`a sale within ${hotMaxDays} days`);
    return lacks;
  },
  isQualified: ({ slots }) =>
    slots.motivation?.state === 'answered' &&
    slots.timeline?.state === 'answered' &&
    slots.condition?.state === 'answered' &&
    slots.price?.state === 'answered',
};

/** Yes to 30–45 days, or a stated limit of at most 60 days. */
export function acceptsTimeline(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const { maxDays, accepted } = value as { maxDays?: unknown; accepted?: unknown };
  return accepted === true || (typeof maxDays === 'number' && maxDays <= hotMaxDays && accepted !== false);
}

/** "Sorry, it's 6113": the number of the address that was named, put right. */
function hearNumberPutRight(turn: Turn, { message }: Heard): void {
  const known = answerOf(turn.state, 'address');
  const number = typeof known === 'string' ? numberPutRight(message.text, known) : null;
  if (number !== null && typeof known === 'string')
    fill(turn, 'address', known.replace(/\d+/, number.value), message, number);
}

/** Fills the seller's slots from one message. Also used by the lead bot, once it knows that somebody sells. */
export function listenAsSeller(turn: Turn, heard: Heard): void {
  const { message, asked } = heard;
  const { text } = message;
  if (takeChoice(turn, heard) || hearExtra(turn, heard)) return;
  const address = readAddress(text, { asked: asked === 'address' });
  if (address) fill(turn, 'address', address.value, message, address);
  else hearNumberPutRight(turn, heard);
  const motivation = readMotivation(text, { asked: asked === 'motivation' });
  // A reason once given is not replaced by a vaguer one.
  if (motivation && (motivation.value !== 'other' || isOpen(turn.state, 'motivation'))) {
    fill(turn, 'motivation', motivation.value, message, motivation);
  }
  const { balance, isUnder } = readOwed(text);
  if (balance) fill(turn, 'mortgageBalance', balance.value, message, balance);
  if (isUnder) {
    if (isOpen(turn.state, 'motivation')) fill(turn, 'motivation', 'financial', message, isUnder);
    tellTeam(turn, 'legal-sensitive', 'Owes more than the home is worth', 2);
  }
  const timeline = readPlannedTime(text, { at: turn.at, asked: isPeriodMeant(turn, heard) });
  // "I don't want to say" is no "no", and who no longer sells says nothing of the time.
  const { refusal, changedMind } = heard.requests;
  const mayAnswer =
    asked === 'timeline' && turn.state.bot === 'seller' && !refusal && !changedMind && heard.question === null;
  const yesNo = mayAnswer ? readYesNo(text) : null;
  // A reason and a time are when they move; who tells of the home as well says when they sell.
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
  // A guess at our question counts; what they ask of a home says nothing of its state.
  const told = asked === 'condition' && heard.question === null ? text : toldIn(text);
  const condition = readCondition(told, { asked: asked === 'condition' });
  if (condition) fill(turn, 'condition', condition.value, message, condition);
  const { beds, baths } = readBeds(text);
  if (heard.question === null && beds) fill(turn, 'homeBeds', beds.value, message, beds);
  if (heard.question === null && baths) fill(turn, 'homeBaths', baths.value, message, baths);
  const money = takeBackSum(turn, heard, 'price') ? null : ownSumFor(turn, heard, 'price');
  if (money) fill(turn, 'price', money.value, message, money);
}
