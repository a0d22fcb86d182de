import type { Read } from './model.ts';
import { plainText } from './plainText.ts';

const suffix =
  'st|street|ave|avenue|blvd|boulevard|dr|drive|rd|road|ln|lane|way|ct|court|pl|place|cir|circle|pkwy|parkway|hwy|highway|loop|trail|trl|cove|cv|ter|terrace|pass|path|bend|run|row|sq|square';
const address = new RegExp(
  `(?<![\\w$.,])\\d{1,6}[a-z]?\\s(?:[nsew]\\.?\\s)?(?:[\\p{L}\\d'.-]{1,20}\\s){1,4}?(?:${suffix})\\b\\.?(?:\\s(?:apt|unit|suite|#)\\.?\\s?#?\\w{1,6})?(?:,\\s?[\\p{L} ]{2,20}?(?:,?\\s(?:tx|texas))?(?:\\s\\d{5})?(?=[.,;!?]|$))?`,
  'iu',
);
const inSpanish =
  /\b(?:calle|avenida|av\.|camino|paseo)\s(?:[\p{L}'.-]{1,20}\s){0,4}?(?:#|n[uú]m(?:ero|\.)?\s)?\d{1,6}\b/iu;
const notStreets =
  /\b(?:days?|weeks?|months?|years?|people|beds?|bedrooms?|baths?|homes?|houses?|minutes?|hours?|kids|k|thousand|million|sq|the|to|from|in|on|by|way)\s(?!st\b|street|ave)/i;

/** A street address: number, name, street word ("123 Maple Street"). A ZIP code alone is none. */
export function readAddress(text: string): Read<string> | null {
  const plain = plainText(text);
  const found = address.exec(plain);
  const match = found && !notStreets.test(found[0]) ? found : inSpanish.exec(plain);
  if (!match) return null;
  const end = match.index + match[0].trimEnd().length;
  return { value: text.slice(match.index, end), start: match.index, end };
}
