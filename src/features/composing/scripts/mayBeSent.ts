import { reviewWords } from '../../compliance/reviewWords.ts';
import { splitSentences } from '../../compliance/splitSentences.ts';
import type { ListingFacts } from '../../packs/model.ts';
import type { Language } from '../../reading/model.ts';
import { factsFor } from '../factsFor.ts';
import { linksIn } from '../linksIn.ts';
import { mayBeSaid } from '../mayBeSaid.ts';
import { type FigureKind, readFigures } from '../readFigures.ts';
import { bareOf } from '../readTold.ts';

const binding: ReadonlySet<FigureKind> = new Set(['money', 'percent', 'area', 'year']);

/**
 * Whether a model's words may stand in a script: each sentence passes the rules for the public, holds no sum, share, size or year that the
 * home's file and `said` don't name, and leads nowhere. The lead's words support nothing here: anybody can say anything.
 */
export function mayBeSent({
  brokerage,
  language,
  home,
  schools,
  said,
}: {
  brokerage: string;
  language: Language;
  home: ListingFacts | null;
  schools?: Readonly<Record<Language, string>>;
  /** By the team, by Jorge, or by the calendar. */
  said: readonly string[];
}): (words: string) => boolean {
  const known = { language, shelf: [], said, ...(schools && { schools }) };
  const passes = mayBeSaid({ ...known, homes: home === null ? [] : [home] });
  const facts = factsFor(home, [], language, schools).map((fact) => fact.words);
  const figuresOf = (words: string): string[] =>
    readFigures(bareOf(words)).flatMap(({ kind, value }) => (binding.has(kind) ? [`${kind} ${value}`] : []));
  const named = new Set([...facts, ...said].flatMap(figuresOf));
  const isOpen = (words: string): boolean => figuresOf(words).some((figure) => !named.has(figure));
  const isCut = (words: string): boolean =>
    reviewWords(words, { audience: 'public', brokerage, language }).action === 'cut';
  return (words) => {
    const splitter = splitSentences();
    const sentences = [...splitter.push(words), splitter.flush()].map((one) => one.trim()).filter((one) => one !== '');
    if (sentences.length === 0 || isCut(words) || linksIn(words).length > 0) return false;
    return sentences.every((one) => !isCut(one) && !isOpen(one) && passes(one));
  };
}
