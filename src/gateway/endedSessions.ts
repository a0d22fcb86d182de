import { LRUCache } from 'lru-cache';
import type { ErrorCode } from '../contract/errors.ts';
import { sessionsEndedTopic } from '../features/identity/endSessions.ts';
import type { Wakeups } from '../kernel/wakeups.ts';
import type { Session } from './session.ts';

/** Longer than it takes to be let in. */
const rememberedMs = 60_000;

/** Tells a session why it is over, and closes its connection. */
export function endSession({ socket }: Session, code: ErrorCode): void {
  socket.emit('session-ended', { code });
  socket.disconnect(true);
}

/**
 * Disconnects at once every socket whose session was ended on any node. `isEnded` is for a socket that was admitted a moment
 * ago: the hint may have come while its token was checked.
 */
export function hearEndedSessions(
  { wakeups }: { wakeups: Pick<Wakeups, 'subscribe'> },
  sessions: ReadonlySet<Session>,
): { isEnded(session: Session): boolean; stop(): void } {
  const recent = new LRUCache<string, true>({ max: 10_000, ttl: rememberedMs });
  const isEnded = ({ verified: { familyId } }: Session): boolean => familyId !== null && recent.has(familyId);
  const stop = wakeups.subscribe(sessionsEndedTopic, (hint) => {
    for (const familyId of hint.familyIds as string[]) recent.set(familyId, true);
    for (const session of [...sessions]) if (isEnded(session)) endSession(session, 'AUTH_REVOKED');
  });
  return { isEnded, stop };
}
