import { plainText } from './plainText.ts';
import { asksForAny, opensAsQuestion } from './readQuestion.ts';
import { sentencesOf } from './sentencesOf.ts';

const asksAfterComma =
  /,\s*(?=(?:and |so |but )?(?:is|are|does|do|can|could|would|will|what|how|when|why|who|where|should)\b)/i;
const asksUs = /^\W*(?:so |and |but )?(?:do|can|could|would|will) (?:you|y'?all|u|yall)\b|^\W*(?:what if|suppose)\b/i;

/** What a message tells: the text with blanks where something is only asked, so that every word stands where it stood. */
export const toldIn = (text: string): string =>
  sentencesOf(text).reduce((words, { plain, start, kind }) => {
    const from = askedFrom(plain, kind);
    return words.slice(0, start + from) + ' '.repeat(plain.length - from) + words.slice(start + plain.length);
  }, plainText(text));

/** Where in a sentence it begins to ask; its end where it only tells. "Moving in March, is this still available?" tells first. */
function askedFrom(sentence: string, kind: 'question' | 'statement'): number {
  if (kind === 'statement' && !asksUs.test(sentence) && !asksForAny(sentence)) return sentence.length;
  const after = asksAfterComma.exec(sentence);
  return after === null || opensAsQuestion(sentence) ? 0 : after.index;
}
