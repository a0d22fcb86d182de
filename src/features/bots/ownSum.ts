import type { Money, Read } from '../reading/model.ts';
import { readMoney } from '../reading/readMoney.ts';
import { sentencesOf } from '../reading/sentencesOf.ts';

// "Would they take 600k?", "why is it listed for 900k?": a sum of the home at hand or of its owner.
const ofTheHome =
  /\b(?:would (?:they|you|the \w+) (?:take|accept)|price (?:drop|cut)|listed (?:at|for)|why is it|is (?:it|this|that) worth|worth the)\b/i;
// "I'd like 700k, is that realistic?": asked, and wished for.
const wished =
  /\b(?:i|we)(?:'d| would| am| are|'m|'re)? (?:\w+ )?(?:like|want|need|hop(?:e|ing)|expect(?:ing)?|think(?:ing)?|ask(?:ing)?|take|accept|settle)\b|\b(?:mi|nuestro) precio\b|\b(?:quiero|quisiera|espero|pido)\b/i;

/**
 * The sum that somebody names as their own, also beside a question. `seller`: what a seller only asks about ("would you list it at
 * 900k?") is no price of theirs; a buyer's "anything for 500k?" is a budget.
 */
export function ownSum(text: string, options: { bare: boolean; seller?: boolean }): Read<Money> | null {
  const found = readMoney(text, options);
  if (!found) return null;
  const sentences = sentencesOf(text);
  if (sentences.length < 2) return isOwn(text, text.includes('?'), options) ? found : null;
  for (const { plain, start } of sentences) {
    if (!isOwn(plain, plain.includes('?'), options)) continue;
    if (found.start >= start && found.start < start + plain.length) return found;
    const here = readMoney(plain, options);
    if (here) return { ...here, start: here.start + start, end: here.end + start };
  }
  return null;
}

const isOwn = (words: string, asks: boolean, { seller }: { seller?: boolean }): boolean =>
  !ofTheHome.test(words) && !(seller && asks && !wished.test(words));
