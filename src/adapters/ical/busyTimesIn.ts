import ICAL from 'ical.js';
import { BusyFault, type BusyWindow } from '../../features/appointments/busyCalendar.ts';
import type { BusyPeriod } from '../../features/appointments/model.ts';
import { instantOf } from '../../kernel/zonedTime.ts';

const dayMs = 86_400_000;

/**
 * The busy times of a calendar file: of events that are neither called off nor marked as free, repeated ones and those of whole days
 * too. It takes as long as the file's rules make it take: to be run where that can be ended.
 * @throws BusyFault for what is no calendar
 */
export function busyTimesIn(text: string, window: BusyWindow): BusyPeriod[] {
  const calendar = calendarIn(text);
  const zones = new Map(
    calendar.getAllSubcomponents('vtimezone').map((zone) => [String(zone.getFirstPropertyValue('tzid')), zone]),
  );
  const own = calendar.getFirstPropertyValue('x-wr-timezone');
  const readTime = timeReader(zones, isZone(own) ? own : window.zone);
  const events = calendar.getAllSubcomponents('vevent');
  const replaced = new Set(events.flatMap((event) => replacedBy(event, readTime)));
  const busy: BusyPeriod[] = [];
  for (const event of events) if (isBusy(event)) busy.push(...occurrences(event, { window, readTime, replaced }));
  return merged(busy);
}

type ReadTime = (time: ICAL.Time, zone: string | undefined) => number;

function calendarIn(text: string): ICAL.Component {
  try {
    const parsed = ICAL.parse(text.trim());
    const calendar = new ICAL.Component(parsed as [string, unknown[], unknown[]]);
    if (calendar.name === 'vcalendar') return calendar;
  } catch (cause) {
    throw new BusyFault('not-a-calendar', { cause });
  }
  throw new BusyFault('not-a-calendar');
}

const wordOf = (event: ICAL.Component, name: string): string =>
  String(event.getFirstPropertyValue(name) ?? '').toUpperCase();
const isBusy = (event: ICAL.Component): boolean =>
  wordOf(event, 'status') !== 'CANCELLED' &&
  wordOf(event, 'transp') !== 'TRANSPARENT' &&
  wordOf(event, 'x-microsoft-cdo-busystatus') !== 'FREE';

function isZone(zone: unknown): zone is string {
  if (typeof zone !== 'string') return false;
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }));
  } catch {
    return false;
  }
}

/** Times by the clock that they name: one of the world's, else one that the file describes, else `zone`. */
function timeReader(described: ReadonlyMap<string, ICAL.Component>, zone: string): ReadTime {
  const known = new Map<string, ICAL.Timezone | string>();
  const clockOf = (named: string): ICAL.Timezone | string => {
    const clock = known.get(named) ?? (isZone(named) ? named : zoneOf(described.get(named)));
    known.set(named, clock);
    return clock;
  };
  const zoneOf = (component: ICAL.Component | undefined): ICAL.Timezone | string =>
    component === undefined ? zone : new ICAL.Timezone(component);
  return (time, named) => {
    const { year, month, day, hour, minute, second, isDate } = time;
    if (!isDate && time.zone === ICAL.Timezone.utcTimezone) return Date.UTC(year, month - 1, day, hour, minute, second);
    const clock = isDate || named === undefined ? zone : clockOf(named);
    if (typeof clock === 'string') return instantOf({ year, month, day, hour: isDate ? 0 : hour, minute }, clock);
    return Date.UTC(year, month - 1, day, hour, minute, second) - clock.utcOffset(time) * 1000;
  };
}

/** The time and the clock that a property names. */
function timeOf(event: ICAL.Component, name: string): { time: ICAL.Time; zone: string | undefined } | null {
  const property = event.getFirstProperty(name);
  const time = property?.getFirstValue();
  if (!property || !(time instanceof ICAL.Time)) return null;
  const zone = property.getParameter('tzid');
  return { time, zone: typeof zone === 'string' ? zone : undefined };
}

const replacedKey = (uid: string, at: number): string => `${uid} ${at}`;
/** The one of a repeated event that this event stands for. */
function replacedBy(event: ICAL.Component, readTime: ReadTime): string[] {
  const found = timeOf(event, 'recurrence-id');
  return found === null ? [] : [replacedKey(wordOf(event, 'uid'), readTime(found.time, found.zone))];
}

function occurrences(
  event: ICAL.Component,
  { window, readTime, replaced }: { window: BusyWindow; readTime: ReadTime; replaced: ReadonlySet<string> },
): BusyPeriod[] {
  const start = timeOf(event, 'dtstart');
  if (start === null) return [];
  const first = readTime(start.time, start.zone);
  const lengthMs = lengthOf(event, start.time, first, readTime);
  if (lengthMs <= 0) return [];
  const within = (startsAt: number): BusyPeriod[] =>
    startsAt < window.until && startsAt + lengthMs > window.from
      ? [{ startsAt: Math.max(startsAt, window.from), endsAt: Math.min(startsAt + lengthMs, window.until) }]
      : [];
  const repeats = event.hasProperty('rrule') || event.hasProperty('rdate');
  if (!repeats || event.hasProperty('recurrence-id')) return within(first);
  const uid = wordOf(event, 'uid');
  const found: BusyPeriod[] = [];
  const expansion = new ICAL.RecurExpansion({ component: event, dtstart: start.time });
  for (let next = expansion.next(); next; next = expansion.next()) {
    const at = readTime(next, start.zone);
    if (at >= window.until) break;
    if (!replaced.has(replacedKey(uid, at))) found.push(...within(at));
  }
  return found;
}

function lengthOf(event: ICAL.Component, start: ICAL.Time, first: number, readTime: ReadTime): number {
  const end = timeOf(event, 'dtend');
  if (end !== null) return readTime(end.time, end.zone) - first;
  const duration = event.getFirstPropertyValue('duration');
  if (duration instanceof ICAL.Duration) return duration.toSeconds() * 1000;
  return start.isDate ? dayMs : 0;
}

function merged(periods: BusyPeriod[]): BusyPeriod[] {
  const all: BusyPeriod[] = [];
  for (const period of periods.sort((one, other) => one.startsAt - other.startsAt)) {
    const last = all.at(-1);
    if (last && period.startsAt <= last.endsAt) last.endsAt = Math.max(last.endsAt, period.endsAt);
    else all.push({ ...period });
  }
  return all;
}
