import { opensAsQuestion } from '../dialogue/readQuestion.ts';
import { readYesNo } from '../dialogue/readYesNo.ts';
import { wishesVisit } from '../dialogue/wishesVisit.ts';
import type { Read } from '../model.ts';
import { readAreas } from '../place/readArea.ts';
import { readAt } from '../text/matchesIn.ts';
import { plainText } from '../text/plainText.ts';
import { sentencesOf } from '../text/sentencesOf.ts';
import { readDay } from '../time/readDay.ts';
import { type Amenity, readAmenities, wishedAmenityOf } from './readAmenities.ts';
import { readBeds } from './readBeds.ts';
import type { Errand } from './readErrand.ts';
import { readHomeSearch } from './readHomeSearch.ts';

/** The wishes for a home in one message. Those that it does not speak of are null or absent. */
export interface HomeWishes {
  area: Read<string> | null;
  beds: Read<number> | null;
  baths: Read<number> | null;
  amenities: Partial<Record<Amenity, Read<boolean>>>;
  /** The day of a visit. */
  day: Read<string> | null;
}

/** No wishes. */
export const noWishes: HomeWishes = { area: null, beds: null, baths: null, amenities: {}, day: null };

/**
 * Reads the wishes in a message. `areas` is the market's list, `said` what was said to the visitor last (a bare "3" answers the
 * question it asks), `errand` what the visitor is after with this message: somebody who sets a visit asks about the home, and names
 * its day.
 */
export function readHomeWishes(
  text: string,
  { areas, said = '', errand }: { areas: readonly string[]; said?: string; errand: Errand },
): HomeWishes {
  const plain = plainText(text);
  const question = asksOfHome.test(said) ? plainText(said) : '';
  const day = errand === 'visit' ? readDay(text) : null;
  // While a visit is arranged, words describe the home to be seen ("the 3 bedroom one in Concord"), and after the talk none: only
  // wishes that were asked for or said outright count.
  if (errand !== 'search' && !asksForWish(question) && (wishesVisit(plain) || !needs.test(plain)))
    return { ...noWishes, day };
  const { beds, baths } = readBeds(text, { asked: asksBeds.test(question), askedBaths: asksBaths.test(question) });
  return {
    area: readAreas(text, areas, { asked: asksArea.test(question) }),
    beds,
    baths,
    amenities: amenitiesIn(text, question),
    day,
  };
}

const needs =
  /\b(?:i|we|it|they|he|she|wife|husband)(?:'d| would| really| also| still| do| just| only| both| all)* (?:needs?|wants?|prefers?|requires?|must have|should have|looking for|have to have)\b|\b(?:looking for|at least|minimum|how about|make it)\b|\b(?:pre-?approved|to buy|(?:my|our) budget|budget (?:is|of))\b|\b(?:necesit|quier|busc|prefier)|^\W*(?:\d\s?[/x]\s?\d|(?:\d|one|two|three|four|five|una?|dos|tres|cuatro)[ -]?(?:bed|br\b|bath|rec[aá]mara|habitaci|cuarto))/i;
const asksForWish = (question: string): boolean =>
  asksBeds.test(question) || asksBaths.test(question) || asksArea.test(question) || asksTenure.test(question);

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

const itDoes = /^\W*(?:it|they|that|there|one) (?:does|do|should|must|would(?: be)?)\b(?! ?n[o']t)/i;

function readNeed(text: string): Read<boolean> | null {
  const not = needless.exec(plainText(text));
  if (not) return readAt(false, not);
  const does = itDoes.exec(plainText(text));
  return does ? readAt(true, does) : readYesNo(text);
}

/** Words without which no question is about the home that is wanted. */
const asksOfHome =
  /bed|room|bath|area|place|where|which|city|town|part|hood|region|particular|garage|parking|pet|dog|cat|animal|laundry|washer|furnish|rent|zona|d[oó]nde|rec[aá]m|habita|ba[nñ]o|cochera|lavad|mascota|muebl/i;
const asksTenure = /\b(?:rent or (?:to )?buy|buy(?:ing)? or (?:to )?rent|comprar o rentar)/i;
const asksBeds =
  /\b(?:how many|number of|many|what about|any)\b[^.?!]{0,40}\b(?:bed ?rooms?|beds?|rooms?)\b|\b(?:bed ?rooms?|rec[aá]maras|habitaciones)\b[^.!]{0,60}\?/i;
const asksBaths =
  /\b(?:how many|number of|many)\b[^.?!]{0,40}\bbath(?: ?room)?s?\b|\b(?:bath(?: ?room)?s?|ba[nñ]os)\b[^.!]{0,60}\?/i;
const asksArea =
  /\b(?:which|what|any|preferred|particular|there|in)\b[^.?!]{0,40}\b(?:area|city|location|place|parts?|town|neighbou?rhood|region)\b|\bwhere\b[^.!]{0,60}\?|(?<!\p{L})(?:zona|d[oó]nde|partes de la ciudad)(?!\p{L})[^.!]{0,60}\?/iu;

const ofAnother =
  /\b(?:the|that|this|his|her|their|your)\s(?:\w+\s){0,1}$|\b(?:sister|brother|cousin|friend|neighbou?r|buddy|parents?|mom|dad|son|daughter|boss|they|he|she|who)s?(?:'s)?\b[^.!?,;]{0,24}$|\b(?:work|works|working|job|office|school|church|lives?|realtor|agent|got (?:his|hers|theirs)|bought|sold|from|leaving|trabaj\p{L}+)\b[^.!?,;]{0,16}$/iu;

/** Whether what stands there is only asked of the home at hand, or is of a home or a place of somebody else. */
export function isNotWished(text: string, { start }: { start: number }): boolean {
  const sentence = sentencesOf(text).findLast((one) => one.start <= start);
  if (sentence === undefined) return false;
  const { plain, kind } = sentence;
  const asks = kind === 'question' || (opensAsQuestion(plain) && !plain.includes('?'));
  if (asks && readHomeSearch(plain) === null && !wishesFor.test(plain)) return true;
  return ofAnother.test(plain.slice(0, start - sentence.start));
}
const wishesFor =
  /\b(?:show|send|see|what about|how about|anything|something|any|do (?:you|y'?all|u) have|got|find|need|want|looking|i (?:can|could) (?:get|find|afford)|(?:can|could|will|would) (?:i|we|that)|get me|qu[eé] tal|tienen|hay)\b/iu;
