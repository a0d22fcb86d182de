import type { NarrativeLength } from '../../../contract/rest/narratives.ts';
import { countWords, type TracedSentence } from './model.ts';

const paragraphs: Readonly<Record<NarrativeLength, number>> = { short: 1, medium: 2, long: 4 };

/** The sentences with the paragraph that each is in: as many as the length has, of about as many words each. */
export function paragraphsOf(
  sentences: readonly TracedSentence[],
  length: NarrativeLength,
): (TracedSentence & { paragraph: number })[] {
  const total = sentences.reduce((sum, { text }) => sum + countWords(text), 0);
  let before = 0;
  return sentences.map((one) => {
    const paragraph = Math.min(paragraphs[length] - 1, Math.floor((before / Math.max(1, total)) * paragraphs[length]));
    before += countWords(one.text);
    return { ...one, paragraph };
  });
}
