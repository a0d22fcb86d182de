import { readHomeWishes } from '../../reading/home/readHomeWishes.ts';
import type { Span } from '../../reading/model.ts';
import { namesPurchase } from '../../reading/person/readBuyerSigns.ts';
import { readIntent } from '../../reading/person/readIntent.ts';
import { sentencesOf } from '../../reading/text/sentencesOf.ts';
import { withBlanks } from '../../reading/text/withBlanks.ts';
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
  const said: Span[] = [];
  for (const { plain, start } of sentencesOf(text)) {
    const side = readIntent(plain)?.value;
    // "I have to sell mine first": of a purchase it says no more than that there is to be one.
    const onlySells = side === 'both' && other === 'sell' && !namesPurchase(plain);
    if (side !== other && !onlySells) continue;
    said.push({ start, end: start + plain.length });
  }
  if (said.length === 0) return null;
  const ends = [0, ...said.map(({ end }) => end)];
  const between = ends.map((start, at) => ({ start, end: said[at]?.start ?? text.length }));
  const saying = (words: string, before: string): MessageReading => ({
    ...reading,
    message: { ...reading.message, text: words },
    home: { ...reading.home, wishes: readHomeWishes(words, { areas, said: before, errand: 'search' }) },
  });
  return {
    ofOther: { ...saying(withBlanks(text, between), ''), asked: null },
    rest: saying(withBlanks(text, said), reading.home.said),
  };
}
