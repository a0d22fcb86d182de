import type { StreamKind } from '../../contract/streams.ts';
import { stopStream } from '../streams/stopStream.ts';
import type { CoachingParts } from './parts.ts';

const openingLeaseMs = 3000;
const tryAgainMs = 40;
const tries = 25;

/**
 * Ends the running streams of this kind in the conversation as `SUPERSEDED`, on whatever node they run, and then opens
 * the new one; one opener at a time, so that two that begin together do not end each other.
 */
export async function superseding<T>(
  parts: CoachingParts,
  conversationId: string,
  kind: StreamKind,
  open: () => Promise<T>,
): Promise<T> {
  const lease = await takeOpeningLease(parts, `open:${kind}:${conversationId}`);
  try {
    const running = await parts.log.running(conversationId);
    const older = running.filter((header) => header.kind === kind);
    await Promise.all(older.map((header) => stopStream(parts, header, 'SUPERSEDED')));
    return await open();
  } finally {
    await lease?.release();
  }
}

/** After a second without it the lease's holder is taken for lost: two coach streams at once would harm nobody. */
async function takeOpeningLease(parts: CoachingParts, name: string) {
  for (let tried = 0; tried < tries; tried++) {
    const lease = await parts.leases.take(name, openingLeaseMs);
    if (lease !== null) return lease;
    await new Promise<void>((resolve) => parts.clock.after(tryAgainMs, resolve));
  }
  return null;
}
