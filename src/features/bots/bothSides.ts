import { namesPurchase } from '../reading/readBuyerSigns.ts';
import { readHomeWishes } from '../reading/readHomeWishes.ts';
import { readIntent } from '../reading/readIntent.ts';
import { sentencesOf } from '../reading/sentencesOf.ts';
import type { Heard } from './hear.ts';

/**
 * One message of somebody who both sells and buys, as two: what is said of the other side ("then we want one for 700k"), and the
 * rest. Every word stands where it stood, so that evidence points into the message. Null when nothing is said of the other side.
 */
export function splitBySide(
  heard: Heard,
  other: 'buy' | 'sell',
  areas: readonly string[],
): { ofOther: Heard; rest: Heard } | null {
  const { text } = heard.message;
  if (heard.intent === null || (heard.intent.value !== other && heard.intent.value !== 'both')) return null;
  let ofOther = blank(text);
  let rest = text;
  for (const { plain, start } of sentencesOf(text)) {
    const side = readIntent(plain)?.value;
    // "I have to sell mine first": of a purchase it says no more than that there is to be one.
    const onlySells = side === 'both' && other === 'sell' && !namesPurchase(plain);
    if (side !== other && !onlySells) continue;
    const end = start + plain.length;
    ofOther = ofOther.slice(0, start) + text.slice(start, end) + ofOther.slice(end);
    rest = rest.slice(0, start) + blank(text.slice(start, end)) + rest.slice(end);
  }
  if (rest === text) return null;
  const saying = (words: string, said: string): Heard => ({
    ...heard,
    message: { ...heard.message, text: words },
    home: { ...heard.home, wishes: readHomeWishes(words, { areas, said, errand: 'search' }) },
  });
  return { ofOther: { ...saying(ofOther, ''), asked: null }, rest: saying(rest, heard.home.said) };
}

const blank = (words: string): string => ' '.repeat(words.length);
