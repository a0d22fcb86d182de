import type { Read } from '../model.ts';
import { matchesIn, readAt } from '../text/matchesIn.ts';
import { plainText } from '../text/plainText.ts';

const suffix =
  'st|street|ave|avenue|blvd|boulevard|dr|drive|rd|road|ln|lane|way|ct|court|pl|place|cir|circle|pkwy|parkway|hwy|highway|loop|trail|trl|cove|cv|ter|terrace|pass|path|bend|run|row|sq|square';
/** Words that begin a new thought, and not the name of a town: "504 Elm Street, we relocate". */
const noTown =
  "(?:we|i|it|its|it's|and|but|so|the|my|our|they|he|she|with|in|on|at|is|are|was|has|need|needs|want|great|good|new|no|not|about|asking|hoping|walk|built|paid|owe|just|only|which|that|where|also|then|for|to|a|an|by|asap|nos|me|y|pero|es|esta|con|para|queremos|quiero)";
const address = new RegExp(
  `(?<![\\w$.,/])\\d{1,6}(?:/\\d{1,6})?[a-z]?\\s(?:[nsew]\\.?\\s)?(?:[\\p{L}\\d'.-]{1,20}\\s){1,4}?(?:${suffix})\\b(?:(?<=\\s(?:loop|trail|trl|cove|pass|path|bend|run|park))\\s(?:${suffix})\\b)?\\.?(?:\\s(?:apt|unit|suite|#)\\.?\\s?#?\\w{1,6})?(?:,\\s?(?!\\s?${noTown}\\b)[\\p{L} ]{2,20}?(?:,?\\s(?:tx|texas))?(?:\\s\\d{5})?(?=[.,;!?]|$))?`,
  'iu',
);
/** Country roads of Texas bear numbers: "4521 FM 812", "1180 County Road 200". */
const numberedRoad =
  /(?<![\w$.,])\d{2,6}\s(?:[nsew]\.?\s)?(?:fm|rm|cr|county r(?:oad|d)|ranch r(?:oad|d)|state h(?:ighway|wy)|highway|hwy|us|sh)(?:\s|-)?\d{1,4}[a-z]?\b/i;
const inSpanish =
  /\b(?:calle|avenida|av\.|camino|paseo)\s(?:\d{1,3}\s(?=#|n[uú]m|no\.)|(?:[\p{L}'.-]{1,20},?\s){0,4}?)(?:#\s?|(?:n[uú]m(?:ero|\.)?|no\.)\s)?\d{1,6}\b/iu;
/** "My condo at 1800 Lavaca, unit 610", "sell 1500 W 9th": a number and a name in capitals, or a numbered street. */
const afterAt =
  /(?<=\b(?:at|[Ss]ell|[Ss]elling|en) )\d{3,5}\s(?:[NSEWnsew]\.?\s)?(?:(?!(?:Am|Pm|Sqft|Sq|Central|Eastern|Mountain|Pacific|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|September|October|November|December)\b)\p{Lu}\p{Ll}{2,}(?:\s\p{Lu}\p{Ll}+)?|(?<=[NSEWnsew]\.?\s)\d{1,3}(?:st|nd|rd|th))(?:,?\s(?:unit|apt|suite|#)\.?\s?#?\w{1,6})?/u;
const notStreets =
  /\b(?:days?|weeks?|months?|years?|people|beds?|bedrooms?|baths?|homes?|houses?|minutes?|hours?|kids|k|thousand|million|sq|the|to|from|in|on|by|way)\s(?!st\b|street|ave)/i;

/** A number and a name that stand for themselves, or are said to be it: "2109 Kinney Spur, 4 bed", "its 1406 Heatherglen". */
const standing =
  /(?:^\W{0,3}|[.;!?]\s+|\b(?:[Ii]t'?s|[Aa]t|on|[Aa]ddress is|[Oo]urs is|,)\s)(\d{3,5}\s(?:[NSEW]\.?\s)?(?!(?:Sq\p{L}*|Am|Pm|Central|Eastern|Mountain|Pacific)\b)(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Jan|Feb|March|April|May\b|June|July|Aug|Sept|Oct|Nov|Dec)\p{Lu}[\p{L}']{2,19}(?:\s\p{Lu}[\p{L}']{1,19}){0,3})(?=\s*(?:[.,;!?]|$|\sin\s))/u;
/** "On Bluebonnet Ln number 1908", "on Emerald Forest, number 6311". */
const turned = new RegExp(
  `\\b(?:on|in|at|en)\\s((?:[\\p{L}'.-]{2,20}\\s){1,3}?(?:${suffix})|\\p{Lu}[\\p{L}']+(?:\\s\\p{Lu}[\\p{L}']+){0,2}),?\\s(?:number|num|no\\.|n[uú]mero|#)\\s?(\\d{2,6})(?!\\d)`,
  'u',
);
/** "My townhome on Foundry Bell, unit 14". */
const unitOnly =
  /\b(?:my|our|mi|the)\s(?:\p{L}+\s){1,3}?(?:on|at|en)\s(\p{Lu}[\p{L}']+(?:\s\p{Lu}[\p{L}']+){0,2},?\s(?:unit|apt|suite|#)\.?\s?#?\w{1,6})/u;
/** "Es el 2210 de César Chávez". */
const byNumber = /\b(?:es|en)\s(?:el|la)\s(\d{3,5}\s)(?:de\s(?:la\s)?)(\p{Lu}[\p{L}']+(?:\s\p{Lu}[\p{L}']+){0,3})/u;
/** Where others are to be found. */
const ofOthers =
  /\b(?:lawyer|attorney|office|work|works|job|bank|school|doctor|church|title company|abogad[oa]|trabajo)\b[^.,;!?]{0,20}$/iu;
const shortSuffix = /\b(?:st|ave|blvd|dr|rd|ln|ct|pl|cir|pkwy|hwy|trl|cv|ter|sq)\.$/i;

/** Where the address was asked for, a number and a name are one: "1600 Cypress Yard unit 12". */
const alone =
  /^\W*(?:(?:it's|it is|its|at|sure|the address is|address is),?\s){0,2}(\d{1,6}[a-z]?\s(?:[nsew]\.?\s)?[\p{L}'.-]{3,20}(?:,?\s#?[\p{L}\d'.-]{1,20}){0,6})\W*$/iu;
const notNames =
  /\b(?:days?|weeks?|months?|years?|people|beds?|bed ?rooms?|baths?|bath ?rooms?|homes?|houses?|hours?|kids|units|acres?|cars?|stor(?:y|ies)|floors?|thousand|million|dollars|percent|sq\w*|min(?:ute)?s?|is|are|was|for|and|but|not|i|we|you|they|maybe|or|d[ií]as|semanas|meses|a[nñ]os|mil)\b/i;

/** "90 days max 2113 Teri Rd": the number of days begins no address, the next one does. */
function streetIn(plain: string): RegExpExecArray | null {
  for (let from = 0; ; ) {
    const found = address.exec(plain.slice(from));
    if (!found) return null;
    found.index += from;
    if (!notStreets.test(found[0])) return found;
    from = found.index + (/^\d+[a-z]?/i.exec(found[0])?.[0].length ?? 1);
  }
}

/** A street address: number, name, street word ("123 Maple Street"). A ZIP code alone is none. `asked`: the address is the question. */
export function readAddress(text: string, { asked = false }: { asked?: boolean } = {}): Read<string> | null {
  const plain = plainText(text);
  const match = numberedRoad.exec(plain) ?? streetIn(plain) ?? inSpanish.exec(plain) ?? afterAt.exec(plain);
  if (match) {
    if (ofOthers.test(plain.slice(Math.max(0, match.index - 40), match.index))) return null;
    const said = text.slice(match.index, match.index + match[0].trimEnd().length);
    const value = shortSuffix.test(said) ? said : said.replace(/\.$/, '');
    return { value, start: match.index, end: match.index + value.length };
  }
  const named = standing.exec(plain) ?? unitOnly.exec(plain);
  if (named) return spanOf(text, named.index + named[0].lastIndexOf(named[1] as string), named[1] as string);
  const parts = turned.exec(plain);
  if (parts) return readAt(`${parts[2]} ${parts[1]}`, parts);
  const inWords = byNumber.exec(plain);
  if (inWords) return readAt(`${inWords[1]}${inWords[2]}`, inWords);
  const said = asked ? alone.exec(plain)?.[1] : undefined;
  return said === undefined || notNames.test(said) ? null : spanOf(text, plain.indexOf(said), said);
}

const spanOf = (text: string, start: number, said: string): Read<string> => ({
  value: text.slice(start, start + said.length),
  start,
  end: start + said.length,
});

const putsRight =
  /\b(?:sorry|i (?:said|wrote|put|typed|meant)|meant|oops|correction|typo|my bad|transposed|perd[oó]n|quise decir)\b/i;
const number =
  /(?<![\w$.,/-])\d{2,6}(?![\w,%/-]|\.\d|\s?(?:days?|weeks?|months?|years?|k\b|mil\b|bed|bath|am\b|pm\b|ft\b|sq))/g;

/** "Sorry, it's 6113", "I said 14, it's 41": another number of as many digits for the address that is known, and not that one. */
export function numberPutRight(text: string, known: string): Read<string> | null {
  const plain = plainText(text);
  const old = /\d+/.exec(known)?.[0];
  if (old === undefined || !putsRight.test(plain)) return null;
  const said = matchesIn(number, plain).filter(({ 0: digits }) => digits !== old);
  const [only] = said;
  if (only === undefined || said.length > 1 || only[0].length !== old.length) return null;
  return readAt(only[0], only);
}
