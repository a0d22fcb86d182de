import type { Read } from './model.ts';
import { plainText } from './plainText.ts';

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
const day =
  /(?<!\p{L})((?:this |next |coming |este |pr[oó]ximo |el )?(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tues?|wed|thurs?|thu|fri|sat|lunes|martes|mi[eé]rcoles|jueves|viernes|s[aá]bado|domingo)s?|(?:the )?day after tomorrow|today|tomorrow|tonight|(?:this|next) week(?:end)?|weekends?|hoy|pasado ma[nñ]ana|(?:esta|la pr[oó]xima) semana|fin de semana|any ?day|cualquier d[ií]a)(?!\p{L})/giu;
const tomorrowEs = /(?<!por la |la |buena |esta )(?<!\p{L})mañana(?!\p{L})/iu;
const date =
  /\b(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.? ([1-9]|[12]\d|3[01])(?:st|nd|rd|th)?\b|\bthe ([1-9]|[12]\d|3[01])(?:st|nd|rd|th)\b/i;
const past =
  /\b(?:told|said|mentioned|called|wrote|texted|since|last|not(?: on)?|can't (?:do|make)|except)\b[^.?!,]{0,20}$/i;
const taken =
  /\b(?:i have|i've|i had|i got|there's|i (?:just )?remember(?:ed)?|i forgot|i'm at|i work)\b[^.?!;,]{0,60}$/i;
const instead = /\b(?:instead|rather|better|mejor)\b/i;
const busy =
  /^[^.?!]{0,12}\b(?:doesn't work|won't work|is out|isn't good|i'm busy|i am busy|i have (?:a|an) |i've got)/i;

/** A day as the visitor named it: "next Tuesday", "tomorrow", "this weekend". Days of the past or ruled out are none. */
export function readDay(text: string): Read<string> | null {
  const plain = plainText(text);
  let found: Read<string> | null = null;
  for (const match of plain.matchAll(day)) {
    const end = match.index + match[0].length;
    if (past.test(plain.slice(Math.max(0, match.index - 40), match.index))) continue;
    if (busy.test(plain.slice(end, end + 40))) continue;
    if (taken.test(plain.slice(Math.max(0, match.index - 70), match.index))) continue;
    found = { value: nameOf(match[0]), start: match.index, end };
    // "Friday is bad, make it Saturday instead": the last one counts.
    if (!instead.test(plain)) return found;
  }
  if (found) return found;
  const es = tomorrowEs.exec(plain);
  if (es) return { value: 'tomorrow', start: es.index, end: es.index + es[0].length };
  const on = date.exec(plain);
  return on ? { value: on[0], start: on.index, end: on.index + on[0].length } : null;
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

function nameOf(said: string): string {
  const words = said.toLowerCase().split(' ');
  const last = (words.at(-1) ?? '').replace(/(?<=day)s$/, '');
  if (last === 'hoy') return 'today';
  if (/semana$/.test(said))
    return /fin/i.test(said) ? 'this weekend' : /pr[oó]x/i.test(said) ? 'next week' : 'this week';
  if (/^pasado|day after/i.test(said)) return 'the day after tomorrow';
  if (/^cualquier|^any/i.test(said)) return 'any day';
  const named =
    english[last] ??
    shorts[last] ??
    (/day$/.test(last) && !/^(?:today|any)/.test(last) ? last.charAt(0).toUpperCase() + last.slice(1) : last);
  const lead =
    words.length > 1
      ? /^(?:next|pr)/.test(words[0] ?? '')
        ? 'next '
        : words[0] === 'this' || words[0] === 'este' || words[0] === 'coming'
          ? 'this '
          : ''
      : '';
  return `${lead}${named}`;
}
