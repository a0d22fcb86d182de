import type { Socket } from 'socket.io';
import { z } from 'zod';
import type { Namespace as NamespaceName } from '../contract/commands.ts';
import type { ErrorCode } from '../contract/errors.ts';
import { protocolVersion } from '../contract/events.ts';
import { refuseBlocked } from '../features/blocks/refuseBlocked.ts';
import { askedBy } from '../features/identity/judgeOrigin.ts';
import type { Scope, Site } from '../features/identity/model.ts';
import { HubError } from '../kernel/hubError.ts';
import { addressOf } from './addressOf.ts';
import type { GatewayParts } from './parts.ts';
import type { Session } from './session.ts';

const handshakeToken = z.string().max(4096);

/** Who may connect: decided before the first event, from the handshake alone. Throws the error of `connect_error`. */
export async function admit(parts: GatewayParts, namespace: NamespaceName, socket: Socket): Promise<Session> {
  const { handshake } = socket;
  if (handshake.query.token !== undefined) throw new HubError('AUTH_INVALID');
  const auth: Record<string, unknown> = handshake.auth;
  if (auth.token === undefined || auth.token === null || auth.token === '') throw new HubError('AUTH_REQUIRED');
  const token = handshakeToken.safeParse(auth.token);
  if (!token.success) throw new HubError('AUTH_INVALID');
  if (auth.protocol !== protocolVersion) throw new HubError('PROTOCOL_UNSUPPORTED');
  const asked = askedBy(handshake.headers);
  if (namespace === '/widget') {
    const verified = await parts.verifier.verifyVisitor(token.data);
    const { tenantId, principal } = verified.scope;
    const site = await parts.identity.findSite(principal.siteId);
    if (site === null || site.tenantId !== tenantId) throw new HubError('AUTH_REVOKED');
    parts.origins.require(asked, site.allowedOrigins);
    const address = parts.nameAddress(tenantId, addressOf(socket, parts.trustedProxies));
    await refuseBlocked(parts.blocklist, verified.scope, address.key);
    const open = await parts.conversations.findOpen(tenantId, principal.id);
    const conversationId = open?.id ?? null;
    return sessionFor(socket, namespace, { verified, page: verified.page, address, conversationId, presence: null });
  }
  const verified = await parts.verifier.verifyStaff(token.data);
  parts.origins.require(asked, []);
  if (!mayEnter(namespace, verified.scope)) throw new HubError('FORBIDDEN');
  const presence = (await parts.identity.findUser(verified.scope.principal.id))?.presence ?? null;
  return sessionFor(socket, namespace, { verified, page: null, address: null, conversationId: null, presence });
}

/** Why a site does not carry this visitor's chat, or no longer; null while it does. */
export function siteRefusal(
  { origins }: Pick<GatewayParts, 'origins'>,
  { socket, scope }: Pick<Session, 'socket' | 'scope'>,
  site: Site | null | undefined,
): ErrorCode | null {
  if (site?.tenantId !== scope.tenantId) return 'AUTH_REVOKED';
  return origins.allows(askedBy(socket.handshake.headers), site.allowedOrigins) ? null : 'ORIGIN_DENIED';
}

/** Supervisors have a namespace of their own, and admins act as such. */
export const mayEnter = (namespace: NamespaceName, { principal }: Scope): boolean =>
  namespace !== '/supervisor' || principal.role === 'supervisor' || principal.role === 'admin';

function sessionFor(
  socket: Socket,
  namespace: NamespaceName,
  known: Pick<Session, 'verified' | 'page' | 'address' | 'conversationId' | 'presence'>,
): Session {
  return {
    socket,
    namespace,
    scope: known.verified.scope,
    warnedOfExpiry: false,
    opening: new Set(),
    holds: null,
    ...known,
  };
}
