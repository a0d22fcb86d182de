import type { Blocklist } from '../features/blocks/blocklist.ts';
import { refuseBlocked } from '../features/blocks/refuseBlocked.ts';
import type { VisitorScope } from '../features/identity/model.ts';
import { type Session, visitorOf } from './session.ts';

/**
 * The scope of a visitor's socket. A blocked visitor is disconnected within a second; until then every command is refused.
 * @throws HubError `FORBIDDEN` when they or their address are blocked, or the socket is none of a visitor's
 */
export async function unblockedVisitorOf(blocklist: Blocklist, session: Session): Promise<VisitorScope> {
  const scope = visitorOf(session);
  await refuseBlocked(blocklist, scope, session.address?.key ?? null);
  return scope;
}
