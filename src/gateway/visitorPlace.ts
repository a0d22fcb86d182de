import type { Server } from 'socket.io';
import { changeBoard } from '../features/conversations/changeBoard.ts';
import type { ConversationParts } from '../features/conversations/parts.ts';
import type { Logger } from '../kernel/observe.ts';
import { conversationRoom } from './ephemeral.ts';
import type { Session } from './session.ts';

export interface VisitorPlace {
  /** The visitor has the talk open, and its room joined: on the board they are there. */
  came(tenantId: string, conversationId: string): Promise<void>;
  /** A socket went. When it was the visitor's last, on any node, the board says since when they are away. */
  left(session: Session): void;
}

/** A reload is no leaving. */
const graceMs = 10_000;

/**
 * Whether the visitor of a conversation is there to read, for the team: `visitorLeftAt` of its row. A node that dies tells nothing:
 * its visitors come back on another.
 */
export function watchVisitors(
  io: Server,
  parts: Pick<ConversationParts, 'conversations' | 'wakeups' | 'clock'> & { log: Logger },
): VisitorPlace {
  const tell = (tenantId: string, conversationId: string, visitorLeftAt: number | null) =>
    changeBoard(parts, { tenantId, conversationId }, { visitorLeftAt });

  const isThere = async (tenantId: string, conversationId: string): Promise<boolean> =>
    (await io.of('/widget').in(conversationRoom(tenantId, conversationId)).fetchSockets()).length > 0;

  async function look(tenantId: string, conversationId: string, leftAt: number): Promise<void> {
    if (await isThere(tenantId, conversationId)) return;
    const conversation = await parts.conversations.find(tenantId, conversationId);
    if (conversation === null || !conversation.board.shown || conversation.mode === 'closed') return;
    await tell(tenantId, conversationId, leftAt);
    // Who came back between the look and the telling found nothing to take back.
    if (await isThere(tenantId, conversationId)) await tell(tenantId, conversationId, null);
  }

  return {
    async came(tenantId, conversationId) {
      // Read after the room was joined: what was read before may be older than the news that they left.
      const conversation = await parts.conversations.find(tenantId, conversationId);
      if (typeof conversation?.board.visitorLeftAt === 'number') await tell(tenantId, conversationId, null);
    },
    left({ scope, conversationId }) {
      if (scope.principal.kind !== 'visitor' || conversationId === null) return;
      const leftAt = parts.clock.now();
      parts.clock.after(graceMs, () => {
        look(scope.tenantId, conversationId, leftAt).catch((err: unknown) =>
          parts.log.warn('whether a visitor left could not be told', { err, conversationId }),
        );
      });
    },
  };
}
