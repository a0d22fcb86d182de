import { isOfLoan, readFinancing } from '../../reading/readFinancing.ts';
import { isNotWished } from '../../reading/readHomeWishes.ts';
import { proposesPlace, readPlaceWanted } from '../../reading/readPlaceWanted.ts';
import { readPlannedTime } from '../../reading/readPlannedTime.ts';
import { asksHowMany } from '../../reading/readQuestion.ts';
import { leavesBuying } from '../../reading/readSideLeft.ts';
import { onlyAssents } from '../../reading/readYesNo.ts';
import { splitBySide } from '../bothSides.ts';
import type { Heard } from '../hear.ts';
import { hearHomeWishes } from '../homes.ts';
import { isPeriodMeant } from '../isPeriodMeant.ts';
import type { Machine } from '../machine.ts';
import { ownSumFor, takeBackSum } from '../ownSumFor.ts';
import { qualifying } from '../qualify.ts';
import { asBudget } from '../slotForms.ts';
import { answerOf, fill, isOpen, type Turn } from '../turn.ts';
import { buyerQuestions } from './questions.ts';

const { slots, question, takeChoice, next } = qualifying(buyerQuestions, 'seller');

/** The buyer bot: budget, pre-approval, bedrooms, timeline, area, then a time to talk. Somebody who asks for a viewing gets that first. */
export const buyerMachine: Machine = {
  bot: 'buyer',
  slots,
  weights: { budget: 25, preApproval: 25, beds: 10, timeline: 25, area: 15 },
  question,
  listen: (turn, heard) => {
    // "I have to sell mine, it is worth 400k": no word about the home they look for.
    listenAsBuyer(turn, splitBySide(heard, 'sell', turn.pack.areas)?.rest ?? heard);
    // Said once more it is nothing new, and nothing that was not understood.
    if (heard.intent?.value === 'buy' && answerOf(turn.state, 'intent') === 'buy')
      fill(turn, 'intent', 'buy', heard.message, heard.intent);
    if ((heard.intent?.value === 'sell' || heard.intent?.value === 'both') && heard.intent.clause)
      hearsAboutSale(turn, heard);
  },
  next: (turn) =>
    (turn.changed.includes('intent') || turn.state.deferred?.to === 'seller') &&
    answerOf(turn.state, 'intent') === 'sell'
      ? { kind: 'hand-over', to: 'seller', confidence: 0.9 }
      : next(turn, buyerMachine.lacksForHot(turn.state).length === 0),
  lacksForHot: ({ slots }) => {
    const lacks: string[] = [];
    if (slots.budget?.state !== 'answered') lacks.push('budget');
    if (slots.timeline?.state !== 'answered') lacks.push('timeline');
    const financing = slots.preApproval?.state === 'answered' ? slots.preApproval.value : null;
    if (financing !== 'pre-approved' && financing !== 'cash') lacks.push('proven financing');
    return lacks;
  },
  isQualified: ({ slots }) =>
    slots.budget?.state === 'answered' &&
    slots.timeline?.state === 'answered' &&
    slots.preApproval?.state === 'answered' &&
    slots.preApproval.value !== 'none',
};

/** Fills the buyer's slots from one message. Also used by the lead bot, once it knows that somebody buys. */
export function listenAsBuyer(turn: Turn, heard: Heard): void {
  const { message, asked } = heard;
  const { text } = message;
  if (takeChoice(turn, heard)) return;
  const money = takeBackSum(turn, heard, 'budget') ? null : ownSumFor(turn, heard, 'budget');
  // "Approved for 340, but I don't want to go there": what a bank would lend moves no budget that was named.
  const isLoan = money !== null && asked !== 'budget' && isOfLoan(text, money) && !isOpen(turn.state, 'budget');
  if (money && !isLoan) fill(turn, 'budget', asBudget(money.value), message, money);
  const isAnswer = asked === 'preApproval' && heard.question === null && !heard.requests.refusal && !onlyAssents(text);
  const financing = readFinancing(text, { asked: isAnswer });
  if (financing) fill(turn, 'preApproval', financing.value, message, financing);
  const { beds, baths } = heard.home.wishes;
  const place = heard.home.wishes.area ?? placeWanted(turn, text);
  const area = place !== null && asked !== 'area' && isNotWished(text, place) ? null : place;
  const asksAboutHome = heard.question !== null && asked !== 'beds' && asksHowMany(heard.question);
  if (beds && !asksAboutHome && (asked === 'beds' || !isNotWished(text, beds)))
    fill(turn, 'beds', beds.value, message, beds);
  if (baths && !asksAboutHome && (asked === 'beds' || !isNotWished(text, baths)))
    fill(turn, 'baths', baths.value, message, baths);
  const timeline = readPlannedTime(text, { at: turn.at, asked: isPeriodMeant(turn, heard) });
  // Of who sells first it is the sale's timeline that is kept.
  if (timeline && turn.state.bot !== 'seller') fill(turn, 'timeline', timeline.value, message, timeline);
  hearHomeWishes(turn, heard);
  if (
    area &&
    (asked === 'area' || heard.question === null || proposesPlace(text)) &&
    !(asked === 'area' && heard.requests.unsure && area.value !== 'any')
  )
    fill(turn, 'area', area.value, message, area);
}

/** A place that the list of areas does not hold. */
const placeWanted = ({ pack, state }: Turn, text: string) =>
  readPlaceWanted(text, {
    cities: pack.market?.cities ?? [],
    zipsBegin: pack.market?.zipsBegin ?? [],
    isOpen: isOpen(state, 'area'),
  });

/** A buyer who also sells stays here; the sale comes when the buying questions are done. Who no longer buys goes over at once. */
function hearsAboutSale(turn: Turn, { message, intent }: Heard): void {
  if (intent && leavesBuying(message.text)) fill(turn, 'intent', 'sell', message, intent);
  else if (intent && answerOf(turn.state, 'intent') !== 'both') fill(turn, 'intent', 'both', message, intent);
}
