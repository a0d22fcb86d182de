import { type NarrativeLength, wordRange } from '../../../contract/rest/narratives.ts';
import type { ListingFacts } from '../../packs/model.ts';
import { type HomePiece, homePieces } from './homePieces.ts';
import { type LeadWish, metWishes } from './leadWishes.ts';
import { countWords, type NarrativeAsk, type TracedSentence } from './model.ts';
import { titleId } from './narrativeFacts.ts';
import { advice, carryOn, closings, onVisits, openings } from './narrativeTexts.ts';

/** With fewer sentences to tell of a home, the length would be filled with what is true of every home. */
export const leastTold: Readonly<Record<NarrativeLength, number>> = { short: 4, medium: 5, long: 6 };

export interface RulesBrief {
  home: ListingFacts;
  ask: Pick<NarrativeAsk, 'style' | 'length' | 'language'>;
  wishes: readonly LeadWish[];
  /** Whether the fact of this id may be told. */
  isTold(factId: string): boolean;
}

/** No story leaves out what everyone asks first. */
const always: ReadonlySet<HomePiece['about']> = new Set(['place', 'rooms', 'price']);

/** How many sentences the file gives. */
export const toldOf = ({ home, ask, isTold }: Omit<RulesBrief, 'wishes'>): number =>
  homePieces(home, ask.style, ask.language, isTold).length;

/** Whether the file gives enough for the length: enough to tell, and enough words with the advice that goes with it. */
export const isLongEnough = (brief: Omit<RulesBrief, 'wishes'>): boolean => {
  const { length } = brief.ask;
  if (toldOf(brief) < leastTold[length]) return false;
  const words = narrativeByRules({ ...brief, wishes: [] }).reduce((sum, { text }) => sum + countWords(text), 0);
  return words >= wordRange[length].min;
};

/**
 * A narrative without a model: an opening and a closing in the style, between them what the file tells and what of the lead's wishes it
 * meets. The rest of the length is advice on each thing that was told, then on visits: nothing in it is said of the home but its facts.
 */
export function narrativeByRules(brief: RulesBrief): TracedSentence[] {
  const { home, ask, wishes, isTold } = brief;
  const { style, length, language } = ask;
  const { min, max } = wordRange[length];
  const title = (text: string): string => text.replace('{home}', home.title);
  const open: TracedSentence = { text: title(openings[style][language]), facts: [titleId] };
  const close: TracedSentence = { text: closings[style][language], facts: [] };
  let words = countWords(open.text) + countWords(close.text);
  const fits = ({ text }: TracedSentence): boolean => words + countWords(text) <= max;
  const take = <One extends TracedSentence>(one: One): One => {
    words += countWords(one.text);
    return one;
  };

  const body: { told: TracedSentence; advice?: TracedSentence }[] = [];
  for (const wish of metWishes(wishes, home, language)) if (fits(wish)) body.push({ told: take(wish) });
  const pieces = homePieces(home, style, language, isTold);
  const adviceOf = new Map<TracedSentence, TracedSentence>();
  const chosen = new Set<HomePiece>();
  for (const piece of [...pieces.filter(({ about }) => always.has(about)), ...pieces])
    if (!chosen.has(piece) && fits(piece)) chosen.add(take(piece));
  for (const told of pieces.filter((piece) => chosen.has(piece))) {
    body.push({ told });
    const words = told.advice === undefined ? undefined : advice[told.advice]?.[language];
    if (words !== undefined) adviceOf.set(told, { text: words, facts: [] });
  }
  for (const one of body) {
    const more = adviceOf.get(one.told);
    if (words < min && more !== undefined && fits(more)) one.advice = take(more);
  }
  const rest: TracedSentence[] = [];
  for (const text of [...carryOn[style][language], ...onVisits[language]])
    if (words < min && fits({ text, facts: [] })) rest.push(take({ text, facts: [] }));
  return [open, ...body.flatMap(({ told, advice: more }) => (more ? [told, more] : [told])), ...rest, close];
}
