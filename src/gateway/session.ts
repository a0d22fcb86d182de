import type { Socket } from 'socket.io';
import type { Namespace as NamespaceName } from '../contract/commands.ts';
import type { KnownAddress } from '../features/conversations/model.ts';
import type { Scope, SessionPage, StaffScope, StaffUser, VisitorScope } from '../features/identity/model.ts';
import type { VerifiedSession } from '../features/identity/verifyToken.ts';
import { HubError } from '../kernel/hubError.ts';

/** One connected socket: who it is for, until when, and what it may still send. */
export interface Session {
  readonly socket: Socket;
  readonly namespace: NamespaceName;
  /** What it may do; a refresh may lower it. */
  scope: Scope;
  /** The token it stands on; a refresh replaces it. */
  verified: VerifiedSession;
  warnedOfExpiry: boolean;
  /** Of a visitor: the conversation that is open on this socket. */
  conversationId: string | null;
  /** Of staff: what is being opened now; what the socket leaves meanwhile is not followed once its ack has left. */
  readonly opening: Set<{ conversationId: string; left: boolean }>;
  /** Of staff: where this socket holds Jorge back. One place at a time, as one person writes. */
  holds: string | null;
  /** Of staff, as it was kept when they came. */
  readonly presence: StaffUser['presence'] | null;
  /** Of a visitor: where the talk begins. */
  readonly page: SessionPage | null;
  /** Of a visitor: where they come from. */
  readonly address: KnownAddress | null;
}

export function visitorOf(session: Session): VisitorScope {
  if (session.scope.principal.kind !== 'visitor') throw new HubError('FORBIDDEN');
  return session.scope as VisitorScope;
}

export function staffOf(session: Session): StaffScope {
  if (session.scope.principal.kind === 'visitor') throw new HubError('FORBIDDEN');
  return session.scope as StaffScope;
}
