import type { Entry } from '../../contract/log/entry.ts';
import type { TenantVersions } from '../../features/tenants/tenantVersions.ts';
import { runTurn } from '../../features/turns/runTurn.ts';
import { createTurnQueue, type TurnQueue } from '../../features/turns/turnQueue.ts';
import type { Config } from '../config.ts';
import type { TurnParts } from './turns.ts';

/** Nodes with only sockets hand their turns to nodes that take them. */
const turnsTopic = 'turns';

export interface TurnNode {
  /** The place to ask for turns: this node, or the ones that take them. */
  requests: Pick<TurnQueue, 'heard' | 'request'>;
  /** Null on a node with only sockets. */
  queue: TurnQueue | null;
  stopListening(): void;
}

/** The turns of this node, by its role; each begins in a pass of the event loop of its own. */
export function composeTurnNode(
  role: Config['role'],
  parts: TurnParts,
  { readVersion }: Pick<TenantVersions, 'readVersion'>,
): TurnNode {
  const { wakeups, log } = parts;
  if (role === 'gateway') {
    const requests: TurnNode['requests'] = {
      heard: (tenantId, entry) => wakeups.publish(turnsTopic, { kind: 'entry', tenantId, entry }),
      request: (tenantId, conversationId, at) =>
        wakeups.publish(turnsTopic, { kind: 'turn-due', tenantId, conversationId, at }),
    };
    return { requests, queue: null, stopListening: () => {} };
  }
  const queue = createTurnQueue({
    ...parts,
    async runTurn(tenantId, conversationId, seen) {
      await parts.ownPass();
      return runTurn(parts, tenantId, conversationId, seen);
    },
  });
  const stopListening =
    role === 'worker'
      ? wakeups.subscribe(turnsTopic, (hint) => {
          const tenantId = String(hint.tenantId);
          // The node with the socket read the version for itself alone; a hint of a change may be lost.
          if (hint.kind === 'entry')
            void readVersion(tenantId)
              .catch((err: unknown) => log.warn('the version of a brokerage was not read', { err, tenantId }))
              .then(() => queue.heard(tenantId, hint.entry as Entry));
          else queue.request(tenantId, String(hint.conversationId), Number(hint.at));
        })
      : () => {};
  return {
    requests: queue,
    queue,
    stopListening,
  };
}
