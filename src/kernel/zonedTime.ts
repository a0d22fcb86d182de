/** A day of the calendar; `month` 1–12. */
export interface CalendarDate {
  year: number;
  month: number;
  day: number;
}
/** The time on a wall clock. */
export interface WallTime extends CalendarDate {
  hour: number;
  minute: number;
}

const dayMs = 86_400_000;
const knownZones = 600;
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  if (formats.size >= knownZones) formats.clear();
  formats.set(zone, made);
  return made;
}

/** The wall's time at `ms`, as if it were UTC: whole seconds. */
function shownAt(ms: number, zone: string): number {
  const shown = { year: 0, month: 0, day: 0, hour: 0, minute: 0, second: 0 };
  for (const { type, value } of formatOf(zone).formatToParts(ms))
    if (type in shown) shown[type as 'year'] = Number(value);
  return Date.UTC(shown.year, shown.month - 1, shown.day, shown.hour, shown.minute, shown.second);
}

/** How far the wall is ahead of UTC at `ms`, in milliseconds. */
const offsetAt = (ms: number, zone: string): number => shownAt(ms, zone) - Math.floor(ms / 1000) * 1000;

/**
 * The time on the wall clock of an IANA zone at `ms` since the epoch.
 * @throws RangeError for a zone that does not exist
 */
export function wallTimeAt(ms: number, zone: string): WallTime {
  const shown = new Date(shownAt(ms, zone));
  return { ...dateOf(shown), hour: shown.getUTCHours(), minute: shown.getUTCMinutes() };
}

/**
 * When the wall of a zone shows this, in milliseconds since the epoch. A time that the clock skips in spring counts from before
 * the jump (2:30 is 3:30); of a time that comes twice in autumn it is the first. As Temporal's `compatible`.
 */
export function instantOf(wall: WallTime, zone: string): number {
  const asUtc = Date.UTC(wall.year, wall.month - 1, wall.day, wall.hour, wall.minute);
  const before = asUtc - offsetAt(asUtc - dayMs, zone);
  const after = asUtc - offsetAt(asUtc + dayMs, zone);
  const right = [before, after].filter((ms) => shownAt(ms, zone) === asUtc);
  return right.length > 0 ? Math.min(...right) : before;
}

const dateOf = (utc: Date): CalendarDate => ({
  year: utc.getUTCFullYear(),
  month: utc.getUTCMonth() + 1,
  day: utc.getUTCDate(),
});
const utcDate = ({ year, month, day }: CalendarDate): number => Date.UTC(year, month - 1, day);

/** The day that comes `days` later, or earlier when negative. */
export const plusDays = (date: CalendarDate, days: number): CalendarDate =>
  dateOf(new Date(utcDate(date) + days * dayMs));

/** Days from one day to another; negative when the second comes first. */
export const daysBetween = (from: CalendarDate, to: CalendarDate): number => (utcDate(to) - utcDate(from)) / dayMs;

/** 0 Monday … 6 Sunday, the order of the week in the settings. */
export const weekdayOf = (date: CalendarDate): number => (new Date(utcDate(date)).getUTCDay() + 6) % 7;
