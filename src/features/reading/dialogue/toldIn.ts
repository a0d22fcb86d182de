import { plainText } from '../text/plainText.ts';
import { sentencesOf } from '../text/sentencesOf.ts';
import { asksForAny, opensAsQuestion } from './readQuestion.ts';

const asksAfterComma =
  /,\s*(?=(?:and |so |but )?(?:is|are|does|do|can|could|would|will|what|how|when|why|who|where|should)\b)/i;
const asksUs = /^\W*(?:so |and |but )?(?:do|can|could|would|will) (?:you|y'?all|u|yall)\b|^\W*(?:what if|suppose)\b/i;

/** The text with blanks where something is only asked; the rest is what the message tells, and every word keeps its position. */
export function toldIn(text: string): string {
  const words = plainText(text);
  const pieces: string[] = [];
  let end = 0;
  for (const { plain, start, kind } of sentencesOf(text)) {
    const from = askedFrom(plain, kind);
    pieces.push(words.slice(end, start + from), ' '.repeat(plain.length - from));
    end = start + plain.length;
  }
  return pieces.join('') + words.slice(end);
}

/** Where in a sentence it begins to ask; its end where it only tells. "Moving in March, is this still available?" tells first. */
function askedFrom(sentence: string, kind: 'question' | 'statement'): number {
  if (kind === 'statement' && !asksUs.test(sentence) && !asksForAny(sentence)) return sentence.length;
  const after = asksAfterComma.exec(sentence);
  return after === null || opensAsQuestion(sentence) ? 0 : after.index;
}
