import type { Read } from '../model.ts';
import { notAPlace } from '../place/readArea.ts';
import { readWantedPlaces } from '../place/readWantedPlaces.ts';
import { matchesIn, readAt } from '../text/matchesIn.ts';
import { plainText } from '../text/plainText.ts';
import { readDay } from '../time/readDay.ts';

const proposed =
  /^\W*(?:(?:ok|okay|so|and|hm+|y)\W{1,3})?(?:(?:what|how) about|qu[eé] tal) (?:in |near |around |en |por )?((?:\p{Lu}\p{Ll}[\p{L}'.-]*)(?:\s\p{Lu}\p{Ll}[\p{L}'.-]*){0,2})(?:,? (?:TX|Texas))?\W*$/u;
const zipCode =
  /(?<![\d$.,#-]|\b(?:i|we) (?:rent|live|am|are) in )\d{5}(?!\d|[,.]\d|\s*(?:k\b|sq|dollars|usd|%|\p{L}+ (?:st|street|ave|rd|dr|ln)\b))/giu;
const anyArea =
  /\b(?:any (?:area|neighbou?rhood|part of town)|anywhere (?:in|around) (?:town|the city|the area)|(?:(?:what|how) about|open to|ok(?:ay)? with|fine with) anywhere|cualquier zona)\b/i;
const likens = /\b(?:closer|nearer|better|works|instead|also (?:ok|good|fine|works))\b/i;

/** "What about San Marcos?" proposes a place, though nobody asked for one. */
export const proposesPlace = (text: string): boolean => readProposed(text) !== null;

/**
 * Where a home is wanted, beside the areas of the list: a ZIP code of the market (`zipsBegin`), a city that is proposed, or one that is
 * clearly wanted or liked better. `isOpen`: no place is known so far.
 */
export function readPlaceWanted(
  text: string,
  { cities, zipsBegin, isOpen }: { cities: readonly string[]; zipsBegin: readonly string[]; isOpen: boolean },
): Read<string> | null {
  const zip = matchesIn(zipCode, text).find(([code]) => zipsBegin.some((begin) => code.startsWith(begin)));
  if (zip) return readAt(zip[0], zip);
  const any = anyArea.exec(text);
  if (any) return readAt('any', any);
  const place = readProposed(text);
  if (place) return place;
  const isLiked = likens.test(text);
  if (!isOpen && !isLiked) return null;
  // "No wait, New Braunfels is closer" rules nothing out.
  const words = text.replace(/^\W*no,? (?:wait|actually)\b/i, (said) => ' '.repeat(said.length));
  const city = readWantedPlaces(words, { cities, asked: isLiked }).find(({ value }) => value.kind === 'city');
  return city ? { ...city, value: city.value.name } : null;
}

function readProposed(text: string): Read<string> | null {
  const match = proposed.exec(plainText(text));
  const name = match?.[1];
  if (!match || name === undefined || notAPlace.test(name) || readDay(name) !== null) return null;
  const start = match.index + match[0].indexOf(name);
  return { value: name, start, end: start + name.length };
}
