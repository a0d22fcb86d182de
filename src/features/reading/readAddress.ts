import type { Read } from './model.ts';
import { plainText } from './plainText.ts';

const suffix =
  'st|street|ave|avenue|blvd|boulevard|dr|drive|rd|road|ln|lane|way|ct|court|pl|place|cir|circle|pkwy|parkway|hwy|highway|loop|trail|trl|cove|cv|ter|terrace|pass|path|bend|run|row|sq|square';
const address = new RegExp(
  `(?<![\\w$.,])\\d{1,6}[a-z]?\\s(?:[nsew]\\.?\\s)?(?:[\\p{L}\\d'.-]{1,20}\\s){1,4}?(?:${suffix})\\b(?:\\s(?:${suffix})\\b)?\\.?(?:\\s(?:apt|unit|suite|#)\\.?\\s?#?\\w{1,6})?(?:,\\s?[\\p{L} ]{2,20}?(?:,?\\s(?:tx|texas))?(?:\\s\\d{5})?(?=[.,;!?]|$))?`,
  'iu',
);
/** Country roads of Texas bear numbers: "4521 FM 812", "1180 County Road 200". */
const numberedRoad =
  /(?<![\w$.,])\d{2,6}\s(?:[nsew]\.?\s)?(?:fm|rm|cr|county r(?:oad|d)|ranch r(?:oad|d)|state h(?:ighway|wy)|highway|hwy|us|sh)(?:\s|-)?\d{1,4}[a-z]?\b/i;
const inSpanish =
  /\b(?:calle|avenida|av\.|camino|paseo)\s(?:\d{1,3}\s(?=#|n[uú]m|no\.)|(?:[\p{L}'.-]{1,20},?\s){0,4}?)(?:#\s?|(?:n[uú]m(?:ero|\.)?|no\.)\s)?\d{1,6}\b/iu;
const notStreets =
  /\b(?:days?|weeks?|months?|years?|people|beds?|bedrooms?|baths?|homes?|houses?|minutes?|hours?|kids|k|thousand|million|sq|the|to|from|in|on|by|way)\s(?!st\b|street|ave)/i;

/** Where the address was asked for, a number and a name are one: "1600 Cypress Yard unit 12". */
const alone =
  /^\W*(?:(?:it's|it is|its|at|sure|the address is|address is),?\s){0,2}(\d{1,6}[a-z]?\s(?:[nsew]\.?\s)?[\p{L}'.-]{3,20}(?:,?\s#?[\p{L}\d'.-]{1,20}){0,6})\W*$/iu;
const notNames =
  /\b(?:days?|weeks?|months?|years?|people|beds?|bed ?rooms?|baths?|bath ?rooms?|homes?|houses?|hours?|kids|units|acres?|cars?|stor(?:y|ies)|floors?|thousand|million|dollars|percent|sq\w*|min(?:ute)?s?|is|are|was|for|and|but|not|i|we|you|they|maybe|or|d[ií]as|semanas|meses|a[nñ]os|mil)\b/i;

/** A street address: number, name, street word ("123 Maple Street"). A ZIP code alone is none. `asked`: the address is the question. */
export function readAddress(text: string, { asked = false }: { asked?: boolean } = {}): Read<string> | null {
  const plain = plainText(text);
  const found = address.exec(plain);
  const match = numberedRoad.exec(plain) ?? (found && !notStreets.test(found[0]) ? found : inSpanish.exec(plain));
  if (!match) {
    const said = asked ? alone.exec(plain)?.[1] : undefined;
    if (said === undefined || notNames.test(said)) return null;
    const start = plain.indexOf(said);
    return { value: text.slice(start, start + said.length), start, end: start + said.length };
  }
  const end = match.index + match[0].trimEnd().length;
  return { value: text.slice(match.index, end), start: match.index, end };
}
