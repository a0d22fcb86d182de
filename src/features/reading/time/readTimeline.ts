import { isFederalHoliday } from '../../../kernel/federalHolidays.ts';
import { calendarNames } from '../../../kernel/timeLabel.ts';
import type { DayRange, Read } from '../model.ts';
import { numberOf, numberPattern } from '../numbers/numberWords.ts';
import { matchesIn, readAt } from '../text/matchesIn.ts';
import { plainText } from '../text/plainText.ts';
import { hurry, noHurry } from './urgency.ts';

const dayMs = 86_400_000;
const unit = '(?:days?|weeks?|wks?|months?|mos?|years?|yrs?|d[ií]as?|semanas?|mes(?:es)?|a[nñ]os?)';
const span = new RegExp(
  `(?<![\\w$.,])(${numberPattern}|few|several|pocos|pocas|unos|unas)(?:\\s(?:or so|more))?(?:\\s?(?:-|to|or|a|o)\\s?(${numberPattern}))?[\\s-]?(${unit})(?!\\p{L})`,
  'giu',
);
const notAhead =
  /\b(?:rent(?:ing|ed)?|liv(?:ing|ed)|been|for the (?:last|past)|last|past|since|owned?|year[- ]|built|is|hace)\b[^.?!,;]{0,16}$/i;
const goneOrAge = /^\s?(?:ago|old|lease|of age|mortgage|fixed|loan|warranty|experience|de edad)\b/i;
const refused = /(?:\b(?:can't|cannot|won't|not|no|isn't|impossible)\b|n't)[^.?!,;]{0,20}$/i;
const within =
  /\b(?:within|in under|under|less than|next|before|by|inside|max(?:imum)?|up to|at most|no more than|no later than|en menos de|dentro de|antes de|can't wait (?:more|longer) than|wait (?:more|longer) than)(?: the)?(?: next)?(?: an?)?\s?$/i;
const ahead = /\b(?:in|about|around|maybe|than|over|another|take|takes|en)\s(?:about |like )?$/i;
const beyond =
  /\b(?:more than|over|at least|longer than|after|not(?: \w+){0,3} (?:before|for|until)|m[aá]s de|al menos)(?: another)?\s?$|n't(?: \w+){0,3} (?:before|for|until)(?: another)?\s?$/i;
const urgent = new RegExp(
  `\\b(?:a\\.s\\.a\\.p|as soon as possible|right now|urgent(?:ly)?|quickly|very soon|as fast as|need to (?:sell|move|buy) (?:fast|now|quick)|(?:lo |cuanto )?(?:antes|m[aá]s pronto|m[aá]s r[aá]pido) posible|ya mismo|(?:me|nos|le) urge|(?:vender|comprar|mudar)\\w* (?:muy |lo m[aá]s )?r[aá]pido|urgente|inmediatamente|de inmediato|${hurry})\\b`,
  'i',
);
const later = new RegExp(
  `\\b(?:${noHurry}|no hurry|not in (?:a|any) (?:rush|hurry)|not urgent|no tengo (?:mucha )?prisa|no timeline|(?:move|close|sell|buy|leave) (?:in |out )?(?:when(?:ever)?|any ?time)\\b(?! (?:we|i|you|the|it|my|our))|no deadline|(?:when(?:ever)?|as soon as|once) (?:i|we) find\\b|just exploring|no hay prisa)\\b`,
  'i',
);
const noPreference = /\b(?:flexible|whenever|any ?time|no particular (?:time|date)|cuando sea|no importa cuando)\b/i;
const halfYear = /\b(?:half a year|medio a[nñ]o)(?![a-z\u00e0-\u00ff])/i;
const orMore = /^\s?(?:or more|or longer|\+|plus\b|at least|o m[aá]s)/i;
const notBefore = /(?:\b(?:not|no)|n't)(?: \w+){0,3} $/i;
const inYear = /\b(?:in|by|around|en|para) (20[2-4]\d)\b/i;
const unsure = /\b(?:not sure|don't know|do not know|no idea|unsure|dunno|haven't decided|no s[eé])\b/i;
const moveWords =
  /\b(?:mov(?:e|ing)|buy(?:ing)?|sell(?:ing)?|clos(?:e|ing)|lease (?:ends?|is up)|in (?:the|a) (?:new )?(?:home|house|place)|start(?:ing)? (?:a )?(?:new )?job|be (?:in|out|gone|settled|sold)|need (?:it|a place|to be|2 sell|2 buy)|vender|comprar|mudar(?:me|nos)?)\b/i;
const bareNow = /^\W{0,3}(?:now|today|ready now|yesterday|ahora|ya|hoy)\b/i;
const months = calendarNames.en.months.map((name) => name.toLowerCase());
const monthsEs: readonly string[] = calendarNames.es.months;
const monthName = new RegExp(
  `\\b(by|before|until|after|in|around|during|for|end of|early|late|mid|this|next|antes de|despu[eé]s de|para|pa'?|en|a|hacia) (?:the )?((?:end of |early |late |mid[- ]?|(?:principios|comienzos|mediados|fin(?:es|ales)?) de )?)(${[...months, ...monthsEs, 'jan', 'feb', 'aug', 'sept', 'oct', 'nov', 'dec'].join('|')})\\b`,
  'i',
);
const bareMonth = new RegExp(
  `^\\W*(?:(?:maybe|probably|around|like|early|late|mid|como|por|tal vez|quiz[aá]s?)[ -]){0,2}(?:in |en )?(${[...months, ...monthsEs].join('|')})(?:\\s\\d{1,2}(?:st|nd|rd|th)?| (?:or|o|to) (?:${[...months, ...monthsEs].join('|')}))?(?:\\W*$|\\s*,)`,
  'i',
);
const season =
  /\b(?:(by|before|until|antes de) )?(?:(?:the|this|next|coming|in|late|early|el|la|este|esta|pr[oó]xim[oa]) ){0,3}(spring|summer|fall|autumn|winter|primavera|verano|oto[nñ]o|invierno)\b/i;
/** Days of the year that people name instead of a month; a wish for a good one, or a day that is past, names no time ahead. */
const feasts =
  /(?<!\p{L})(?:(by|before|b4|until|antes de|para)|(after|despu[eé]s de)|(merry|happy|since|last|past|feliz|desde))? ?(?:the |la )?(christmas|xmas|thanksgiving|new year'?s?|navidad)(?!\p{L})/iu;
// First month (0-based) and length in months of each season in the northern hemisphere.
const seasons: Record<string, number> = {
  spring: 2,
  summer: 5,
  fall: 8,
  autumn: 8,
  winter: 11,
  primavera: 2,
  verano: 5,
  otoño: 8,
  otono: 8,
  invierno: 11,
};

/** "Before school starts", "when the school year ends": `[2]` where it begins, `[3]` where it ends. */
const schoolYear =
  /(?<!\p{L})(?:(by|before|b4|until|after|once|when|antes de(?: que)?|despu[eé]s de(?: que)?|cuando) )?(?:the |el |las? )?(?:((?:(?:new |next )?school(?: year)? (?:starts?|begins|opens)|start of (?:the )?(?:new |next )?school(?: year)?|(?:empie\p{L}+|inici\p{L}+|comien\p{L}+) (?:de )?(?:las |el |la )?(?:clases|a[nñ]o escolar|escuela|curso)))|((?:school(?: year)? (?:ends?|is out|lets out|finishes)|end of (?:the )?school(?: year)?|(?:termin|acab)\p{L}+ (?:las |el |la )?(?:clases|a[nñ]o escolar|escuela|curso))))(?!\p{L})/iu;

const lonePeriod = new RegExp(
  `^\\W*(?:(?:maybe|probably|by|in|this|next|early|late|para|en|la|el|around|before|ideally)\\s){0,3}(?:spring|summer|fall|autumn|winter|primavera|verano|oto[nñ]o|invierno|${[...months, ...monthsEs].join('|')})(?:\\s\\d{1,2}(?:st|nd|rd|th)?)?\\W*$`,
  'iu',
);
/** "Summer", "by April": nothing but a time of the year, whatever was asked. */
export const isLonePeriod = (text: string): boolean => lonePeriod.test(text);

const putsPeriodRight =
  /^\W*(?:(?:oh|ah|um|hmm+|ay)\W+)?(?:no,? (?:wait|i meant?|sorry|make (?:it|that)|espere?|perd[oó]n|digo)|wait,? no|wait|actually|i meant?|sorry|make (?:it|that)|scratch that|no|perd[oó]n|digo|mejor|quise decir)(?!\p{L})\W*/iu;
/** "No wait, may", "digo junio": puts a time of the year right that was named before. */
export const putsRightPeriod = (text: string): boolean =>
  isLonePeriod(withoutPuttingRight(text)) && !isLonePeriod(text);
/** The same with blanks where it only says that something is put right. */
export const withoutPuttingRight = (text: string): string =>
  text.replace(putsPeriodRight, (words) => ' '.repeat(words.length));

const loneSpan =
  /^\W*(?:(?:like|maybe|about|in|como|en|unos)\s){0,2}\d{1,2} (?:days?|weeks?|months?|years?|d[ií]as|semanas|meses|a[nñ]os)\W*$/iu;
/** "3 months?": nothing but a length of time, a guess at our question. */
export const isLoneSpan = (text: string): boolean => loneSpan.test(text);

/**
 * When the visitor wants to move or sell, as days from `at` (ISO time of the message): "within 2 months" → 0 to 60, "in six weeks" → 42,
 * "by July", "this summer", "next year". "Not sure about the timeline" is null. `asked`: the question about time stands, so that
 * "now" and "next week" answer it.
 */
export function readTimeline(text: string, options: { at: string; asked?: boolean }): Read<DayRange> | null {
  const plain = plainText(text);
  const asked = options.asked === true;
  const half = halfYear.exec(plain);
  if (half) return read(half, 180, 180);
  const counted = countedSpan(plain, asked);
  if (counted) return counted;
  if (unsure.test(plain)) return null;
  const fast = urgent.exec(plain);
  if (
    fast &&
    !refused.test(plain.slice(0, fast.index)) &&
    (asked || /\b(?:mov|sell|buy|need|vend|compr|close|asap|urge)/i.test(plain))
  ) {
    return read(fast, 0, 30);
  }
  const slow = later.exec(plain);
  if (slow) return read(slow, null, null);
  const open = asked ? noPreference.exec(plain) : null;
  if (open) return read(open, null, null);
  const now = asked ? bareNow.exec(plain) : null;
  if (now) return read(now, 0, 30);
  return calendar(plain, new Date(options.at), asked || moveWords.test(plain));
}

function countedSpan(plain: string, asked: boolean): Read<DayRange> | null {
  for (const match of matchesIn(span, plain)) {
    const [whole, first = '', second, unitWord = ''] = match;
    const before = plain.slice(Math.max(0, match.index - 34), match.index);
    const limit = within.test(before);
    if (goneOrAge.test(plain.slice(match.index + whole.length)) || (!limit && notAhead.test(before))) continue;
    // "1800 a month" is a rent.
    if (/^an?$/i.test(first) && /\d\s?$/.test(before)) continue;
    if (/^(?:an?|una?)$/i.test(first) && !limit && !ahead.test(before) && !(asked && plain.length < 30)) continue;
    const more = !limit && (beyond.test(before) || orMore.test(plain.slice(match.index + whole.length)));
    if (!limit && !more && refused.test(before)) continue;
    const factor = daysIn(unitWord);
    const low = lowOf(first);
    const high = second ? numberOf(second) : highOf(first, low);
    if (low === null || high === null || high < low || high * factor > 7300) continue;
    if (more) return read(match, Math.round(high * factor), null);
    return read(match, limit ? 0 : Math.round(low * factor), Math.round(high * factor));
  }
  return null;
}

const fewWords = /^(?:few|several|poc|unos|unas)/i;
const lowOf = (word: string): number | null => (fewWords.test(word) ? 2 : numberOf(word));
const highOf = (word: string, low: number | null): number | null => (fewWords.test(word) ? 4 : low);

function daysIn(word: string): number {
  if (/^d/i.test(word)) return 1;
  if (/^(?:w|s)/i.test(word)) return 7;
  return /^(?:y|a)/i.test(word) ? 365 : 30;
}

function calendar(plain: string, at: Date, inContext: boolean): Read<DayRange> | null {
  const dated = inContext ? onDate(plain, at) : null;
  if (dated) return dated;
  const alone = inContext ? bareMonth.exec(plain) : null;
  const month = monthName.exec(plain) ?? alone;
  if (month) {
    const name = (month === alone ? (alone[1] as string) : (month[3] as string)).toLowerCase();
    const index = Math.max(
      months.findIndex((m) => m.startsWith(name.slice(0, 3))),
      monthsEs.indexOf(name),
    );
    const from = nextStart(at, index);
    const to = monthEnd(from);
    if (/^(?:before|until|antes)/i.test(month[1] as string) && notBefore.test(plain.slice(0, month.index)))
      return read(month, daysUntil(at, from), null);
    if (month !== alone && /^(?:after|desp)/i.test(month[1] as string)) return read(month, daysUntil(at, to) + 1, null);
    const by = /^(?:by|before|until|antes|para)/i.test(month[1] as string);
    const isAtItsEnd = /(?:end of|fin(?:es|ales)? de) ?$/i.test(month[2] ?? '');
    return read(
      month,
      by ? 0 : daysUntil(at, from),
      daysUntil(at, by && !isAtItsEnd && daysUntil(at, from) > 0 ? from : to),
    );
  }
  const feast = feasts.exec(plain);
  if (feast && feast[3] === undefined) {
    const [, by, after, , name = ''] = feast;
    const days = daysUntil(at, nextFeast(name, at));
    if (after !== undefined) return read(feast, days, null);
    if (by !== undefined || inContext) return read(feast, by === undefined ? days : 0, days);
  }
  const school = schoolYear.exec(plain);
  if (school) {
    // The school year of Texas: from the middle of August to the end of May.
    const begins = school[2] !== undefined;
    const [monthOf, dayOf] = begins ? [7, 15] : [4, 28];
    const thisYear = new Date(Date.UTC(at.getUTCFullYear(), monthOf, dayOf));
    const then = thisYear > at ? thisYear : new Date(Date.UTC(at.getUTCFullYear() + 1, monthOf, dayOf));
    const isAfter = /^(?:after|once|when|over|despu|cuando)/i.test(school[1] ?? '') || !begins;
    return read(school, isAfter ? daysUntil(at, then) : 0, isAfter && begins ? null : daysUntil(at, then));
  }
  const time = season.exec(plain);
  if (time && (inContext || time[0].includes(' '))) {
    const from = nextStart(at, seasons[(time[2] as string).toLowerCase()] ?? 0, 3);
    const to = monthEnd(new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + 2, 1)));
    // "Not before next fall", said in the fall.
    const later = from > at ? from : new Date(Date.UTC(from.getUTCFullYear() + 1, from.getUTCMonth(), 1));
    if (time[1] !== undefined && notBefore.test(plain.slice(0, time.index)))
      return read(time, daysUntil(at, later), null);
    return read(time, time[1] ? 0 : daysUntil(at, from), daysUntil(at, time[1] && daysUntil(at, from) > 0 ? from : to));
  }
  const year = at.getUTCFullYear();
  const named =
    /\b(next year|el pr[oó]ximo a[nñ]o|(?:by |before )?(?:the )?end of (?:the |this )?year|(?:by |around |at |after |before )?(?:the )?(?:first|start|beginning) of the year|(?:a |para )?(?:fin(?:es|ales)? de|final del?) a[nñ]o|this year|este a[nñ]o|next month|el pr[oó]ximo mes|(?:by |before )?(?:the )?end of (?:the |this )?month|this month|este mes|next week|this week|esta semana|la pr[oó]xima semana)\b/i.exec(
      plain,
    );
  const yearNamed = named ? null : inYear.exec(plain);
  if (yearNamed && inContext && Number(yearNamed[1]) >= year) {
    const by = /^(?:by|para)/i.test(yearNamed[0]);
    const [first, last] = [Date.UTC(Number(yearNamed[1]), 0, 1), Date.UTC(Number(yearNamed[1]), 11, 31)];
    return read(yearNamed, by ? 0 : daysUntil(at, new Date(first)), daysUntil(at, new Date(by ? first : last)));
  }
  if (!named) return null;
  const phrase = named[0].toLowerCase();
  const date = (y: number, m: number, d: number) => daysUntil(at, new Date(Date.UTC(y, m, d)));
  if (/week|semana/.test(phrase)) return inContext ? read(named, 0, /next|pr/.test(phrase) ? 14 : 7) : null;
  if (/(?:first|start|beginning) of/.test(phrase)) return read(named, 0, date(year + 1, 0, 15));
  if (/year|a[nñ]o/.test(phrase))
    return /next|pr/.test(phrase)
      ? read(named, date(year + 1, 0, 1), date(year + 1, 11, 31))
      : read(named, 0, date(year, 11, 31));
  const m = at.getUTCMonth();
  return /next|pr/.test(phrase)
    ? read(named, date(year, m + 1, 1), date(year, m + 2, 0))
    : read(named, 0, date(year, m + 1, 0));
}

/** Today, or the next one to come. */
function nextFeast(name: string, at: Date): Date {
  const year = at.getUTCFullYear();
  const thisYear = feastOf(name, year);
  return thisYear.getTime() + dayMs > at.getTime() ? thisYear : feastOf(name, year + 1);
}
function feastOf(name: string, year: number): Date {
  if (/^new/i.test(name)) return new Date(Date.UTC(year, 11, 31));
  if (!/^thanks/i.test(name)) return new Date(Date.UTC(year, 11, 25));
  const inFourthWeek = [22, 23, 24, 25, 26, 27, 28];
  return new Date(
    Date.UTC(
      year,
      10,
      inFourthWeek.find((day) => isFederalHoliday({ year, month: 11, day })),
    ),
  );
}

const monthNames = [...months, ...monthsEs, 'jan', 'feb', 'aug', 'sept', 'sep', 'oct', 'nov', 'dec'].join('|');
const dayOfMonth = new RegExp(
  `(?=\\d|by |before|until|antes|para|the |el |${monthNames})(?<![\\p{L}\\d])(?:(by|before|until|antes del?|para el) )?(?:the |el )?(?:(${monthNames})\\.? (?:the )?(\\d{1,2})(?:st|nd|rd|th)?|(\\d{1,2})(?:st|nd|rd|th)? (?:of |de )?(${monthNames}))(?![\\p{L}\\d:%])`,
  'iu',
);

/** "By May 31", "the lease ends on the 3rd of June": that day, or any time up to it; the next one to come. */
function onDate(plain: string, at: Date): Read<DayRange> | null {
  const match = dayOfMonth.exec(plain);
  if (!match) return null;
  const [, by, before, dayAfter, dayBefore, after] = match;
  const name = (before ?? after ?? '').toLowerCase();
  const month = Math.max(
    months.findIndex((one) => one.startsWith(name.slice(0, 3))),
    monthsEs.indexOf(name),
  );
  const day = Number(dayAfter ?? dayBefore);
  if (month < 0 || day < 1 || day > 31) return null;
  const thisYear = new Date(Date.UTC(at.getUTCFullYear(), month, day + 1));
  const then = new Date(Date.UTC(at.getUTCFullYear() + (thisYear > at ? 0 : 1), month, day));
  return read(match, by === undefined ? daysUntil(at, then) : 0, daysUntil(at, then));
}

/** The first day of that month or season which is running or comes next. */
function nextStart(at: Date, month: number, lengthMonths = 1): Date {
  for (const year of [at.getUTCFullYear() - 1, at.getUTCFullYear()]) {
    const start = new Date(Date.UTC(year, month, 1));
    if (new Date(Date.UTC(year, month + lengthMonths, 1)) > at) return start;
  }
  return new Date(Date.UTC(at.getUTCFullYear() + 1, month, 1));
}
const monthEnd = (start: Date): Date => new Date(Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + 1, 0));
const daysUntil = (at: Date, then: Date): number => Math.max(0, Math.ceil((then.getTime() - at.getTime()) / dayMs));

const read = (match: RegExpExecArray, minDays: number | null, maxDays: number | null): Read<DayRange> =>
  readAt({ minDays, maxDays }, match);
