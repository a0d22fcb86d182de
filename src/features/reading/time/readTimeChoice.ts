import { wallTimeAt } from '../../../kernel/zonedTime.ts';
import { ordinals } from '../numbers/ordinals.ts';
import { plainText } from '../text/plainText.ts';
import {
  asksNothing,
  choosesOutright,
  firstOfRange,
  orClosest,
  takesHour,
  takesTheOnlyOne,
} from './choosesOutright.ts';
import { readDay } from './readDay.ts';
import { readOfferedHour } from './readOfferedHour.ts';
import { readTimeOfDay } from './readTimeOfDay.ts';
import { clockOf, fitsWish, type TimeWish } from './timeWish.ts';

/** The answer to times that were offered. `other`: a number or words for a time that is not among them. */
export type TimeChoice =
  | { kind: 'slot'; index: number }
  | { kind: 'other' }
  | { kind: 'none' }
  | { kind: 'sooner' }
  | { kind: 'later'; sameDay: boolean };

const places: readonly RegExp[] = ordinals
  .slice(0, 3)
  .map((words) => new RegExp(`(?<![\\p{L}\\d])(?:${words})(?!\\p{L})`, 'iu'));
const earliest =
  /^\W*(?:(?:ok|okay|yes|i'll take|let's do|la)\W+)*(?:the )?(?:earliest|soonest|m[aá]s (?:temprana|pronto|pr[oó]xima))(?: one| time| slot| option)?(?:,? (?:please|por favor))?\W*$/iu;
const last =
  /(?<!\p{L})the later (?:one|time|slot)(?!\p{L})|(?<!\p{L})(?:the )?(?:last|latest)(?: one| option| time| slot)?(?: you have)?(?:,? please)?\W*$|(?<!\p{L})[uú]ltim[oa](?!\p{L})/iu;
const notAChoice =
  /\b(?:first|second|third|last) (?:week|weeks|day|days|month|floor|story|home|house|time (?:buyer|home|seller)|of (?:the|all)|thing|name|bedroom|bath\w*)\b|\bfirst,|\b(?:at|for) (?:first|last)\b/i;
const number =
  /^\W*(?:(?:the |option |number |no\.? ?|slot |time |opci[oó]n |n[uú]mero |la |el ){0,2})#?(\d{1,2})\W*$/i;
const spelled = /^\W*(?:(?:option|number|opci[oó]n|n[uú]mero) )(one|two|three|uno|dos|tres)\W*$/i;
const soonerWords =
  /\b(?:sooner|earlier|any ?thing before|before (?:that|then)|as soon as|soonest|m[aá]s (?:temprano|pronto)|antes)\b/i;
const laterWords = /\b(?:later|after (?:that|those|these)|m[aá]s tarde|despu[eé]s)\b/i;
const notAboutTimes =
  /\b(?:talk|call|get back|write|text|see you|decide|tell you|let you know)\b[^.?!]{0,20}\blater\b/i;
const sameDay = /\b(?:that|the same|in the|mismo) day\b|\bd[ií]a\b/i;
const noneWords =
  /\b(?:none|neither|not (?:any )?of (?:these|those|them)|(?:these|those|they|it) (?:don't|doesn't|do not|won't|will not) work|(?:other|another|different|more) (?:times?|days?|dates?|options?|slots?)|something else|ningun[oa]|otr[oa]s? (?:horas?|d[ií]as?|horarios?|opci[oó]n(?:es)?))\b/i;
const plainNo = /^\W*(?:no|nope|nah)(?:\W+(?:thanks|thank you|gracias|sorry|please))?\W*$/i;
const anyWords =
  /^\W*(?:any(?: ?one| time| of (?:them|these|those))?|either(?: one)?|whichever|whatever|you (?:pick|choose)|(?:it )?does(?:n't| not) matter|i don't mind|cualquiera|la que sea)(?: (?:is|are) (?:fine|good|ok|okay)| works?| suits?)?(?: for me)?\W*$/i;
const asksAnew =
  /\b(?:what about|how about|any ?thing|what else|more|do you have|have you|is there|qu[eé] tal|hay algo|algo)\b/i;
const mostWords = 12;
const namesTimes = /\b(?:times?|slots?|options?|appointments?|hora|opci[oó]n|cita)(?!\p{L})/iu;
/** "2 p. m." ends no sentence at its points. */
const halfOfDay = /\b([ap])\.?\s?m\b\.?/gi;
/** "The second one works. Is there parking?" chooses, and asks. */
const sentence = /[^.!?\n]+(?:\.(?=\S)[^.!?\n]*)*[.!?\n]*/g;

/**
 * Reads what a message says to the times on offer (ISO, in their order, on the wall of `zone`): one of them by its ordinal or by
 * its day and hour, sooner, later, none. One of them only where it is plainly chosen: a question chooses none, nor does a message
 * that also speaks of something else. Null where it says nothing about them, and for a day or an hour that none or several of them
 * have: that is a new wish, which `readDay` and `readTimeOfDay` give. `amongHomes`: homes stand beside the times, so an ordinal
 * alone may mean a home.
 */
export function readTimeChoice(text: string, offered: readonly Offered[], given: Given): TimeChoice | null {
  const choice = choiceIn(text, offered, given);
  const plain = plainText(text).replace(halfOfDay, '$1m');
  if (choice?.kind !== 'slot' || anyWords.test(plain.trim())) return choice;
  for (const [words] of plain.matchAll(sentence)) {
    if (!choosesOutright(words) && !takesHour(words)) continue;
    const chosen = choiceIn(words, offered, given);
    if (chosen?.kind === 'slot') return chosen;
  }
  return null;
}

/** The same of words that a model quotes as the choice: they choose one whatever else stands beside, as long as they ask nothing. */
export const readQuotedChoice = (quote: string, offered: readonly Offered[], given: Given): TimeChoice | null =>
  asksNothing(quote) ? choiceIn(quote, offered, given) : null;

interface Offered {
  startsAt: string;
  closesAt?: string | undefined;
}

interface Given {
  at: string;
  zone: string;
  amongHomes?: boolean | undefined;
}

function choiceIn(text: string, offered: readonly Offered[], given: Given): TimeChoice | null {
  const plain = plainText(text).trim();
  const words = plain.split(/\s+/, mostWords + 1).length;
  if (words > mostWords) return null;
  /** Where the times stand that fit a day or an hour. */
  const fitting = (wish: TimeWish): number[] =>
    offered.flatMap(({ startsAt }, index) =>
      fitsWish(Date.parse(startsAt), wish, Date.parse(given.at), given.zone) ? [index] : [],
    );
  const mayBePlace = given.amongHomes !== true || namesTimes.test(plain);
  const numbered = mayBePlace ? numberIn(plain) : null;
  if (numbered !== null && numbered > offered.length) {
    // "9", of 9:00, 10:30 and 11:30: no place among them, so an hour.
    const [only, ...more] = fitting(atHour(numbered));
    return only !== undefined && more.length === 0 ? { kind: 'slot', index: only } : { kind: 'other' };
  }
  if (numbered !== null) return { kind: 'slot', index: numbered - 1 };
  const isOpen = ({ startsAt, closesAt = startsAt }: Offered) => closesAt > given.at;
  const day = readDay(text)?.value;
  const time = readTimeOfDay(text)?.value;
  if (mayBePlace && !notAChoice.test(plain)) {
    const named = earliest.test(plain) ? 0 : places.findIndex((one) => one.test(plain));
    const place = last.test(plain) ? offered.length - 1 : named;
    if (place >= 0 && (day === undefined || words <= 4)) {
      return place < offered.length ? { kind: 'slot', index: place } : { kind: 'other' };
    }
  }
  if (day !== undefined || time !== undefined) {
    const wish = { ...(day === undefined ? {} : { day }), ...(time === undefined ? {} : { time }) };
    const [only, ...more] = fitting(wish);
    if (only === undefined && time !== undefined && day === undefined && orClosest.test(plain))
      return nearestTo(clockOf(time), offered, given);
    const isOne = more.length === 0 || firstOfRange.test(plain);
    return isOne && only !== undefined && !asksAnew.test(plain) ? { kind: 'slot', index: only } : null;
  }
  const alone = choosesOutright(text) ? numberAlone(plain) : null;
  if (alone !== null) {
    const [only, ...more] = fitting(atHour(alone));
    // "2 works", where the third one is at two: it may be the second one, too.
    const isClear = more.length === 0 && (alone > offered.length || only === alone - 1);
    if (only === undefined && orClosest.test(plain)) return nearestTo(clockOf(atHour(alone).time), offered, given);
    return only !== undefined && isClear ? { kind: 'slot', index: only } : null;
  }
  const hour = takesHour(text) ? readOfferedHour(text)?.value : undefined;
  if (hour !== undefined) {
    const [only, ...more] = fitting({ time: hour });
    return only !== undefined && more.length === 0 ? { kind: 'slot', index: only } : null;
  }
  // The soonest that has not passed.
  if (anyWords.test(plain)) return { kind: 'slot', index: Math.max(0, offered.findIndex(isOpen)) };
  if (noneWords.test(plain)) return { kind: 'none' };
  if (soonerWords.test(plain)) return { kind: 'sooner' };
  if (laterWords.test(plain) && !notAboutTimes.test(plain)) return { kind: 'later', sameDay: sameDay.test(plain) };
  if (offered.length === 1 && plainNo.test(plain)) return { kind: 'none' };
  if (offered.length === 1 && takesTheOnlyOne(text)) return { kind: 'slot', index: 0 };
  return null;
}

/** The half of the day left open. */
const atHour = (hour: number) => ({ time: `${hour} o'clock` });

/** The one of the times on offer that is nearest to these minutes of the day. */
function nearestTo(minute: number | null, offered: readonly Offered[], { at, zone }: Given): TimeChoice | null {
  if (minute === null) return null;
  const [nearest] = offered
    .flatMap(({ startsAt, closesAt = startsAt }, index) => {
      const wall = wallTimeAt(Date.parse(startsAt), zone);
      return closesAt > at ? [{ index, far: Math.abs(wall.hour * 60 + wall.minute - minute) }] : [];
    })
    .sort((one, other) => one.far - other.far);
  return nearest === undefined ? null : { kind: 'slot', index: nearest.index };
}

/** The only number in "11 works" or "let's do 11". */
function numberAlone(plain: string): number | null {
  const [only, ...more] = plain.match(/(?<![\p{L}\d:.,$#])\d{1,2}(?![\p{L}\d:%]|[.,]\d)/gu) ?? [];
  return only === undefined || more.length > 0 ? null : Number(only);
}

function numberIn(plain: string): number | null {
  const digits = number.exec(plain);
  if (digits) return Number(digits[1]) === 0 ? null : Number(digits[1]);
  const word = spelled.exec(plain)?.[1]?.toLowerCase();
  if (word === undefined) return null;
  return 1 + Math.max(['one', 'two', 'three'].indexOf(word), ['uno', 'dos', 'tres'].indexOf(word));
}
