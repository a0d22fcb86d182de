import type { AppointmentRow } from '../../../src/contract/rest/appointments.ts';
import { dayIn, minuteIn, plusDays } from '../../shared/labels/zonedTime.ts';

export type View = 'day' | 'week' | 'agenda';

const agendaDays = 30;
const sunday = 0;
const monday = 1;

/** The days that a view shows around one of them; `startsSunday`: where weeks begin on Sundays. */
export function daysOf(view: View, day: string, startsSunday: boolean): string[] {
  if (view === 'day') return [day];
  if (view === 'agenda') return Array.from({ length: agendaDays }, (_, index) => plusDays(day, index));
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  const back = (weekday - (startsSunday ? sunday : monday) + 7) % 7;
  return Array.from({ length: 7 }, (_, index) => plusDays(day, index - back));
}

/** The day to which one goes on or back from a view. */
export const stepFrom = (view: View, day: string, way: 1 | -1): string =>
  plusDays(day, way * (view === 'day' ? 1 : view === 'week' ? 7 : agendaDays));

export interface Placed {
  one: AppointmentRow;
  /** Minutes of the day, by the clock of the zone. */
  from: number;
  until: number;
  /** Beside how many others that overlap it stands, and at which place among them. */
  lane: number;
  lanes: number;
}

/** The appointments of a day, those that overlap beside each other. */
export function placeDay(items: readonly AppointmentRow[], zone: string, day: string): Placed[] {
  const placed = items
    .filter(({ startsAt }) => dayIn(zone, startsAt) === day)
    .map((one) => {
      const from = minuteIn(zone, one.startsAt);
      return {
        one,
        from,
        until: from + (Date.parse(one.endsAt) - Date.parse(one.startsAt)) / 60_000,
        lane: 0,
        lanes: 1,
      };
    })
    .sort((a, b) => a.from - b.from || a.until - b.until);
  let group: Placed[] = [];
  const close = () => {
    const lanes = Math.max(0, ...group.map(({ lane }) => lane)) + 1;
    for (const one of group) one.lanes = lanes;
    group = [];
  };
  for (const one of placed) {
    if (group.every(({ until }) => until <= one.from)) close();
    const busy = new Set(group.filter(({ until }) => until > one.from).map(({ lane }) => lane));
    while (busy.has(one.lane)) one.lane += 1;
    group.push(one);
  }
  close();
  return placed;
}

const earliest = 8;
const latest = 20;
/** The hours that a grid shows: the working day, and whatever lies outside of it. */
export function hoursOf(placed: readonly Placed[]): { from: number; until: number } {
  return {
    from: Math.min(earliest, ...placed.map(({ from }) => Math.floor(from / 60))),
    until: Math.min(24, Math.max(latest, ...placed.map(({ until }) => Math.ceil(until / 60)))),
  };
}
