import type { Socket } from 'socket.io';
import type { Namespace as NamespaceName } from '../contract/socket/commands.ts';
import type { Device } from '../contract/values.ts';
import type { KnownAddress } from '../features/conversations/model.ts';
import type { Scope, SessionPage, StaffScope, StaffUser, VisitorScope } from '../features/identity/model.ts';
import type { VerifiedSession } from '../features/identity/verifyToken.ts';
import { HubError } from '../kernel/hubError.ts';

/** One connected socket: its user, its token, and what is open on it. */
export interface Session {
  readonly socket: Socket;
  readonly namespace: NamespaceName;
  /** The rights of the session; a refresh may lower them. */
  scope: Scope;
  /** The token it stands on; a refresh replaces it. */
  verified: VerifiedSession;
  warnedOfExpiry: boolean;
  /** Of a visitor: the conversation that is open on this socket. */
  conversationId: string | null;
  /** Of staff: the conversations being opened now; one that the socket leaves meanwhile is not followed once its ack has left. */
  readonly opening: Set<{ conversationId: string; left: boolean }>;
  /** Of staff: where this socket holds Jorge back. One place at a time, as one person writes. */
  holds: string | null;
  /** Of staff, as it was kept when they came. */
  readonly presence: StaffUser['presence'] | null;
  /** Of a visitor: where the talk begins. */
  readonly page: SessionPage | null;
  /** Of a visitor: it was noted that they look at the home of the page. */
  viewNoted: boolean;
  /** Of a visitor: where they come from. */
  readonly address: KnownAddress | null;
  /** Of a visitor: their kind of device; null if their browser does not tell. */
  readonly device: Device | null;
}

export function visitorOf(session: Session): VisitorScope {
  if (session.scope.principal.kind !== 'visitor') throw new HubError('FORBIDDEN');
  return session.scope as VisitorScope;
}

export function staffOf(session: Session): StaffScope {
  if (session.scope.principal.kind === 'visitor') throw new HubError('FORBIDDEN');
  return session.scope as StaffScope;
}
