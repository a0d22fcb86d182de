import { openingsOn } from '../../kernel/openingTimes.ts';
import { type CalendarDate, instantOf, plusDays, wallTimeAt } from '../../kernel/zonedTime.ts';
import type { Busy, FreeTime, WorkingHours } from './model.ts';
import { gridMinutes } from './rules.ts';

export interface Wanted {
  now: number;
  lengthMs: number;
  /** Milliseconds after the appointment in which the agent has no other. */
  restMs: number;
  /** Nothing begins sooner than this. */
  leadMs: number;
  /** Days ahead that are looked at, today not counted. */
  horizonDays: number;
}

/**
 * Every time at which somebody is free, ascending: within the working hours on that person's own wall, clear of what is taken. A
 * time that the clock skips is left out; a time that comes twice is the first of the two; hours are real hours, also across a
 * change of the clock.
 */
export function freeTimes(agents: readonly WorkingHours[], busy: readonly Busy[], wanted: Wanted): FreeTime[] {
  const found = new Map<number, FreeTime>();
  for (const agent of agents) {
    const taken = busy.filter(({ agentId }) => agentId === agent.agentId);
    for (const startsAt of startsOf(agent, wanted)) {
      const until = startsAt + wanted.lengthMs + wanted.restMs;
      if (taken.some((one) => one.startsAt < until && one.endsAt > startsAt)) continue;
      const known = found.get(startsAt);
      if (known) known.agentIds.push(agent.agentId);
      else found.set(startsAt, { startsAt, endsAt: startsAt + wanted.lengthMs, agentIds: [agent.agentId] });
    }
  }
  return [...found.values()].sort((a, b) => a.startsAt - b.startsAt);
}

function startsOf(agent: WorkingHours, { now, lengthMs, leadMs, horizonDays }: Wanted): number[] {
  const starts: number[] = [];
  const today = wallTimeAt(now, agent.zone);
  for (let ahead = 0; ahead <= horizonDays; ahead++) {
    const date = plusDays(today, ahead);
    for (const { from, until } of openingsOn(agent, date)) {
      const closes = instantOf({ ...date, hour: Math.floor(until / 60), minute: until % 60 }, agent.zone);
      const first = Math.ceil(from / gridMinutes) * gridMinutes;
      for (let minute = first; minute < until; minute += gridMinutes) {
        const startsAt = at(date, minute, agent.zone);
        if (startsAt === null) continue;
        if (startsAt + lengthMs > closes) break;
        if (startsAt >= now + leadMs) starts.push(startsAt);
      }
    }
  }
  return starts;
}

/** Null for a time that the wall never shows. */
function at(date: CalendarDate, minuteOfDay: number, zone: string): number | null {
  const hour = Math.floor(minuteOfDay / 60);
  const minute = minuteOfDay % 60;
  const ms = instantOf({ year: date.year, month: date.month, day: date.day, hour, minute }, zone);
  const shown = wallTimeAt(ms, zone);
  return shown.hour === hour && shown.minute === minute ? ms : null;
}
