import { instantOf, wallTimeAt } from '../../kernel/zonedTime.ts';
import type { Appointment, AppointmentKind, Offer } from './model.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

export const lengthMs: Readonly<Record<AppointmentKind, number>> = { call: 30 * minuteMs, viewing: 60 * minuteMs };
/** After it, before the next one: the way from one home to another. */
export const restMs: Readonly<Record<AppointmentKind, number>> = { call: 0, viewing: 30 * minuteMs };
/** Nothing sooner than this is offered. */
export const leadMs: Readonly<Record<AppointmentKind, number>> = { call: hourMs, viewing: 3 * hourMs };
export const horizonDays = 14;
/** A time begins on the hour or half past. */
export const gridMinutes = 30;
const offerForMs = 48 * hourMs;
export const holdForMs = 10 * minuteMs;
export const timesPerOffer = 3;

const dayBeginsAtHour = 8;
const dayEndsAtHour = 20;
/** Nobody is called or shown a home at half past ten at night, however long the chat is open: all of it is between 8 AM and 8 PM on the wall of `zone`. */
export function isByDay({ startsAt, endsAt }: { startsAt: number; endsAt: number }, zone: string): boolean {
  const begins = wallTimeAt(startsAt, zone);
  const closes = instantOf({ ...begins, hour: dayEndsAtHour, minute: 0 }, zone);
  return begins.hour >= dayBeginsAtHour && endsAt <= closes;
}

/** Nobody is booked sooner than this. Shorter than the lead, so that who takes a while to choose finds what was offered. */
const noticeMs: Readonly<Record<AppointmentKind, number>> = { call: 30 * minuteMs, viewing: 2 * hourMs };
/** Until when a time that was offered can be chosen. */
export const closesAt = (startsAt: number, kind: AppointmentKind): number => startsAt - noticeMs[kind];
/** Two days, but no longer than the last of its times can be chosen. What is still free is looked at with the choice. */
export const offerEndsAt = (now: number, { kind, slots }: Pick<Offer, 'kind' | 'slots'>): number =>
  Math.min(now + offerForMs, Math.max(now, ...slots.map(({ startsAt }) => closesAt(startsAt, kind))));
/** A command that is sent again within a day still finds its offer. */
export const pastKeptMs = 24 * hourMs;

/** What is taken of an agent's time is taken in pieces of this length, so that two that overlap always meet in one. */
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

/** When somebody has to look at it again: a hold runs out, a reminder is due; null when never. */
export const nextLookAt = ({ state, heldUntil, reminders }: Appointment): number | null =>
  state === 'held' ? heldUntil : state === 'booked' ? (reminders[0] ?? null) : null;
