import type { Read } from '../model.ts';
import { matchesIn, readAt } from '../text/matchesIn.ts';
import { plainText } from '../text/plainText.ts';

export type Tenure = 'buy' | 'rent';

const rent =
  /\b(?:rent(?:al|als|ing)?(?! (?:a car|cars?|comps?|comparables?|rolls?|estimates?|income|yields?|control)\b)|lease|leasing|alquil(?:ar|er|o)|rentar|renta|arrendar)\b|\d\s?(?:k\s?)?(?:dollars\s?)?(?:\/\s?mo(?:nth)?|(?:per|a|each) (?:month|week)|monthly|weekly|al mes|pcm|pw)\b(?![^.?!]{0,20}\b(?:payment|mortgage|hoa|fee))/gi;
const buy =
  /\b(?:buy(?:ing)?|(?:first[- ]time|home) ?buyers?|purchas(?:e|es|ing)|own(?:ing)?(?! (?:a|my|our|business|stuff|things|sofa|beds?|furnishings|furniture|kitchen|shower|bath\w*|place))|for sale|compra(?:r)?|on sale)\b/gi;
const notWished =
  /\b(?:as|not|n't|no|never|without|instead of|rather than|tired of|stop|sick of|done|can't afford to|cannot afford to|been|currently|now|still|than|own(?:s|ed)?|(?:i|we) have|i've|we've|sell(?:ing)?)(?: to)?(?: \w+){0,2} $/i;
const asksStatus = /\b(?:is|are|was) (?:it|this|that|the)\b[^.?!]{0,24}$/i;
/** "We rent now", "the lease is up in March": how they live at present. */
const theyDo = /\b(?:i|we)(?:'m|'re| am| are| r|re)? (?:currently |still )?$/i;
const atPresent = /^\s(?:right now|now|currently|at the moment|'?til|till|until|thru|through|month to month)\b/i;
const ending = /^\s(?:is (?:up|over|ending)|ends?|expires?|runs? out|went up|goes up)\b/i;
const limit = /^ (?:under|below|up to|max\w*|less than|no more than|between|around|about|at most|should|must|of)\b/i;
const ofTheHome =
  /\b(?:how much|what(?:'s| is| would)|monthly|the|their|its|in|my|our|your|of) (?:is |be |are )?(?:the |their |its |my |for |monthly )?$/i;

/** Whether somebody wants to buy or to rent, said outright; "looking for a house" alone says neither. The last word counts. */
export function readTenure(text: string): Read<Tenure> | null {
  const plain = plainText(text);
  const found: Read<Tenure>[] = [];
  for (const [value, pattern] of [
    ['rent', rent],
    ['buy', buy],
  ] as const) {
    for (const match of matchesIn(pattern, plain)) {
      const before = plain.slice(Math.max(0, match.index - 40), match.index);
      if (
        notWished.test(before) ||
        (theyDo.test(before) && atPresent.test(plain.slice(match.index + match[0].length))) ||
        ending.test(plain.slice(match.index + match[0].length)) ||
        (/sale/i.test(match[0]) && asksStatus.test(before)) ||
        (/^(?:rent|lease)$/i.test(match[0]) &&
          ofTheHome.test(before) &&
          !limit.test(plain.slice(match.index + match[0].length)))
      )
        continue;
      found.push(readAt(value, match));
    }
  }
  found.sort((a, b) => a.start - b.start);
  // "To rent or to buy, I don't mind": both are named, none is chosen.
  const [first, second] = found;
  if (first && second && first.value !== second.value && /^\W*(?:or|o|and|y)\b/i.test(plain.slice(first.end)))
    return null;
  return found.at(-1) ?? null;
}

const asksRentals =
  /\b(?:do (?:you|y'all)(?: all| guys)? (?:have|do|offer)|have you got|are there|any|tienen?|hay)\b[^?]{0,40}\b(?:(?:for|to) rent|rentals?|en renta|para rentar|alquiler)\b/i;

/** "Do you have rentals?": asks whether homes are let, without a wish of their own. */
export const asksForRentals = (text: string): boolean => asksRentals.test(text);
