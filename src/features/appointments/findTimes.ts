import type { Clock } from '../../kernel/clock.ts';
import type { TimeWish } from '../reading/time/timeWish.ts';
import { freeTimes } from './freeTimes.ts';
import type { Appointment, AppointmentKind, Busy, FreeTime, WorkingHours } from './model.ts';
import { isBeyond, isClosedFor, pickTimes } from './pickTimes.ts';
import type { Calendar } from './ports.ts';
import { horizonDays, isWithinHours } from './rules.ts';

const dayMs = 86_400_000;

/**
 * The few free times to offer for a wish, on the wall of `zone`, each with when its choice ends, and whether it is closed on the day
 * that was asked for. `first`:
 * the agent who is preferred where several are free, such as the owner of the conversation; after that the one with least to do.
 */
export async function findTimes(
  deps: { calendar: Calendar; clock: Clock },
  tenantId: string,
  wanted: { kind: AppointmentKind; wish: TimeWish; zone: string; first: string | null },
): Promise<{ times: (FreeTime & { closesAt: number })[]; fits: boolean; closed: boolean }> {
  const now = deps.clock.now();
  const { kind, wish, zone } = wanted;
  const [agents, rules, busy] = await Promise.all([
    deps.calendar.workingHours(tenantId),
    deps.calendar.rulesOf(tenantId, kind),
    deps.calendar.busy(tenantId, now, now + (horizonDays + 2) * dayMs),
  ]);
  const inOrder = preferred(agents, busy, wanted.first);
  const free = freeTimes(inOrder, busy, { ...rules, horizonDays, now }).filter((time) =>
    isWithinHours(time, rules, zone),
  );
  // A day that no calendar is kept for yet is the team's to set.
  const isTooFar = isBeyond(wish, now, zone, horizonDays);
  const { times, fits } = isTooFar ? { times: [], fits: false } : pickTimes(free, wish, now, zone);
  return {
    times: times.map((time) => ({ ...time, closesAt: time.startsAt - rules.noticeMs })),
    fits,
    closed: isClosedFor(agents, rules, wish, now, zone),
  };
}

/** The agents in the order in which they are chosen: the one named first, then those with least to do. */
export function preferred(
  agents: readonly WorkingHours[],
  busy: readonly Busy[],
  first: string | null,
): readonly WorkingHours[] {
  const load = (agentId: string) => busy.filter((one) => one.agentId === agentId).length;
  return agents.toSorted(
    (a, b) =>
      Number(b.agentId === first) - Number(a.agentId === first) ||
      load(a.agentId) - load(b.agentId) ||
      a.agentId.localeCompare(b.agentId),
  );
}

/** Whether taken time belongs to the appointment to move. */
export const isOf = (
  appointment: Pick<Appointment, 'agentId' | 'startsAt'> | null | undefined,
  { agentId, startsAt }: Busy,
): boolean => agentId === appointment?.agentId && startsAt === appointment.startsAt;
