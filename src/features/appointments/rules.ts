import type { BrokerageSettings } from '../../contract/rest/settings.ts';
import { type Opening, type OpeningWeek, openingsOn } from '../../kernel/openingTimes.ts';
import { instantOf, wallTimeAt } from '../../kernel/zonedTime.ts';
import type { Appointment, AppointmentKind } from './model.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/** How one kind of appointment is made, in ms. */
export interface MeetingRules {
  lengthMs: number;
  /** After it, before the next one: the way from one home to another. */
  restMs: number;
  /** Nothing sooner than this is offered. */
  leadMs: number;
  /** Nothing sooner than this is booked. Shorter than the lead, so that a visitor who takes a while to choose still gets what was offered. */
  noticeMs: number;
  /** When it may be, on the brokerage's wall; null: between 8 AM and 8 PM. */
  within: OpeningWeek | null;
}

/** How a brokerage makes appointments of a kind, by its settings. */
export function meetingRules(
  { appointments, holidays, closedDays }: Pick<BrokerageSettings, 'appointments' | 'holidays' | 'closedDays'>,
  kind: AppointmentKind,
): MeetingRules {
  const { showingHours } = appointments;
  const [length, rest, lead, longestChoiceMs] =
    kind === 'call'
      ? [appointments.callMinutes, 0, appointments.callLeadHours, 30 * minuteMs]
      : [appointments.showingMinutes, appointments.showingGapMinutes, appointments.showingLeadHours, hourMs];
  return {
    lengthMs: length * minuteMs,
    restMs: rest * minuteMs,
    leadMs: lead * hourMs,
    noticeMs: Math.max(0, lead * hourMs - longestChoiceMs),
    within: kind === 'call' || showingHours === null ? null : { hours: showingHours, holidays, closedDays },
  };
}

export const horizonDays = 14;
/** The team books no further ahead than this. */
export const bookedAheadMs = 366 * 24 * hourMs;
/** A time begins on the hour or half past. */
export const gridMinutes = 30;
const offerForMs = 48 * hourMs;
export const holdForMs = 10 * minuteMs;
export const timesPerOffer = 3;

const dayBeginsAtHour = 8;
const dayEndsAtHour = 20;
const byDay: readonly Opening[] = [{ from: dayBeginsAtHour * 60, until: dayEndsAtHour * 60 }];
/**
 * Whether all of a time is within the hours of its kind, on the wall of `zone`. Nobody is called at half past ten at night, however
 * long the chat is open.
 */
export function isWithinHours(
  { startsAt, endsAt }: { startsAt: number; endsAt: number },
  { within }: Pick<MeetingRules, 'within'>,
  zone: string,
): boolean {
  const begins = wallTimeAt(startsAt, zone);
  const minute = begins.hour * 60 + begins.minute;
  const openings = within === null ? byDay : openingsOn(within, begins);
  return openings.some(
    ({ from, until }) =>
      minute >= from && endsAt <= instantOf({ ...begins, hour: Math.floor(until / 60), minute: until % 60 }, zone),
  );
}

/**
 * When an offer ends: after two days, or when the last of its times can no longer be chosen. Whether a time is still free is
 * checked when it is chosen.
 */
export const offerEndsAt = (now: number, slots: readonly { closesAt: number }[]): number =>
  Math.min(now + offerForMs, Math.max(now, ...slots.map(({ closesAt }) => closesAt)));
/** A command that is sent again within a day still finds its offer. */
export const pastKeptMs = 24 * hourMs;

/** An agent's time is taken in pieces of this length, so that two appointments that overlap always share one. */
export const cellMs = 30 * minuteMs;
/** The pieces, counted in `cellMs` since 1970, that an appointment takes of its agent's time. */
export function cellsOf({ startsAt, busyUntil }: Pick<Appointment, 'startsAt' | 'busyUntil'>): number[] {
  const cells: number[] = [];
  for (let cell = Math.floor(startsAt / cellMs); cell * cellMs < busyUntil; cell++) cells.push(cell);
  return cells;
}

const remindBeforeMs = [24 * hourMs, 2 * hourMs];
const leastNoticeMs = 30 * minuteMs;

/**
 * When to remind of an appointment that is booked at `now`: a day and two hours before, never before eight in the morning
 * there, and not when it would come with the booking or too late to help.
 */
export function remindersOf({ startsAt, zone }: Pick<Appointment, 'startsAt' | 'zone'>, now: number): number[] {
  const times = remindBeforeMs.map((beforeMs) => {
    const at = startsAt - beforeMs;
    const wall = wallTimeAt(at, zone);
    return wall.hour >= dayBeginsAtHour ? at : instantOf({ ...wall, hour: dayBeginsAtHour, minute: 0 }, zone);
  });
  return times.filter((at) => at > now + leastNoticeMs && at <= startsAt - leastNoticeMs);
}

/** When the appointment has to be looked at again, because its hold ends or a reminder is due; null: never. */
export const nextLookAt = ({ state, heldUntil, reminders }: Appointment): number | null =>
  state === 'held' ? heldUntil : state === 'booked' ? (reminders[0] ?? null) : null;
