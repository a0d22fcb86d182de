import type { Clock } from '../../kernel/clock.ts';
import { HubError } from '../../kernel/hubError.ts';
import type { StaffScope } from '../identity/model.ts';
import type { AuditStore, ConversationStore, EntryStore } from './ports.ts';

export interface RevealDeps {
  conversations: ConversationStore;
  entries: EntryStore;
  audit: AuditStore;
  clock: Clock;
}

/**
 * A message of the talk as it was written, with the numbers that staff see as dots; who looked is on record before they see it.
 * `NOT_FOUND` when there is no such message in the tenant; `FORBIDDEN` for who is no person.
 */
export async function revealNumbers(
  deps: RevealDeps,
  { tenantId, principal }: StaffScope,
  conversationId: string,
  seq: number,
): Promise<{ text: string }> {
  // A key is nobody: on record stands a person.
  if (principal.kind !== 'staff') throw new HubError('FORBIDDEN');
  if (!(await deps.conversations.find(tenantId, conversationId))) throw new HubError('NOT_FOUND');
  const [entry] = await deps.entries.read(conversationId, 'public', seq, seq, 1);
  if (entry?.type !== 'message-created') throw new HubError('NOT_FOUND', { field: 'seq' });
  const at = deps.clock.now();
  const reason = `message ${seq}`;
  await deps.audit.add({ tenantId, at, principalId: principal.id, action: 'number-reveal', conversationId, reason });
  return { text: entry.data.text };
}
