import type { Entry } from '../../contract/log/entry.ts';
import { limits } from '../../contract/values.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { Jobs } from '../../kernel/jobs.ts';
import { holdLease, type Leases } from '../../kernel/leases.ts';
import type { Logger } from '../../kernel/observe.ts';
import { systemActor } from '../conversations/actors.ts';
import type { Appender, Place } from '../conversations/log/appendEntry.ts';
import { isErased } from '../conversations/log/withoutWords.ts';
import type { Conversation } from '../conversations/model.ts';
import type { ConversationStore, EntryStore } from '../conversations/ports.ts';
import type { PersonParts } from '../profiles/keepRecords.ts';
import { mayReach, ways } from '../profiles/mayReach.ts';
import type { Channel } from './model.ts';

export interface SendDeps extends PersonParts {
  conversations: Pick<ConversationStore, 'find' | 'noteSent'>;
  entries: Pick<EntryStore, 'read'>;
  appender: Pick<Appender, 'append'>;
  channels: readonly Channel[];
  leases: Leases;
  clock: Clock;
  log: Logger;
}
type Message = Entry<'message-created'>;
type Reached = Conversation & { channel: keyof typeof ways; contact: string };

const leaseMs = 30_000;
const renewEveryMs = 10_000;
const againMs = 1_000;

/** Whether an entry has to leave by its channel: what Jorge and the team say, where it is no chat of a page. */
export const leavesByChannel = (entry: Entry): entry is Message =>
  entry.type === 'message-created' &&
  entry.data.channel !== 'widget' &&
  entry.actor.kind !== 'visitor' &&
  entry.actor.kind !== 'lead';

export interface SendingDeps {
  jobs: Pick<Jobs, 'schedule'>;
  clock: Clock;
}

/** Has what was said sent at once, and again until it was. */
export const requestSending = ({ jobs, clock }: SendingDeps, place: Place): Promise<void> =>
  jobs.schedule({ ...place, kind: 'sending', about: place.conversationId, at: clock.now() });

/**
 * Hands the unsent words of a conversation to its channel, in order; nothing if its words were deleted. A lead who
 * opted out gets the confirmation of that and nothing more, which the team's log says. Returns when to look again, in
 * ms since the epoch, if another node is sending; else null.
 * @throws the channel's error: the unsent words come first the next time
 */
export async function sendByChannel(deps: SendDeps, place: Place): Promise<number | null> {
  const lease = await deps.leases.take(`sending:${place.conversationId}`, leaseMs);
  if (lease === null) return deps.clock.now() + againMs;
  const { isHeld, letGo } = holdLease(deps, lease, renewEveryMs);
  try {
    return (await sendUnsent(deps, place, isHeld)) ? null : deps.clock.now() + againMs;
  } finally {
    await letGo();
  }
}

/** False where the lease was lost on the way. */
async function sendUnsent(
  deps: SendDeps,
  { tenantId, conversationId }: Place,
  isHeld: () => boolean,
): Promise<boolean> {
  const conversation = await deps.conversations.find(tenantId, conversationId);
  if (conversation === null || isErased(conversation)) return true;
  const send = deps.channels.find(({ kind }) => kind === conversation.channel)?.send;
  if (!send || !isReached(conversation)) throw new Error(`nothing sends by ${conversation.channel} here`);
  for (let from = (conversation.sentSeq ?? 0) + 1; ; from += limits.fetchEntries) {
    const to = from + limits.fetchEntries - 1;
    const lines = await deps.entries.read(conversationId, 'public', from, to, limits.fetchEntries);
    for (const entry of lines.filter(leavesByChannel)) {
      if (!isHeld()) return false;
      if (await mayLeave(deps, conversation, entry)) {
        const { messageId, text, language } = entry.data;
        await send({ tenantId, conversationId, messageId, to: conversation.contact, text, language });
      } else await noteUnsent(deps, conversation, entry);
      await deps.conversations.noteSent(tenantId, conversationId, entry.seq);
    }
    if (lines.length < limits.fetchEntries) return true;
  }
}

const isReached = (conversation: Conversation): conversation is Reached =>
  conversation.channel !== 'widget' && typeof conversation.contact === 'string';

/** After an opt-out one message may confirm it (47 CFR 64.1200(a)(12)): the reply of the turn that read those words. */
async function mayLeave(deps: SendDeps, { tenantId, leadId, channel }: Reached, entry: Message): Promise<boolean> {
  const way = ways[channel];
  if ((await mayReach(deps, tenantId, leadId, way)) !== 'suppressed') return true;
  return (await deps.records.ofLead(tenantId, leadId)).some(
    (record) =>
      record.kind === 'suppression' &&
      record.closed === null &&
      record.channels.includes(way) &&
      record.confirmedBy === entry.data.messageId,
  );
}

async function noteUnsent(deps: SendDeps, { id, tenantId, channel }: Reached, { data }: Message): Promise<void> {
  const place = { tenantId, conversationId: id };
  await deps.appender.append(place, {
    type: 'note-created',
    data: { text: `Not sent by ${ways[channel]}: they opted out.` },
    actor: systemActor,
    onceKey: `unsent:${data.messageId}`,
  });
}
