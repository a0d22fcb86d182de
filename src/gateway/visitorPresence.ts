import type { Server } from 'socket.io';
import type { BoardStore } from '../features/conversations/board/ports.ts';
import type { BoardProjection } from '../features/conversations/board/projectBoard.ts';
import { followUpDueAt } from '../features/conversations/owed.ts';
import type { ConversationStore } from '../features/conversations/ports.ts';
import { lookAtWait } from '../features/conversations/scheduleLooks.ts';
import type { ClosedNow } from '../features/conversations/speaker/waitForPerson.ts';
import type { Clock } from '../kernel/clock.ts';
import type { Jobs } from '../kernel/jobs.ts';
import type { Logger } from '../kernel/observe.ts';
import { conversationRoom } from './ephemeral.ts';
import type { Session } from './session.ts';

export interface VisitorPresence {
  /** The visitor has the talk open, and its room joined: on the board they are there. */
  came(tenantId: string, conversationId: string): Promise<void>;
  /** A socket went. When it was the visitor's last, on any node, the board says since when they are away. */
  left(session: Session): void;
}

export interface VisitorPresenceDeps {
  conversations: Pick<ConversationStore, 'find'> & Pick<BoardStore, 'markRow'>;
  rows: Pick<BoardProjection, 'touch'>;
  jobs: Pick<Jobs, 'schedule'>;
  closedNow: ClosedNow;
  clock: Clock;
  log: Logger;
}

type Left = { visitorLeftAt: number; followUpBy: number };
const there = { visitorLeftAt: null, followUpBy: null };

/** A reload is no leaving. */
const graceMs = 10_000;

/**
 * Whether the visitor of a conversation is there to read, for the team: `visitorLeftAt` of its row. A node that dies tells nothing:
 * its visitors come back on another.
 */
export function watchVisitors(io: Server, deps: VisitorPresenceDeps): VisitorPresence {
  async function tell(tenantId: string, conversationId: string, marks: Left | typeof there): Promise<void> {
    await deps.conversations.markRow(tenantId, conversationId, marks);
    deps.rows.touch(tenantId, conversationId);
  }

  const isThere = async (tenantId: string, conversationId: string): Promise<boolean> =>
    (await io.of('/widget').in(conversationRoom(tenantId, conversationId)).fetchSockets()).length > 0;

  async function look(tenantId: string, conversationId: string, leftAt: number): Promise<void> {
    if (await isThere(tenantId, conversationId)) return;
    const conversation = await deps.conversations.find(tenantId, conversationId);
    if (conversation === null || conversation.mode === 'closed') return;
    const followUpBy = followUpDueAt(leftAt, await deps.closedNow(tenantId));
    await tell(tenantId, conversationId, { visitorLeftAt: leftAt, followUpBy });
    // Once more: the visitor may have come back between check and write.
    if (await isThere(tenantId, conversationId)) await tell(tenantId, conversationId, there);
  }

  return {
    async came(tenantId, conversationId) {
      // Read after the room was joined: an earlier read may be older than the news that they left.
      const conversation = await deps.conversations.find(tenantId, conversationId);
      if (typeof conversation?.board.visitorLeftAt !== 'number') return;
      // While they were away nobody looked whether they wait too long.
      const { unansweredSince } = conversation;
      if (unansweredSince !== null) await lookAtWait(deps, { tenantId, conversationId }, unansweredSince);
      await tell(tenantId, conversationId, there);
    },
    left({ scope, conversationId }) {
      if (scope.principal.kind !== 'visitor' || conversationId === null) return;
      const leftAt = deps.clock.now();
      deps.clock.after(graceMs, () => {
        look(scope.tenantId, conversationId, leftAt).catch((err: unknown) =>
          deps.log.warn('whether a visitor left could not be recorded', { err, conversationId }),
        );
      });
    },
  };
}
