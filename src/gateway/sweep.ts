import type { OriginJudge } from '../features/identity/judgeOrigin.ts';
import type { Site } from '../features/identity/model.ts';
import type { IdentityStore } from '../features/identity/ports.ts';
import type { TokenVerifier, VerifiedSession } from '../features/identity/verifyToken.ts';
import { type Clock, isoOf } from '../kernel/clock.ts';
import type { Logger } from '../kernel/observe.ts';
import { siteRefusal } from './admit.ts';
import type { Connections } from './connections.ts';
import { endSession } from './endedSessions.ts';
import type { Feed } from './feed.ts';
import type { Session } from './session.ts';

const sweepEveryMs = 1000;
const headsEveryMs = 15_000;
const streamsEveryMs = 2000;
const warnBeforeMs = 60_000;

export interface SweepDeps {
  verifier: Pick<TokenVerifier, 'recheck'>;
  identity: Pick<IdentityStore, 'findSites'>;
  origins: OriginJudge;
  clock: Clock;
  log: Logger;
}

/**
 * Keeps connected sockets honest: warns before a token ends, closes when it has or was taken away, or when the visitor's site
 * does not carry the chat anymore, and tells the heads.
 */
export function keepSessions(
  deps: SweepDeps,
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
    const looked = [...sessions].map((session) => ({ session, verified: session.verified }));
    const [endOf, siteOf] = await Promise.all([
      deps.verifier.recheck(looked.map(({ verified }) => verified)),
      readSites(looked.map(({ verified }) => verified)),
    ]);
    for (const { session, verified } of looked) {
      const { socket } = session;
      const { principal } = verified.scope;
      const site = principal.kind === 'visitor' ? siteRefusal(deps, session, siteOf(principal.siteId)) : null;
      const ended = endOf(verified) ?? site;
      // A refresh while this was looked up stands on another token.
      if (session.verified !== verified) continue;
      if (ended !== null) endSession(session, ended);
      else if (!session.warnedOfExpiry && verified.expiresAt - deps.clock.now() < warnBeforeMs) {
        session.warnedOfExpiry = true;
        socket.emit('auth-expiring', { expiresAt: isoOf(verified.expiresAt) });
      }
    }
  }

  async function readSites(sessions: readonly VerifiedSession[]): Promise<(siteId: string) => Site | undefined> {
    const ids = new Set(
      sessions.flatMap(({ scope: { principal } }) => (principal.kind === 'visitor' ? principal.siteId : [])),
    );
    if (ids.size === 0) return () => undefined;
    const sites = new Map((await deps.identity.findSites([...ids])).map((site) => [site.id, site]));
    return (siteId) => sites.get(siteId);
  }

  function repeat(everyMs: number, act: () => Promise<void>, keep: (cancel: () => void) => void): void {
    keep(
      deps.clock.after(everyMs, () => {
        act()
          .catch((err: unknown) => deps.log.warn('sessions could not be checked', { err }))
          .finally(() => {
            if (!stopped) repeat(everyMs, act, keep);
          });
      }),
    );
  }
  repeat(sweepEveryMs, sweep, (cancel) => {
    cancelSweep = cancel;
  });
  // A timer of its own: connections are swept in time even while the store is slow to recheck sessions.
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
