import { readAddress } from '../../reading/readAddress.ts';
import { readCondition } from '../../reading/readCondition.ts';
import { readMoney } from '../../reading/readMoney.ts';
import { readMotivation } from '../../reading/readMotivation.ts';
import { readTimeline } from '../../reading/readTimeline.ts';
import { readYesNo } from '../../reading/readYesNo.ts';
import { chosenValue, type Heard } from '../hear.ts';
import type { Machine } from '../machine.ts';
import { scheduleMove, schedulingQuestions } from '../scheduling.ts';
import { answerOf, fill, hint, isOpen, type Move, type Turn } from '../turn.ts';
import { sellerQuestions } from './questions.ts';

const byId = new Map(sellerQuestions.map((question) => [question.id, question]));
const hotMaxDays = 60;

/** The seller bot: address, motivation, timeline (would 30 to 45 days work), condition, price, then a time to talk. */
export const sellerMachine: Machine = {
  bot: 'seller',
  slots: sellerQuestions.map(({ id }) => id),
  weights: { address: 5, motivation: 20, timeline: 30, condition: 22, price: 23 },
  question: (id) => byId.get(id) ?? schedulingQuestions[id],
  listen: (turn, heard) => {
    listenAsSeller(turn, heard);
    const wish = heard.intent;
    if (wish?.value === 'buy' && wish.clause && answerOf(turn.state, 'intent') !== 'both') {
      fill(turn, 'intent', 'both', heard.message, wish);
    }
  },
  next,
  isHotEnough: ({ slots }) =>
    ['motivation', 'condition', 'price'].every((slot) => slots[slot]?.state === 'answered') &&
    slots.timeline?.state === 'answered' &&
    acceptsTimeline(slots.timeline.value),
  isQualified: ({ slots }) =>
    ['motivation', 'timeline', 'condition', 'price'].every((slot) => slots[slot]?.state === 'answered'),
};

/** Yes to 30–45 days, or a stated limit of at most 60 days. */
export function acceptsTimeline(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const { maxDays, accepted } = value as { maxDays?: unknown; accepted?: unknown };
  return accepted === true || (typeof maxDays === 'number' && maxDays <= hotMaxDays && accepted !== false);
}

/** Fills the seller's slots from one message. Also used by the lead bot, once it knows that somebody sells. */
export function listenAsSeller(turn: Turn, heard: Heard): void {
  const { message, asked } = heard;
  const { text } = message;
  const chosen = chosenValue(heard, asked ? byId.get(asked) : undefined);
  if (chosen && asked) {
    fill(turn, asked, chosen.value, message, { start: 0, end: text.length });
    return;
  }
  const address = readAddress(text);
  if (address) fill(turn, 'address', address.value, message, address);
  const motivation = readMotivation(text, { asked: asked === 'motivation' });
  // A reason once given is not replaced by a vaguer one.
  if (motivation && (motivation.value !== 'other' || isOpen(turn.state, 'motivation'))) {
    fill(turn, 'motivation', motivation.value, message, motivation);
  }
  const timeline = readTimeline(text, { at: turn.at, asked: asked === 'timeline' });
  const yesNo = asked === 'timeline' && turn.state.bot === 'seller' ? readYesNo(text) : null;
  const reasonIsNew = turn.filled.includes('motivation') && asked !== 'timeline';
  if (timeline && reasonIsNew && isOpen(turn.state, 'timeline') && !acceptsTimeline(timeline.value)) {
    hint(turn, 'timeline', timeline.value, message, timeline);
  } else if (timeline) fill(turn, 'timeline', timeline.value, message, timeline);
  else if (yesNo) {
    const value = yesNo.value
      ? { minDays: 30, maxDays: 45, accepted: true }
      : { minDays: null, maxDays: null, accepted: false };
    fill(turn, 'timeline', value, message, yesNo);
  }
  const condition = readCondition(text, { asked: asked === 'condition' });
  if (condition) fill(turn, 'condition', condition.value, message, condition);
  const money = readMoney(text, { bare: asked === 'price' });
  if (money && heard.question === null) fill(turn, 'price', money.value, message, money);
}

function next(turn: Turn): Move {
  const { state } = turn;
  if (answerOf(state, 'visit') !== undefined || turn.calledOff === 'moved') {
    const schedule = scheduleMove(turn);
    if (schedule) return schedule;
  }
  const open = sellerQuestions.find(({ id }) => isOpen(state, id));
  if (open) return { kind: 'ask', question: open, at: 'QUALIFY' };
  if (answerOf(state, 'intent') === 'both' && !state.told.includes('both-served')) {
    state.told = [...state.told, 'both-served'];
    return { kind: 'hand-over', to: 'buyer', confidence: 0.9 };
  }
  return scheduleMove(turn) ?? { kind: 'finish' };
}
