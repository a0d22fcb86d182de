import type { Slot } from '../../../src/contract/log/parts.ts';
import { slotValueOf } from '../../../src/features/bots/understand/slotForms.ts';
import { readTimeline } from '../../../src/features/reading/time/readTimeline.ts';
import type { Reading, Talk } from './model.ts';

/** The grades of one talk's slots. */
export interface SlotGrades {
  /** Values at the end, of the slots that a talk can tell of. */
  kept: number;
  /** Those that are another than the truth, that should not be there, or that nobody said. */
  wrong: string[];
  /** Those that may follow from what was said, and of which the talk's truth says nothing either way. */
  untold: string[];
  /** True values there were, and those that are kept. */
  truths: number;
  missed: string[];
}

/** Slots that only Jorge's own work fills: no words of the visitor are a truth about them. */
const ownSlots: ReadonlySet<string> = new Set([
  'homes',
  'home',
  'visit',
  'notServed',
  'mayCall',
  'bestTime',
  'rent',
  'first',
  'agreement',
]);

const tellsTime: ReadonlySet<string> = new Set(['day', 'timeOfDay']);

/** Slots that may follow from other words than their own: "the porch got me" is a feature, an estate a motivation. */
const inferred: ReadonlySet<string> = new Set(['intent', 'motivation', 'features', 'area', 'propertyType']);

/** Compares what is known at the end with what is so. `at`: when the talk began, ISO. */
export function gradeSlots(
  { truth, notTrue, lines, answers }: Pick<Talk, 'truth' | 'notTrue' | 'lines' | 'answers'>,
  slots: Readonly<Record<string, Slot>>,
  at: string,
): SlotGrades {
  // Answers to questions are true too, and so are values in lines that the truth leaves out.
  const told: Record<string, string | undefined> = { phone: answers.contact, email: answers.contact, ...answers };
  for (const line of lines)
    if (!('answer' in line))
      for (const { name, op, value } of line.reading.slots)
        told[name] = op === 'clear' ? undefined : (value ?? undefined);
  Object.assign(told, truth);
  const empty: ReadonlySet<string> = new Set(notTrue);
  const values = Object.entries(slots).filter(
    ([name, { state, value }]) =>
      state === 'answered' && value !== null && !(ownSlots.has(name) && told[name] === undefined && !empty.has(name)),
  );
  const wrong = values.flatMap(([name, { value }]) => {
    const so = told[name] ?? (tellsTime.has(name) ? alsoTold(value) : undefined);
    const isWrong = so === undefined ? empty.has(name) || !inferred.has(name) : !isSame(name, value, so, at);
    return isWrong ? [`${name}: ${JSON.stringify(value)}${so === undefined ? '' : `, not ${so}`}`] : [];
  });
  /** "Tonight after bath time" stands under one of the two names, and tells both. */
  function alsoTold(value: unknown): string | undefined {
    const said = [told.timeOfDay, told.day].filter((one) => one !== undefined).join(' ');
    return said !== '' && holds(plain(said), plain(value)) ? said : undefined;
  }
  const untold = values.flatMap(([name]) =>
    told[name] === undefined && inferred.has(name) && !empty.has(name) ? [name] : [],
  );
  const truths = Object.entries(truth).filter(([name]) => !ownSlots.has(name) || slots[name] !== undefined);
  const missed = truths.flatMap(([name, so = '']) => {
    const slot = slots[name];
    return slot?.state === 'answered' && isSame(name, slot.value, so, at) ? [] : [`${name}: ${so}`];
  });
  return { kept: values.length, wrong, untold, truths: truths.length, missed };
}

/** Whether a kept value is the true one: by the value that the rules make of the truth's words, else by the words. */
export function isSame(slot: string, kept: unknown, so: string, at: string): boolean {
  const value = slotValueOf(slot, so, at);
  if (isSum(kept))
    return sumsOf(so).some((sum) => sum === kept.maxCents || sum === kept.minCents) || sameRange(kept, value);
  if (slot === 'timeline') return sameTimes(kept, readTimeline(so, { at, asked: true })?.value ?? value);
  if (value !== null && typeof value !== 'string' && JSON.stringify(value) === JSON.stringify(kept)) return true;
  if (typeof kept === 'boolean') return kept === /^(?:yes|true|signed)/i.test(so);
  const [a, b] = [sameWords(slot, plain(kept), at), sameWords(slot, plain(so), at)];
  if (a === '' || b === '') return false;
  if (/^[\d\s]+$/.test(b)) return digits(a) === digits(b);
  if ((slot === 'area' || slot === 'features') && sharesName(slot, a, b)) return true;
  if (slot === 'repairs') return namesMost(a, b);
  // An hour without its half of the day says nothing of that half.
  if (slot === 'timeOfDay' && holds(b, a.replace(/ o clock$/, ''))) return true;
  return a === b || (typeof value === 'string' && a === plain(value)) || holds(a, b) || holds(b, a);
}

interface Sum {
  minCents: number | null;
  maxCents: number | null;
}
const isSum = (value: unknown): value is Sum => typeof value === 'object' && value !== null && 'maxCents' in value;
const sameRange = (kept: Sum, value: unknown): boolean =>
  isSum(value) && value.minCents === kept.minCents && value.maxCents === kept.maxCents;

/** Every sum that the words name, in cents: "$450,000 to $500,000", "$1.2M", "700k". */
const sumsOf = (words: string): number[] =>
  [...words.matchAll(/(\d[\d,]*(?:\.\d+)?)\s?(k|m|mil|million)?\b/gi)].map(([, figure = '', unit = '']) => {
    const factor = /^(?:k|mil)$/i.test(unit) ? 1_000 : unit === '' ? 1 : 1_000_000;
    return Math.round(Number(figure.replaceAll(',', '')) * factor * 100);
  });

interface Times {
  minDays: number | null;
  maxDays: number | null;
}
const isTimes = (value: unknown): value is Times => typeof value === 'object' && value !== null && 'maxDays' in value;

/** A time is the same when its end is, within a fortnight, or a month where it is far: "by March" and "in March" have no one day. */
function sameTimes(kept: unknown, so: unknown): boolean {
  if (!isTimes(kept) || !isTimes(so)) return false;
  const [a, b] = [kept.maxDays ?? kept.minDays, so.maxDays ?? so.minDays];
  if (a === null || b === null) return a === b;
  return Math.abs(a - b) <= (b > 60 ? 31 : 14);
}

const days = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const short: Readonly<Record<string, readonly (readonly [RegExp, string])[]>> = {
  day: [
    ...days.map((day) => [new RegExp(`\\b${day.slice(0, 3)}(?:s|r|rs|nes|ur)?\\b`, 'g'), day] as const),
    ...[
      'january',
      'february',
      'march',
      'april',
      'june',
      'july',
      'august',
      'september',
      'october',
      'november',
      'december',
    ].map((month) => [new RegExp(`\\b${month.slice(0, 3)}t?\\b`, 'g'), month] as const),
    [/\b(\d{1,2})(?:st|nd|rd|th)\b/g, '$1'],
    [/\b(?:this|coming|on|the)\b ?/g, ''],
  ],
  timeOfDay: [
    [/\b12 pm\b/g, 'noon'],
    [/\b(?:between|from|to|and)\b ?/g, ''],
  ],
  contactBy: [
    [/\b(?:phone(?: call)?|ring|calls)\b/g, 'call'],
    [/\be ?mails?\b/g, 'email'],
    [/\b(?:whatsapp|sms|texts)\b/g, 'text'],
  ],
  authority: [
    [/^(?!.*\b(?:alone|sole)\b).*\b(?:with|and|both|joint\w*)\b.*$/g, 'shared'],
    [/^(?:sole owner|sole|only me|just me|me only)$/g, 'alone'],
  ],
  preApproval: [
    [/^yes$/g, 'pre approved'],
    [/^(?:not yet|no)$/g, 'none'],
  ],
  first: [
    [/\bselling\b/g, 'sell'],
    [/\bbuying\b/g, 'buy'],
  ],
  address: [
    [/\bstreet\b/g, 'st'],
    [/\bdrive\b/g, 'dr'],
    [/\blane\b/g, 'ln'],
    [/\bavenue\b/g, 'ave'],
    [/\bcourt\b/g, 'ct'],
    [/\broad\b/g, 'rd'],
  ],
};
/** One way to write what people write in several: "sat" and "Saturday", "tomorrow" and the day that it is, "St" and "Street". */
function sameWords(slot: string, words: string, at: string): string {
  const written = (short[slot] ?? []).reduce((said, [pattern, whole]) => said.replace(pattern, whole), words).trim();
  if (slot !== 'day') return written;
  const today = new Date(at).getUTCDay();
  return written
    .replace(/\b(?:today|tonight)\b/g, days[today] as string)
    .replace(/\btomorrow\b/g, days[(today + 1) % 7] as string);
}

const plain = (value: unknown): string =>
  (Array.isArray(value) ? value.join(' ') : typeof value === 'object' ? JSON.stringify(value) : String(value))
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
const digits = (words: string): string => words.replace(/\D/g, '').replace(/^1(?=\d{10}$)/, '');

/** All words of one stand in the other: "Denise" and "Denise Hall", "east side" and "the east side". */
function holds(whole: string, part: string): boolean {
  const words = new Set(whole.split(' '));
  return part.split(' ').every((word) => words.has(word) || words.has(`${word}s`));
}

/** Repairs are kept in the visitor's words: at least half of what the truth names stands in them, each of its figures too. */
function namesMost(kept: string, so: string): boolean {
  const words = new Set(kept.split(' '));
  const named = so.split(' ').filter((word) => !/^(?:and|the|a|of|estimated|needs?)$/.test(word));
  const figures = named.filter((word) => /^\d+$/.test(word));
  const found = named.filter((word) => words.has(word));
  return figures.every((one) => words.has(one)) && found.length * 2 >= named.length;
}

/** "East side" and "East Austin" are one place; "no stairs" is one story. */
function sharesName(slot: 'area' | 'features', a: string, b: string): boolean {
  const names = (words: string): string[] =>
    words
      .replace(
        slot === 'features' ? /\b(?:no stairs|one floor|single (?:story|level)|one level)\b/g : /(?!)/g,
        'one story',
      )
      .split(' ')
      .filter((word) => !/^(?:austin|area|side|near|the|of|in|town|part|around|zone|one|no|a|or|with)$/.test(word));
  const own = new Set(names(a));
  return names(b).some((word) => own.has(word));
}

/**
 * The last line's faults in the slots, in words: a value that no line has and the truth does not either, a correction
 * that was not taken, and a value that was taken back and is still kept. `readings`: of the lines so far, the last
 * one's at the end.
 */
export function misheard(
  { truth, notTrue, answers }: Pick<Talk, 'truth' | 'notTrue' | 'answers'>,
  readings: readonly Reading[],
  before: Readonly<Record<string, Slot>>,
  after: Readonly<Record<string, Slot>>,
  at: string,
): string[] {
  const told: Readonly<Record<string, string | undefined>> = { ...answers, ...truth };
  const said = readings.flatMap(({ slots }) => slots);
  const isKept = (name: string): boolean => after[name]?.state === 'answered' && after[name]?.value !== null;
  const made = Object.keys(after).flatMap((name) => {
    const value = after[name]?.value;
    if (!isKept(name) || JSON.stringify(value) === JSON.stringify(before[name]?.value)) return [];
    const values = said
      .flatMap((slot) => (slot.name === name && slot.value ? [slot.value] : []))
      .concat(told[name] ?? []);
    if (ownSlots.has(name)) return [];
    if (values.length === 0 && inferred.has(name) && !notTrue.some((one) => one === name)) return [];
    return values.some((one) => isSame(name, value, one, at)) ? [] : [`keeps ${name} ${JSON.stringify(value)}`];
  });
  const last = readings.at(-1)?.slots ?? [];
  const stayed = last.flatMap(({ name, op, value }) => {
    if (op === 'set' || !isKept(name)) return [];
    const isTaken = op === 'correct' && value && isSame(name, after[name]?.value, value, at);
    const isNew = JSON.stringify(after[name]?.value) !== JSON.stringify(before[name]?.value);
    return isTaken || (op === 'correct' && isNew) ? [] : [`does not ${op} ${name}`];
  });
  return [...made, ...stayed];
}
