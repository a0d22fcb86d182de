import type { AskBrief, CoachBrief, QualifyBrief } from '../../features/coaching/talk.ts';
import type { ReplyBrief } from '../../features/composing/answerVisitor.ts';
import { writeSentences } from '../../features/composing/sentences.ts';
import type { LanguageModel, WritingOrder, WritingOutlet, WritingResult } from '../../features/llm/ports.ts';
import type { Clock } from '../../kernel/clock.ts';
import { answerAgent } from './answerAgent.ts';
import { answerFromListing } from './answerFromListing.ts';
import { coachByRules } from './coachByRules.ts';
import { qualifyInProse } from './qualifyInProse.ts';

const everyMs = 20;
const wordsAtOnce = 3;

/**
 * Writes without a model, from what is on file and what was said: the same port, the same stream, basis `rules`. A few
 * words every 20 ms, so that people read along; `wordsAtOnce` that pace is no claim about anything.
 */
export function createPlaybook({ clock }: { clock: Clock }): LanguageModel {
  return {
    basis: 'rules',
    write(order, out) {
      const answer = compose(order);
      return speak(clock, answer, out);
    },
  };
}

type Answer = NonNullable<WritingResult['answer']>;

function compose(order: WritingOrder): Answer {
  switch (order.task) {
    case 'coach':
      return coachByRules(order.brief as CoachBrief);
    case 'qualify':
      return qualifyInProse(order.brief as QualifyBrief);
    case 'ask':
      return answerAgent(order.brief as AskBrief);
    case 'reply':
      return { say: writeSentences(answerFromListing(order.brief as ReplyBrief)) };
  }
}

function speak(clock: Clock, answer: Answer, out: WritingOutlet): Promise<WritingResult> {
  const pieces = piecesOf(answer.say);
  let next = 0;
  return new Promise((resolve) => {
    const settle = (status: 'done' | 'stopped'): void => {
      cancel();
      out.signal.removeEventListener('abort', onAbort);
      resolve({ status, basis: 'rules', answer: status === 'done' ? answer : null, started: next > 0 });
    };
    const onAbort = (): void => settle('stopped');
    let cancel = (): void => {};
    const step = (): void => {
      const piece = pieces[next++];
      if (piece !== undefined) out.onText(piece);
      // A reader of `onText` may abort.
      if (out.signal.aborted) return;
      if (next >= pieces.length) settle('done');
      else cancel = clock.after(everyMs, step);
    };
    if (out.signal.aborted) settle('stopped');
    else {
      out.signal.addEventListener('abort', onAbort, { once: true });
      step();
    }
  });
}

/** Three words at a time; joined they are the text. */
export function piecesOf(text: string): string[] {
  const words = text.match(/\s*\S+\s*$|\s*\S+/g) ?? [];
  const pieces: string[] = [];
  for (let i = 0; i < words.length; i += wordsAtOnce) pieces.push(words.slice(i, i + wordsAtOnce).join(''));
  return pieces;
}
