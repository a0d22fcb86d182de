import { type CalendarDate, daysBetween, plusDays, wallTimeAt, weekdayOf } from '../../../kernel/zonedTime.ts';

/** When somebody would like to meet, as far as they said. */
export interface TimeWish {
  /** In the words of `readDay`: "tomorrow", "next Tuesday", "March 5". */
  day?: string;
  /** In the words of `readTimeOfDay`: "morning", "3 pm". */
  time?: string;
  /** Hours and days in which alone it may be, whatever else is wished for. Minutes of the day; weekdays from 0, Monday. */
  from?: number;
  until?: number;
  weekdays?: number[];
  /** Only what begins after or before this, ISO. */
  after?: string;
  before?: string;
}

/** Minutes of the day, from 0; `until` is not in it. */
interface DayPart {
  from: number;
  until: number;
}

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const monthsEs = ['ene', 'feb', 'mar', 'abr', 'may', 'jun', 'jul', 'ago', 'sep', 'oct', 'nov', 'dic'];

/** The days that a named day means, both included, seen from `today`; null where it bounds nothing ("any day"). */
export function dayRangeOf(day: string, today: CalendarDate): { from: CalendarDate; to: CalendarDate } | null {
  const either = day.split(' or ');
  if (either.length > 1) return around(either.map((one) => dayRangeOf(one, today)));
  const words = day.toLowerCase();
  const one = (date: CalendarDate) => ({ from: date, to: date });
  const toMonday = 7 - weekdayOf(today);
  if (words === 'today' || words === 'tonight') return one(today);
  if (words === 'the day after tomorrow') return one(plusDays(today, 2));
  if (words === 'tomorrow') return one(plusDays(today, 1));
  if (words === 'this week') return { from: today, to: plusDays(today, toMonday - 1) };
  if (words === 'next week') return { from: plusDays(today, toMonday), to: plusDays(today, toMonday + 6) };
  if (words.includes('weekend')) {
    const saturday = plusDays(today, toMonday - 2 + (words.startsWith('next') ? 7 : 0));
    return { from: daysBetween(saturday, today) > 0 ? today : saturday, to: plusDays(saturday, 1) };
  }
  const named = weekdays.findIndex((name) => words.endsWith(name));
  if (named >= 0) {
    if (words.startsWith('next ')) return one(plusDays(today, toMonday + named));
    const ahead = (named - weekdayOf(today) + 7) % 7;
    // People say "today" when they mean it: on a Saturday, "Saturday" is the next one.
    return one(plusDays(today, ahead === 0 && !words.startsWith('this ') ? 7 : ahead));
  }
  return dateOf(words, today);
}

type Days = NonNullable<ReturnType<typeof dayRangeOf>>;

/** From the first of several days to the last of them. */
function around(all: readonly (Days | null)[]): Days | null {
  const known = all.filter((one) => one !== null).toSorted((a, b) => daysBetween(b.from, a.from));
  const [first] = known;
  const last = known.toSorted((a, b) => daysBetween(b.to, a.to)).at(-1);
  return first === undefined || last === undefined || known.length < all.length
    ? null
    : { from: first.from, to: last.to };
}

/** Whether two values of `readDay` or of `readTimeOfDay` mean the same: "1 o'clock" and "1 pm", "Monday" and "Nov 30". */
export function isSameTime(one: unknown, other: unknown, today: CalendarDate): boolean {
  if (typeof one !== 'string' || typeof other !== 'string') return false;
  if (one === other) return true;
  const [clock, otherClock] = [clockOf(one), clockOf(other)];
  if (clock !== null || otherClock !== null) return clock === otherClock;
  const [part, otherPart] = [dayPartOf(one), dayPartOf(other)];
  if (part !== null || otherPart !== null) return part?.from === otherPart?.from && part?.until === otherPart?.until;
  const [days, otherDays] = [dayRangeOf(one, today), dayRangeOf(other, today)];
  return (
    days !== null &&
    otherDays !== null &&
    daysBetween(days.from, otherDays.from) === 0 &&
    daysBetween(days.to, otherDays.to) === 0
  );
}

/** "Thursday", said of a time on December 2, is December 3: a bare weekday means the one nearest to it that is still to come. */
export function weekdayNear(day: string, near: CalendarDate, today: CalendarDate): string {
  const named = weekdays.indexOf(day.toLowerCase());
  if (named < 0 || daysBetween(today, near) < 0) return day;
  const off = (named - weekdayOf(near) + 7) % 7;
  const nearest = plusDays(near, off > 3 ? off - 7 : off);
  const date = daysBetween(today, nearest) > 0 ? nearest : plusDays(near, off);
  return `${months[date.month - 1]} ${date.day}`;
}

function dateOf(words: string, today: CalendarDate): { from: CalendarDate; to: CalendarDate } | null {
  const number = Number(/\d{1,2}/.exec(words)?.[0] ?? 0);
  if (number < 1 || number > 31) return null;
  const month = (words.match(/\p{L}{3,}/gu) ?? [])
    .map((word) => Math.max(months.indexOf(word.slice(0, 3)), monthsEs.indexOf(word.slice(0, 3))))
    .find((index) => index >= 0);
  for (let ahead = 0; ahead < 24; ahead++) {
    const index = today.month - 1 + ahead;
    const date = { year: today.year + Math.floor(index / 12), month: (index % 12) + 1, day: number };
    const fits = month === undefined || date.month === month + 1;
    // The 31st of a month with thirty days does not exist.
    if (fits && plusDays(date, 0).month === date.month && daysBetween(today, date) >= 0)
      return { from: date, to: date };
  }
  return null;
}

const parts: Readonly<Record<string, DayPart>> = {
  morning: { from: 8 * 60, until: 12 * 60 },
  noon: { from: 11 * 60, until: 14 * 60 },
  afternoon: { from: 12 * 60, until: 17 * 60 },
  evening: { from: 17 * 60, until: 24 * 60 },
};
const nearClock = { before: 15, after: 30 };

/** The part of the day that a named time means; null where it bounds nothing ("any time"). */
export function dayPartOf(time: string): DayPart | null {
  const known = parts[time];
  if (known) return known;
  const [, earliest = '', latest] = /^(?:after |before )?(.+?)(?: to (.+))?$/.exec(time) ?? [];
  const from = clockOf(earliest);
  if (from !== null && latest !== undefined) return { from, until: (clockOf(latest) ?? dayMinutes) + 1 };
  if (from !== null && time.startsWith('after ')) return { from, until: dayMinutes };
  if (from !== null && time.startsWith('before ')) return { from: 0, until: from };
  const clock = clockOf(time);
  return clock === null ? null : { from: clock - nearClock.before, until: clock + nearClock.after };
}

/** "3 pm", "15:30", "10 o'clock" in minutes of the day. An hour without its half is one of the working day. */
export function clockOf(time: string): number | null {
  const match = /^(\d{1,2})(?::(\d{2}))? ?(am|pm|o'clock)?$/.exec(time);
  if (!match) return null;
  const said = Number(match[1]);
  const half = match[3];
  const hour =
    half === 'pm' ? (said % 12) + 12 : half === 'am' ? said % 12 : said < 8 ? said + 12 : said === 24 ? 0 : said;
  return hour * 60 + Number(match[2] ?? 0);
}

/** Whether a time is what was wished for, on the wall of `zone`; `nowMs` gives "tomorrow" its day. */
export function fitsWish(ms: number, wish: TimeWish, nowMs: number, zone: string): boolean {
  if (!isWithin(ms, wish, zone)) return false;
  const wall = wallTimeAt(ms, zone);
  const today = wallTimeAt(nowMs, zone);
  const isOn = (days: Days | null): boolean =>
    days === null || (daysBetween(days.from, wall) >= 0 && daysBetween(wall, days.to) >= 0);
  if (wish.day !== undefined && !wish.day.split(' or ').some((one) => isOn(dayRangeOf(one, today)))) return false;
  const part = wish.time === undefined ? null : dayPartOf(wish.time);
  const minute = wall.hour * 60 + wall.minute;
  return part === null || (minute >= part.from && minute < part.until);
}

/** Whether a time keeps to its bounds on the wall of `zone`, which nothing makes up for. */
export function isWithin(ms: number, { after, before, from, until, weekdays }: TimeWish, zone: string): boolean {
  if (after !== undefined && ms <= Date.parse(after)) return false;
  if (before !== undefined && ms >= Date.parse(before)) return false;
  if (from === undefined && until === undefined && weekdays === undefined) return true;
  const wall = wallTimeAt(ms, zone);
  const minute = wall.hour * 60 + wall.minute;
  if (minute < (from ?? 0) || minute >= (until ?? dayMinutes)) return false;
  return weekdays === undefined || weekdays.includes(weekdayOf(wall));
}
const dayMinutes = 24 * 60;
