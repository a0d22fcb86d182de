import type { Money, Read } from '../model.ts';
import { sentencesOf } from '../text/sentencesOf.ts';
import { readMoney } from './readMoney.ts';

// "Would they take 600k?", "why is it listed for 900k?": a sum of the home at hand or of its owner.
const ofTheHome =
  /\b(?:would (?:they|you|the \w+) (?:take|accept)|price (?:drop|cut)|listed (?:at|for)|why is it|is (?:it|this|that) worth|worth the)\b/i;
// "I'd like 700k, is that realistic?": asked, and wished for.
const wished =
  /\b(?:i|we)(?:'d| would| am| are|'m|'re)? (?:\w+ )?(?:like|want|need|hop(?:e|ing)|expect(?:ing)?|think(?:ing)?|ask(?:ing)?|take|accept|settle)\b|\b(?:mi|nuestro) precio\b|\b(?:quiero|quisiera|espero|pido)\b/i;

const loneSum =
  /^\W*(?:(?:maybe|about|around|roughly|like|say|idk|i don't know|dunno|no idea|not sure|hmm|well|up to|ok|como|unos|hasta|quiz[aá]s)[\s,.]{1,3}){0,3}\$?[1-9]\d{2}(?:\.?000)?(?:,? (?:maybe|or|to|perhaps|quiz[aá]s?) \$?[1-9]\d{2}(?: if (?:i|we|it)\b[^.?!\d]{0,30})?)?\W*$/iu;
const corrects =
  /\b(?:make (?:it|that)|i mean(?:t)?|more like|let's say|no,? wait|wait,? no|sorry|correction|scratch that|instead of|not \$?[1-9]\d{2}|mejor|digamos|perd[oó]n|quise decir|corrijo)\b/i;

/** "Maybe 350?": a price in thousands and nothing else. */
export const isLoneSum = (text: string): boolean => loneSum.test(text);

/** "No wait, 450", "make it 400": puts a sum right that was named before. */
export const correctsSum = (text: string): boolean => corrects.test(text);

/** "Actually I'd take 460k": a sum is what they wish for. */
export const wishesForSum = (text: string): boolean => wished.test(text) && readMoney(text) !== null;

/**
 * The sum that somebody names as their own, also beside a question. `seller`: a sum that a seller only asks about ("would you list it
 * at 900k?") is no price of theirs; a buyer's "anything for 500k?" is a budget.
 */
export function readOwnSum(text: string, options: { bare: boolean; seller?: boolean }): Read<Money> | null {
  const found = readMoney(text, options);
  if (!found) return null;
  if (isLoneSum(text)) return found;
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
