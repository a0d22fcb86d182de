import { type Clock, isoOf } from '../../../kernel/clock.ts';
import { HubError } from '../../../kernel/hubError.ts';
import type { StaffScope } from '../../identity/model.ts';
import { actorOf } from '../actors.ts';
import { findToWrite } from '../findConversation.ts';
import type { AuditStore, ConversationStore, EntryStore } from '../ports.ts';
import type { Appender } from './appendEntry.ts';
import { entryForStaff } from './entryForStaff.ts';

export interface RevealDeps {
  conversations: Pick<ConversationStore, 'find'>;
  entries: Pick<EntryStore, 'read'>;
  audit: Pick<AuditStore, 'add'>;
  appender: Pick<Appender, 'append'>;
  clock: Clock;
}

const quotedChars = 80;

/**
 * A message of the talk as it was written, with the numbers that staff see as dots. The person who looks is on record before they see it,
 * and stands in the talk for the team, once a day for each person and message.
 * `NOT_FOUND` when there is no such message in the tenant; `FORBIDDEN` for an API key.
 */
export async function revealNumbers(
  deps: RevealDeps,
  scope: StaffScope,
  conversationId: string,
  seq: number,
): Promise<{ text: string }> {
  const { tenantId, principal } = scope;
  // A key is nobody: on record stands a person.
  if (principal.kind !== 'staff') throw new HubError('FORBIDDEN');
  await findToWrite(deps.conversations, scope, conversationId);
  const [entry] = await deps.entries.read(conversationId, 'public', seq, seq, 1);
  if (entry?.type !== 'message-created') throw new HubError('NOT_FOUND', { field: 'seq' });
  const at = deps.clock.now();
  const reason = `message ${seq}`;
  await deps.audit.add({ tenantId, at, principalId: principal.id, action: 'number-reveal', conversationId, reason });
  const seen = entryForStaff(entry) as typeof entry;
  const text = `Viewed the hidden numbers in message ${seq}: “${[...seen.data.text].slice(0, quotedChars).join('')}”`;
  const onceKey = `${principal.id}:reveal:${seq}:${isoOf(at).slice(0, 10)}`;
  const note = { type: 'note-created', data: { text }, actor: actorOf(scope), onceKey } as const;
  await deps.appender.append({ tenantId, conversationId }, note);
  return { text: entry.data.text };
}
