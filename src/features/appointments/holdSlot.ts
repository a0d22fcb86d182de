import type { Clock } from '../../kernel/clock.ts';
import { idFrom } from '../../kernel/ids.ts';
import type { Jobs } from '../../kernel/jobs.ts';
import type { Appointment, Offer } from './model.ts';
import type { AppointmentStore, Calendar } from './ports.ts';
import { holdForMs } from './rules.ts';

/** The id of the one appointment that can come of an offer, however often and by whichever way a time is chosen. */
export const appointmentIdOf = (offerId: string): string => idFrom('appointment', offerId);

export interface HoldSlotDeps {
  appointments: Pick<AppointmentStore, 'hold' | 'find'>;
  calendar: Pick<Calendar, 'workingHours' | 'rulesOf'>;
  clock: Clock;
  jobs: Pick<Jobs, 'schedule'>;
}

/**
 * Keeps a time of an offer free for ten minutes: with the agent it was offered with, or with another who is free then. `ran-out`:
 * it begins too soon by now, or has begun. `taken`: nobody is free anymore, or another time of the same offer was chosen.
 */
export async function holdSlot(
  deps: HoldSlotDeps,
  offer: Offer,
  slotId: string,
): Promise<Appointment | 'ran-out' | 'taken'> {
  const slot = offer.slots.find((one) => one.slotId === slotId);
  const now = deps.clock.now();
  if (slot === undefined) return 'taken';
  if ((slot.closesAt ?? slot.startsAt) <= now) return 'ran-out';
  const { tenantId, conversationId, kind, zone, home } = offer;
  const { startsAt, endsAt } = slot;
  const id = appointmentIdOf(offer.id);
  // One job for the appointment's whole life: it reads what became of the hold, and when to remind the visitor.
  await deps.jobs.schedule({ tenantId, conversationId, kind: 'appointment', about: id, at: now + holdForMs });
  const people = await deps.calendar.workingHours(tenantId);
  const { restMs } = await deps.calendar.rulesOf(tenantId, kind);
  for (const agentId of slot.agentIds) {
    const agent = people.find((one) => one.agentId === agentId);
    if (agent === undefined) continue;
    const appointment: Appointment = {
      id,
      tenantId,
      conversationId,
      kind,
      agentId,
      agentName: agent.name,
      startsAt,
      endsAt,
      busyUntil: endsAt + restMs,
      zone,
      state: 'held',
      heldUntil: now + holdForMs,
      reminders: [],
      createdAt: now,
      ...(home === undefined ? {} : { home }),
    };
    if (!(await deps.appointments.hold(appointment, now))) continue;
    const kept = await deps.appointments.find(tenantId, id);
    const stands = kept?.state === 'held' || kept?.state === 'booked';
    return kept && stands && kept.startsAt === startsAt ? kept : 'taken';
  }
  return 'taken';
}
