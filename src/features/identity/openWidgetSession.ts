import type { WidgetSessionRequest } from '../../contract/rest.ts';
import { HubError } from '../../kernel/hubError.ts';
import { newId } from '../../kernel/ids.ts';
import { addressKey, refuseFor } from '../../kernel/rateLimits.ts';
import { judgeOrigin } from './judgeOrigin.ts';
import type { VisitorScope } from './model.ts';
import type { IdentityDeps } from './ports.ts';
import { pageFrom } from './rules.ts';
import { tokenLifetimesMs } from './tokens.ts';

export interface WidgetSession {
  scope: VisitorScope;
  token: string;
  visitorToken: string;
  expiresInSeconds: number;
  /** As the visitor knows the tenant. */
  brokerage: string;
}

/** Where a browser's call came from and went to. */
export interface Caller {
  origin: string | undefined;
  host: string | undefined;
  address: string;
}

/**
 * Begins or goes on with an anonymous visitor. Stores nothing, so that strangers cannot grow the database: the visitor
 * and the lead-to-be are only named, by the year-long `visitorToken`. Throws `NOT_FOUND` for an unknown site key,
 * `ORIGIN_DENIED`, `RATE_LIMITED`, and `AUTH_INVALID` or `AUTH_EXPIRED` for a visitorToken that is not ours, not this
 * tenant's or too old (the widget then begins again without it). `onAllowed` runs as soon as the origin is good.
 */
export async function openWidgetSession(
  deps: Pick<IdentityDeps, 'store' | 'tokens' | 'rateLimits' | 'limits'>,
  request: WidgetSessionRequest,
  caller: Caller,
  onAllowed: () => void = () => {},
): Promise<WidgetSession> {
  refuseFor(await deps.rateLimits.take(deps.limits.widgetSessionsPerAddress, addressKey(caller.address)));
  const site = await deps.store.findSiteByKey(request.siteKey);
  if (!site) throw new HubError('NOT_FOUND', { field: 'siteKey' });
  if (!judgeOrigin(caller.origin, caller.host, site.allowedOrigins)) throw new HubError('ORIGIN_DENIED');
  onAllowed();
  // Signed identities need a secret per site, which cannot be set up yet: to ignore one would be to believe nobody silently.
  if (request.identityToken !== undefined) throw new HubError('NOT_CONFIGURED', { field: 'identityToken' });

  const tenant = await deps.store.findTenant(site.tenantId);
  if (!tenant) throw new HubError('NOT_FOUND', { field: 'siteKey' });
  const visitor = await visitorOf(deps, request.visitorToken, site.tenantId);
  return {
    scope: {
      tenantId: site.tenantId,
      principal: { kind: 'visitor', id: visitor.sub, leadId: visitor.lead, siteId: site.id, role: 'visitor' },
    },
    token: await deps.tokens.sign('widget', {
      ...visitor,
      site: site.id,
      page: pageFrom(request.page, request.locale),
    }),
    visitorToken: request.visitorToken ?? (await deps.tokens.sign('visitor', visitor)),
    expiresInSeconds: tokenLifetimesMs.widget / 1000,
    brokerage: tenant.name,
  };
}

async function visitorOf(deps: Pick<IdentityDeps, 'tokens'>, visitorToken: string | undefined, tenantId: string) {
  if (visitorToken === undefined) return { sub: newId(), tid: tenantId, lead: newId() };
  const { sub, tid, lead } = await deps.tokens.verify('visitor', visitorToken);
  if (tid !== tenantId) throw new HubError('AUTH_INVALID');
  return { sub, tid, lead };
}
