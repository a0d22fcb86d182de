import type { Read } from '../model.ts';
import { afterPuttingRight } from '../text/afterPuttingRight.ts';
import { isRuledOut } from '../text/isRuledOut.ts';
import { matchesIn, readAt, spanOf } from '../text/matchesIn.ts';
import { plainText } from '../text/plainText.ts';
import { withBlanks } from '../text/withBlanks.ts';
import { saysNight } from './saysNight.ts';

const clock =
  /(?<![\w:.$])(1[0-2]|0?[1-9])(?::([0-5]\d))?\s?(a\.?\s?m\b\.?|p\.?\s?m\b\.?|o'?clock|(?:in the|de la) (?:morning|afternoon|evening|ma[nñ]ana|tarde|noche))/gi;
const clock24 = /(?<![\w:.$])([01]?\d|2[0-3]):([0-5]\d)(?![\d:])/g;
/** Counts and measures: "3 or 4 bedrooms", "about 10 acres", "around 4k" name no hour. */
const counted =
  '(?:bed|bd|bath|ba\\b|br\\b|room|k\\b|m\\b|mil|grand|thousand|hundred|%|percent|sq|feet|foot|ft|acre|mile|minute|min\\b|hour|hr|day|week|month|year|yr|stor(?:y|ies)|floor|car\\b|cars|kid|child|dog|cat|people|person|adult|home|house|place|propert|offer|of (?:us|them|the)|more|time|rec[aá]mara|cuarto|habitaci|ba[nñ]o|d[ií]a|semana|mes|a[nñ]o|hora|persona|casa)';
const bareHour = new RegExp(
  `\\b(?:at|around|about|make it|(?:push|move|change|bump|switch)(?: it| that)? to|(?:a|de) las|(?:mon|tues?|wed|thu|thurs?|fri|sat|sun)(?:day|nesday|urday)?s?)\\s(1[0-2]|[1-9])(?!(?:st|nd|rd|th)\\b)(?!\\d|[:.,/]\\d|[%-])(?!\\s?(?:(?:or|to|and|o|y|-|–)\\s?\\d{1,2}\\s?)?(?:\\+\\s?|and a half |plus )?${counted})`,
  'i',
);
/**
 * "After 530", "past 7", "not before 10", "I get off at 4:30": from or until when it may be, an hour of the afternoon where the hour alone
 * does not tell.
 */
const bound =
  /\b(?:(after|past|despu[eé]s de las?|a partir de las?|desde las?|(?:get|gets|getting) off (?:work )?at|salgo a las?|salimos a las?)|(before|antes de las?))\s(1[0-2]|[1-9])(?::?([0-5]\d))?(?:\s?([ap])\.?m\b\.?)?(?!\d|[:.,/]\d|[%-]|(?:st|nd|rd|th)\b|\s?(?:day|week|month|year|yr|d[ií]a|semana|mes|a[nñ]o|min|hour|%|k\b|bed|offers?|showings?))/gi;
/** "I don't drive after 3", "can't before 10"; "I don't get home till after 6" refuses nothing after six. */
const refused =
  /(?<!\p{L})(?:no|not|never|nothing|don['’]?t|can['’]?t|cannot|won['’]?t|nada|nunca)(?:\s(?!til|till|until|hasta)[\p{L}'’]+){0,3}\s$/iu;
/** "10 to 2", said of a time. */
const between =
  /\b(?:only|between|from|de|entre(?: las)?)\s(1[0-2]|[1-9])\s?(?:am|pm)?\s?(?:to|and|-|a|y)\s?(?:las )?(1[0-2]|[1-9])(?:\s?(?:am|pm))?(?!\d|[:.,/]\d|[%k-]|\s?(?:bed|bath|year|week|month|day|of|people|hundred|mil))/i;
/** "At 530", "Tue 530". */
const atClock =
  /\b(?:at|around|about|by|a las|[Mm]on(?:day)?|[Tt]ue(?:s(?:day)?)?|[Ww]ed(?:nesday)?|[Tt]hu(?:rs?(?:day)?)?|[Ff]ri(?:day)?|(?<!\b(?:has|have|had|house|home|it|that) )[Ss]at(?:urday)?|[Ss]un(?:day)?)\s(1[0-2]|[1-9])([0-5]\d)(?![\s.-]?\d|[\d:.,%/-]|\s?(?:k\b|mil|sq|\p{Lu}|days?\b|weeks?\b|months?\b|years?\b|feet\b|ft\b|people\b|dollars?\b|guests?\b))/u;
/** "11ish". */
const about = /(?<![\w:.$])(1[0-2]|[1-9])[- ]?ish\b/i;
const part =
  /(?<!\b(?:good|buen[oa]s) )\b(morning|afternoon|evening|(?:before|until|after) (?:noon|midday)|antes del? mediod[ií]a|noon|midday|lunch ?time|lunch(?=\W*$)|night|ma[nñ]ana por la ma[nñ]ana|por la ma[nñ]ana|la ma[nñ]ana|por la tarde|la tarde|tarde|por la noche|mediod[ií]a|tonight)s?\b/gi;
/** "No mornings", "this morning I called", "anything but the evening". */
const notThen =
  /\b(?:no|not|never|except|hate|can'?t do|but|instead of|rather than|last|this|every|sin|nunca)(?: (?:in|on|the|for|en|la|por|a|do))*\s$/i;
/** "Not mornings", "no afternoons": the rest of the day is meant. */
const ruledOut =
  /\b(?:no|not|not in the|never|except|anything but(?: the)?|sin|nunca en la)\s(mornings?|afternoons?|evenings?|ma[nñ]anas?|tardes?|noches?)\b/i;
const any =
  /\b(?:any ?time|whenever|either(?: one| is fine| works|(?=\W*$))|all day|no preference|doesn't matter|cualquier hora|cuando sea|cualquiera)\b/i;
/** The first or the last that there is. */
const ends: readonly (readonly [string, RegExp])[] = [
  [
    'earliest',
    /^(?:earliest|soonest)$|\b(?:the (?:very )?(?:earliest|soonest)(?: one| time| slot)?(?: you have| available| possible)?(?=\s*(?:$|[.,;!?]|please|on |for ))|as early as (?:possible|you can)|first thing(?= (?:in the|tomorrow|on|mon|tues|wednes|thurs|fri|satur)|\W*$)|lo m[aá]s temprano|(?:a )?primera hora)(?!\p{L})/iu,
  ],
  [
    'latest',
    /^latest$|\b(?:the (?:very )?latest(?: one| time| slot)?(?: you have| available| possible)?(?=\s*(?:$|[.,;!?]|please|on |for ))|as late as (?:possible|you can)|lo m[aá]s tarde|(?:a )?[uú]ltima hora)(?!\p{L})/iu,
  ],
];

const past = /\b(?:told|said|mentioned|called|wrote|texted)\b[^.?!]{0,30}$/i;

/** A time of day: "morning", "afternoon", "evening", "any time", or the clock as said ("1 pm"). "Good morning" is a greeting. */
export function readTimeOfDay(text: string): Read<string> | null {
  const late = afterPuttingRight(text);
  return (late === null ? null : readIn(late)) ?? readIn(plainText(text));
}

function readIn(plain: string): Read<string> | null {
  const hasDigits = /\d/.test(plain);
  const bounds = hasDigits ? matchesIn(bound, plain) : [];
  const unbound = withBlanks(plain, bounds.map(spanOf));
  // "I get off at 4:30, so 5:30?": the hour that is named counts before the bound.
  return readNamed(unbound, hasDigits) ?? readBound(bounds, plain) ?? readLoose(unbound, hasDigits);
}

function readBound([first]: readonly RegExpExecArray[], plain: string): Read<string> | null {
  if (first === undefined) return null;
  const [, from, , h = '', minutes, half] = first;
  const isFrom = (from !== undefined) !== refused.test(plain.slice(Math.max(0, first.index - 40), first.index));
  // "After 9" may be of the morning or of the night: it is kept as it was said, unless "tonight" tells.
  const isLate = Number(h) < 8 || (Number(h) < 12 && saysNight(plain, spanOf(first)));
  const told = half === undefined ? (isLate ? 'pm' : '') : `${half.toLowerCase()}m`;
  const value = `${isFrom ? 'after' : 'before'} ${h}${minutes ? `:${minutes}` : ''} ${told}`.trimEnd();
  return readAt(value, first);
}

/** An hour that stands for itself. */
function readNamed(plain: string, hasDigits: boolean): Read<string> | null {
  const hour = hasDigits ? firstFree(clock, plain) : undefined;
  if (hour) {
    const [, h = '', minutes, half = ''] = hour;
    const suffix = /^o/i.test(half) ? "o'clock" : /^a|morning|ma[nñ]ana/i.test(half) ? 'am' : 'pm';
    return readAt(`${Number(h)}${minutes ? `:${minutes}` : ''} ${suffix}`, hour);
  }
  const digital = hasDigits ? firstFree(clock24, plain) : undefined;
  if (digital) return readAt(digital[0], digital);
  return null;
}

function readLoose(plain: string, hasDigits: boolean): Read<string> | null {
  const span = hasDigits ? between.exec(plain) : null;
  if (span) {
    const [from, to] = [Number(span[1]), Number(span[2])];
    return readAt(`${from} ${halfOf(from)} to ${to} ${halfOf(to)}`, span);
  }
  const said = matchesIn(part, plain).find(
    ({ index }) => !past.test(plain.slice(0, index)) && !notThen.test(plain.slice(Math.max(0, index - 30), index)),
  );
  const sharp = hasDigits ? (atClock.exec(plain) ?? bareHour.exec(plain) ?? about.exec(plain)) : null;
  // "Tomorrow evening around 6": the part of the day tells which six it is.
  if (said && sharp) {
    const [start, end] = [
      Math.min(said.index, sharp.index),
      Math.max(said.index + said[0].length, sharp.index + sharp[0].length),
    ];
    const half = partOf(said[1] as string) === 'morning' ? 'am' : 'pm';
    return { value: `${sharp[1]}${sharp[2] === undefined ? '' : `:${sharp[2]}`} ${half}`, start, end };
  }
  if (said) {
    return readAt(partOf(said[1] as string), said);
  }
  if (sharp) return readAt(sharp[2] === undefined ? `${sharp[1]} o'clock` : `${sharp[1]}:${sharp[2]}`, sharp);
  const out = ruledOut.exec(plain);
  if (out) return readAt(ruledOutMeans(out[1] as string), out);
  for (const [value, pattern] of ends) {
    const end = pattern.exec(plain);
    if (end) return readAt(value, end);
  }
  const free = any.exec(plain);
  return free ? readAt('any time', free) : null;
}

/** The first time of day that is neither past nor taken. */
function firstFree(pattern: RegExp, plain: string): RegExpExecArray | undefined {
  for (const match of matchesIn(pattern, plain)) if (!isRuledOut(plain, spanOf(match))) return match;
  return undefined;
}

/** The half of the day of an hour at which people meet: from eight to eleven it is the morning. */
const halfOf = (hour: number): string => (hour >= 8 && hour < 12 ? 'am' : 'pm');

function ruledOutMeans(word: string): string {
  const part = partOf(word);
  return part === 'morning' ? 'after 12 pm' : part === 'afternoon' ? 'before 12 pm' : 'before 5 pm';
}

function partOf(word: string): string {
  if (/^(?:before|until|antes)/i.test(word)) return 'morning';
  if (/^after (?:noon|mid)/i.test(word)) return 'afternoon';
  if (/^noon|^midday|^lunch|mediod/i.test(word)) return 'noon';
  if (/^morning|ma[nñ]ana/i.test(word)) return 'morning';
  if (/^afternoon|tarde/i.test(word)) return 'afternoon';
  return 'evening';
}
