import type { Read } from './model.ts';
import { plainText } from './plainText.ts';

const suffix =
  'st|street|ave|avenue|blvd|boulevard|dr|drive|rd|road|ln|lane|way|ct|court|pl|place|cir|circle|pkwy|parkway|hwy|highway|loop|trail|trl|cove|cv|ter|terrace|pass|path|bend|run|row|sq|square';
const address = new RegExp(
  `(?<![\\w$.,])\\d{1,6}[a-z]?\\s(?:[nsew]\\.?\\s)?(?:[\\p{L}\\d'.-]{1,20}\\s){1,4}?(?:${suffix})\\b(?:(?<=\\s(?:loop|trail|trl|cove|pass|path|bend|run|park))\\s(?:${suffix})\\b)?\\.?(?:\\s(?:apt|unit|suite|#)\\.?\\s?#?\\w{1,6})?(?:,\\s?[\\p{L} ]{2,20}?(?:,?\\s(?:tx|texas))?(?:\\s\\d{5})?(?=[.,;!?]|$))?`,
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
  if (!match) {
    const said = asked ? alone.exec(plain)?.[1] : undefined;
    if (said === undefined || notNames.test(said)) return null;
    const start = plain.indexOf(said);
    return { value: text.slice(start, start + said.length), start, end: start + said.length };
  }
  const end = match.index + match[0].trimEnd().length;
  return { value: text.slice(match.index, end), start: match.index, end };
}
