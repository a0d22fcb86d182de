import type { Read } from './model.ts';
import { plainText } from './plainText.ts';
import { type Amenity, readAmenities, wishedAmenityOf } from './readAmenities.ts';
import { readArea } from './readArea.ts';
import { readBeds } from './readBeds.ts';
import { readDay } from './readDay.ts';
import type { Errand } from './readErrand.ts';
import { readTenure, type Tenure } from './readTenure.ts';
import { readYesNo } from './readYesNo.ts';

/** What one message says about the home that is wanted. What it does not speak of is null or absent. */
export interface HomeWishes {
  area: Read<string> | null;
  beds: Read<number> | null;
  baths: Read<number> | null;
  tenure: Read<Tenure> | null;
  amenities: Partial<Record<Amenity, Read<boolean>>>;
  /** The day of a visit. */
  day: Read<string> | null;
}

const nothing: HomeWishes = { area: null, beds: null, baths: null, tenure: null, amenities: {}, day: null };

/**
 * Reads the wishes in a message. `areas` is the market's list, `said` what was said to the visitor last (a bare "3" answers the question
 * it asks), `errand` what the visitor is after once this message is heard: somebody who sets a visit asks about the home, and names its day.
 */
export function readHomeWishes(
  text: string,
  { areas, said = '', errand }: { areas: readonly string[]; said?: string; errand: Errand },
): HomeWishes {
  if (errand === 'none') return nothing;
  if (errand === 'visit') return { ...nothing, day: readDay(text) };
  const question = plainText(said);
  const { beds, baths } = readBeds(text, { asked: asksBeds.test(question), askedBaths: asksBaths.test(question) });
  return {
    area: readArea(text, areas, { asked: asksArea.test(question) }),
    beds,
    baths,
    tenure: readTenure(text),
    amenities: amenitiesIn(text, question),
    day: null,
  };
}

/** A bare yes or no to "do you need a garage?" is about the garage. */
function amenitiesIn(text: string, question: string): HomeWishes['amenities'] {
  const amenities = readAmenities(text);
  const asked = question.includes('?') ? wishedAmenityOf(lastQuestion.exec(question)?.[0] ?? '') : null;
  if (asked === null || amenities[asked] !== undefined) return amenities;
  const answer = readNeed(text);
  return answer === null ? amenities : { ...amenities, [asked]: answer };
}
const lastQuestion = /[^.?!]*\?[^?]*$/;
const needless =
  /^\W*(?:(?:that(?:'s| is)|it(?:'s| is)) )?(?:not|un)[ -]?(?:necessary|needed|required|important|a must|really)\b/i;

function readNeed(text: string): Read<boolean> | null {
  const not = needless.exec(plainText(text));
  return not ? { value: false, start: not.index, end: not.index + not[0].length } : readYesNo(text);
}

const asksBeds =
  /\b(?:how many|number of|many|what about|any)\b[^.?!]{0,40}\b(?:bed ?rooms?|beds?|rooms?)\b|\bbed ?rooms?\b[^.!]{0,60}\?/i;
const asksBaths =
  /\b(?:how many|number of|many)\b[^.?!]{0,40}\bbath(?: ?room)?s?\b|\bbath(?: ?room)?s?\b[^.!]{0,60}\?/i;
const asksArea =
  /\b(?:where|which|what|any|preferred|particular)\b[^.?!]{0,40}\b(?:area|city|location|place|part|town|neighbou?rhood)?\b/i;
