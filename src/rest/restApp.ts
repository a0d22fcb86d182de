import express, { type Express, Router } from 'express';
import helmet from 'helmet';
import type { TokenVerifier } from '../features/identity/verifyToken.ts';
import type { KnowledgeParts } from '../features/knowledge/keepCards.ts';
import type { ListingStore } from '../features/listings/ports.ts';
import type { LeadStore, RecordStore } from '../features/profiles/ports.ts';
import type { SearchStore } from '../features/search/ports.ts';
import type { TrialParts } from '../features/turns/tryShelf.ts';
import { contentPolicy } from './contentPolicy.ts';
import {
  addRoute,
  answerErrors,
  beginTrace,
  type HandleDeps,
  type Route,
  refuseTwoHosts,
  refuseUnknown,
} from './handle.ts';
import { isByTls } from './isByTls.ts';
import { apiKeyRoutes } from './routes/apiKeys.ts';
import { authRoutes } from './routes/auth.ts';
import { blockRoutes } from './routes/blocks.ts';
import { type ConversationRouteDeps, conversationRoutes } from './routes/conversations.ts';
import { docsRouter } from './routes/docs.ts';
import { type HealthDeps, healthRouter } from './routes/health.ts';
import { insightRoutes } from './routes/insight.ts';
import { inviteRoutes } from './routes/invites.ts';
import { knowledgeRoutes } from './routes/knowledge.ts';
import { leadRoutes } from './routes/leads.ts';
import { listingRoutes } from './routes/listings.ts';
import { logoRouter } from './routes/logos.ts';
import { pagesRouter } from './routes/pages.ts';
import { peopleRoutes } from './routes/people.ts';
import { savedReplyRoutes } from './routes/savedReplies.ts';
import { searchRoutes } from './routes/search.ts';
import { settingsRoutes } from './routes/settings.ts';
import { siteRoutes } from './routes/sites.ts';
import { type WidgetSessionDeps, widgetSessionRoutes } from './routes/widgetSessions.ts';

export interface RestDeps
  extends Omit<HandleDeps, 'verifier' | 'rateLimits'>,
    WidgetSessionDeps,
    ConversationRouteDeps {
  verifier: TokenVerifier;
  conversations: ConversationRouteDeps['conversations'];
  leads: LeadStore;
  listings: Pick<ListingStore, 'find' | 'withOpenHouses'>;
  records: RecordStore;
  search: SearchStore;
  readDay: Parameters<typeof insightRoutes>[0];
  knowledge: KnowledgeParts & TrialParts;
  health: HealthDeps;
  /** How many proxies in front are ours: so many addresses of `X-Forwarded-For` are believed. */
  trustProxyHops: number;
  /** Where the built clients lie. */
  clientDir: string;
  /** As `PUBLIC_URL` says it. */
  publicUrl: string | null;
}

/** Every call below `/api/v1`, in the order of the contract. */
export const apiRoutes = (deps: RestDeps): Route[] => [
  ...authRoutes(deps),
  ...widgetSessionRoutes(deps),
  ...conversationRoutes(deps),
  ...leadRoutes(deps),
  ...listingRoutes(deps),
  ...searchRoutes(deps),
  ...insightRoutes(deps.readDay),
  ...settingsRoutes(deps.settings),
  ...siteRoutes(deps.settings),
  ...peopleRoutes(deps.settings),
  ...inviteRoutes(deps.settings),
  ...savedReplyRoutes(deps.settings),
  ...apiKeyRoutes(deps.settings),
  ...blockRoutes(deps.blocks),
  ...knowledgeRoutes(deps.knowledge),
];

/** The REST edge: API, health, documents and pages. */
export function createRestApp(deps: RestDeps): Express {
  const handle: HandleDeps = { ...deps, rateLimits: deps.identity.rateLimits };
  const routes = apiRoutes(deps);
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', deps.trustProxyHops);
  app.set('query parser', 'simple');
  app.use(beginTrace(deps));
  app.use(securityHeaders(isByTls(deps.publicUrl)));
  app.use(refuseTwoHosts);

  const api = Router();
  api.use((_req, res, next) => {
    res.setHeader('cache-control', 'no-store');
    next();
  });
  allowWidgetPreflight(api);
  for (const route of routes) addRoute(api, handle, route);
  api.use(refuseUnknown);
  app.use('/api/v1', api);

  app.use(healthRouter(deps.health, handle));
  app.use(docsRouter(routes, deps.publicUrl, deps.clientDir));
  app.use(logoRouter(deps.settings.settings));
  app.use(pagesRouter(deps.clientDir));
  app.use(refuseUnknown);
  app.use(answerErrors(deps.log));
  return app;
}

/**
 * A preflight names no site, so it cannot be judged: every origin may ask, nobody may send credentials. The call itself
 * is judged: a page of a foreign origin reads its refusal, and nothing else.
 */
function allowWidgetPreflight(api: Router): void {
  api.use('/widget', (req, res, next) => {
    res.vary('origin');
    if (req.method !== 'OPTIONS') return next();
    res.setHeader('access-control-allow-origin', '*');
    res.setHeader('access-control-allow-methods', 'POST');
    res.setHeader('access-control-allow-headers', 'content-type');
    res.setHeader('access-control-max-age', '600');
    res.status(204).end();
  });
}

const securityHeaders = (secure: boolean) =>
  helmet({
    contentSecurityPolicy: { useDefaults: false, directives: contentPolicy },
    strictTransportSecurity: secure ? { maxAge: 31_536_000, includeSubDomains: false } : false,
  });
