import { asksHowMany } from '../../../reading/dialogue/readQuestion.ts';
import { leavesBuying } from '../../../reading/dialogue/readSideLeft.ts';
import { onlyAssents } from '../../../reading/dialogue/readYesNo.ts';
import { isNotWished } from '../../../reading/home/readHomeWishes.ts';
import { proposesPlace, readPlaceWanted } from '../../../reading/home/readPlaceWanted.ts';
import type { Money } from '../../../reading/model.ts';
import { isOfLoan, readFinancing } from '../../../reading/person/readFinancing.ts';
import { readPlannedTime } from '../../../reading/time/readPlannedTime.ts';
import { answerOf, fill, fillRead, isOpen, type StepContext } from '../../state/stepContext.ts';
import { trackHomeWishes } from '../../track/homes.ts';
import { isPeriodMeant } from '../../understand/isPeriodMeant.ts';
import { ownSumFor } from '../../understand/ownSumFor.ts';
import type { MessageReading } from '../../understand/readMessage.ts';
import { asBudget } from '../../understand/slotForms.ts';
import type { Machine } from '../machine.ts';
import { qualifying } from '../qualify.ts';
import { isWanted, unanswered } from '../wantedSlots.ts';
import { buyerQuestions } from './questions.ts';

const { slots, question, takeChoice, next } = qualifying(buyerQuestions, 'seller');

/** The buyer bot: budget, pre-approval, bedrooms, timeline, area, then a time to talk. Somebody who asks for a viewing gets that first. */
export const buyerMachine: Machine = {
  bot: 'buyer',
  slots,
  weights: { budget: 25, preApproval: 25, beds: 10, timeline: 25, area: 15 },
  question,
  listen: (turn, reading) => {
    listenAsBuyer(turn, reading);
    // A repeated intent is not news, but it was understood.
    if (reading.intent?.value === 'buy' && answerOf(turn.state, 'intent') === 'buy')
      fill(turn, 'intent', 'buy', reading.message, reading.intent);
    if ((reading.intent?.value === 'sell' || reading.intent?.value === 'both') && reading.intent.clause)
      trackSale(turn, reading);
  },
  next: (turn) =>
    (turn.changed.includes('intent') || turn.state.deferred?.to === 'seller') &&
    answerOf(turn.state, 'intent') === 'sell'
      ? { kind: 'hand-over', to: 'seller' }
      : next(turn, buyerMachine.lacksForHot(turn.state, turn.pack.asks).length === 0),
  lacksForHot: (state, asks) => {
    const lacks: string[] = unanswered(state, { bot: 'buyer', slots: ['budget', 'timeline'] }, asks);
    const financing = answerOf(state, 'preApproval');
    const isProven = financing === 'pre-approved' || financing === 'cash';
    if (isWanted(state, 'buyer', 'preApproval', asks) && !isProven) lacks.push('proof of financing');
    return lacks;
  },
  isQualified: (state, asks) =>
    unanswered(state, { bot: 'buyer', slots: ['budget', 'timeline', 'preApproval'] }, asks).length === 0 &&
    answerOf(state, 'preApproval') !== 'none',
};

/** Fills the buyer's slots from one message. Also used by the lead bot, once it knows that somebody buys. */
export function listenAsBuyer(turn: StepContext, reading: MessageReading): void {
  const { message, asked } = reading;
  const { text } = message;
  if (takeChoice(turn, reading)) return;
  const money = ownSumFor(turn, reading, 'budget');
  // "Approved for 340, but I don't want to go there": the sum that a bank would lend moves no budget that was named.
  const isLoan = money !== null && asked !== 'budget' && isOfLoan(text, money) && !isOpen(turn.state, 'budget');
  if (money && !isLoan && (asked === 'budget' || mayBeBudget(turn, money.value)))
    fill(turn, 'budget', asBudget(money.value), message, money);
  const isAnswer =
    asked === 'preApproval' && reading.question === null && !reading.requests.refusal && !onlyAssents(text);
  fillRead(turn, 'preApproval', readFinancing(text, { asked: isAnswer }), message);
  const { beds, baths } = reading.home.wishes;
  const place = reading.home.wishes.area ?? placeWanted(turn, text);
  const area = place !== null && asked !== 'area' && isNotWished(text, place) ? null : place;
  const asksAboutHome = reading.question !== null && asked !== 'beds' && asksHowMany(reading.question);
  for (const [slot, rooms] of Object.entries(asksAboutHome ? {} : { beds, baths }))
    if (rooms && (asked === 'beds' || !isNotWished(text, rooms))) fill(turn, slot, rooms.value, message, rooms);
  // Where the sale comes first, the timeline of the sale is kept.
  if (turn.state.bot !== 'seller')
    fillRead(turn, 'timeline', readPlannedTime(text, { at: turn.at, asked: isPeriodMeant(turn, reading) }), message);
  trackHomeWishes(turn, reading);
  if (
    area &&
    (asked === 'area' || area.value === 'any' || reading.question === null || proposesPlace(text)) &&
    !(asked === 'area' && reading.requests.unsure && area.value !== 'any')
  )
    fill(turn, 'area', area.value, message, area);
}

/** No sum too small for a home, and not the price of the one on the page: "listing says 11k", "1.2 mil for a shoebox". */
function mayBeBudget({ pack }: StepContext, { minCents, maxCents }: Money): boolean {
  const most = maxCents ?? minCents ?? 0;
  const price = pack.listing?.priceCents ?? 0;
  const isPrice = minCents === maxCents && Math.abs(most - price) <= price * nearPrice;
  return most >= leastBudgetCents && !isPrice;
}
const leastBudgetCents = 5_000_000;
const nearPrice = 0.02;

/** A place that the list of areas does not hold. */
const placeWanted = ({ pack, state }: StepContext, text: string) =>
  readPlaceWanted(text, {
    cities: pack.market?.cities ?? [],
    zipsBegin: pack.market?.zipsBegin ?? [],
    isOpen: isOpen(state, 'area'),
  });

/** A buyer who also sells stays here; the sale comes when the buying questions are done. A visitor who no longer buys goes over at once. */
function trackSale(turn: StepContext, { message, intent }: MessageReading): void {
  if (intent && leavesBuying(message.text)) fill(turn, 'intent', 'sell', message, intent);
  else if (intent && answerOf(turn.state, 'intent') !== 'both') fill(turn, 'intent', 'both', message, intent);
}
