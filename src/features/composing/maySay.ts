import type { Fact } from '../../contract/readings.ts';
import type { ListingFacts } from '../packs/model.ts';
import type { Language } from '../reading/model.ts';
import { checkClaims, type SentenceKind } from './checkClaims.ts';
import { factsFor } from './factsFor.ts';
import { judgeAnswer } from './judgeAnswer.ts';
import { readFigures } from './readFigures.ts';
import { bareOf } from './readTold.ts';

const kinds: readonly SentenceKind[] = ['answer', 'ack', 'bridge'];

/**
 * Whether a sentence that names no facts may be said to a visitor: it rests on the home's file or on what visitors may hear of the
 * shelf, or claims nothing. A question may hold figures that the visitor named.
 */
export function maySay(known: {
  brokerage: string;
  language: Language;
  listing: ListingFacts | null;
  /** The cards that were found on the shelf. */
  shelf: readonly Fact[];
  /** The publisher of school figures in the market's state. */
  schools?: Readonly<Record<Language, string>>;
  /** The visitor's words. */
  said: readonly string[];
}): (sentence: string) => boolean {
  const { brokerage, language, listing, shelf, schools, said } = known;
  const facts = factsFor(listing, shelf, language, schools);
  const judge = judgeAnswer({ language, onFile: facts.map(({ words }) => words), said, whispers: [] });
  const named = new Set(said.flatMap((text) => readFigures(bareOf(text)).map(({ value }) => value)));
  return (sentence) => {
    if (judge(sentence) !== null) return false;
    const text = sentence.endsWith('?') ? withoutNamed(sentence, named) : sentence;
    return kinds.some((kind) => checkClaims({ text, kind, facts }, [brokerage]) === null);
  };
}

function withoutNamed(sentence: string, named: ReadonlySet<number | string>): string {
  let text = bareOf(sentence);
  for (const { value, start, end } of readFigures(text).reverse())
    if (named.has(value)) text = `${text.slice(0, start)} ${text.slice(end)}`;
  return text;
}
