import type { Wakeups } from '../../kernel/wakeups.ts';
import type { IdentityStore } from './ports.ts';

/** Tells every node which families of sessions have just ended. */
export const sessionsEndedTopic = 'sessions-ended';

/** Ends families of sessions for good. Kept before it is told: a node that misses the hint finds it within two seconds. */
export async function endSessions(
  deps: { store: Pick<IdentityStore, 'revokeFamily'>; wakeups: Pick<Wakeups, 'publish'> },
  familyIds: readonly string[],
): Promise<void> {
  for (const familyId of familyIds) await deps.store.revokeFamily(familyId);
  deps.wakeups.publish(sessionsEndedTopic, { kind: 'sessions-ended', familyIds });
}
