import type { Read } from '../model.ts';
import { phonePattern } from '../numbers/phonePattern.ts';
import { matchesIn, spanOf } from '../text/matchesIn.ts';
import { plainText } from '../text/plainText.ts';
import { readDaysRefused } from '../time/readDay.ts';
import { saysNight } from '../time/saysNight.ts';

const hour =
  '(1[0-2]|0?[1-9])(?::?([0-5]\\d))?\\s?(am|pm|a\\.?m|p\\.?m)?(?![\\d:%/]|[.,]\\d|\\s?(?:days?|weeks?|months?|years?|hours?|k\\b))';
const reaching =
  '(?:calls?|calling|texts?|texting|reach|contact|ring|phone|message|ll[aá]m\\p{L}*|marqu\\p{L}*|escrib\\p{L}*|mensajes?)';
const none = "(?:no|not|never|nothing|don['’]?t|nada de|sin|ni)";
const refusedTime = new RegExp(
  `(?<!\\p{L})${none}(?:\\s(?:me|us|please|ever|anything|at all|any|to|get|nos)){0,3}\\s(?:${reaching}[^.;!?\\d]{0,16})?(before|after|past|antes de(?: las?)?|despu[eé]s de(?: las?)?) ${hour}`,
  'giu',
);
const wantedTime = new RegExp(
  `(?<!\\p{L})${reaching}(?!\\p{L})[^.;!?\\d]{0,20}?(?<!\\p{L})(before|after|past|antes de(?: las?)?|despu[eé]s de(?: las?)?|a partir de(?: las?)?) ${hour}`,
  'giu',
);

/** Beside a number or an address, a bound or a part of the day says when to use it: "512 555 0101, after 6 only". */
const boundTime = new RegExp(
  `(?<!\\p{L})(before|after|past|antes de(?: las?)?|despu[eé]s de(?: las?)?|a partir de(?: las?)?) ${hour}`,
  'giu',
);
const onlyPart =
  /(?<!\p{L})(?:only|just|solo|s[oó]lo|nada m[aá]s)(?: (?:in|on|by|during|en|por))?(?: the| las?)? (?<part>mornings?|afternoons?|evenings?|ma[nñ]anas?|tardes?|noches?)(?!\p{L})|(?<!\p{L})(?<other>mornings?|afternoons?|evenings?|ma[nñ]anas|tardes|noches) only(?!\p{L})/iu;
const partWords = (part: string): string =>
  /^m/i.test(part) ? 'before 12:00' : /^[at]/i.test(part) ? 'after 12:00; before 17:00' : 'after 17:00';

const hours = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];
const spelled = new RegExp(
  `(?<=\\b(?:before|after|past|between|and) )(?:${hours.join('|')}|noon)\\b(?! (?:of|days?|weeks?|people|homes?))`,
  'gi',
);
/** As long as the word, so that what is found keeps its place in the text. */
const figureOf = (word: string): string =>
  (word.toLowerCase() === 'noon' ? '12' : String(hours.indexOf(word.toLowerCase()) + 1)).padEnd(word.length);

/**
 * The hours that somebody leaves for being reached, in the form of the slot `limits`: "no calls before 6" leaves those after six,
 * and "no Saturdays" all other days. Where
 * neither half of the day is named, eight to eleven are of the morning and the rest of the afternoon.
 */
export function readLimits(text: string): Read<string> | null {
  const plain = plainText(text).replace(spelled, (word) => figureOf(word));
  const refused = matchesIn(refusedTime, plain);
  const givesContact = matchesIn(phonePattern, plain).length > 0 || /\S@\S/.test(plain);
  const asked = matchesIn(wantedTime, plain);
  // "512 555 0101, can we see it Monday after 3?" asks for a visit.
  const bounds = matchesIn(boundTime, plain).filter(
    (one) => !asksFor.test(plain.slice(0, one.index)) || asked.some((other) => overlap(one, other)),
  );
  const wanted = (givesContact ? bounds : asked).filter((one) => !refused.some((other) => overlap(one, other)));
  const days = readDaysRefused(plain);
  const spanned = betweenHours.exec(plain);
  // "Between 450 and 500" is a sum.
  const between =
    spanned !== null && (givesContact || namesReach.test(plain) || /[ap]\.?m/i.test(spanned[0])) ? spanned : null;
  const part = givesContact || namesReach.test(plain) ? onlyPart.exec(plain) : null;
  const more = [
    ...(part === null ? [] : [{ match: part, words: partWords(part.groups?.part ?? part.groups?.other ?? '') }]),
    ...(between === null ? [] : [{ match: between, words: betweenWords(between) }]),
    ...(givesContact || namesReach.test(plain) || between !== null || refused.length + wanted.length > 0
      ? [
          { match: onWeekdays.exec(plain), words: 'on weekdays' },
          { match: inSpanish.exec(plain), words: 'note: in Spanish' },
        ]
      : []),
  ].flatMap(({ match, words }) => (match === null ? [] : [{ match, words }]));
  const found = [
    ...refused.map((match) => ({ match, isOut: true })),
    ...wanted.map((match) => ({ match, isOut: false })),
  ];
  const spans = [...[...found, ...more].map(({ match }) => spanOf(match)), ...(days === null ? [] : [days])];
  if (spans.length === 0) return null;
  const parts = found.map(({ match, isOut }) => {
    const [all, side = '', whole = '', minutes = '00', half = ''] = match;
    const hourAt = match.index + all.search(afterOrBefore);
    const isOfNight = saysNight(plain, { start: hourAt, end: match.index + all.length });
    const isLate = /^(?:after|past|desp|a partir)/i.test(side);
    return `${isLate === isOut ? 'before' : 'after'} ${clockOf(Number(whole), half, (isLate && isOut) || isOfNight)}:${minutes}`;
  });
  if (days !== null) parts.push(`not on ${days.days.join(', ')}`);
  parts.push(...more.map(({ words }) => words));
  const start = Math.min(...spans.map((span) => span.start));
  const end = Math.max(...spans.map((span) => span.end));
  return { value: parts.join('; '), start, end };
}

const asksFor =
  /(?<!\p{L})(?:(?:can|could|may) (?:we|i)|podemos|puedo|podr[ií]a(?:mos)?)(?!\p{L})(?![^.!?]*\b(?:talk|speak|hablar)\b)[^.!?]*$/iu;
const overlap = (one: RegExpExecArray, other: RegExpExecArray): boolean =>
  one.index < other.index + other[0].length && other.index < one.index + one[0].length;

const betweenHours = new RegExp(
  `(?<!\\p{L})(?:between|from|entre(?: las?)?|de(?: las?)?) ${hour} ?(?:and|to|-|y|a)(?: las?)? ${hour}`,
  'iu',
);
const namesReach = new RegExp(`(?<!\\p{L})${reaching}(?!\\p{L})`, 'iu');
const onWeekdays =
  /(?<!\p{L})(?:on )?(?:weekdays|monday (?:to|through|thru) friday|entre semana|de lunes a viernes)(?!\p{L})/iu;
const inSpanish =
  /(?<!\p{L})(?:in spanish|speaks? spanish|spanish[- ]speak\p{L}+|en espa[nñ]ol|que hable espa[nñ]ol)(?!\p{L})/iu;

/** "Between 12 and 1". */
function betweenWords([
  ,
  from = '',
  fromMinutes = '00',
  fromHalf = '',
  to = '',
  toMinutes = '00',
  toHalf = '',
]: RegExpExecArray): string {
  const half = fromHalf === '' && Number(from) < Number(to) ? toHalf : fromHalf;
  return `after ${clockOf(Number(from), half, false)}:${fromMinutes}; before ${clockOf(Number(to), toHalf, false)}:${toMinutes}`;
}

const afterOrBefore = /(?:before|after|past|antes|despu[eé]s|a partir)/iu;

/** `isLatest`: it is late; nobody says "not after nine" of the morning. */
function clockOf(whole: number, half: string, isLatest: boolean): string {
  const isMorning = half === '' ? whole >= 8 && whole < 12 && !isLatest : /^a/i.test(half);
  return String(isMorning ? whole % 12 : (whole % 12) + 12).padStart(2, '0');
}
