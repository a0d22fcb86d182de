import type { WidgetSessionRequest } from '../../contract/rest.ts';
import { HubError } from '../../kernel/hubError.ts';
import { newId } from '../../kernel/ids.ts';
import { addressKey, refuseFor } from '../../kernel/rateLimits.ts';
import { judgeOrigin } from './judgeOrigin.ts';
import type { Site, VisitorScope } from './model.ts';
import type { IdentityDeps } from './ports.ts';
import { pageFrom } from './rules.ts';
import { type Claims, tokenLifetimesMs } from './tokens.ts';
import { type VerifiedIdentity, verifyIdentityToken } from './verifyIdentityToken.ts';

export interface WidgetSession {
  scope: VisitorScope;
  token: string;
  visitorToken: string;
  expiresInSeconds: number;
  /** As the visitor knows the tenant. */
  brokerage: string;
  /** Whom the site vouches for. */
  identity: VerifiedIdentity | null;
}

/** Where a browser's call came from and went to. */
export interface Caller {
  origin: string | undefined;
  host: string | undefined;
  address: string;
}

/**
 * Begins or goes on with a visitor. Stores nothing, so that strangers cannot grow the database: the visitor and the
 * lead-to-be are only named, by the year-long `visitorToken`. Whom a site vouches for keeps what they wrote before; a browser
 * that comes back with somebody else's proof is another visitor. Throws `NOT_FOUND` for an unknown site key, `ORIGIN_DENIED`,
 * `RATE_LIMITED`, and `AUTH_INVALID` or `AUTH_EXPIRED`: with the field `identityToken` for a proof that the site's secret did
 * not sign (`NOT_CONFIGURED` when it has none), without for a visitorToken that is not ours, not this tenant's or too old (the
 * widget then begins again without either). `onAllowed` runs as soon as the origin is good.
 */
export async function openWidgetSession(
  deps: Pick<IdentityDeps, 'store' | 'tokens' | 'clock' | 'rateLimits' | 'limits'>,
  request: WidgetSessionRequest,
  caller: Caller,
  onAllowed: () => void = () => {},
): Promise<WidgetSession> {
  refuseFor(await deps.rateLimits.take(deps.limits.widgetSessionsPerAddress, addressKey(caller.address)));
  const site = await deps.store.findSiteByKey(request.siteKey);
  if (!site) throw new HubError('NOT_FOUND', { field: 'siteKey' });
  if (!judgeOrigin(caller.origin, caller.host, site.allowedOrigins)) throw new HubError('ORIGIN_DENIED');
  onAllowed();
  const identity = await identityOf(deps, request.identityToken, site);
  const tenant = await deps.store.findTenant(site.tenantId);
  if (!tenant) throw new HubError('NOT_FOUND', { field: 'siteKey' });
  const visitor = await visitorOf(deps, request.visitorToken, site.tenantId, identity);
  const { known, ...named } = visitor.claim;
  return {
    scope: {
      tenantId: site.tenantId,
      principal: {
        kind: 'visitor',
        id: named.sub,
        leadId: named.lead,
        siteId: site.id,
        role: 'visitor',
        ...nameOf(named),
      },
    },
    token: await deps.tokens.sign('widget', {
      ...named,
      site: site.id,
      page: pageFrom(request.page, request.locale),
    }),
    visitorToken: visitor.token ?? (await deps.tokens.sign('visitor', visitor.claim)),
    expiresInSeconds: tokenLifetimesMs.widget / 1000,
    brokerage: tenant.name,
    identity,
  };
}

const nameOf = ({ name }: { name?: string }): { name?: string } => (name === undefined ? {} : { name });

async function identityOf(
  deps: Pick<IdentityDeps, 'clock'>,
  identityToken: string | undefined,
  { identitySecret }: Pick<Site, 'identitySecret'>,
): Promise<VerifiedIdentity | null> {
  if (identityToken === undefined) return null;
  // To ignore it would be to believe nobody silently.
  if (!identitySecret) throw new HubError('NOT_CONFIGURED', { field: 'identityToken' });
  return verifyIdentityToken(identityToken, identitySecret, deps.clock.now());
}

/** The visitor, and the token that says so where the one that came is still right. */
async function visitorOf(
  deps: Pick<IdentityDeps, 'tokens'>,
  visitorToken: string | undefined,
  tenantId: string,
  identity: VerifiedIdentity | null,
): Promise<{ claim: Claims<'visitor'>; token: string | null }> {
  const vouched = identity === null ? {} : { known: identity.sub, ...nameOf(identity) };
  const fresh = () => ({ claim: { sub: newId(), tid: tenantId, lead: newId(), ...vouched }, token: null });
  if (visitorToken === undefined) return fresh();
  const { expiresAt, ...claim } = await deps.tokens.verify('visitor', visitorToken);
  if (claim.tid !== tenantId) throw new HubError('AUTH_INVALID');
  if (identity === null || (claim.known === identity.sub && claim.name === identity.name))
    return { claim, token: visitorToken };
  if (claim.known !== undefined && claim.known !== identity.sub) return fresh();
  return { claim: { sub: claim.sub, tid: claim.tid, lead: claim.lead, ...vouched }, token: null };
}
