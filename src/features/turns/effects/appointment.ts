import { type Clock, isoOf } from '../../../kernel/clock.ts';
import { idFrom } from '../../../kernel/ids.ts';
import type { Logger } from '../../../kernel/observe.ts';
import { findTimes } from '../../appointments/findTimes.ts';
import { appointmentIdOf, type HoldSlotDeps, holdSlot } from '../../appointments/holdSlot.ts';
import type { Appointment } from '../../appointments/model.ts';
import type { AppointmentStore, Calendar } from '../../appointments/ports.ts';
import { offerEndsAt, remindersOf } from '../../appointments/rules.ts';
import type { Effect } from '../../bots/state/protocol.ts';
import { botActor, systemActor } from '../../conversations/actors.ts';
import type { Appender, Place } from '../../conversations/log/appendEntry.ts';
import type { EntryStore } from '../../conversations/ports.ts';
import { cancelledKeyOf, lineOf } from '../appointmentLines.ts';
import { onceKeyOf, type Running } from './running.ts';

interface TimesDeps {
  entries: Pick<EntryStore, 'findOnce'>;
  appointments: Pick<AppointmentStore, 'addOffer'>;
  calendar: Calendar;
  appender: Pick<Appender, 'append'>;
  clock: Clock;
  log: Logger;
}
interface GiveUpDeps {
  appointments: Pick<AppointmentStore, 'find' | 'release'>;
  appender: Pick<Appender, 'append' | 'appendUnder'>;
}
type BookDeps = GiveUpDeps &
  HoldSlotDeps & { entries: Pick<EntryStore, 'findOnce'>; appointments: Pick<AppointmentStore, 'findOffer' | 'book'> };

/** The dependencies of the effects on appointments. */
export type AppointmentDeps = TimesDeps & BookDeps & { appointments: Pick<AppointmentStore, 'takeReminder'> };

/** Asks the calendar. Its answer is a line for the team that the next turn reads; a calendar that fails has nothing free. */
export async function findFreeTimes(
  deps: TimesDeps,
  running: Running,
  effect: Effect & { kind: 'find-times' },
  index: number,
): Promise<void> {
  const { turn, place, pack, conversation } = running;
  const onceKey = onceKeyOf(turn, index);
  if ((await deps.entries.findOnce(onceKey)) !== null) return;
  const { meeting: kind, wish, home } = effect;
  const of = home === undefined ? {} : { home };
  const wanted = { kind, wish, zone: pack.timeZone, first: conversation.owner?.id ?? null };
  const { times, fits, closed } = await findTimes(deps, place.tenantId, wanted).catch((err: unknown) => {
    deps.log.warn('the calendar gave no answer', { err, conversationId: place.conversationId });
    return { times: [], fits: false, closed: false };
  });
  const id = idFrom('offer', turn.id, index);
  const slots = times.map((time) => ({ ...time, slotId: idFrom('slot', id, time.startsAt) }));
  const expiresAt = offerEndsAt(deps.clock.now(), slots);
  if (slots.length > 0)
    await deps.appointments.addOffer({ id, ...place, kind, zone: pack.timeZone, slots, expiresAt, ...of });
  await deps.appender.append(place, {
    type: 'times-found',
    data: {
      offerId: id,
      kind,
      wish,
      fits,
      ...(closed ? { closed } : {}),
      slots: slots.map(({ slotId, startsAt, endsAt, closesAt }) => ({
        slotId,
        startsAt: isoOf(startsAt),
        endsAt: isoOf(endsAt),
        closesAt: isoOf(closesAt),
      })),
      expiresAt: isoOf(expiresAt),
      ...of,
    },
    actor: botActor,
    onceKey,
  });
}

/** Puts the times on the visitor's screen, to be pressed. */
export async function offerSlots(
  deps: { appender: Pick<Appender, 'appendUnder'> },
  running: Running,
  effect: Effect & { kind: 'offer-slots' },
  index: number,
): Promise<void> {
  const { turn, place, fence, pack } = running;
  const data = { ...effect.data, zone: pack.timeZone };
  const line = { type: 'slots-offered' as const, data, actor: botActor, onceKey: onceKeyOf(turn, index) };
  await deps.appender.appendUnder(place, line, fence);
}

/**
 * Books the chosen time, or says that it was not to be had, or that it has run out. The appointment that it replaces is given up only then.
 * Where a person took over in between, a choice in words is theirs to see to and its time is not kept behind their back. The visitor saw a
 * pressed time held, so it is booked even while a person speaks.
 */
export async function book(
  deps: BookDeps,
  running: Running,
  effect: Effect & { kind: 'book' },
  index: number,
): Promise<void> {
  const { turn, place, fence } = running;
  const { tenantId } = place;
  const onceKey = onceKeyOf(turn, index);
  const now = deps.clock.now();
  if ((await deps.entries.findOnce(onceKey)) === null) {
    const isPressed = 'appointmentId' in effect;
    const kept = isPressed
      ? await deps.appointments.find(tenantId, effect.appointmentId)
      : await holdChosen(deps, tenantId, effect);
    if (kept === 'ran-out' && !isPressed) {
      const { offerId, slotId } = effect;
      const gone = { type: 'offer-gone', data: { offerId, slotId }, actor: botActor, onceKey } as const;
      await deps.appender.appendUnder(place, gone, fence);
      return;
    }
    const held = typeof kept === 'string' ? null : kept;
    const booked = held === null ? null : await deps.appointments.book(tenantId, held.id, remindersOf(held, now));
    const replaced = booked === null ? undefined : effect.replaces;
    const gaveUp = replaced !== undefined && (await giveUp(deps, running, replaced));
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
        ? await deps.appender.appendUnder(place, { ...line, actor: botActor }, fence)
        : null;
    if (said === null && (isPressed || gaveUp)) await deps.appender.append(place, { ...line, actor: systemActor });
    else if (said === null && booked !== null) await deps.appointments.release(tenantId, booked.id, 'failed');
  }
}

async function holdChosen(
  deps: BookDeps,
  tenantId: string,
  { offerId, slotId }: { offerId: string; slotId: string },
): ReturnType<typeof holdSlot> {
  const offer = await deps.appointments.findOffer(tenantId, offerId);
  return offer === null ? 'ran-out' : holdSlot(deps, offer, slotId);
}

/** The visitor no longer wants it: its time is free again, and nobody is reminded. */
export async function cancelAppointment(
  deps: GiveUpDeps,
  running: Running,
  effect: Effect & { kind: 'cancel-appointment' },
): Promise<void> {
  await giveUp(deps, running, effect.appointmentId);
}

/** The line first, so that a crash in between leaves no time free that the log has booked. False when a person speaks by now: nothing is done. */
async function giveUp(deps: GiveUpDeps, running: Running, appointmentId: string): Promise<boolean> {
  const { place, fence } = running;
  const appointment = await deps.appointments.find(place.tenantId, appointmentId);
  if (appointment?.state !== 'held' && appointment?.state !== 'booked') return true;
  const data = lineOf(appointment, 'cancelled');
  const onceKey = cancelledKeyOf(appointmentId);
  const line = { type: 'appointment-changed' as const, data, actor: botActor, onceKey };
  if ((await deps.appender.appendUnder(place, line, fence)) === null) return false;
  await tellWhereBooked(deps, place, appointment);
  // A mere hold never was an appointment, and stands on nobody's calendar as one that was canceled.
  await deps.appointments.release(place.tenantId, appointmentId, appointment.state === 'held' ? 'failed' : 'cancelled');
  return true;
}

/** Says so in the earlier talk in which it was booked, which would otherwise still show it as booked. */
async function tellWhereBooked({ appender }: GiveUpDeps, here: Place, appointment: Appointment): Promise<void> {
  const { tenantId, conversationId, id } = appointment;
  if (conversationId === here.conversationId) return;
  await appender.append(
    { tenantId, conversationId },
    {
      type: 'appointment-changed',
      data: lineOf(appointment, 'cancelled'),
      actor: botActor,
      onceKey: `${cancelledKeyOf(id)}:there`,
    },
  );
}

/** Nobody who opted out is reminded; the appointment stands. */
export async function dropReminders(
  deps: { appointments: Pick<AppointmentStore, 'find' | 'takeReminder'> },
  running: Running,
  effect: Effect & { kind: 'drop-reminders' },
): Promise<void> {
  const { tenantId } = running.place;
  const appointment = await deps.appointments.find(tenantId, effect.appointmentId);
  for (const at of appointment?.reminders ?? [])
    await deps.appointments.takeReminder(tenantId, effect.appointmentId, at);
}
