import type { WidgetSessionRequest } from '../../contract/rest/widgetSessions.ts';
import type { HourCycle } from '../../contract/values.ts';
import { hourCycleOf } from '../../kernel/clockLabel.ts';
import { HubError, toHubError } from '../../kernel/hubError.ts';
import { newId } from '../../kernel/ids.ts';
import { addressKey, refuseFor } from '../../kernel/rateLimits.ts';
import type { Asked, OriginJudge } from './judgeOrigin.ts';
import type { Site, VisitorScope } from './model.ts';
import type { IdentityDeps } from './ports.ts';
import { pageFrom } from './rules.ts';
import { type Claims, tokenLifetimesMs } from './tokens.ts';
import { type VerifiedIdentity, verifyIdentityToken } from './verifyIdentityToken.ts';
import { visitorFamily } from './visitorFamily.ts';

export interface WidgetSession {
  scope: VisitorScope;
  token: string;
  visitorToken: string;
  expiresInSeconds: number;
  /** As the visitor knows the tenant. */
  brokerage: string;
  hourCycle: HourCycle;
  site: Site;
  /** The person the site vouches for. */
  identity: VerifiedIdentity | null;
  /** The family of sessions that has to end before `token` is given away: its tokens may be in somebody else's hands. */
  supersedes: string | null;
}

type OpenDeps = Pick<IdentityDeps, 'store' | 'tokens' | 'clock' | 'rateLimits' | 'limits'> & { origins: OriginJudge };

/** The origin, the host and the network address of a browser's call. */
export interface Caller extends Asked {
  address: string;
}

/**
 * Opens a session of a visitor, new or returning. Stores nothing, so that strangers cannot grow the database: the visitor and the
 * lead-to-be are only named, by the year-long `visitorToken`. A person a site vouches for keeps what they wrote before. A browser
 * is another visitor when it comes back with somebody else's proof, or with none after a proof (and without the `token` of a
 * session that still runs), or when its sessions were ended. `onAllowed` runs as soon as the origin is good.
 * @throws HubError NOT_FOUND: unknown site key; ORIGIN_DENIED; RATE_LIMITED; AUTH_INVALID or AUTH_EXPIRED: with the field
 * `identityToken` for a proof that the site's secret did not sign (NOT_CONFIGURED when it has none), without a field for a
 * visitorToken that is not ours, not this tenant's or too old (the widget then begins again without either)
 */
export async function openWidgetSession(
  deps: OpenDeps,
  request: WidgetSessionRequest,
  caller: Caller,
  onAllowed: () => void = () => {},
): Promise<WidgetSession> {
  const site = await siteFor(deps, request.siteKey, caller);
  onAllowed();
  const identity = await identityOf(deps, request.identityToken, site);
  const tenant = await deps.store.findTenant(site.tenantId);
  if (!tenant) throw new HubError('NOT_FOUND', { field: 'siteKey' });
  const visitor = await visitorOf(deps, request, site.tenantId, identity);
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
      ...(known === undefined ? {} : { signed: true }),
      site: site.id,
      page: {
        ...pageFrom(request.page, request.locale),
        ...(request.keepViews === false ? { keepViews: false as const } : {}),
      },
    }),
    visitorToken: visitor.token ?? (await deps.tokens.sign('visitor', visitor.claim)),
    expiresInSeconds: tokenLifetimesMs.widget / 1000,
    brokerage: tenant.name,
    hourCycle: hourCycleOf(tenant.timeZone),
    site,
    identity,
    supersedes: visitor.supersedes,
  };
}

/**
 * The families of sessions of a visitor who wants nothing left of them in this browser.
 * @throws HubError as `openWidgetSession` does for the site and the visitorToken
 */
export async function familiesOfVisitor(
  deps: OpenDeps,
  request: { siteKey: string; visitorToken: string },
  caller: Caller,
  onAllowed: () => void,
): Promise<string[]> {
  const { tenantId } = await siteFor(deps, request.siteKey, caller);
  onAllowed();
  const { tid, sub } = await deps.tokens.verify('visitor', request.visitorToken);
  if (tid !== tenantId) throw new HubError('AUTH_INVALID');
  return [visitorFamily(sub, false), visitorFamily(sub, true)];
}

async function siteFor(deps: OpenDeps, siteKey: string, caller: Caller): Promise<Site> {
  refuseFor(await deps.rateLimits.take(deps.limits.widgetSessionsPerAddress, addressKey(caller.address)));
  const site = await deps.store.findSiteByKey(siteKey);
  if (!site) throw new HubError('NOT_FOUND', { field: 'siteKey' });
  deps.origins.require(caller, site.allowedOrigins);
  return site;
}

const nameOf = ({ name }: { name?: string }): { name?: string } => (name === undefined ? {} : { name });

async function identityOf(
  deps: Pick<IdentityDeps, 'clock'>,
  identityToken: string | undefined,
  { identitySecret }: Pick<Site, 'identitySecret'>,
): Promise<VerifiedIdentity | null> {
  if (identityToken === undefined) return null;
  // Ignoring the token would silently believe nobody.
  if (!identitySecret) throw new HubError('NOT_CONFIGURED', { field: 'identityToken' });
  return verifyIdentityToken(identityToken, identitySecret, deps.clock.now());
}

interface NamedVisitor {
  claim: Claims<'visitor'>;
  /** The token that says so, where the one that came is still right. */
  token: string | null;
  supersedes: string | null;
}

async function visitorOf(
  deps: Pick<IdentityDeps, 'tokens' | 'store'>,
  { visitorToken, token }: WidgetSessionRequest,
  tenantId: string,
  identity: VerifiedIdentity | null,
): Promise<NamedVisitor> {
  const vouched = identity === null ? {} : { known: identity.sub, ...nameOf(identity) };
  const fresh = (): NamedVisitor => ({
    claim: { sub: newId(), tid: tenantId, lead: newId(), ...vouched },
    token: null,
    supersedes: null,
  });
  if (visitorToken === undefined) return fresh();
  const { expiresAt, ...claim } = await deps.tokens.verify('visitor', visitorToken);
  if (claim.tid !== tenantId) throw new HubError('AUTH_INVALID');
  const anonymous = visitorFamily(claim.sub, false);
  const [anonymousEnded, signedEnded] = await Promise.all([
    deps.store.isFamilyEnded(anonymous),
    deps.store.isFamilyEnded(visitorFamily(claim.sub, true)),
  ]);
  if (signedEnded) return fresh();
  if (identity === null) {
    const goesOn = claim.known === undefined ? !anonymousEnded : await isSignedSession(deps, token, claim.sub);
    return goesOn ? { claim, token: visitorToken, supersedes: null } : fresh();
  }
  if (claim.known !== undefined && claim.known !== identity.sub) return fresh();
  const isSame = claim.known === identity.sub && claim.name === identity.name;
  return {
    claim: { sub: claim.sub, tid: claim.tid, lead: claim.lead, ...vouched },
    token: isSame ? visitorToken : null,
    supersedes: anonymousEnded ? null : anonymous,
  };
}

/** Whether it is the token of a session of this visitor that a site vouched for, and that still runs. */
async function isSignedSession(
  { tokens }: Pick<IdentityDeps, 'tokens'>,
  token: string | undefined,
  visitorId: string,
): Promise<boolean> {
  if (token === undefined) return false;
  try {
    const { sub, signed } = await tokens.verify('widget', token);
    return signed === true && sub === visitorId;
  } catch (refusal) {
    if (toHubError(refusal).code.startsWith('AUTH_')) return false;
    throw refusal;
  }
}
