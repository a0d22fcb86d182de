import type { Read } from '../model.ts';
import { numberOf, numberPattern } from '../numbers/numberWords.ts';
import { afterPuttingRight } from '../text/afterPuttingRight.ts';
import { matchesIn, readAt, spanOf } from '../text/matchesIn.ts';
import { plainText } from '../text/plainText.ts';

const beds = new RegExp(
  `(?<![\\w$.,/])(${numberPattern})(?:\\s?(?:\\+|or more|,?\\s?(?:or )?(?:maybe|possibly|quiz[aá]s?)|to|or|-|a|o)\\s?(${numberPattern})?)?\\s?-?\\s?(?:bed\\s?(?:roo?ms?|rms?)?s?|br|bds?|bdrm?s?|rec[aá]maras?|habitaci(?:ones|[oó]n)|cuartos?|dormitorios?|roo?ms?)(?![\\p{L}])`,
  'iu',
);
const baths = new RegExp(
  `(?<![\\w$.,]|\\d/)(${numberPattern})( and a half| y medio)?\\s?(?:\\+|or more)?\\s?-?\\s?(?:full\\s)?(?:bath\\s?(?:roo?ms?|rms?)?s?|bths?|ba|ba[nñ]os?)(?![\\p{L}])`,
  'iu',
);
const pair = /(?<![\d/.])([1-7])\s?[x/]\s?([1-5](?:\.5)?)(?:\s?[x/]\s?[0-4])?(?![\d/]|x\d)/i;
/** "2 beds and as many baths". */
const asMany =
  /\b(?:as many|(?:the )?same (?:number|amount) of|an equal number of) (bath(?: ?room)?s?|bed(?: ?room)?s?)\b/i;
const half = /^(?: y medio| and a half)/i;
const datePair = /\b(?:on|by|since|before|until|date)\s$/i;
/** One that is wished for; "the studio in back" is a part of the home at hand. */
const studio =
  /(?<!\b(?:the|that|this|its|their|little|separate|back|detached|garage|el|del|al) )\b(?:studio|efficiency|estudio)\b(?! (?:furniture|has|have|is|be|rents?|heated|permitted|in back|behind|space|out back))/i;
const notCounted =
  '(?![\\p{L}\\d.,]*[\\p{L}\\d])(?!\\s(?:living|dining|full|baths?\\b|bathrooms?|ba[nñ]os?|kids|children|people|cars?|dogs?|cats?|weeks?|months?|years?|days?|miles?|stor(?:y|ies)|k\\b|mil\\b|on\\b|that\\b|you\\b|near\\b))';
const counted = `(?<![\\p{L}\\d$.,/])(${numberPattern.replace(/\|(?:an?|una?|uno|one|single)(?=\||$)/g, '')})(?=\\W*$|[.,!;]|\\s(?:please|will|would|should|is|are|max\\w*|min\\w*|at least|for (?:me|us|now)|tops|maybe|though|then|in total|por favor)\\b)`;
const anyNumber = new RegExp(counted, 'giu');
const anyNumberOnce = new RegExp(counted, 'iu');
const bareNumber = new RegExp(
  `^\\W{0,3}(?:(?:at least|maybe|about|around|just|only|like|minimum|min|i think|i guess|i(?:'d| would) (?:like|prefer|say)|(?:i|we) (?:just |only |really )?(?:need|want)|it should have|let's say|say|with|al menos|con|try with|creo que|unos|unas|the|idk|hmm|let me see|well|oh|how about|you know|probably|exactly|no|minimum of|make (?:it|that))[\\s,.]{1,3}){0,4}(${numberPattern})${notCounted}`,
  'iu',
);

/** Bedrooms and bathrooms wanted, at least: "3/2", "three bedroom", "2-3 beds". `asked`: "3" alone counts as bedrooms; `askedBaths`: as bathrooms. */
export function readBeds(
  text: string,
  options: { asked?: boolean; askedBaths?: boolean } = {},
): { beds: Read<number> | null; baths: Read<number> | null } {
  const plain = plainText(text);
  const late = afterPuttingRight(plain);
  if (late !== null) {
    const before = readBeds(plain.slice(0, plain.length - late.trimStart().length), { asked: false });
    const said = readBeds(late, { ...options, asked: options.asked === true || before.beds !== null });
    if (said.beds !== null || said.baths !== null)
      return { beds: said.beds ?? before.beds, baths: said.baths ?? before.baths };
  }
  const both = pair.exec(plain);
  if (both && Number(both[1]) >= Number(both[2]) && both[0] !== '4x4' && !datePair.test(plain.slice(0, both.index))) {
    const { index, 0: whole, 1: first, 2: second } = both;
    const at = { start: index, end: index + whole.length };
    return { beds: { value: Number(first), ...at }, baths: { value: Number(second), ...at } };
  }
  const said = read(baths, plain, 10);
  const bedsSaid = bedsOf(plain, options.asked === true && !(options.askedBaths && said));
  const alike = asMany.exec(plain);
  if (alike) {
    const at = spanOf(alike);
    const isBaths = /^ba/i.test(alike[1] as string);
    if (isBaths && bedsSaid) return { beds: bedsSaid, baths: { value: bedsSaid.value, ...at } };
    if (!isBaths && said) return { beds: { value: said.value, ...at }, baths: said };
  }
  return { beds: bedsSaid, baths: said ?? (options.askedBaths && !bedsSaid ? lone(plain, 10) : null) };
}

function bedsOf(plain: string, asked: boolean): Read<number> | null {
  const found = read(beds, plain, 12);
  const needed = found === null ? null : neededInstead(plain, found);
  if (needed) return needed;
  if (found) return found;
  const small = studio.exec(plain);
  if (small) return readAt(0, small);
  return asked ? lone(plain, 9) : null;
}

const needs = new RegExp(
  `\\b(?:need|want|prefer|rather have|more like|looking for|at least|necesit\\p{L}+|quiero|queremos)\\s(?:a |an |about |at least |more like |al menos )?(${numberPattern.replace(/\|(?:an?|una?|uno|one|single)(?=\||$)/g, '')})(?=\\W*$|[.,!;]|\\s(?:now|please|for|because|since|bed|br\\b|bd|rec[aá]mara|cuarto))`,
  'giu',
);

/** "The 3 bedroom is too small, we need 4": the number they need, not the one there is. */
function neededInstead(plain: string, found: Read<number>): Read<number> | null {
  const said = matchesIn(needs, plain).at(-1);
  const value = said?.[1] === undefined ? null : numberOf(said[1]);
  if (said === undefined || value === null || value < 1 || value > 9 || said.index <= found.start) return null;
  return readAt(value, said);
}

const answerWords = 7;

/** The number that answers "how many?": at the head of what they say, or the only one of a few words. */
function lone(plain: string, most: number): Read<number> | null {
  const first = read(bareNumber, plain, most);
  if (first || plain.includes('?') || plain.split(/\s+/, answerWords + 1).length > answerWords) return first;
  const numbers = matchesIn(anyNumber, plain);
  return numbers.length === 1 ? read(anyNumberOnce, plain, most) : null;
}

function read(pattern: RegExp, plain: string, most: number): Read<number> | null {
  const match = pattern.exec(plain);
  const first = match?.[1] ? numberOf(match[1]) : null;
  // "Looking 4 a 3 bedroom" is no range.
  const upper = pattern === beds && match?.[2] ? numberOf(match[2]) : null;
  const value = first !== null && upper !== null && upper < first ? upper : first;
  if (!match || value === null || value < 1 || value > most) return null;
  // "a room", "un cuarto": an article is no wish for exactly one; "una recámara" is.
  if (/^(?:an?|un|una)$/i.test(match[1] as string) && !/(?:rec[aá]mara|dormitorio|ba[nñ]o)$/i.test(match[0]))
    return null;
  const end = match.index + match[0].length;
  const more = pattern === beds ? null : half.exec(plain.slice(end));
  const isHalf = more !== null || (pattern === baths && match[2] !== undefined);
  return { value: isHalf ? value + 0.5 : value, start: match.index, end: end + (more?.[0].length ?? 0) };
}
