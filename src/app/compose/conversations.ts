import type { ClosedNow } from '../../features/conversations/speaker/waitForPerson.ts';
import { readClosed } from '../../features/settings/readClosed.ts';
import type { TenantKnowledge } from '../../features/settings/tenantKnowledge.ts';
import { createPresence, type Presence } from '../../gateway/presence.ts';
import type { Logger } from '../../kernel/observe.ts';
import type { Stores } from '../stores.ts';
import type { LogParts } from './log.ts';

/** All that use cases on conversations work with. Only this folder knows the whole of it: each use case names its own part. */
export interface ConversationParts extends LogParts {
  closedNow: ClosedNow;
  settingsOf: TenantKnowledge['settingsOf'];
}

/** The conversations, and the staff who are here for them. */
export function composeConversations(
  { identity }: Pick<Stores, 'identity'>,
  { logs, tenants, log }: { logs: LogParts; tenants: TenantKnowledge; log: Logger },
): { conversations: ConversationParts; presence: Presence } {
  const { wakeups, clock } = logs;
  const presence = createPresence({ ...tenants, identity, wakeups, clock, log });
  const closedNow: ClosedNow = (tenantId) =>
    readClosed({ ...tenants, clock, atDesk: () => presence.here(tenantId).atDesk }, tenantId);
  return { conversations: { ...logs, closedNow, settingsOf: tenants.settingsOf }, presence };
}
