import type { EntryData } from '../../contract/log/entry.ts';
import { isoOf } from '../../kernel/clock.ts';
import { HubError } from '../../kernel/hubError.ts';
import { appointmentIdOf, type HoldSlotDeps, holdSlot } from '../appointments/holdSlot.ts';
import type { AppointmentStore } from '../appointments/ports.ts';
import { remindersOf } from '../appointments/rules.ts';
import { type CommandRef, commandOrigin } from '../conversations/actors.ts';
import type { Appender } from '../conversations/log/appendEntry.ts';
import type { ConversationStore, EntryStore } from '../conversations/ports.ts';
import type { VisitorScope } from '../identity/model.ts';
import { lineOf } from './appointmentLines.ts';

export type ChooseDeps = HoldSlotDeps & {
  appointments: Pick<AppointmentStore, 'findOffer' | 'book'>;
  conversations: Pick<ConversationStore, 'findOpen'>;
  entries: Pick<EntryStore, 'findOnce' | 'newestOf'>;
  appender: Pick<Appender, 'append'>;
};

/**
 * The visitor pressed one of the times on offer. It is kept free for them, durably, when this resolves, and the bot books it; while a
 * person has the conversation it is booked at once, for nobody else would. When somebody was quicker the log says `failed`, and the
 * bot offers others. Throws `NOT_FOUND` for what was never offered here, `CONFLICT` for an offer or a time that no longer holds: then
 * too a new one follows.
 */
export async function chooseSlot(
  deps: ChooseDeps,
  scope: VisitorScope,
  command: CommandRef,
  choice: { offerId: string; slotId: string },
): Promise<void> {
  const { tenantId } = scope;
  const open = await deps.conversations.findOpen(tenantId, scope.principal.id);
  if (open === null) throw new HubError('CONFLICT');
  const offer = await deps.appointments.findOffer(tenantId, choice.offerId);
  const slot = offer?.slots.find(({ slotId }) => slotId === choice.slotId);
  if (!offer || !slot || offer.conversationId !== open.id) throw new HubError('NOT_FOUND');
  const now = deps.clock.now();
  const place = { tenantId, conversationId: open.id };
  const origin = commandOrigin(scope, command, 'appointment');
  if ((await deps.entries.findOnce(origin.onceKey)) !== null) return;
  const standing = await offerStatus(deps, open.id, offer.id);
  if (standing === 'chosen') throw new HubError('CONFLICT');
  const gone = async (data: EntryData<'offer-gone'>): Promise<never> => {
    await deps.appender.append(place, { type: 'offer-gone', data, ...commandOrigin(scope, command, 'gone') });
    throw new HubError('CONFLICT');
  };
  if (standing === 'replaced') return gone({ offerId: offer.id });
  const held = offer.expiresAt <= now ? 'ran-out' : await holdSlot(deps, offer, slot.slotId);
  if (held === 'ran-out') return gone({ offerId: offer.id, slotId: slot.slotId });
  if (held === 'taken') {
    const times = { startsAt: isoOf(slot.startsAt), endsAt: isoOf(slot.endsAt) };
    const data = { appointmentId: appointmentIdOf(offer.id), state: 'failed' as const, ...times, kind: offer.kind };
    await deps.appender.append(place, { type: 'appointment-changed', data, ...origin });
    return;
  }
  const booked = open.mode === 'human' ? await deps.appointments.book(tenantId, held.id, remindersOf(held, now)) : null;
  await deps.appender.append(place, {
    type: 'appointment-changed',
    data: lineOf(held, booked === null ? 'held' : 'booked'),
    ...origin,
  });
}

/** Whether an offer is the last one made, and nothing was chosen since. */
async function offerStatus(
  { entries }: Pick<ChooseDeps, 'entries'>,
  conversationId: string,
  offerId: string,
): Promise<'open' | 'chosen' | 'replaced'> {
  const [offered, changed] = await Promise.all([
    entries.newestOf(conversationId, 'slots-offered'),
    entries.newestOf(conversationId, 'appointment-changed'),
  ]);
  if (offered?.type !== 'slots-offered' || offered.data.offerId !== offerId) return 'replaced';
  const isOlder = changed?.type !== 'appointment-changed' || changed.seq < offered.seq;
  if (isOlder) return 'open';
  return changed.data.state === 'held' || changed.data.state === 'booked' ? 'chosen' : 'replaced';
}
