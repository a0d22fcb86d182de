import { readHomeWishes } from '../../reading/home/readHomeWishes.ts';
import { namesPurchase } from '../../reading/person/readBuyerSigns.ts';
import { readIntent } from '../../reading/person/readIntent.ts';
import { sentencesOf } from '../../reading/text/sentencesOf.ts';
import type { MessageReading } from './readMessage.ts';

/**
 * Splits one message of a visitor who both sells and buys in two: the words of the other side ("then we want one for 700k"), and
 * the rest. Every word keeps its position, so that evidence points into the message. Null when nothing is said of the other side.
 */
export function splitBySide(
  reading: MessageReading,
  other: 'buy' | 'sell',
  areas: readonly string[],
): { ofOther: MessageReading; rest: MessageReading } | null {
  const { text } = reading.message;
  if (reading.intent === null || (reading.intent.value !== other && reading.intent.value !== 'both')) return null;
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
  const saying = (words: string, said: string): MessageReading => ({
    ...reading,
    message: { ...reading.message, text: words },
    home: { ...reading.home, wishes: readHomeWishes(words, { areas, said, errand: 'search' }) },
  });
  return { ofOther: { ...saying(ofOther, ''), asked: null }, rest: saying(rest, reading.home.said) };
}

const blank = (words: string): string => ' '.repeat(words.length);
