import { isoOf } from '../../../kernel/clock.ts';
import { idFrom } from '../../../kernel/ids.ts';
import { findTimes } from '../../appointments/findTimes.ts';
import { appointmentIdOf, holdSlot } from '../../appointments/holdSlot.ts';
import type { Appointment, FreeTime } from '../../appointments/model.ts';
import { closesAt, offerEndsAt, remindersOf } from '../../appointments/rules.ts';
import type { Effect } from '../../bots/protocol.ts';
import { botActor, systemActor } from '../../conversations/actors.ts';
import type { Place } from '../../conversations/appendEntry.ts';
import { cancelledKeyOf, lineOf } from '../appointmentLines.ts';
import { bringTurn } from '../bringTurn.ts';
import { type EffectParts, onceKeyOf, type Running } from './parts.ts';

/** Asks the calendar. Its answer is a line for the team that the next turn reads; a calendar that fails has nothing free. */
export async function findFreeTimes(
  parts: EffectParts,
  running: Running,
  effect: Effect & { kind: 'find-times' },
  index: number,
): Promise<void> {
  const { turn, place, pack, conversation } = running;
  const onceKey = onceKeyOf(turn, index);
  if ((await parts.entries.findOnce(onceKey)) !== null) return bringTurn(parts, place.tenantId, place.conversationId);
  const { meeting: kind, wish, home } = effect;
  const of = home === undefined ? {} : { home };
  const wanted = { kind, wish, zone: pack.timeZone, first: conversation.owner?.id ?? null };
  const { times, fits, closed } = await findTimes(parts, place.tenantId, wanted).catch((err: unknown) => {
    parts.log.warn('the calendar gave no answer', { err, conversationId: place.conversationId });
    return { times: [] as FreeTime[], fits: false, closed: false };
  });
  const id = idFrom('offer', turn.id, index);
  const slots = times.map((time) => ({ ...time, slotId: idFrom('slot', id, time.startsAt) }));
  const expiresAt = offerEndsAt(parts.clock.now(), { kind, slots });
  if (slots.length > 0)
    await parts.appointments.addOffer({ id, ...place, kind, zone: pack.timeZone, slots, expiresAt, ...of });
  await parts.appender.append(place, {
    type: 'times-found',
    data: {
      offerId: id,
      kind,
      wish,
      fits,
      ...(closed ? { closed } : {}),
      slots: slots.map(({ slotId, startsAt, endsAt }) => ({
        slotId,
        startsAt: isoOf(startsAt),
        endsAt: isoOf(endsAt),
        closesAt: isoOf(closesAt(startsAt, kind)),
      })),
      expiresAt: isoOf(expiresAt),
      ...of,
    },
    actor: botActor,
    onceKey,
  });
  await bringTurn(parts, place.tenantId, place.conversationId);
}

/** Puts the times on the visitor's screen, to be pressed. */
export async function offerSlots(
  parts: EffectParts,
  running: Running,
  effect: Effect & { kind: 'offer-slots' },
  index: number,
): Promise<void> {
  const { turn, place, fence } = running;
  const line = { type: 'slots-offered' as const, data: effect.data, actor: botActor, onceKey: onceKeyOf(turn, index) };
  await parts.appender.append(place, line, { fence });
}

/**
 * Books what was chosen, or says that it was not to be had, or that it has run out. The appointment that it replaces is given up only then. Where a person
 * took over in between, what was chosen in words is theirs to see to and its time is not kept behind their back; what the visitor
 * pressed they saw held, and is booked as it is while a person speaks.
 */
export async function book(
  parts: EffectParts,
  running: Running,
  effect: Effect & { kind: 'book' },
  index: number,
): Promise<void> {
  const { turn, place, fence } = running;
  const { tenantId } = place;
  const onceKey = onceKeyOf(turn, index);
  const now = parts.clock.now();
  if ((await parts.entries.findOnce(onceKey)) === null) {
    const isPressed = 'appointmentId' in effect;
    const kept = isPressed
      ? await parts.appointments.find(tenantId, effect.appointmentId)
      : await holdChosen(parts, tenantId, effect);
    if (kept === 'ran-out' && !isPressed) {
      const { offerId, slotId } = effect;
      await parts.appender.append(
        place,
        { type: 'offer-gone', data: { offerId, slotId }, actor: botActor, onceKey },
        { fence },
      );
      return bringTurn(parts, tenantId, place.conversationId);
    }
    const held = typeof kept === 'string' ? null : kept;
    const booked = held === null ? null : await parts.appointments.book(tenantId, held.id, remindersOf(held, now));
    const replaced = booked === null ? undefined : effect.replaces;
    const gaveUp = replaced !== undefined && (await giveUp(parts, running, replaced));
    const data =
      booked !== null
        ? lineOf(booked, 'booked')
        : held !== null
          ? lineOf(held, 'failed')
          : {
              appointmentId: isPressed ? effect.appointmentId : appointmentIdOf(effect.offerId),
              state: 'failed' as const,
            };
    const line = { type: 'appointment-changed' as const, data, onceKey };
    const said =
      replaced === undefined || gaveUp
        ? await parts.appender.append(place, { ...line, actor: botActor }, { fence })
        : null;
    if (said === null && (isPressed || gaveUp)) await parts.appender.append(place, { ...line, actor: systemActor });
    else if (said === null && booked !== null) await parts.appointments.release(tenantId, booked.id, 'failed');
  }
  await bringTurn(parts, tenantId, place.conversationId);
}

async function holdChosen(
  parts: EffectParts,
  tenantId: string,
  { offerId, slotId }: { offerId: string; slotId: string },
): ReturnType<typeof holdSlot> {
  const offer = await parts.appointments.findOffer(tenantId, offerId);
  return offer === null ? 'ran-out' : holdSlot(parts, offer, slotId);
}

/** The visitor no longer wants it: its time is free again, and nobody is reminded. */
export async function cancelAppointment(
  parts: EffectParts,
  running: Running,
  effect: Effect & { kind: 'cancel-appointment' },
): Promise<void> {
  await giveUp(parts, running, effect.appointmentId);
}

/** The line first, so that a crash in between leaves no time free that the log has booked. False when a person speaks by now: nothing is done. */
async function giveUp(parts: EffectParts, running: Running, appointmentId: string): Promise<boolean> {
  const { place, fence } = running;
  const appointment = await parts.appointments.find(place.tenantId, appointmentId);
  if (appointment?.state !== 'held' && appointment?.state !== 'booked') return true;
  const data = lineOf(appointment, 'cancelled');
  const onceKey = cancelledKeyOf(appointmentId);
  const line = { type: 'appointment-changed' as const, data, actor: botActor, onceKey };
  if ((await parts.appender.append(place, line, { fence })) === null) return false;
  await tellWhereBooked(parts, place, appointment);
  await parts.appointments.release(place.tenantId, appointmentId, 'cancelled');
  return true;
}

/** A talk of before in which it was booked does not go on saying that it stands. */
async function tellWhereBooked(parts: EffectParts, here: Place, appointment: Appointment): Promise<void> {
  const { tenantId, conversationId, id } = appointment;
  if (conversationId === here.conversationId) return;
  await parts.appender.append(
    { tenantId, conversationId },
    {
      type: 'appointment-changed',
      data: lineOf(appointment, 'cancelled'),
      actor: botActor,
      onceKey: `${cancelledKeyOf(id)}:there`,
      board: {},
      flag: { drop: 'appointment-booked' },
    },
  );
}

/** Nobody who opted out is reminded; the appointment stands. */
export async function dropReminders(
  parts: EffectParts,
  running: Running,
  effect: Effect & { kind: 'drop-reminders' },
): Promise<void> {
  const { tenantId } = running.place;
  const appointment = await parts.appointments.find(tenantId, effect.appointmentId);
  for (const at of appointment?.reminders ?? [])
    await parts.appointments.takeReminder(tenantId, effect.appointmentId, at);
}
