import type { Fact } from '../../src/contract/readings.ts';
import { factsFor } from '../../src/features/composing/factsFor.ts';
import type { passReply } from '../../src/features/composing/passReply.ts';
import { readSentences, type Sentence } from '../../src/features/composing/sentences.ts';
import type { SpokenHead } from '../../src/features/composing/speakTask.ts';
import { home } from './talk.ts';

/** All that an answer about the home of `talk.ts` may stand on. */
export const homeShelf: readonly Fact[] = factsFor(home, [], 'en');

/** A reply as a model writes it. */
export const writeSpoken = (sentences: readonly Sentence[], head: Partial<SpokenHead> = {}): string =>
  JSON.stringify({ asked: null, tell: null, unsure: false, ...head, sentences });

/** An answer as a model writes it: one piece that cites everything of the home. */
export const answerOf = (text: string, facts: readonly Fact[] = homeShelf): string =>
  writeSpoken([{ text, facts: facts.map(({ id }) => id).filter((id) => !id.startsWith('house.')) }]);

/** A fact that says the very same. */
export const sayingSo = (words: string): Fact => ({ id: 'card:same', words, source: 'the test', audience: 'visitor' });

/** Hands over a reply piece by piece, and an honest sentence where nothing of it came through. */
export function passAll(pass: ReturnType<typeof passReply>, pieces: Iterable<string>): void {
  const reader = readSentences((one) => pass.pass(one));
  for (const piece of pieces) reader.push(piece);
  if (pass.passed() === '') pass.sayCannotAnswer();
}
