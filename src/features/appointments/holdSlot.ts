import type { Clock } from '../../kernel/clock.ts';
import { idFrom } from '../../kernel/ids.ts';
import type { Appointment, Offer } from './model.ts';
import type { AppointmentStore, Calendar } from './ports.ts';
import { closesAt, holdForMs, restMs } from './rules.ts';

/** Of an offer there is at most one appointment, whoever chooses how often and by which way. */
export const appointmentIdOf = (offerId: string): string => idFrom('appointment', offerId);

/**
 * Keeps a time of an offer free for ten minutes: with whoever it was offered with, or another who has it too. `ran-out`: it begins too
 * soon by now, or has begun. `taken`: nobody has it any more, or another time of the same offer was chosen.
 */
export async function holdSlot(
  parts: { appointments: AppointmentStore; calendar: Calendar; clock: Clock },
  offer: Offer,
  slotId: string,
): Promise<Appointment | 'ran-out' | 'taken'> {
  const slot = offer.slots.find((one) => one.slotId === slotId);
  const now = parts.clock.now();
  if (slot === undefined) return 'taken';
  if (closesAt(slot.startsAt, offer.kind) <= now) return 'ran-out';
  const { tenantId, conversationId, kind, zone, home } = offer;
  const { startsAt, endsAt } = slot;
  const id = appointmentIdOf(offer.id);
  const people = await parts.calendar.workingHours(tenantId);
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
      busyUntil: endsAt + restMs[kind],
      zone,
      state: 'held',
      heldUntil: now + holdForMs,
      reminders: [],
      createdAt: now,
      ...(home === undefined ? {} : { home }),
    };
    if (!(await parts.appointments.hold(appointment, now))) continue;
    const kept = await parts.appointments.find(tenantId, id);
    const stands = kept?.state === 'held' || kept?.state === 'booked';
    return kept && stands && kept.startsAt === startsAt ? kept : 'taken';
  }
  return 'taken';
}
