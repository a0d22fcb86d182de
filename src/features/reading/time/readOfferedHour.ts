import type { Read } from '../model.ts';
import { readAddress } from '../place/readAddress.ts';
import { matchesIn, readAt } from '../text/matchesIn.ts';
import { plainText } from '../text/plainText.ts';
import { readTimeOfDay } from './readTimeOfDay.ts';

/** "1230", "10", "2:30", and no phone number, price, or street number. */
const figure = /(?<![\p{L}\d:.,$#/-]|\d )(1[0-2]|[1-9])(?::?([0-5]\d))?(?![\p{L}\d:%/-]|[.,]\d| \d)/gu;
const counted =
  /^\s?(?:\+\s?)?(?:or \d+ )?(?:bed|bath|of (?:us|them)|people|person|adults?|kids?|dogs?|cats?|cars?|homes?|houses?|days?|weeks?|months?|years?|yrs?|min|hours?|miles?|k\b|mil\b|percent|guests?|rec[aá]mara|cuarto|ba[nñ]o|personas?|ni[nñ]os?|d[ií]as|semanas|meses|a[nñ]os|horas\b|casas)/iu;
/** What was said before is no wish now: "I told you 12:30, but 1 is better". */
const past = /\b(?:told|said|mentioned|called|wrote|texted|dije)\b[^.?!,\d]{0,20}$/i;

/**
 * The hour that a message names to somebody who was shown times, where a bare figure is one: "10 works", "1230 if you have it". Null where
 * there is none, or more than one. The value is in the words of `readTimeOfDay`.
 */
export function readOfferedHour(text: string): Read<string> | null {
  const plain = plainText(text);
  const named = readTimeOfDay(text);
  // "12 Oak Street" is no noon.
  const address = readAddress(text);
  const figures = matchesIn(figure, plain).filter(
    ({ index, 0: { length } }) =>
      (address === null || index < address.start || index >= address.end) &&
      !counted.test(plain.slice(index + length)) &&
      !past.test(plain.slice(Math.max(0, index - 40), index)),
  );
  const [only, ...more] = figures;
  const isTold = named !== null && past.test(plain.slice(Math.max(0, named.start - 40), named.start));
  if (named !== null && !isTold) return named;
  if (only === undefined || more.length > 0) return null;
  const [, hour, minutes] = only;
  return readAt(minutes === undefined ? `${hour} o'clock` : `${hour}:${minutes}`, only);
}
