import type { StreamKind } from '../../contract/socket/streams.ts';
import { stopStream } from '../streams/stopStream.ts';
import type { CoachingDeps } from './deps.ts';

const openingLeaseMs = 3000;
const tryAgainMs = 40;
const tries = 25;

/**
 * Ends the running streams of this kind in the conversation as `SUPERSEDED`, on whatever node they run, and then opens
 * the new one; one opener at a time, so that two that begin together do not end each other.
 */
export async function superseding<T>(
  deps: CoachingDeps,
  conversationId: string,
  kind: StreamKind,
  open: () => Promise<T>,
): Promise<T> {
  const lease = await takeOpeningLease(deps, `open:${kind}:${conversationId}`);
  try {
    const running = await deps.log.running(conversationId);
    const older = running.filter((header) => header.kind === kind);
    await Promise.all(older.map((header) => stopStream(deps, header, 'SUPERSEDED')));
    return await open();
  } finally {
    await lease?.release();
  }
}

/** Goes on without the lease after a second: its holder is probably lost, and two coach streams at once would harm nobody. */
async function takeOpeningLease(deps: CoachingDeps, name: string) {
  for (let tried = 0; tried < tries; tried++) {
    const lease = await deps.leases.take(name, openingLeaseMs);
    if (lease !== null) return lease;
    await new Promise<void>((resolve) => deps.clock.after(tryAgainMs, resolve));
  }
  return null;
}
