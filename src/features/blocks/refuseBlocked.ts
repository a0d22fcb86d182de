import { HubError } from '../../kernel/hubError.ts';
import type { VisitorScope } from '../identity/model.ts';
import type { Blocklist } from './blocklist.ts';

/** The kind words for a blocked visitor: they may be somebody else at the same address. */
export const blockedSays = 'This chat isn’t available to you.';

/**
 * Refuses blocked visitors, in words for them.
 * @throws HubError FORBIDDEN when they or their address are blocked
 */
export async function refuseBlocked(
  blocklist: Blocklist,
  { tenantId, principal }: VisitorScope,
  addressKey: string | null,
): Promise<void> {
  if ((await blocklist.find(tenantId, { writerId: principal.id, addressKey })) === null) return;
  throw new HubError('FORBIDDEN', { says: blockedSays });
}
