import type { SlotName } from '../../contract/vocabulary.ts';
import { anyMoment } from '../reading/model.ts';
import { numberOf, ones, plainNumberPattern } from '../reading/numbers/numberWords.ts';
import { readMoney } from '../reading/numbers/readMoney.ts';
import { spokenSums } from '../reading/numbers/spokenSums.ts';
import { afterPuttingRight } from '../reading/text/afterPuttingRight.ts';
import { matchesIn } from '../reading/text/matchesIn.ts';
import { plainText } from '../reading/text/plainText.ts';
import { readDay } from '../reading/time/readDay.ts';
import { readOfferedHour } from '../reading/time/readOfferedHour.ts';
import { readTimeline } from '../reading/time/readTimeline.ts';

/** A value in words that the slot's form understands, and the words of the message that say it. */
export interface Answer {
  value: string;
  quote: string;
}

const longest = 300;

/**
 * Reads the answer in a message that is known to answer a question: then "four, we got three boys" is a number of bedrooms and "7,
 * after dinner" an hour, which in any other message they are not. Null where no words of it can be the answer.
 */
export function readAnswer(slot: SlotName, text: string): Answer | null {
  const said = plainText(text.slice(0, longest));
  const words = afterPuttingRight(said) ?? said;
  const found = answers[slot]?.(words);
  if (found === undefined || found === null || refused.test(words.slice(0, found.start))) return null;
  const quote = text.slice(found.start, found.end).trim();
  return quote === '' ? null : { value: found.value, quote };
}

/** "Not in Zilker", "anything but 2": named, and not wanted. */
const refused =
  /(?<!\p{L})(?:not|never|except|but not|no longer|anything but|isn'?t|don'?t (?:want|need|like)|instead of|rather than|too|sin|menos|excepto)(?: (?:in|at|on|the|near|by|en|el|la|a|for))*\s$/iu;

interface Found {
  value: string;
  start: number;
  end: number;
}

const answers: Partial<Record<SlotName, (words: string) => Found | null>> = {
  beds: (words) => countIn(words),
  budget: (words) => sumIn(words),
  price: (words) => sumIn(words),
  timeline: (words) => timeIn(words),
  area: (words) => placeIn(words),
  day: (words) => dayIn(words),
  timeOfDay: (words) => readOfferedHour(words),
};

const at = (match: RegExpExecArray, value: string, group = 0): Found => {
  const words = match[group] as string;
  // A group stands at the end of its match, where it is one.
  const start = match.index + match[0].length - words.length;
  return { value, start, end: start + words.length };
};

/** Things that are counted and are no bedrooms. */
const otherCount =
  /^[\s-]*(?:(?:\w+ )?(?:kids?|boys?|girls?|child\w*|people|adults?|of us|dogs?|cats?|cars?|full|baths?|ba\b|ba[nñ]os?|ni[nñ][oa]s?|hij[oa]s?|perros?|gatos?|personas?)|st\b|nd\b|rd\b|th\b|k\b|%|y(?:ea)?rs?\b|months?|weeks?|days?|hours?|minutes?|min\b|miles?|acres?|stor|floors?|hundred|thousand|grand|mil\b|meses|a[nñ]os|d[ií]as|[:.,]\d)/i;
const smallNumber = new RegExp(`(?<![\\p{L}\\d$.,/#:])(?:[1-9]|${plainNumberPattern}|one|una)(?![\\d\\p{L}])`, 'giu');

function countIn(words: string): Found | null {
  const found = matchesIn(smallNumber, words).find((match) => {
    const value = numberOf(match[0]);
    return value !== null && value <= 9 && !otherCount.test(words.slice(match.index + match[0].length));
  });
  return found === undefined ? null : at(found, String(numberOf(found[0])));
}

const leastHome = 50_000;
const pointed = new RegExp(
  `(?<![\\p{L}\\d])(one|two|three|\\d) point (${Object.keys(ones).join('|')}|\\d{1,2})\\b`,
  'iu',
);
/** A sum that can be the price of a home: of several the first that is large enough; "seven" and "eight fifteen" leave the rest out. */
function sumIn(words: string): Found | null {
  const point = pointed.exec(words);
  if (point && !/^\s?(?:%|per ?cent)/i.test(words.slice(point.index + point[0].length))) {
    const [, whole = '', part = ''] = point;
    return at(point, `$${numberOf(whole)}.${/\d/.test(part) ? part : numberOf(part)} million`);
  }
  const said = hundreds.exec(words);
  const count = said === null ? null : numberOf(said[1] as string);
  if (said !== null && count !== null && count < 10) return at(said, dollars(count * 100));
  for (const part of partsOf(words)) {
    const sum = readMoney(part.text, { bare: true });
    const cents = sum === null ? 0 : (sum.value.maxCents ?? sum.value.minCents ?? 0);
    if (sum !== null && cents >= leastHome * 100)
      return {
        value: part.text.slice(sum.start, sum.end),
        start: part.start + sum.start,
        end: part.start + sum.end,
      };
  }
  const spoken = spokenSums(words).find(({ number }) => number < 10 || (number >= 100 && number < 1000));
  if (spoken === undefined) return null;
  const thousands = spoken.number < 10 ? spoken.number * 100 : spoken.number;
  return { value: dollars(thousands), start: spoken.start, end: spoken.end };
}

/** "4 hunnid", "four hundo": how hundreds of thousands are said. */
const hundreds = /(?<![\p{L}\d])(\d|\p{L}+) hun(?:dred|n?id|n?ed|n?erd|do|dy)?(?!\p{L})/iu;

const dollars = (thousands: number): string => `$${thousands},000`;

/** The sentences and clauses of a text, with where they begin. */
function partsOf(words: string): { text: string; start: number }[] {
  const parts = [...words.matchAll(/[^.!;?\n]+(?:\.\d[^.!;?\n]*)*/g)].map((match) => ({
    text: match[0],
    start: match.index,
  }));
  return [{ text: words, start: 0 }, ...parts];
}

const monthNames =
  /(?<!\p{L})(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|(?<=(?:in|by|until|before|early|late|mid|this|next|after|around) )may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre)(?!\p{L})/iu;
const hurried =
  /\b(?:a\.?s\.?a\.?p|soon\w*|fast|quick\w*|yesterday|right away|immediate\w*|now|hurry|rushed|tomorrow|today|pronto|r[aá]pido|urge\w*|antes posible)\b/i;
const unhurried =
  /\b(?:no(?:t|body|one)?\b[^.,;!?]{0,24}(?:rush\w*|hurry|hurried|deadline|date|prisa|apuro)|whenever|when ?ever|someday|eventually|take (?:my|our) time|open[- ]ended|right one|sin prisa|sin apuro|alg[uú]n d[ií]a|cuando (?:sea|se pueda|salga))/i;
const holidays = /\b(?:holidays|fiestas)\b/i;

function timeIn(words: string): Found | null {
  const known = readTimeline(words, { at: anyMoment, asked: true });
  if (known !== null) return { value: words.slice(known.start, known.end), start: known.start, end: known.end };
  const open = unhurried.exec(words);
  if (open) return at(open, 'no hurry');
  const month = monthNames.exec(words);
  if (month) return at(month, `in ${month[0]}`);
  const feast = holidays.exec(words);
  if (feast) return at(feast, /\b(?:before|by|antes)\b/i.test(words) ? 'before christmas' : 'after christmas');
  const soon = hurried.exec(words);
  const isDenied = soon !== null && denied.test(words.slice(0, soon.index));
  return soon === null || isDenied ? null : at(soon, 'as soon as possible');
}
const denied = /\b(?:not?|never|too|isn'?t|don'?t|nothing)\b[^.,;!?]{0,20}$/i;

const zip = /(?<!\d)7[5-9]\d{3}(?!\d)/;
const leadsToPlace =
  /(?:\b(?:in|near|by|around|round|off|towards?|outside|inside|close to|next to|close by|out (?:in|by|near)|up (?:in|by)|down (?:in|by)|over (?:in|by)|side of|part of|like|love|stay\w* in|en|por|cerca de|cerca del|hacia|rumbo a)) ((?:the |el |la )?\p{L}[\p{L}\d'’-]*(?: (?!(?:if|or|and|but|because|so|since|for|with|where|that|please|would|is|are|was|we|i|my|maybe|y|o|pero|porque|que|si|con|para|no)\b)[\p{L}\d][\p{L}\d'’-]*){0,3})/iu;
const noPlace =
  /^(?:the |el |la )?(?:not|nope|except|anything|menos|excepto|sin|here|there|this|that|it|me|us|work|job|budget|price|school|schools|family|kids|people|spring|summer|fall|autumn|winter|next|then|now|end|christmas|thanksgiving|weekend|primavera|verano|you|general|case|mind|house|home|area|town|hand|march|april|june|july|august|spring|summer|fall|winter|aqu[ií]|ah[ií]|casa|eso|esta|este|favor|lo)\b/i;
/** Words around a place that is said by its name alone. */
const aroundPlace =
  /^(?:(?:um+|uh+|oh|ok|okay|so|well|yes|yeah|maybe|probably|prob|honestly|ideally|definitely|just|only|like|somewhere|anywhere|id|i'd|i|we|we'd|want|wanna|need|say|thinking|prefer|love|the|pues|bueno|quiz[aá]s?|me gusta|prefiero|quiero)\b[\s,]*)+/iu;

function placeIn(words: string): Found | null {
  const code = zip.exec(words);
  if (code) return at(code, code[0]);
  const led = leadsToPlace.exec(words);
  if (led) return noPlace.test(led[1] as string) ? null : at(led, led[1] as string, 1);
  const from = aroundPlace.exec(words)?.[0].length ?? 0;
  const named =
    /^[^\p{L}]*(\p{L}[\p{L}\d'’-]*(?: (?!(?:please|thanks|area|por favor)(?!\p{L}))[\p{L}\d][\p{L}\d'’-]*){0,2})/u.exec(
      words.slice(from),
    );
  if (named === null || noPlace.test(named[1] as string)) return null;
  const start = from + named[0].indexOf(named[1] as string);
  return { value: named[1] as string, start, end: start + (named[1] as string).length };
}

const tomorrow = /\b(?:t(?:o)?mm?(?:o)?rr?o?w?|tmw|tmrw|tmmrw|tom|2moro|2morrow|ma[nñ]ana)\b/i;

function dayIn(words: string): Found | null {
  const last = /\b(?:no,? |actually|better|mejor|instead)[^.]{0,20}$/i.exec(words);
  const late = last === null ? null : readDay(words.slice(last.index));
  if (last !== null && late !== null)
    return { value: late.value, start: last.index + late.start, end: last.index + late.end };
  const day = readDay(words);
  if (day !== null) return day;
  const next = tomorrow.exec(words);
  return next === null ? null : at(next, 'tomorrow');
}
