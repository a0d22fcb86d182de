import type { BotName } from '../../../contract/values.ts';
import { hasTime } from '../booking/readSlotChoice.ts';
import type { Question, SlotQuestion } from '../state/question.ts';
import { answerOf, fill, isOpen, type Move, type StepContext, stateOf } from '../state/stepContext.ts';
import { contactMove } from '../track/contact.ts';
import { hasLongHorizon } from '../track/longHorizon.ts';
import { chosenValue, type MessageReading } from '../understand/readMessage.ts';
import { isToldByPage } from './mayAsk.ts';
import { scheduleMove, schedulingQuestions } from './scheduling.ts';

/** A question that was put this many times without an answer or a refusal stays open, and is not put again. */
const asksAtMost = 2;

/** The questions that the brokerage wants asked, in its order. */
const inOrder = (questions: readonly SlotQuestion[], asks: readonly string[] | undefined): readonly SlotQuestion[] =>
  asks === undefined ? questions : asks.flatMap((slot) => questions.find(({ id }) => id === slot) ?? []);

/**
 * The part that the two qualifying bots share: a list of questions, one at a time, then the other bot for a visitor who wants both,
 * then a time to talk. `extras`: questions that count for nothing in the score.
 */
export function qualifying(
  questions: readonly SlotQuestion[],
  other: Exclude<BotName, 'lead'>,
  extras: readonly Question[] = [],
) {
  const byId = new Map<string, Question>([...questions, ...extras].map((question) => [question.id, question]));
  return {
    slots: questions.map(({ id }) => id),
    question: (id: string): Question | undefined => byId.get(id) ?? schedulingQuestions[id],

    /** Fills the slot whose button was pressed; false when none was. */
    takeChoice(turn: StepContext, reading: MessageReading): boolean {
      const { asked, message } = reading;
      const chosen = chosenValue(reading, asked ? byId.get(asked) : undefined);
      if (!chosen || !asked) return false;
      fill(turn, asked, chosen.value, message);
      return true;
    },

    /**
     * Somebody who asks for a viewing or a call gets a time for it first. Others are asked for one at the end, if they told anything at
     * all of what they were asked; `eager`: they are offered one.
     */
    next(turn: StepContext, eager: boolean): Move {
      const { state } = turn;
      // Homes for rent are none of ours, whatever else they tell.
      if (answerOf(state, 'intent') === 'rent') return contactMove(turn) ?? { kind: 'rest', at: 'BROWSING' };
      if (answerOf(state, 'visit') !== undefined || turn.calledOff === 'moved' || state.booking.moving) {
        const schedule = scheduleMove(turn);
        if (schedule) return schedule;
      }
      const open = inOrder(questions, turn.pack.asks?.[other === 'buyer' ? 'seller' : 'buyer']).find(
        ({ id }) => isOpen(state, id) && !isToldByPage(turn, id) && (state.said[`q:${id}`] ?? 0) < asksAtMost,
      );
      if (open) return { kind: 'ask', question: open, at: 'QUALIFY' };
      if (answerOf(state, 'intent') === 'both' && !state.told.includes('both-served'))
        return { kind: 'hand-over', to: other };
      const toldUs = questions.some(({ id }) => stateOf(state, id) === 'answered') || hasTime(state);
      // A visitor who moves in more than a year and asked for no time is not pressed for one.
      const isPressed = toldUs && !(hasLongHorizon(state) && !hasTime(state));
      return (isPressed ? scheduleMove(turn, eager) : null) ?? { kind: 'finish' };
    },
  };
}
