import { HubError } from '../../kernel/hubError.ts';
import type { VisitorScope } from '../identity/model.ts';
import type { Blocklist } from './blocklist.ts';

/** What a blocked visitor reads, kindly: they may be somebody else at the same address. */
export const blockedSays = 'This chat is not available to you.';

/** Throws `FORBIDDEN`, in words for the visitor, when they or their address are blocked. */
export async function refuseBlocked(
  blocklist: Blocklist,
  { tenantId, principal }: VisitorScope,
  addressKey: string | null,
): Promise<void> {
  if ((await blocklist.find(tenantId, { visitorId: principal.id, addressKey })) === null) return;
  throw new HubError('FORBIDDEN', { says: blockedSays });
}
