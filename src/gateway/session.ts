import type { Socket } from 'socket.io';
import type { Namespace as NamespaceName } from '../contract/commands.ts';
import type { Scope, SessionPage, StaffScope, VisitorScope } from '../features/identity/model.ts';
import type { VerifiedSession } from '../features/identity/verifyToken.ts';
import { HubError } from '../kernel/hubError.ts';
import { type Bucket, fullBucket, type RateName, type Rates, takeToken } from './limits.ts';

/** One connected socket: who it is for, until when, and what it may still send. */
export interface Session {
  readonly socket: Socket;
  readonly namespace: NamespaceName;
  readonly scope: Scope;
  /** The token it stands on; a refresh replaces it. */
  verified: VerifiedSession;
  warnedOfExpiry: boolean;
  /** Of a visitor: the conversation that is open on this socket. */
  conversationId: string | null;
  /** Of a visitor: where the talk begins. */
  readonly page: SessionPage | null;
  readonly buckets: Map<RateName, Bucket>;
}

export function visitorOf(session: Session): VisitorScope {
  if (session.scope.principal.kind !== 'visitor') throw new HubError('FORBIDDEN');
  return session.scope as VisitorScope;
}

export function staffOf(session: Session): StaffScope {
  if (session.scope.principal.kind === 'visitor') throw new HubError('FORBIDDEN');
  return session.scope as StaffScope;
}

/** Throws `RATE_LIMITED` with the time to wait when this socket has used up what the rate allows. */
export function takeFromRate(session: Session, rates: Rates, name: RateName, now: number): void {
  let bucket = session.buckets.get(name);
  if (bucket === undefined) {
    bucket = fullBucket(rates[name], now);
    session.buckets.set(name, bucket);
  }
  const retryAfterMs = takeToken(bucket, rates[name], now);
  if (retryAfterMs > 0) throw new HubError('RATE_LIMITED', { retryAfterMs });
}
