import type { Request, Response } from 'express';
import type { WidgetSessionAnswer } from '../../contract/rest/widgetSessions.ts';
import type { BlockDeps } from '../../features/blocks/manageBlocks.ts';
import type { NameAddress } from '../../features/blocks/nameAddress.ts';
import { refuseBlocked } from '../../features/blocks/refuseBlocked.ts';
import type { ConversationStore } from '../../features/conversations/ports.ts';
import { askedBy, type OriginJudge } from '../../features/identity/judgeOrigin.ts';
import type { VisitorScope } from '../../features/identity/model.ts';
import { noteWidget } from '../../features/identity/noteWidget.ts';
import { type Caller, familiesOfVisitor, openWidgetSession } from '../../features/identity/openWidgetSession.ts';
import type { IdentityDeps } from '../../features/identity/ports.ts';
import type { VerifiedIdentity } from '../../features/identity/verifyIdentityToken.ts';
import type { WidgetLook } from '../../features/settings/rules.ts';
import { HubError } from '../../kernel/hubError.ts';
import { addressOf, anonymousRoute, type Route } from '../handle.ts';

export interface WidgetSessionDeps {
  identity: IdentityDeps;
  origins: OriginJudge;
  /** Ends families of sessions, at once on every node. */
  endSessions(familyIds: readonly string[]): Promise<void>;
  conversations: Pick<ConversationStore, 'findOpen'>;
  /** The look of a tenant's widgets; null while nothing was set. */
  lookOf(tenantId: string): Promise<WidgetLook | null>;
  blocks: BlockDeps;
  nameAddress: NameAddress;
  /** The site vouches for this visitor's identity; false when the visitor is somebody else's already. */
  recognise(scope: VisitorScope, identity: VerifiedIdentity): Promise<boolean>;
  /** The home of the page for the widget's head; null when the tenant has none of that id. */
  findListing(tenantId: string, listingId: string): Promise<WidgetSessionAnswer['listing'] | null>;
}

export function widgetSessionRoutes(deps: WidgetSessionDeps): Route[] {
  const openDeps = { ...deps.identity, origins: deps.origins };
  return [
    anonymousRoute('POST /widget/sessions', {
      ownLimit: true,
      summary: 'Start a session as a visitor of a site with the widget or, with a visitorToken, continue one.',
      from: 'widget',
      async run({ body: asked, req, res }): Promise<WidgetSessionAnswer> {
        const { caller, allow } = callerOf(req, res);
        // Global Privacy Control: their browser says no for them.
        const body = req.headers['sec-gpc'] === '1' ? { ...asked, keepViews: false } : asked;
        let session = await openWidgetSession(openDeps, body, caller, allow);
        // A token from before somebody else's sign-in in the same browser: two people are never one visitor.
        if (session.identity !== null && !(await deps.recognise(session.scope, session.identity))) {
          const { visitorToken: _, ...anew } = body;
          session = await openWidgetSession(openDeps, anew, caller, allow);
          if (session.identity !== null) await deps.recognise(session.scope, session.identity);
        }
        await noteWidget(openDeps, session.site, caller);
        if (session.supersedes !== null) await deps.endSessions([session.supersedes]);
        const { tenantId, principal } = session.scope;
        await refuseBlocked(deps.blocks.blocklist, session.scope, deps.nameAddress(tenantId, caller.address).key);
        const [conversation, listing, look] = await Promise.all([
          deps.conversations.findOpen(tenantId, principal.id),
          body.page.listingId === undefined ? null : deps.findListing(tenantId, body.page.listingId),
          deps.lookOf(tenantId),
        ]);
        return {
          token: session.token,
          visitorId: principal.id,
          visitorToken: session.visitorToken,
          expiresInSeconds: session.expiresInSeconds,
          ...(conversation === null ? {} : { conversationId: conversation.id }),
          ...(listing ? { listing } : {}),
          brokerage: session.brokerage,
          hourCycle: session.hourCycle,
          ...look,
          ...(session.site.widget?.titleCount === false ? { titleCount: false } : {}),
        };
      },
    }),
    anonymousRoute('POST /widget/sessions/end', {
      ownLimit: true,
      summary: 'End every session of a visitor. From then on, their visitorToken starts a new visitor.',
      from: 'widget',
      async run({ body, req, res }) {
        const { caller, allow } = callerOf(req, res);
        await deps.endSessions(await familiesOfVisitor(openDeps, body, caller, allow));
      },
    }),
    anonymousRoute('GET /widget/look', {
      summary:
        'Get a site’s launcher colors and when its greeting appears, before there is a session. Browsers may cache this for five minutes.',
      from: 'widget',
      async run({ query, req, res }) {
        // Public like the site key, and the same for every page.
        res.setHeader('access-control-allow-origin', '*');
        const site = await deps.identity.store.findSiteByKey(query.siteKey);
        if (!site) throw new HubError('NOT_FOUND', { field: 'siteKey' });
        await noteWidget(openDeps, site, askedBy(req.headers, req.host));
        res.setHeader('cache-control', 'public, max-age=300');
        const look = await deps.lookOf(site.tenantId);
        const opener = site.widget?.opener;
        return { ...(look === null ? {} : { theme: look.theme }), ...(opener ? { opener } : {}) };
      },
    }),
  ];
}

/** The caller, and the header that lets their page read the answer. A refusal may be read by any page, so that the widget can show it and stop retrying. */
function callerOf(req: Request, res: Response): { caller: Caller; allow(): void } {
  const { origin } = req.headers;
  const allow = (from: string) => {
    if (origin !== undefined) res.setHeader('access-control-allow-origin', from);
  };
  allow('*');
  return { caller: { ...askedBy(req.headers, req.host), address: addressOf(req) }, allow: () => allow(origin ?? '') };
}
