import { anyMoment, type Read } from '../model.ts';
import { sentencesOf } from '../text/sentencesOf.ts';
import { readDay } from './readDay.ts';
import { readTimeline } from './readTimeline.ts';

const threat =
  /(?<!\p{L})(?:auction\w*|foreclos\w*|evict\w*|sheriff|court|trustee|repossess\w*|deadline|have to (?:be|move|get) out|must (?:be|move) out|kick\w* out|subast\p{L}*|remat\p{L}*|desaloj\p{L}*|embarg\p{L}*|juzgado|corte|plazo)(?!\p{L})/iu;
const quoteChars = 160;

/** When a loss that threatens them is to come, in their words: the sentence that names both; null where none does. */
export function readDeadline(text: string): Read<string> | null {
  for (const { plain, start } of sentencesOf(text)) {
    const words = plain.trim();
    if (!threat.test(words)) continue;
    const names = readDay(words) !== null || readTimeline(words, { at: anyMoment, asked: true }) !== null;
    if (!names) continue;
    const quote = text.slice(start, start + Math.min(plain.length, quoteChars)).trim();
    const from = text.indexOf(quote, start);
    return { value: quote, start: from, end: from + quote.length };
  }
  return null;
}
