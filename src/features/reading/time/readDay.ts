import type { Read } from '../model.ts';
import { isRuledOut, refusesNext } from '../text/isRuledOut.ts';
import { matchesIn, readAt } from '../text/matchesIn.ts';
import { plainText } from '../text/plainText.ts';

const english: Record<string, string> = {
  lunes: 'Monday',
  martes: 'Tuesday',
  miércoles: 'Wednesday',
  miercoles: 'Wednesday',
  jueves: 'Thursday',
  viernes: 'Friday',
  sábado: 'Saturday',
  sabado: 'Saturday',
  domingo: 'Sunday',
};
const weekday =
  'monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tues?|wed|thurs?|thu|fri|sat|lunes|martes|mi[eé]rcoles|jueves|viernes|s[aá]bado|domingo';
const month =
  'january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec';
const monthEs = 'enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre';
const number = '(?:[12]\\d|3[01]|[1-9])';
const day = new RegExp(
  `(?<!\\p{L})((?:(?:(?:this|next) coming|this|next|coming|este|pr[oó]ximo|el) )?(?:${weekday})s?(?! (?:down|there|in|up|and talked)\\b)(?: (?:of )?(?:this|next) (?:coming )?week| de (?:esta|la pr[oó]xima) semana)?|(?:the )?day after tomorrow|(?:later )?(?:today|tonight)|tomorrow|(?:this|next) week(?: on)? (?:${weekday})|(?:this|next) week(?:end)?|weekends?|weekdays?|entre semana|hoy|pasado ma[nñ]ana|(?:esta|la pr[oó]xima) semana|fin de semana|any ?day|cualquier d[ií]a)(?!\\p{L})`,
  'giu',
);
const tomorrowEs = /(?<!por la |la |buena |esta )(?<!\p{L})mañana(?!\p{L})/iu;
const date = new RegExp(
  [
    `\\b(?:${month})\\.? (?:the )?${number}(?:st|nd|rd|th)?\\b(?![:/.]\\d)`,
    `(?<![\\d/$.,#:-])(?:the )?${number}(?:st|nd|rd|th)?,? (?:of )?(?:${month}|(?:this|next|the) month)\\b`,
    `\\b${number} de (?:${monthEs}|este mes)\\b`,
    `\\bthe ${number}(?:st|nd|rd|th)\\b(?! (?:floor|street|st|ave|one|option|time|house|home|place|(?:looks?|seems?|is|sounds?) (?:\\w+ )?(?:nice|good|great|cute|pretty|lovely|better|interesting|promising))\\b)`,
    `(?<![\\w#])${number}(?:st|nd|rd|th)\\b(?=\\W*$|\\W+(?:is|works|would|will|please|at|if|and|or)\\b|[.,!?])`,
  ].join('|'),
  'gi',
);
const ordinals =
  'first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|twenty-? ?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|thirtieth|thirty-? ?first';
/** "March the twelfth", "on the third", "the ninth"; "the first one" and "the second" are choices. */
const ordinalDate = new RegExp(
  [
    `\\b(?:${month}) (?:the )?(?:${ordinals})\\b`,
    `\\b(?:the )?(?:${ordinals}) (?:of )?(?:${month}|(?:this|next|the) month)\\b`,
    `(?<=\\b(?:on|for|by) )the (?:${ordinals})\\b(?=\\W*$|[.,!?]|\\W+(?:please|if|and|or|at|works|would|is|then)\\b)`,
    `(?<=^\\W{0,3})the (?:${ordinals.replace('first|second|third|fourth|', '')})(?=\\W*$|\\W+(?:please|if|and|or|at|works|would|is|then)\\b)`,
  ].join('|'),
  'gi',
);
/** A pattern that every day matches, so that most messages are dismissed by one test. */
const dayHint =
  /mon|tue|wed|thu|fri|sat|sun|day|week|to(?:night|morrow)|lun|mar|mi[eé]|jue|vie|s[aá]b|dom|hoy|ma[nñ]ana|semana|d[ií]a/iu;
const ordinalHint = /first|second|third|th\b|tieth/i;
const closing =
  /\b(?:that(?:'s| is| was| will be|'ll be)?|this is|will be) (?:all|it|everything)\b[^.?!,]{0,28}$|\b(?:anything|nothing|something) (?:else|more)\b[^.?!,]{0,24}$/i;
const instead = /\b(?:instead|rather|better|same (?:time|hour)|mejor|misma hora)\b/i;

/** A day as the visitor named it: "next Tuesday", "tomorrow", "this weekend". Days of the past or ruled out are none. */
export function readDay(text: string): Read<string> | null {
  const plain = plainText(text);
  let found: Read<string> | null = null;
  const all = daysIn(plain);
  for (const [at, match] of all.entries()) {
    const end = match.index + match[0].length;
    const next = all[at + 1];
    // "Saturday the 5th", "jueves 3 de diciembre": the date says which one.
    if (next !== undefined && /\d/.test(next[0]) && !/\d/.test(match[0]) && besideIt.test(plain.slice(end, next.index)))
      continue;
    if (
      isRuledOut(plain, { start: match.index, end }) ||
      closing.test(plain.slice(Math.max(0, match.index - 70), match.index))
    )
      continue;
    // "This week, Thursday would be ideal": the day counts, and not the span it lies in.
    if (found !== null && !isSpan.test(found.value) && !instead.test(plain)) return found;
    if (found !== null && isSpan.test(match[0])) continue;
    found = { value: nameOf(match[0]), start: match.index, end };
    // "Friday is bad, make it Saturday instead": the last one counts.
    if (!isSpan.test(found.value) && !instead.test(plain)) return eitherOf(found, plain, next);
  }
  if (found) return found;
  const es = plain.includes('ñ') || plain.includes('Ñ') ? tomorrowEs.exec(plain) : null;
  return es ? readAt('tomorrow', es) : null;
}

/** The weekdays that somebody refuses, in English and lower case: "no Saturdays", "not on Friday". */
export function readDaysRefused(text: string): { days: string[]; start: number; end: number } | null {
  const plain = plainText(text);
  const refused = daysIn(plain).filter(
    ({ index, 0: named }) =>
      refusesNext.test(plain.slice(Math.max(0, index - 20), index)) ||
      refusedAfter.test(plain.slice(index + named.length)),
  );
  const days = refused.flatMap(([whole]) => {
    const name = nameOf(whole);
    return isWeekday.test(name) ? [name.toLowerCase()] : [];
  });
  const [first, last] = [refused[0], refused.at(-1)];
  return days.length === 0 || first === undefined || last === undefined
    ? null
    : { days: [...new Set(days)], start: first.index, end: last.index + last[0].length };
}

/** "En sábado no". */
const refusedAfter = /^ no(?=\W*$|[,.;!]| y | por favor)/iu;

/** The words beside the days that somebody refuses: of "call me, not weds thats my church day" it is "call me, ". */
export function withoutDaysRefused(text: string): string {
  const refused = readDaysRefused(text);
  if (refused === null) return text;
  const before = text.slice(0, refused.start).replace(refusesNext, '');
  return before + text.slice(refused.end).replace(/^[^.,;!?]*/, '');
}
const isWeekday = /^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$/;

/** "Thursday or Friday" is either of them. */
function eitherOf(first: Read<string>, plain: string, next: RegExpExecArray | undefined): Read<string> {
  if (next === undefined || !orOnly.test(plain.slice(first.end, next.index))) return first;
  const named = nameOf(next[0]);
  if (isSpan.test(named)) return first;
  // "Next Thursday or Friday" is next week's, both.
  const lead = /^(?:next|this) /.exec(first.value)?.[0] ?? '';
  const second = /^\p{Lu}\p{L}+day$/u.test(named) ? `${lead}${named}` : named;
  return { value: `${first.value} or ${second}`, start: first.start, end: next.index + next[0].length };
}
const orOnly = /^\s?(?:or|o|\/)\s?(?:maybe |on |el )?$/iu;

/** Between a weekday and its date. */
const besideIt = /^(?: week)?,?\s?(?:el )?$/iu;
const isSpan = /week|any day|semana|cualquier/i;

const none: RegExpExecArray[] = [];

/** Days and dates in the order in which they were said; "Friday, the 8th" is two. */
function daysIn(plain: string): RegExpExecArray[] {
  const days = dayHint.test(plain) ? matchesIn(day, plain) : none;
  const dates = /\d/.test(plain) ? matchesIn(date, plain) : none;
  const inWords = ordinalHint.test(plain) ? matchesIn(ordinalDate, plain) : none;
  if (dates.length + inWords.length === 0) return days;
  return [...days, ...dates, ...inWords].sort((a, b) => a.index - b.index);
}

const shorts: Record<string, string> = {
  mon: 'Monday',
  tue: 'Tuesday',
  tues: 'Tuesday',
  wed: 'Wednesday',
  thu: 'Thursday',
  thur: 'Thursday',
  thurs: 'Thursday',
  fri: 'Friday',
  sat: 'Saturday',
};

function nameOf(whole: string): string {
  const inWeek = /^(.+?) (?:of )?(this|next) (?:coming )?week$/i.exec(whole);
  const ofWeek = /^(this|next) week(?: on)? (.+)$/i.exec(whole);
  const [which, named] = inWeek ? [inWeek[2], inWeek[1]] : ofWeek ? [ofWeek[1], ofWeek[2]] : [];
  const said = which && named ? `${which} ${named.split(' ').at(-1)}` : whole.replace(/^later /i, '');
  const words = said.toLowerCase().split(' ');
  const last = (words.at(-1) ?? '').replace(/(?<=day|bado|mingo)s$/, '');
  if (last === 'hoy') return 'today';
  if (/semana$/.test(said))
    return /fin/i.test(said) ? 'this weekend' : /pr[oó]x/i.test(said) ? 'next week' : 'this week';
  if (/^pasado|day after/i.test(said)) return 'the day after tomorrow';
  if (/^cualquier|^any/i.test(said)) return 'any day';
  const name =
    english[last] ??
    shorts[last] ??
    shorts[last.replace(/s$/, '')] ??
    (/day$/.test(last) && !/^(?:today|any)/.test(last) ? last.charAt(0).toUpperCase() + last.slice(1) : last);
  const lead =
    words.length > 1
      ? /^(?:next|pr)/.test(words[0] ?? '')
        ? 'next '
        : words[0] === 'this' || words[0] === 'este' || words[0] === 'coming'
          ? 'this '
          : ''
      : '';
  return /\d/.test(said) ? said : `${lead}${name}`;
}
