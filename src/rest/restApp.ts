import express, { type Express, type RequestHandler, Router } from 'express';
import helmet from 'helmet';
import type { TokenVerifier } from '../features/identity/verifyToken.ts';
import type { InsightDeps } from '../features/insight/readings/readInsight.ts';
import type { KnowledgeDeps } from '../features/knowledge/manageCards.ts';
import type { HomePhotoStore } from '../features/listings/ports.ts';
import type { LeadStore, RecordStore, ViewedHomeStore } from '../features/profiles/ports.ts';
import type { SearchStore } from '../features/search/ports.ts';
import type { SearchDeps } from '../features/search/searchConversations.ts';
import type { TrialParts } from '../features/turns/tryShelf.ts';
import { contentPolicy } from './contentPolicy.ts';
import type { DemoAccounts } from './docs/indexPage.ts';
import { lostPage } from './docs/lostPage.ts';
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
import { accountRoutes } from './routes/account.ts';
import { apiKeyRoutes } from './routes/apiKeys.ts';
import { type AppointmentRouteDeps, appointmentRoutes } from './routes/appointments.ts';
import { type AuthRouteDeps, authRoutes } from './routes/auth.ts';
import { blockRoutes } from './routes/blocks.ts';
import { busyCalendarRoutes } from './routes/busyCalendar.ts';
import { type CalendarFileDeps, calendarFileRouter } from './routes/calendarFiles.ts';
import { type ChannelWebhookDeps, channelWebhookRouter } from './routes/channelWebhooks.ts';
import { type ConversationRouteDeps, conversationRoutes } from './routes/conversations.ts';
import { deletionRequestRoutes } from './routes/deletionRequests.ts';
import { docsRouter } from './routes/docs.ts';
import { experimentRoutes } from './routes/experiments.ts';
import { type FileRouteDeps, fileRoutes } from './routes/files.ts';
import { type HealthDeps, healthRouter } from './routes/health.ts';
import { homePhotoRouter } from './routes/homePhotos.ts';
import { insightRoutes } from './routes/insight.ts';
import { interventionRoutes } from './routes/interventions.ts';
import { inviteRoutes } from './routes/invites.ts';
import { knowledgeRoutes } from './routes/knowledge.ts';
import { leadRoutes } from './routes/leads.ts';
import { type ListingRouteDeps, listingRoutes } from './routes/listings.ts';
import { logoRouter } from './routes/logos.ts';
import { narrativeRoutes } from './routes/narratives.ts';
import { notificationRoutes } from './routes/notifications.ts';
import { pagesRouter } from './routes/pages.ts';
import { peopleRoutes } from './routes/people.ts';
import { performanceRoutes } from './routes/performance.ts';
import { type PhoneRouteDeps, phoneRoutes } from './routes/phone.ts';
import { photoRouter, photoRoutes } from './routes/photos.ts';
import { reportRoutes } from './routes/reports.ts';
import { savedReplyRoutes } from './routes/savedReplies.ts';
import { peopleViewRoutes, savedViewRoutes } from './routes/savedViews.ts';
import { scriptRoutes } from './routes/scripts.ts';
import { searchRoutes } from './routes/search.ts';
import { settingsRoutes } from './routes/settings.ts';
import { siteRoutes } from './routes/sites.ts';
import { taskRoutes } from './routes/tasks.ts';
import { type TwilioHookDeps, twilioHookRouter } from './routes/twilioHooks.ts';
import { type WebhookRouteDeps, webhookRoutes } from './routes/webhooks.ts';
import { type WidgetSessionDeps, widgetSessionRoutes } from './routes/widgetSessions.ts';

/** The dependencies of some routes. */
type Parts<Routes extends (parts: never) => unknown> = Parameters<Routes>[0];

export interface RestDeps
  extends Omit<HandleDeps, 'verifier' | 'sites' | 'rateLimits' | 'limits'>,
    Pick<AuthRouteDeps, 'mailer' | 'jobs'>,
    ChannelWebhookDeps,
    PhoneRouteDeps,
    TwilioHookDeps,
    WidgetSessionDeps,
    ConversationRouteDeps,
    AppointmentRouteDeps,
    CalendarFileDeps,
    FileRouteDeps,
    InsightDeps,
    Omit<ListingRouteDeps, 'listings' | 'identity' | 'shelves' | 'rateLimits' | 'homePhotos'> {
  verifier: TokenVerifier;
  limits: HandleDeps['limits'] & ChannelWebhookDeps['limits'];
  conversations: ConversationRouteDeps['conversations'] &
    WidgetSessionDeps['conversations'] &
    FileRouteDeps['conversations'] &
    Parts<typeof leadRoutes>['conversations'];
  entries: ConversationRouteDeps['entries'] & SearchDeps['entries'] & Parts<typeof notificationRoutes>['entries'];
  leads: LeadStore;
  listings: AppointmentRouteDeps['listings'] & ListingRouteDeps['listings'];
  homePhotos: HomePhotoStore;
  records: RecordStore;
  viewedHomes: Pick<ViewedHomeStore, 'ofLead'>;
  tasks: Parts<typeof taskRoutes>['tasks'];
  notifications: Parts<typeof notificationRoutes>['notifications'];
  wakeups: Parts<typeof notificationRoutes>['wakeups'];
  busyTimes: Parts<typeof busyCalendarRoutes>;
  search: SearchStore;
  scripts: Parts<typeof scriptRoutes>;
  settings: Omit<Parts<typeof photoRoutes>, 'rateLimits'> &
    Omit<Parts<typeof accountRoutes>, 'verifier' | 'rateLimits' | 'limits' | 'secondFactors'> &
    Parts<typeof settingsRoutes> &
    Parts<typeof siteRoutes> &
    Parts<typeof peopleRoutes> &
    Parts<typeof inviteRoutes> &
    Parts<typeof savedReplyRoutes> &
    Parts<typeof savedViewRoutes> & { peopleViews: Parts<typeof peopleViewRoutes>['views'] } & Parts<
      typeof apiKeyRoutes
    > & { settings: Parts<typeof logoRouter> };
  insight: Parts<typeof insightRoutes>;
  narrating: Parts<typeof narrativeRoutes>;
  personExport: Parts<typeof leadRoutes>['personExport'];
  preferences: Parts<typeof leadRoutes>['preferences'];
  reports: Parts<typeof reportRoutes>;
  experimenting: Parts<typeof experimentRoutes>;
  interventions: Parts<typeof interventionRoutes>;
  webhooks: WebhookRouteDeps;
  knowledge: KnowledgeDeps & TrialParts;
  health: HealthDeps;
  /** How many proxies in front are ours: so many addresses of `X-Forwarded-For` are believed. */
  trustProxyHops: number;
  /** The folder of the built clients. */
  clientDir: string;
  /** The words of the wire, in Markdown. */
  protocolFile: string;
  /** Named on the start page. */
  demoAccounts: DemoAccounts;
  /** Claude or another model answers; without one, the start page says how to see that. */
  hasModel: boolean;
}

/** Every call below `/api/v1`, in the order of the contract. */
export const apiRoutes = (deps: RestDeps): Route[] => [
  ...authRoutes(deps),
  ...accountRoutes({ ...deps.settings, ...deps.identity, verifier: deps.verifier, identity: deps.settings.identity }),
  ...widgetSessionRoutes(deps),
  ...fileRoutes(deps),
  ...conversationRoutes(deps),
  ...leadRoutes({ ...deps, rateLimits: deps.identity.rateLimits }),
  ...listingRoutes({
    ...deps,
    identity: deps.settings.identity,
    rateLimits: deps.identity.rateLimits,
    shelves: deps.knowledge.shelves,
  }),
  ...narrativeRoutes(deps.narrating),
  ...appointmentRoutes(deps),
  ...busyCalendarRoutes(deps.busyTimes),
  ...taskRoutes(deps),
  ...scriptRoutes(deps.scripts),
  ...notificationRoutes(deps),
  ...photoRoutes({ ...deps.settings, ...deps.identity, identity: deps.settings.identity }),
  ...searchRoutes(deps),
  ...insightRoutes(deps.insight),
  ...performanceRoutes(deps.health),
  ...reportRoutes(deps.reports),
  ...experimentRoutes(deps.experimenting),
  ...interventionRoutes(deps.interventions),
  ...settingsRoutes(deps.settings),
  ...siteRoutes(deps.settings),
  ...peopleRoutes(deps.settings),
  ...inviteRoutes(deps.settings),
  ...savedReplyRoutes(deps.settings),
  ...savedViewRoutes(deps.settings),
  ...peopleViewRoutes({ ...deps.settings, views: deps.settings.peopleViews }),
  ...apiKeyRoutes(deps.settings),
  ...phoneRoutes(deps),
  ...webhookRoutes(deps.webhooks),
  ...blockRoutes(deps.blocks),
  ...deletionRequestRoutes(deps),
  ...knowledgeRoutes(deps.knowledge),
];

/** The REST edge: API, health, documents and pages. */
export function createRestApp(deps: RestDeps): Express {
  const handle: HandleDeps = { ...deps, rateLimits: deps.identity.rateLimits, sites: deps.identity.store };
  const routes = apiRoutes(deps);
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', deps.trustProxyHops);
  app.set('query parser', 'simple');
  app.use(beginTrace(deps));
  app.use(securityHeaders(isByTls(deps.publicUrl)));
  app.use(refuseTwoHosts);

  app.use(calendarFileRouter(deps, handle));
  app.use(twilioHookRouter(deps, handle));
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
  app.use(channelWebhookRouter(deps, handle));
  app.use(docsRouter(routes, deps.publicUrl, deps.clientDir, deps.protocolFile));
  app.use(logoRouter(deps.settings.settings));
  app.use(homePhotoRouter(deps.homePhotos, handle));
  app.use(photoRouter(deps.settings.photos, handle));
  app.use(pagesRouter(deps.clientDir, deps.demoAccounts, deps.hasModel));
  app.use(showLostPage);
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
    res.setHeader('access-control-allow-methods', 'GET, POST');
    res.setHeader('access-control-allow-headers', 'authorization, content-type');
    res.setHeader('access-control-max-age', '600');
    res.status(204).end();
  });
}

/** For somebody with a browser; programs get the error of every other refusal. */
const showLostPage: RequestHandler = (req, res, next) => {
  if (req.method !== 'GET' || req.accepts(['json', 'html']) !== 'html') return next();
  res.status(404).type('html').setHeader('cache-control', 'no-cache');
  res.send(lostPage);
};

const securityHeaders = (secure: boolean) =>
  helmet({
    contentSecurityPolicy: { useDefaults: false, directives: contentPolicy },
    strictTransportSecurity: secure ? { maxAge: 31_536_000, includeSubDomains: false } : false,
  });
