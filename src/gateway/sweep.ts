import { isoOf } from '../kernel/clock.ts';
import type { Connections } from './connections.ts';
import type { Feed } from './feed.ts';
import type { GatewayParts } from './parts.ts';
import type { Session } from './session.ts';

const sweepEveryMs = 1000;
const headsEveryMs = 15_000;
const streamsEveryMs = 2000;
const warnBeforeMs = 60_000;

/** Keeps connected sockets honest: warns before a token ends, closes when it has or was taken away, and tells the heads. */
export function keepSessions(
  parts: Pick<GatewayParts, 'clock' | 'log'> & { verifier: Pick<GatewayParts['verifier'], 'recheck'> },
  sessions: ReadonlySet<Session>,
  feed: Pick<Feed, 'tellHeads' | 'recheckStreams'>,
  connections: Pick<Connections, 'sweep'>,
): () => void {
  let stopped = false;
  let cancelSweep = (): void => {};
  let cancelConnections = (): void => {};
  let cancelHeads = (): void => {};
  let cancelStreams = (): void => {};

  async function sweep(): Promise<void> {
    for (const session of [...sessions]) {
      const { verified, socket } = session;
      const ended = await parts.verifier.recheck(verified);
      if (ended !== null && session.verified === verified) {
        socket.emit('session-ended', { code: ended });
        socket.disconnect(true);
      } else if (!session.warnedOfExpiry && verified.expiresAt - parts.clock.now() < warnBeforeMs) {
        session.warnedOfExpiry = true;
        socket.emit('auth-expiring', { expiresAt: isoOf(verified.expiresAt) });
      }
    }
  }

  function repeat(everyMs: number, act: () => Promise<void>, keep: (cancel: () => void) => void): void {
    keep(
      parts.clock.after(everyMs, () => {
        act()
          .catch((err: unknown) => parts.log.warn('sessions could not be looked after', { err }))
          .finally(() => {
            if (!stopped) repeat(everyMs, act, keep);
          });
      }),
    );
  }
  repeat(sweepEveryMs, sweep, (cancel) => {
    cancelSweep = cancel;
  });
  // On its own: however long the store takes to say who is still somebody, what waits here is looked at in time.
  repeat(
    sweepEveryMs,
    async () => connections.sweep(),
    (cancel) => {
      cancelConnections = cancel;
    },
  );
  repeat(
    headsEveryMs,
    () => feed.tellHeads(),
    (cancel) => {
      cancelHeads = cancel;
    },
  );
  repeat(
    streamsEveryMs,
    async () => feed.recheckStreams(),
    (cancel) => {
      cancelStreams = cancel;
    },
  );
  return () => {
    stopped = true;
    cancelStreams();
    cancelSweep();
    cancelConnections();
    cancelHeads();
  };
}
