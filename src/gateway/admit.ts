import type { Socket } from 'socket.io';
import { z } from 'zod';
import type { Namespace as NamespaceName } from '../contract/commands.ts';
import { type ErrorCode, errorTable } from '../contract/errors.ts';
import { protocolVersion } from '../contract/events.ts';
import { refuseBlocked } from '../features/blocks/refuseBlocked.ts';
import { parseApiKey } from '../features/identity/apiKeys.ts';
import { askedBy } from '../features/identity/judgeOrigin.ts';
import type { Scope, Site } from '../features/identity/model.ts';
import { HubError, toHubError } from '../kernel/hubError.ts';
import { refuseFor } from '../kernel/rateLimits.ts';
import type { GatewayParts } from './parts.ts';
import type { Session } from './session.ts';

const handshakeToken = z.string().max(4096);

/**
 * Who may connect: decided before the first event, from the handshake alone. Throws the error of `connect_error`. What is
 * refused for good counts against the address, so that nobody can try tokens for ever.
 */
export async function admit(
  parts: GatewayParts,
  namespace: NamespaceName,
  socket: Socket,
  address: string,
): Promise<Session> {
  try {
    return await judge(parts, namespace, socket, address);
  } catch (refused) {
    const { code } = toHubError(refused);
    if (!errorTable[code].retryable) refuseFor(await parts.rateLimits.take(parts.callsPerAddress, address));
    throw refused;
  }
}

async function judge(parts: GatewayParts, namespace: NamespaceName, socket: Socket, address: string): Promise<Session> {
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
    const named = parts.nameAddress(tenantId, address);
    await refuseBlocked(parts.blocklist, verified.scope, named.key);
    const open = await parts.conversations.findOpen(tenantId, principal.id);
    const conversationId = open?.id ?? null;
    return sessionFor(socket, namespace, {
      verified,
      page: verified.page,
      address: named,
      conversationId,
      presence: null,
    });
  }
  // A signature is judged by itself; a key has to be looked up.
  if (parseApiKey(token.data) !== null) refuseFor(await parts.rateLimits.peek(parts.callsPerAddress, address));
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
