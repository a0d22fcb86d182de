import type { Socket } from 'socket.io';
import { z } from 'zod';
import { type ErrorCode, errorTable } from '../contract/errors.ts';
import type { Namespace as NamespaceName } from '../contract/socket/commands.ts';
import { protocolVersion } from '../contract/socket/events.ts';
import type { Blocklist } from '../features/blocks/blocklist.ts';
import type { NameAddress } from '../features/blocks/nameAddress.ts';
import { refuseBlocked } from '../features/blocks/refuseBlocked.ts';
import type { ConversationStore } from '../features/conversations/ports.ts';
import { parseApiKey } from '../features/identity/apiKeys.ts';
import { askedBy, type OriginJudge } from '../features/identity/judgeOrigin.ts';
import type { Scope, Site } from '../features/identity/model.ts';
import type { IdentityStore } from '../features/identity/ports.ts';
import type { TokenVerifier } from '../features/identity/verifyToken.ts';
import { HubError, toHubError } from '../kernel/hubError.ts';
import { type Limit, type RateLimits, refuseFor } from '../kernel/rateLimits.ts';
import { deviceOf } from './deviceOf.ts';
import type { Session } from './session.ts';

const handshakeToken = z.string().max(4096);

export interface AdmitDeps {
  verifier: Pick<TokenVerifier, 'verifyVisitor' | 'verifyStaff'>;
  identity: Pick<IdentityStore, 'findSite' | 'findUser'>;
  conversations: Pick<ConversationStore, 'findOpen'>;
  origins: OriginJudge;
  rateLimits: Pick<RateLimits, 'take' | 'peek'>;
  /** The same counter by which REST refuses an address: a refused CONNECT counts there too. */
  callsPerAddress: Limit;
  nameAddress: NameAddress;
  blocklist: Blocklist;
}

/**
 * Decides who may connect, before the first event, from the handshake alone. Throws the error of `connect_error`. A
 * token refused for good counts against the address, so that nobody can try tokens forever.
 */
export async function admit(
  deps: AdmitDeps,
  namespace: NamespaceName,
  socket: Socket,
  address: string,
): Promise<Session> {
  try {
    return await judge(deps, namespace, socket, address);
  } catch (refused) {
    const { code } = toHubError(refused);
    if (!errorTable[code].retryable) refuseFor(await deps.rateLimits.take(deps.callsPerAddress, address));
    throw refused;
  }
}

async function judge(deps: AdmitDeps, namespace: NamespaceName, socket: Socket, address: string): Promise<Session> {
  const { handshake } = socket;
  if (handshake.query.token !== undefined) throw new HubError('AUTH_INVALID');
  const auth: Record<string, unknown> = handshake.auth;
  if (auth.token === undefined || auth.token === null || auth.token === '') throw new HubError('AUTH_REQUIRED');
  const token = handshakeToken.safeParse(auth.token);
  if (!token.success) throw new HubError('AUTH_INVALID');
  if (auth.protocol !== protocolVersion) throw new HubError('PROTOCOL_UNSUPPORTED');
  const asked = askedBy(handshake.headers);
  if (namespace === '/widget') {
    const verified = await deps.verifier.verifyVisitor(token.data);
    const { tenantId, principal } = verified.scope;
    const site = await deps.identity.findSite(principal.siteId);
    if (site === null || site.tenantId !== tenantId) throw new HubError('AUTH_REVOKED');
    deps.origins.require(asked, site.allowedOrigins);
    const named = deps.nameAddress(tenantId, address);
    await refuseBlocked(deps.blocklist, verified.scope, named.key);
    const open = await deps.conversations.findOpen(tenantId, principal.id);
    const conversationId = open?.id ?? null;
    return sessionFor(socket, namespace, {
      verified,
      page: verified.page,
      address: named,
      conversationId,
      presence: null,
      device: deviceOf(handshake.headers['user-agent']),
    });
  }
  // A signature is judged by itself; a key has to be looked up.
  if (parseApiKey(token.data) !== null) refuseFor(await deps.rateLimits.peek(deps.callsPerAddress, address));
  const verified = await deps.verifier.verifyStaff(token.data);
  deps.origins.require(asked, []);
  if (!mayEnter(namespace, verified.scope)) throw new HubError('FORBIDDEN');
  const presence = (await deps.identity.findUser(verified.scope.principal.id))?.presence ?? null;
  const nowhere = { page: null, address: null, device: null, conversationId: null };
  return sessionFor(socket, namespace, { verified, ...nowhere, presence });
}

/** Why a site does not carry this visitor's chat, or no longer; null while it does. */
export function siteRefusal(
  { origins }: { origins: Pick<OriginJudge, 'allows'> },
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
  known: Pick<Session, 'verified' | 'page' | 'address' | 'device' | 'conversationId' | 'presence'>,
): Session {
  return {
    socket,
    namespace,
    scope: known.verified.scope,
    warnedOfExpiry: false,
    opening: new Set(),
    holds: null,
    viewNoted: false,
    ...known,
  };
}
