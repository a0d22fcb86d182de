import { type NarrativeLength, wordRange } from '../../../contract/rest/narratives.ts';
import { countWords, type TracedSentence } from './model.ts';

const wordsIn = (sentences: readonly TracedSentence[]): number =>
  sentences.reduce((sum, { text }) => sum + countWords(text), 0);

/**
 * The sentences of a model within the length: too long, they lose those before the last one; too short, they get those that the rules
 * would tell and that rest on facts which the model left out. Null where they can't be brought to it.
 */
export function fitLength(
  sentences: readonly TracedSentence[],
  spare: readonly TracedSentence[],
  length: NarrativeLength,
): TracedSentence[] | null {
  const { min, max } = wordRange[length];
  const fitted = [...sentences];
  while (wordsIn(fitted) > max && fitted.length > 2) fitted.splice(-2, 1);
  const used = new Set(fitted.flatMap(({ facts }) => facts));
  const unused = (one: TracedSentence): boolean => !one.facts.some((id) => used.has(id));
  for (const one of spare.filter(unused)) {
    if (wordsIn(fitted) >= min) break;
    if (wordsIn(fitted) + countWords(one.text) <= max) fitted.splice(-1, 0, one);
  }
  const words = wordsIn(fitted);
  return words >= min && words <= max ? fitted : null;
}
