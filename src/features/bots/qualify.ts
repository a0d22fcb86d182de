import type { BotName } from '../../contract/values.ts';
import { hasTime } from './booking/hearChoice.ts';
import { isFarOff } from './farOff.ts';
import { chosenValue, type Heard } from './hear.ts';
import { isToldByPage } from './mayAsk.ts';
import type { Question } from './question.ts';
import { scheduleMove, schedulingQuestions } from './scheduling.ts';
import { answerOf, fill, isOpen, type Move, stateOf, type Turn } from './turn.ts';

const sure = 0.9;
/** What was asked so often and neither answered nor refused stays open, and is not asked again. */
const asksAtMost = 2;

/**
 * What the two qualifying bots have in common: a list of questions, one at a time, then the other bot for who wants both, then a time to
 * talk. `extras`: what is asked besides, and counts for nothing.
 */
export function qualifying(
  questions: readonly Question[],
  other: Exclude<BotName, 'lead'>,
  extras: readonly Question[] = [],
) {
  const byId = new Map([...questions, ...extras].map((question) => [question.id, question]));
  return {
    slots: questions.map(({ id }) => id),
    question: (id: string): Question | undefined => byId.get(id) ?? schedulingQuestions[id],

    /** Fills the slot whose button was pressed; false when none was. */
    takeChoice(turn: Turn, heard: Heard): boolean {
      const { asked, message } = heard;
      const chosen = chosenValue(heard, asked ? byId.get(asked) : undefined);
      if (!chosen || !asked) return false;
      fill(turn, asked, chosen.value, message, { start: 0, end: message.text.length });
      return true;
    },

    /**
     * Somebody who asks for a viewing or a call gets a time for it first. Others are asked for one at the end, if they told anything at
     * all of what they were asked; `eager`: they are offered one.
     */
    next(turn: Turn, eager: boolean): Move {
      const { state } = turn;
      if (answerOf(state, 'visit') !== undefined || turn.calledOff === 'moved' || state.booking.moving) {
        const schedule = scheduleMove(turn);
        if (schedule) return schedule;
      }
      const open = questions.find(
        ({ id }) => isOpen(state, id) && !isToldByPage(turn, id) && (state.said[`q:${id}`] ?? 0) < asksAtMost,
      );
      if (open) return { kind: 'ask', question: open, at: 'QUALIFY' };
      if (answerOf(state, 'intent') === 'both' && !state.told.includes('both-served'))
        return { kind: 'hand-over', to: other, confidence: sure };
      const toldUs = questions.some(({ id }) => stateOf(state, id) === 'answered') || hasTime(state);
      // Who moves in more than a year and asked for no time is not pressed for one.
      const isPressed = toldUs && !(isFarOff(state) && !hasTime(state));
      return (isPressed ? scheduleMove(turn, eager) : null) ?? { kind: 'finish' };
    },
  };
}
