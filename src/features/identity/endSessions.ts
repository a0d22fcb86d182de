import type { Wakeups } from '../../kernel/wakeups.ts';
import type { IdentityStore } from './ports.ts';

/** Tells every node which families of sessions have just ended. */
export const sessionsEndedTopic = 'sessions-ended';

/** Ends families of sessions for good. Kept before it is told: a node that misses the hint finds it within two seconds. */
export async function endSessions(
  parts: { store: Pick<IdentityStore, 'revokeFamily'>; wakeups: Pick<Wakeups, 'publish'> },
  familyIds: readonly string[],
): Promise<void> {
  for (const familyId of familyIds) await parts.store.revokeFamily(familyId);
  parts.wakeups.publish(sessionsEndedTopic, { kind: 'sessions-ended', familyIds });
}
