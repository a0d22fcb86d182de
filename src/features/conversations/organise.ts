import type { EntryData } from '../../contract/entries.ts';
import { limits } from '../../contract/values.ts';
import { isoOf } from '../../kernel/clock.ts';
import { HubError } from '../../kernel/hubError.ts';
import type { StaffScope } from '../identity/model.ts';
import { commanded } from './actors.ts';
import { boardChangeOf } from './boardChangeOf.ts';
import { changeBoard } from './changeBoard.ts';
import { changeSpeaker } from './changeSpeaker.ts';
import { conflictOf } from './conflictOf.ts';
import { contactValueOf, isContactSlot } from './contactSlots.ts';
import { findConversation } from './findConversation.ts';
import type { CommandRef, ConversationParts } from './parts.ts';

/** A note for the team. */
export async function addNote(
  parts: ConversationParts,
  scope: StaffScope,
  conversationId: string,
  command: CommandRef,
  text: string,
): Promise<number> {
  await findConversation(parts.conversations, scope, conversationId);
  const appended = await parts.appender.append(
    { tenantId: scope.tenantId, conversationId },
    { type: 'note-created', data: { text }, ...commanded(scope, command, 'note') },
  );
  return appended?.entry.seq ?? 0;
}

/** A supervisor's word to the agent or to the bot, in the internal log: the visitor's log cannot hold it. */
export async function whisper(
  parts: ConversationParts,
  scope: StaffScope,
  conversationId: string,
  command: CommandRef,
  { to, text, expiresInMs }: { to: 'agent' | 'bot'; text: string; expiresInMs?: number | undefined },
): Promise<number> {
  await findConversation(parts.conversations, scope, conversationId);
  const expiresAt = expiresInMs === undefined ? {} : { expiresAt: isoOf(parts.clock.now() + expiresInMs) };
  const appended = await parts.appender.append(
    { tenantId: scope.tenantId, conversationId },
    { type: 'whisper-created', data: { text, to, ...expiresAt }, ...commanded(scope, command, 'whisper') },
  );
  return appended?.entry.seq ?? 0;
}

/**
 * Gives the conversation to `owner`, or to nobody. An agent may not take what another holds. Where a person was speaking
 * and nobody is left, it waits for one.
 */
export async function assignConversation(
  parts: ConversationParts,
  scope: StaffScope,
  conversationId: string,
  command: CommandRef,
  owner: { id: string; name: string } | null,
): Promise<number> {
  const before = await findConversation(parts.conversations, scope, conversationId);
  const held = before.owner !== null && before.owner.id !== scope.principal.id;
  if (before.mode === 'closed' || (held && scope.principal.role === 'agent')) throw conflictOf(scope, before);
  if (before.mode === 'human') {
    await changeSpeaker(parts, scope, conversationId, command, ['human'], () =>
      owner === null
        ? { to: { mode: 'waiting', owner }, said: { mode: 'waiting', reason: 'unassigned' }, assignment: null }
        : { to: { mode: 'human', owner }, said: { mode: 'human', agentName: owner.name }, assignment: null },
    );
  } else {
    const ownerIds = scope.principal.role === 'agent' ? { ownerIds: [null, scope.principal.id] } : {};
    const only = { modes: ['bot', 'waiting'] as const, ...ownerIds };
    // Of two who claim it at once the second finds it taken, as does who comes after a takeover or the end.
    if ((await parts.conversations.changeOwner(scope.tenantId, conversationId, owner, only)) === null)
      throw conflictOf(scope, await parts.conversations.find(scope.tenantId, conversationId));
  }
  const appended = await parts.appender.append(
    { tenantId: scope.tenantId, conversationId },
    {
      type: 'assignment-changed',
      data: { ...(owner === null ? {} : { owner }), reason: 'assigned' },
      board: {},
      ...commanded(scope, command, 'assignment'),
    },
  );
  return appended?.entry.seq ?? 0;
}

/** Puts it aside until `until`; the visitor's next message brings it back. */
export async function snoozeConversation(
  parts: ConversationParts,
  scope: StaffScope,
  conversationId: string,
  until: number,
): Promise<void> {
  await findConversation(parts.conversations, scope, conversationId);
  await changeBoard(parts, { tenantId: scope.tenantId, conversationId }, { snoozedUntil: until });
}

/** Staff have read the public log up to `seq`: only what the visitor wrote after it is still unread. */
export async function markRead(
  parts: ConversationParts,
  scope: StaffScope,
  conversationId: string,
  seq: number,
): Promise<void> {
  const conversation = await findConversation(parts.conversations, scope, conversationId);
  if (conversation.board.unread === 0) return;
  const after = await parts.entries.read(
    conversationId,
    'public',
    seq + 1,
    Number.MAX_SAFE_INTEGER,
    limits.fetchEntries,
  );
  const unread = after.filter((entry) => boardChangeOf(entry)?.add.unread === 1).length;
  if (unread < conversation.board.unread)
    await changeBoard(parts, { tenantId: scope.tenantId, conversationId }, { unread });
}

/**
 * A person corrects what Jorge understood; null makes it unknown again. The whole map is written anew, and the due mark
 * brings the correction into the bot's state with the next turn. `NOT_FOUND` when no bot has
 * asked for that slot yet, `VALIDATION_FAILED` for a number or an address that is none.
 */
export async function correctSlot(
  parts: ConversationParts,
  scope: StaffScope,
  conversationId: string,
  command: CommandRef,
  slot: string,
  given: unknown,
): Promise<number> {
  const isContact = isContactSlot(slot);
  const value = isContact && given !== null ? contactValueOf(slot, given) : given;
  if (isContact && given !== null && value === null) throw new HubError('VALIDATION_FAILED', { field: 'value' });
  await findConversation(parts.conversations, scope, conversationId);
  const newest = await parts.entries.newestOf(conversationId, 'qualification-changed');
  const known =
    newest?.type === 'qualification-changed' ? newest.data : { slots: {}, answered: 0, total: 0, missing: [] };
  if (!isContact && !Object.hasOwn(known.slots, slot)) throw new HubError('NOT_FOUND', { field: 'slot' });
  const slots: EntryData<'qualification-changed'>['slots'] = {
    ...known.slots,
    [slot]:
      value === null
        ? { value: null, state: 'unknown', confidence: null, evidence: [] }
        : { value, state: 'answered', confidence: 1, evidence: [] },
  };
  const missing = Object.keys(slots).filter((name) => slots[name]?.state === 'unknown' && !isContactSlot(name));
  const now = parts.clock.now();
  await parts.conversations.markDue(scope.tenantId, conversationId, { now, at: now, capMs: 0, evenClosed: true });
  const appended = await parts.appender.append(
    { tenantId: scope.tenantId, conversationId },
    {
      type: 'qualification-changed',
      data: { slots, answered: known.total - missing.length, total: known.total, missing, corrected: { slot, value } },
      ...commanded(scope, command, 'slot'),
    },
  );
  return appended?.entry.seq ?? 0;
}
