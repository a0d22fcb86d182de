import type { Clock } from '../../kernel/clock.ts';
import type { TimeWish } from '../reading/timeWish.ts';
import { freeTimes } from './freeTimes.ts';
import type { AppointmentKind } from './model.ts';
import { isClosedFor, type Picked, pickTimes } from './pickTimes.ts';
import type { Calendar } from './ports.ts';
import { horizonDays, isByDay, leadMs, lengthMs, restMs } from './rules.ts';

const dayMs = 86_400_000;

/**
 * The few free times to offer for a wish, on the wall of `zone`, and whether it is closed on the day that was asked for. `first`: who is asked first where several have a time, such as the
 * owner of the conversation; after that whoever has least to do.
 */
export async function findTimes(
  parts: { calendar: Calendar; clock: Clock },
  tenantId: string,
  wanted: { kind: AppointmentKind; wish: TimeWish; zone: string; first: string | null },
): Promise<Picked & { closed: boolean }> {
  const now = parts.clock.now();
  const [agents, busy] = await Promise.all([
    parts.calendar.workingHours(tenantId),
    parts.calendar.busy(tenantId, now, now + (horizonDays + 2) * dayMs),
  ]);
  const load = (agentId: string) => busy.filter((one) => one.agentId === agentId).length;
  const inOrder = agents.toSorted(
    (a, b) =>
      Number(b.agentId === wanted.first) - Number(a.agentId === wanted.first) ||
      load(a.agentId) - load(b.agentId) ||
      a.agentId.localeCompare(b.agentId),
  );
  const { kind, wish, zone } = wanted;
  const rules = { lengthMs: lengthMs[kind], restMs: restMs[kind], leadMs: leadMs[kind], horizonDays };
  const free = freeTimes(inOrder, busy, { ...rules, now }).filter((time) => isByDay(time, zone));
  return {
    ...pickTimes(free, wish, now, zone),
    closed: isClosedFor(agents, wish, now, zone),
  };
}
