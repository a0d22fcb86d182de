import type { StateName } from './chart.ts';
import { introduce } from './introduce.ts';
import type { BotState, Effect, Happening } from './protocol.ts';
import { remarkTexts } from './remarkTexts.ts';
import { actsIn, say, type Turn } from './turn.ts';

export type LateAnswer = Happening & { kind: 'question-answered' };

/** Where Jorge says nothing of his own accord. */
const silent: ReadonlySet<StateName> = new Set(['OPTED_OUT', 'MUTED', 'DELETION_ASKED']);

/**
 * What nobody could answer has its answer by now: each is a message of its own, with the question, and what was asked and agreed before
 * still stands. Nothing where a person speaks, and nothing for who wants to hear nothing.
 */
export const tellAnswers = (turn: Turn, answered: readonly LateAnswer[]): Effect[] =>
  maySpeakUp(turn.state) ? answered.map((one) => tellAnswer(turn, one)) : [];

function maySpeakUp({ mode, ended, before, at, situation }: BotState): boolean {
  if (mode !== 'bot' && mode !== 'waiting') return false;
  if (ended === 'opted-out' || before?.suppressedAt !== undefined) return false;
  return !silent.has(at) && situation !== 'danger';
}

function tellAnswer(turn: Turn, { question, words }: LateAnswer): Effect {
  const lead =
    question === null
      ? say(turn, 'nowKnownUnsaid', remarkTexts.nowKnownUnsaid)
      : say(turn, 'nowKnown', remarkTexts.nowKnown, question);
  const text = [...introduce(turn, false), lead, words].join(' ');
  turn.state.lastText = text;
  return { kind: 'reply', parts: [{ kind: 'text', text }], acts: actsIn(turn, text) };
}
