import type { Blocklist } from '../features/blocks/blocklist.ts';
import { blockedSays } from '../features/blocks/refuseBlocked.ts';
import type { Clock } from '../kernel/clock.ts';
import type { Logger } from '../kernel/observe.ts';
import type { Session } from './session.ts';

export interface CloseBlockedDeps {
  blocklist: Blocklist;
  clock: Clock;
  log: Logger;
}

/** Looks this often for blocks whose hint never came, as from another node while Redis is away. */
const lookEveryMs = 5_000;

/** Closes the sockets of visitors who are blocked: at once when a hint says that the blocks of their tenant changed. */
export function closeBlocked({ blocklist, clock, log }: CloseBlockedDeps, sessions: ReadonlySet<Session>): () => void {
  async function look(tenantId?: string): Promise<void> {
    for (const { scope, address, socket } of [...sessions]) {
      if (scope.principal.kind !== 'visitor' || (tenantId ?? scope.tenantId) !== scope.tenantId) continue;
      const who = { writerId: scope.principal.id, addressKey: address?.key ?? null };
      if ((await blocklist.find(scope.tenantId, who)) === null) continue;
      socket.emit('session-ended', { code: 'FORBIDDEN', message: blockedSays });
      socket.disconnect(true);
    }
  }
  const tell = (err: unknown): void => log.warn('blocked visitors could not be checked', { err });

  let stopped = false;
  let cancel = (): void => {};
  const again = (): void => {
    cancel = clock.after(lookEveryMs, () => {
      look()
        .catch(tell)
        .finally(() => {
          if (!stopped) again();
        });
    });
  };
  again();
  const unsubscribe = blocklist.onChange((tenantId) => void look(tenantId).catch(tell));
  return () => {
    stopped = true;
    cancel();
    unsubscribe();
  };
}
