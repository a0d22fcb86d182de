import type { Fact } from '../../src/contract/readings.ts';
import { factsFor } from '../../src/features/composing/answerVisitor.ts';
import { writeSentences } from '../../src/features/composing/sentences.ts';
import { home } from './talk.ts';

/** All that an answer about the home of `talk.ts` may stand on. */
export const homeShelf: readonly Fact[] = factsFor(home, [], 'en');

/** An answer as a model writes it: one piece that cites everything of the home. */
export const answerOf = (text: string, facts: readonly Fact[] = homeShelf): string =>
  writeSentences([{ text, kind: 'answer', facts: facts.map(({ id }) => id).filter((id) => !id.startsWith('house.')) }]);

/** A fact that says the very same. */
export const sayingSo = (words: string): Fact => ({ id: 'card:same', words, source: 'the test', audience: 'visitor' });
