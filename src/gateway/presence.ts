import type { TableParts } from './parts.ts';
import type { Session } from './session.ts';

/**
 * Tells the team that somebody came, and whoever came who is here. Of this node's people: those on other nodes are heard of
 * with their next change.
 */
export async function tellArrival(parts: TableParts, sessions: ReadonlySet<Session>, session: Session): Promise<void> {
  const { principal, tenantId } = session.scope;
  if (principal.kind !== 'staff') return;
  const here = new Map<string, string>();
  for (const other of sessions) {
    const { scope } = other;
    if (scope.tenantId === tenantId && scope.principal.kind === 'staff')
      here.set(scope.principal.id, scope.principal.name);
  }
  for (const [userId, name] of here) {
    const status = (await parts.identity.findUser(userId))?.presence.status ?? 'available';
    if (userId === principal.id) parts.ephemeral.presence(tenantId, { userId, name, status });
    else session.socket.emit('presence-changed', { userId, name, status });
  }
}

/** Tells the team that somebody left, when no other socket of theirs is open here. */
export function tellDeparture(parts: TableParts, sessions: ReadonlySet<Session>, session: Session): void {
  const { principal, tenantId } = session.scope;
  if (principal.kind !== 'staff') return;
  for (const other of sessions) if (other.scope.principal.id === principal.id) return;
  parts.ephemeral.presence(tenantId, { userId: principal.id, name: principal.name, status: 'offline' });
}
