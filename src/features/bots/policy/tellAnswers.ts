import type { Stage } from '../../../contract/vocabulary.ts';
import { introduce } from '../say/introduce.ts';
import { remarkTexts } from '../say/remarkTexts.ts';
import { replyWith } from '../say/reply.ts';
import type { BotEvent, BotState, Effect } from '../state/protocol.ts';
import { type StepContext, say } from '../state/stepContext.ts';

export type LateAnswer = BotEvent & { kind: 'question-answered' };

/** Where Jorge says nothing of his own accord. */
const silent: ReadonlySet<Stage> = new Set(['OPTED_OUT', 'MUTED', 'DELETION_ASKED']);

/**
 * Sends the answers that the brokerage wrote down after the question was asked: one message for each, with the question. Earlier questions
 * and agreements still stand. Sends nothing while a person speaks or after an opt-out.
 */
export const tellAnswers = (turn: StepContext, answered: readonly LateAnswer[]): Effect[] =>
  maySpeakUp(turn.state) ? answered.map((one) => tellAnswer(turn, one)) : [];

function maySpeakUp({ mode, ended, before, at, situation }: BotState): boolean {
  if (mode !== 'bot' && mode !== 'waiting') return false;
  if (ended === 'opted-out' || before?.suppressedAt !== undefined) return false;
  return !silent.has(at) && situation !== 'danger';
}

function tellAnswer(turn: StepContext, { question, words }: LateAnswer): Effect {
  const lead =
    question === null
      ? say(turn, 'nowKnownUnsaid', remarkTexts.nowKnownUnsaid)
      : say(turn, 'nowKnown', remarkTexts.nowKnown, question);
  return replyWith(turn, [...introduce(turn, false), lead, words].join(' '));
}
