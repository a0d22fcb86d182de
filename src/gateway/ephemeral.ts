import type { Server } from 'socket.io';
import type { Session } from './session.ts';

/** Typing and holds, which may be lost and are never numbered. They go through Socket.IO's own rooms, over all nodes. */
export interface Ephemeral {
  joinConversation(session: Session, conversationId: string): void;
  leaveConversation(session: Session, conversationId: string): void;
  typing(session: Session, conversationId: string, on: boolean): void;
  /** Tells the team who holds Jorge back, and for how many milliseconds; 0: the hold is over. */
  hold(session: Session, conversationId: string, by: { id: string; name: string }, forMs: number): void;
}

export const conversationRoom = (tenantId: string, conversationId: string): string =>
  `t:${tenantId}:c:${conversationId}`;

export function createEphemeral(io: Server): Ephemeral {
  return {
    joinConversation(session, conversationId) {
      // A socket that left while its command ran would stay in the room forever.
      if (session.socket.connected) void session.socket.join(conversationRoom(session.scope.tenantId, conversationId));
    },
    leaveConversation: (session, conversationId) =>
      void session.socket.leave(conversationRoom(session.scope.tenantId, conversationId)),
    typing(session, conversationId, on) {
      const { principal, tenantId } = session.scope;
      const named = principal.name === undefined ? {} : { name: principal.name };
      const change = { conversationId, kind: principal.role === 'admin' ? 'supervisor' : principal.role, ...named, on };
      const room = conversationRoom(tenantId, conversationId);
      for (const namespace of ['/widget', '/agent', '/supervisor']) {
        // Never back to the socket that types; the sharded adapter passes it to the other nodes.
        const which = namespace === '/widget' || principal.kind === 'visitor' ? {} : { userId: principal.id };
        io.of(namespace)
          .to(room)
          .except(session.socket.id)
          .emit('typing-changed', { ...change, ...which });
      }
    },
    hold(session, conversationId, by, forMs) {
      const room = conversationRoom(session.scope.tenantId, conversationId);
      for (const namespace of ['/agent', '/supervisor'])
        io.of(namespace).to(room).emit('hold-changed', { conversationId, by, forMs });
    },
  };
}
