import type { Answer, LanguageModel, WritingOutlet, WritingResult } from '../../features/llm/ports.ts';
import type { Clock } from '../../kernel/clock.ts';

const everyMs = 20;
const wordsAtOnce = 3;

/**
 * Writes without a model, from what is on file and what was said: the same port, the same stream, basis `rules`. A few
 * words every 20 ms, so that people read along; `wordsAtOnce` that pace is no claim about anything.
 */
export function createPlaybook({ clock }: { clock: Clock }): LanguageModel {
  return {
    basis: 'rules',
    async write({ task, brief }, out) {
      const answer = task.offline(brief);
      return answer === null ? { status: 'failed', basis: 'rules', answer, started: false } : speak(clock, answer, out);
    },
  };
}

function speak(clock: Clock, answer: Answer, out: WritingOutlet): Promise<WritingResult> {
  const pieces = piecesOf(answer.say ?? '');
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
