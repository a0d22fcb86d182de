import { type ScheduledRefusal, scheduledLimits } from '../../contract/scheduledMessages.ts';
import { isoOf } from '../../kernel/clock.ts';
import { HubError } from '../../kernel/hubError.ts';
import { idFrom } from '../../kernel/ids.ts';
import type { Job } from '../../kernel/jobs.ts';
import { type CommandRef, commandOrigin, systemActor } from '../conversations/actors.ts';
import { findConversation } from '../conversations/findConversation.ts';
import type { Draft } from '../conversations/model.ts';
import type { EntryStore } from '../conversations/ports.ts';
import { conflictOf } from '../conversations/speaker/conflictOf.ts';
import type { StaffScope } from '../identity/model.ts';
import type { IdentityStore } from '../identity/ports.ts';
import { mayWrite, type WriteDeps, writeAsStaff } from './writeAsStaff.ts';

export type ScheduleDeps = WriteDeps & { entries: Pick<EntryStore, 'listOf'> };
export type ScheduledLookDeps = WriteDeps & { identity: Pick<IdentityStore, 'findUser'> };

/** Of the one line that ends its waiting: a cancel and its time cannot both have it. */
const endKeyOf = (scheduledId: string): string => `scheduled-end:${scheduledId}`;
const refusedKeyOf = (scheduledId: string): string => `scheduled-refused:${scheduledId}`;
const linesRead = 200;

/**
 * Has a message sent at `at` (ms since the epoch), as its author would send it then. Nothing is said before.
 * @throws HubError as `writeAsStaff`, for how it stands now; `VALIDATION_FAILED` for a time that is over or more than a year ahead;
 * `QUOTA_EXCEEDED` when ten wait already
 */
export async function scheduleMessage(
  deps: ScheduleDeps,
  scope: StaffScope,
  command: CommandRef,
  { conversationId, text, at }: { conversationId: string; text: string; at: number },
): Promise<{ scheduledId: string; seq: number }> {
  const { tenantId } = scope;
  const conversation = await findConversation(deps.conversations, scope, conversationId);
  const origin = commandOrigin(scope, command, 'scheduled');
  const scheduledId = idFrom('scheduled', origin.onceKey);
  if ((await deps.entries.findOnce(origin.onceKey)) === null) {
    const now = deps.clock.now();
    if (scope.principal.kind !== 'staff') throw new HubError('FORBIDDEN');
    if (at <= now || at > now + scheduledLimits.aheadMs) throw new HubError('VALIDATION_FAILED', { field: 'at' });
    if (conversation.mode === 'closed') throw conflictOf(scope, conversation);
    if (!(await mayWrite(deps, conversation))) throw new HubError('SUPPRESSED_CONTACT');
    const lines = await deps.entries.listOf(conversationId, 'message-scheduled', linesRead);
    const waiting = new Set<string>();
    for (const { type, data } of lines) {
      if (type !== 'message-scheduled') continue;
      if (data.state === 'waiting') waiting.add(data.scheduledId);
      else waiting.delete(data.scheduledId);
    }
    if (waiting.size >= scheduledLimits.each) throw new HubError('QUOTA_EXCEEDED');
    const job = { tenantId, kind: 'scheduled-message', about: scheduledId, conversationId, at } as const;
    await deps.jobs.schedule({ ...job, data: { key: origin.onceKey } });
  }
  const { entry } = await deps.appender.append(
    { tenantId, conversationId },
    { type: 'message-scheduled', data: { scheduledId, state: 'waiting', text, at: isoOf(at) }, ...origin },
  );
  return { scheduledId, seq: entry.seq };
}

/**
 * Calls off a message that waits to be sent.
 * @throws HubError `NOT_FOUND`; `FORBIDDEN` for an agent, of another person's; `CONFLICT`: its time has come, or it was called off
 */
export async function cancelScheduled(
  deps: Pick<ScheduleDeps, 'conversations' | 'entries' | 'appender'>,
  scope: StaffScope,
  command: CommandRef,
  { conversationId, scheduledId }: { conversationId: string; scheduledId: string },
): Promise<number> {
  await findConversation(deps.conversations, scope, conversationId);
  const lines = await deps.entries.listOf(conversationId, 'message-scheduled', linesRead);
  const set = lines.find(
    ({ type, data }) => type === 'message-scheduled' && data.scheduledId === scheduledId && data.state === 'waiting',
  );
  if (set === undefined) throw new HubError('NOT_FOUND', { field: 'scheduledId' });
  if (scope.principal.role === 'agent' && set.actor.id !== scope.principal.id) throw new HubError('FORBIDDEN');
  const { entry, duplicate } = await end(deps, scope.tenantId, conversationId, scheduledId, {
    by: commandOrigin(scope, command, 'cancelled'),
    state: 'cancelled',
  });
  const isMine = entry.cause?.commandId === command.commandId && entry.data.state === 'cancelled';
  if (duplicate && !isMine) throw new HubError('CONFLICT');
  return entry.seq;
}

/** The one line after which it waits no longer; the first of two stands. */
const end = (
  { appender }: Pick<ScheduleDeps, 'appender'>,
  tenantId: string,
  conversationId: string,
  scheduledId: string,
  { state, by: { actor, cause } }: { state: 'due' | 'cancelled'; by: Pick<Draft, 'actor' | 'cause'> },
) =>
  appender.append(
    { tenantId, conversationId },
    {
      type: 'message-scheduled',
      data: { scheduledId, state },
      actor,
      ...(cause === undefined ? {} : { cause }),
      onceKey: endKeyOf(scheduledId),
    },
  );

/**
 * Sends a message whose time has come, by the same way as every message of the team, with the author's present rights. Where it may not be
 * sent, the team reads why, and it never is. May be run twice.
 */
export async function sendScheduled(deps: ScheduledLookDeps, { tenantId, about, data }: Job): Promise<number | null> {
  const set = await deps.entries.findOnce(String(data.key));
  if (set?.entry.type !== 'message-scheduled' || set.tenantId !== tenantId) return null;
  const { conversationId, actor, cause, data: line } = set.entry;
  const { text = '', at = '' } = line;
  if (Date.parse(at) > deps.clock.now()) return Date.parse(at);
  if ((await deps.entries.findOnce(refusedKeyOf(about))) !== null) return null;
  const ended = await end(deps, tenantId, conversationId, about, { state: 'due', by: { actor: systemActor } });
  if (ended.entry.data.state === 'cancelled') return null;
  const refused = await send();
  if (refused !== null)
    await deps.appender.append(
      { tenantId, conversationId },
      {
        type: 'message-scheduled',
        data: { scheduledId: about, state: 'refused', text, reason: refused },
        actor: systemActor,
        onceKey: refusedKeyOf(about),
      },
    );
  return null;

  async function send(): Promise<ScheduledRefusal | null> {
    const user = await deps.identity.findUser(actor.id);
    if (user === null || user.tenantId !== tenantId || !user.active) return 'author-gone';
    const principal = { kind: 'staff', id: user.id, role: user.role, name: user.name } as const;
    const command = { commandId: cause?.commandId ?? about, bodyHash: set?.bodyHash ?? '' };
    try {
      await writeAsStaff(deps, { tenantId, principal }, command, { conversationId, text });
      return null;
    } catch (error) {
      if (!(error instanceof HubError)) throw error;
      if (error.code === 'SUPPRESSED_CONTACT') return 'opted-out';
      if (error.code !== 'CONFLICT') throw error;
      // Another node may have sent it meanwhile, or be about to.
      const key = commandOrigin({ tenantId, principal }, command, 'message').onceKey;
      if ((await deps.entries.findOnce(key)) !== null) return null;
      const conversation = await deps.conversations.find(tenantId, conversationId);
      if (conversation === null || conversation.mode === 'closed') return 'closed';
      if (conversation.owner !== null && conversation.owner.id !== user.id) return 'held';
      throw error;
    }
  }
}
