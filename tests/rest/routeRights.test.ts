import { afterAll, beforeAll, expect, test } from 'vitest';
import { openMemoryStores, type Stores } from '../../src/app/stores.ts';
import type { StrategyName } from '../../src/contract/coaching.ts';
import type { Entry } from '../../src/contract/log/entry.ts';
import type { SignIn } from '../../src/contract/rest/account.ts';
import { weekdays } from '../../src/contract/rest/settingsLimits.ts';
import type { Role } from '../../src/contract/values.ts';
import { firstState } from '../../src/features/bots/state/firstState.ts';
import { orderBatch } from '../../src/features/composing/narratives/runBatch.ts';
import { writeNarrative } from '../../src/features/composing/narratives/writeNarrative.ts';
import { rowFieldsOf } from '../../src/features/conversations/board/bringForward.ts';
import { createApiKey } from '../../src/features/identity/createApiKey.ts';
import { createSite } from '../../src/features/identity/createSite.ts';
import { createUser } from '../../src/features/identity/createUser.ts';
import { noteUnanswered } from '../../src/features/knowledge/manageUnanswered.ts';
import { indexName } from '../../src/features/search/indexEntry.ts';
import { healthy } from '../../src/features/webhooks/model.ts';
import { newId } from '../../src/kernel/ids.ts';
import { apiRoutes } from '../../src/rest/restApp.ts';
import { readTable } from '../support/readTable.ts';
import { password, type RunningRest, startRest } from '../support/startRest.ts';

/**
 * The answer of every route to each person. Its things are A's: those that a path names, or, if it names none, those of
 * the person who asks. B's key has the role of an admin, A's that of an agent.
 */
const { columns, lines } = readTable(`
route                               nobody         visitor       B agent    B supervisor  B admin    B key      A agent    A supervisor  A admin  A key
post /auth/login                    200            200           200        200           200        200        200        200           200      200
post /auth/refresh                  200            200           200        200           200        200        200        200           200      200
post /auth/logout                   AUTH_REQUIRED  AUTH_INVALID  204        204           204        204        204        204           204      204
get /auth/options                   200            200           200        200           200        200        200        200           200      200
post /auth/forgotten-password       NOT_CONFIGURED  NOT_CONFIGURED  NOT_CONFIGURED  NOT_CONFIGURED  NOT_CONFIGURED  NOT_CONFIGURED  NOT_CONFIGURED  NOT_CONFIGURED  NOT_CONFIGURED  NOT_CONFIGURED
get /me                             AUTH_REQUIRED  AUTH_INVALID  200        200           200        FORBIDDEN  200        200           200      FORBIDDEN
put /me                             AUTH_REQUIRED  AUTH_INVALID  200        200           200        FORBIDDEN  200        200           200      FORBIDDEN
put /me/help                        AUTH_REQUIRED  AUTH_INVALID  200        200           200        FORBIDDEN  200        200           200      FORBIDDEN
put /me/password                    AUTH_REQUIRED  AUTH_INVALID  204        204           204        FORBIDDEN  204        204           204      FORBIDDEN
get /me/sign-ins                    AUTH_REQUIRED  AUTH_INVALID  200        200           200        FORBIDDEN  200        200           200      FORBIDDEN
delete /me/sign-ins/:id             AUTH_REQUIRED  AUTH_INVALID  NOT_FOUND  NOT_FOUND     NOT_FOUND  FORBIDDEN  204        NOT_FOUND     NOT_FOUND  FORBIDDEN
post /me/photo                      AUTH_REQUIRED  AUTH_INVALID  VALIDATION_FAILED  VALIDATION_FAILED  VALIDATION_FAILED  FORBIDDEN  VALIDATION_FAILED  VALIDATION_FAILED  VALIDATION_FAILED  FORBIDDEN
delete /me/photo                    AUTH_REQUIRED  AUTH_INVALID  204        204           204        FORBIDDEN  204        204           204      FORBIDDEN
post /me/second-factor              AUTH_REQUIRED  AUTH_INVALID  VALIDATION_FAILED  VALIDATION_FAILED  VALIDATION_FAILED  FORBIDDEN  VALIDATION_FAILED  VALIDATION_FAILED  VALIDATION_FAILED  FORBIDDEN
post /me/second-factor/confirm      AUTH_REQUIRED  AUTH_INVALID  CONFLICT   CONFLICT      CONFLICT   FORBIDDEN  CONFLICT   CONFLICT      CONFLICT   FORBIDDEN
post /me/second-factor/recovery-codes  AUTH_REQUIRED  AUTH_INVALID  CONFLICT  CONFLICT  CONFLICT  FORBIDDEN  CONFLICT  CONFLICT  CONFLICT  FORBIDDEN
post /me/second-factor/end          AUTH_REQUIRED  AUTH_INVALID  204        204           204        FORBIDDEN  204        204           204      FORBIDDEN
get /me/notifications               AUTH_REQUIRED  AUTH_INVALID  200        200           200        FORBIDDEN  200        200           200      FORBIDDEN
post /me/notifications/read         AUTH_REQUIRED  AUTH_INVALID  204        204           204        FORBIDDEN  204        204           204      FORBIDDEN
post /widget/sessions               200            200           200        200           200        200        200        200           200      200
post /widget/sessions/end           204            204           204        204           204        204        204        204           204      204
get /widget/look                    200            200           200        200           200        200        200        200           200      200
post /widget/files                  AUTH_REQUIRED  CONFLICT      AUTH_INVALID  AUTH_INVALID  AUTH_INVALID  AUTH_INVALID  AUTH_INVALID  AUTH_INVALID  AUTH_INVALID  AUTH_INVALID
get /widget/files/:id               AUTH_REQUIRED  NOT_FOUND     AUTH_INVALID  AUTH_INVALID  AUTH_INVALID  AUTH_INVALID  AUTH_INVALID  AUTH_INVALID  AUTH_INVALID  AUTH_INVALID
post /files                         AUTH_REQUIRED  AUTH_INVALID  NOT_FOUND  NOT_FOUND     NOT_FOUND  NOT_FOUND  VALIDATION_FAILED  VALIDATION_FAILED  VALIDATION_FAILED  VALIDATION_FAILED
get /files/:id                      AUTH_REQUIRED  AUTH_INVALID  NOT_FOUND  NOT_FOUND     NOT_FOUND  NOT_FOUND  200        200           200      200
get /conversations                  AUTH_REQUIRED  AUTH_INVALID  200        200           200        200        200        200           200      200
get /conversations/:id              AUTH_REQUIRED  AUTH_INVALID  NOT_FOUND  NOT_FOUND     NOT_FOUND  NOT_FOUND  200        200           200      200
post /conversations/:id/messages/:seq/misread  AUTH_REQUIRED  AUTH_INVALID  NOT_FOUND  NOT_FOUND  NOT_FOUND  FORBIDDEN  204  204  204  FORBIDDEN
get /conversations/:id/turns        AUTH_REQUIRED  AUTH_INVALID  FORBIDDEN  NOT_FOUND     NOT_FOUND  NOT_FOUND  FORBIDDEN  200           200      FORBIDDEN
get /conversations/:id/transcript   AUTH_REQUIRED  AUTH_INVALID  NOT_FOUND  NOT_FOUND     NOT_FOUND  NOT_FOUND  200        200           200      200
get /conversations/:id/blocks       AUTH_REQUIRED  AUTH_INVALID  NOT_FOUND  NOT_FOUND     NOT_FOUND  NOT_FOUND  200        200           200      200
post /blocks                        AUTH_REQUIRED  AUTH_INVALID  NOT_FOUND  NOT_FOUND     NOT_FOUND  NOT_FOUND  200        200           200      200
get /blocks                         AUTH_REQUIRED  AUTH_INVALID  FORBIDDEN  FORBIDDEN     200        200        FORBIDDEN  FORBIDDEN     200      FORBIDDEN
delete /blocks/:id                  AUTH_REQUIRED  AUTH_INVALID  FORBIDDEN  NOT_FOUND     NOT_FOUND  NOT_FOUND  FORBIDDEN  204           204      FORBIDDEN
get /knowledge                      AUTH_REQUIRED  AUTH_INVALID  200        200           200        200        200        200           200      200
post /knowledge                     AUTH_REQUIRED  AUTH_INVALID  FORBIDDEN  200           200        200        FORBIDDEN  200           200      FORBIDDEN
put /knowledge/:id                  AUTH_REQUIRED  AUTH_INVALID  FORBIDDEN  NOT_FOUND     NOT_FOUND  NOT_FOUND  FORBIDDEN  200           200      FORBIDDEN
delete /knowledge/:id               AUTH_REQUIRED  AUTH_INVALID  FORBIDDEN  NOT_FOUND     NOT_FOUND  NOT_FOUND  FORBIDDEN  204           204      FORBIDDEN
post /knowledge/import              AUTH_REQUIRED  AUTH_INVALID  FORBIDDEN  200           200        200        FORBIDDEN  200           200      FORBIDDEN
post /knowledge/ask                 AUTH_REQUIRED  AUTH_INVALID  200        200           200        200        200        200           200      200
post /knowledge/try                 AUTH_REQUIRED  AUTH_INVALID  FORBIDDEN  200           200        200        FORBIDDEN  200           200      FORBIDDEN
get /knowledge/unanswered           AUTH_REQUIRED  AUTH_INVALID  200        200           200        200        200        200           200      200
delete /knowledge/unanswered/:id    AUTH_REQUIRED  AUTH_INVALID  FORBIDDEN  NOT_FOUND     NOT_FOUND  NOT_FOUND  FORBIDDEN  204           204      FORBIDDEN
post /conversations/:id/messages/:seq/reveal  AUTH_REQUIRED  AUTH_INVALID  NOT_FOUND  NOT_FOUND  NOT_FOUND  FORBIDDEN  200  200  200  FORBIDDEN
get /leads                          AUTH_REQUIRED  AUTH_INVALID  200        200           200        200        200        200           200      200
get /leads/:id/export               AUTH_REQUIRED  AUTH_INVALID  FORBIDDEN  NOT_FOUND     NOT_FOUND  NOT_FOUND  FORBIDDEN  200           200      FORBIDDEN
get /leads/:id                      AUTH_REQUIRED  AUTH_INVALID  NOT_FOUND  NOT_FOUND     NOT_FOUND  NOT_FOUND  200        200           200      200
get /leads/:id/timeline             AUTH_REQUIRED  AUTH_INVALID  NOT_FOUND  NOT_FOUND     NOT_FOUND  NOT_FOUND  200        200           200      200
get /leads/:id/homes                AUTH_REQUIRED  AUTH_INVALID  NOT_FOUND  NOT_FOUND     NOT_FOUND  NOT_FOUND  200        200           200      200
get /leads/:id/preferences          AUTH_REQUIRED  AUTH_INVALID  NOT_FOUND  NOT_FOUND     NOT_FOUND  NOT_FOUND  200        200           200      200
put /leads/:id/preferences          AUTH_REQUIRED  AUTH_INVALID  NOT_FOUND  NOT_FOUND     NOT_FOUND  NOT_FOUND  200        200           200      200
get /leads/:id/insight              AUTH_REQUIRED  AUTH_INVALID  NOT_FOUND  NOT_FOUND     NOT_FOUND  NOT_FOUND  200        200           200      200
get /open-houses                    AUTH_REQUIRED  AUTH_INVALID  200        200           200        200        200        200           200      200
get /listings                       AUTH_REQUIRED  AUTH_INVALID  200        200           200        200        200        200           200      200
post /listings                      AUTH_REQUIRED  AUTH_INVALID  FORBIDDEN  200           200        200        FORBIDDEN  200           200      FORBIDDEN
post /listings/import               AUTH_REQUIRED  AUTH_INVALID  FORBIDDEN  200           200        200        FORBIDDEN  200           200      FORBIDDEN
put /listings/:id                   AUTH_REQUIRED  AUTH_INVALID  FORBIDDEN  NOT_FOUND     NOT_FOUND  NOT_FOUND  FORBIDDEN  200           200      FORBIDDEN
post /listings/:id/photos           AUTH_REQUIRED  AUTH_INVALID  FORBIDDEN  NOT_FOUND     NOT_FOUND  NOT_FOUND  FORBIDDEN  VALIDATION_FAILED  VALIDATION_FAILED  FORBIDDEN
put /listings/:id/photos            AUTH_REQUIRED  AUTH_INVALID  FORBIDDEN  NOT_FOUND     NOT_FOUND  NOT_FOUND  FORBIDDEN  200           200      FORBIDDEN
delete /listings/:id/photos/:photoId  AUTH_REQUIRED  AUTH_INVALID  FORBIDDEN  NOT_FOUND   NOT_FOUND  NOT_FOUND  FORBIDDEN  200           200      FORBIDDEN
post /listings/:id/ask              AUTH_REQUIRED  AUTH_INVALID  NOT_FOUND  NOT_FOUND     NOT_FOUND  NOT_FOUND  200        200           200      200
get /listings/:id                   AUTH_REQUIRED  AUTH_INVALID  NOT_FOUND  NOT_FOUND     NOT_FOUND  NOT_FOUND  200        200           200      200
post /narratives                    AUTH_REQUIRED  AUTH_INVALID  NOT_FOUND  NOT_FOUND  NOT_FOUND  NOT_FOUND  200  200  200  200
post /narratives/batch              AUTH_REQUIRED  AUTH_INVALID  202  202  202  202  202  202  202  202
get /narratives/batch/:id           AUTH_REQUIRED  AUTH_INVALID  NOT_FOUND  NOT_FOUND  NOT_FOUND  NOT_FOUND  200  200  200  200
delete /narratives/batch/:id        AUTH_REQUIRED  AUTH_INVALID  NOT_FOUND  NOT_FOUND  NOT_FOUND  NOT_FOUND  200  200  200  200
post /narratives/:id/rewrite        AUTH_REQUIRED  AUTH_INVALID  NOT_FOUND  NOT_FOUND  NOT_FOUND  NOT_FOUND  CONFLICT  CONFLICT  CONFLICT  CONFLICT
get /narratives/:id                 AUTH_REQUIRED  AUTH_INVALID  NOT_FOUND  NOT_FOUND  NOT_FOUND  NOT_FOUND  200  200  200  200
put /narratives/:id                 AUTH_REQUIRED  AUTH_INVALID  NOT_FOUND  NOT_FOUND  NOT_FOUND  NOT_FOUND  200  200  200  200
get /appointments                    AUTH_REQUIRED  AUTH_INVALID  200        200           200        200        200        200           200      200
get /appointments/times              AUTH_REQUIRED  AUTH_INVALID  200        200           200        200        200        200           200      200
get /appointments/homes              AUTH_REQUIRED  AUTH_INVALID  200        200           200        200        200        200           200      200
get /calendar-feed                   AUTH_REQUIRED  AUTH_INVALID  200        200           200        FORBIDDEN  200        200           200      FORBIDDEN
post /calendar-feed                  AUTH_REQUIRED  AUTH_INVALID  200        200           200        FORBIDDEN  200        200           200      FORBIDDEN
delete /calendar-feed                AUTH_REQUIRED  AUTH_INVALID  204        204           204        FORBIDDEN  204        204           204      FORBIDDEN
get /busy-calendar                   AUTH_REQUIRED  AUTH_INVALID  200        200           200        FORBIDDEN  200        200           200      FORBIDDEN
put /busy-calendar                   AUTH_REQUIRED  AUTH_INVALID  200        200           200        FORBIDDEN  200        200           200      FORBIDDEN
delete /busy-calendar                AUTH_REQUIRED  AUTH_INVALID  204        204           204        FORBIDDEN  204        204           204      FORBIDDEN
get /tasks                          AUTH_REQUIRED  AUTH_INVALID  200        200           200        200        200        200           200      200
post /scripts                       AUTH_REQUIRED  AUTH_INVALID  NOT_FOUND  NOT_FOUND     NOT_FOUND  NOT_FOUND  200        200           200      200
get /search                         AUTH_REQUIRED  AUTH_INVALID  200        200           200        200        200        200           200      200
get /day                            AUTH_REQUIRED  AUTH_INVALID  FORBIDDEN  200           200        200        FORBIDDEN  200           200      FORBIDDEN
get /metrics/performance            AUTH_REQUIRED  AUTH_INVALID  FORBIDDEN  FORBIDDEN     200        200        FORBIDDEN  FORBIDDEN     200      FORBIDDEN
get /help                           AUTH_REQUIRED  AUTH_INVALID  FORBIDDEN  200           200        200        FORBIDDEN  200           200      FORBIDDEN
get /reports                        AUTH_REQUIRED  AUTH_INVALID  200        200           200        200        200        200           200      200
post /reports                       AUTH_REQUIRED  AUTH_INVALID  FORBIDDEN  200           200        200        FORBIDDEN  200           200      FORBIDDEN
get /reports/schedules              AUTH_REQUIRED  AUTH_INVALID  FORBIDDEN  200           200        200        FORBIDDEN  200           200      FORBIDDEN
post /reports/schedules             AUTH_REQUIRED  AUTH_INVALID  FORBIDDEN  200           200        200        FORBIDDEN  200           200      FORBIDDEN
delete /reports/schedules/:id       AUTH_REQUIRED  AUTH_INVALID  FORBIDDEN  NOT_FOUND     NOT_FOUND  NOT_FOUND  FORBIDDEN  204           204      FORBIDDEN
get /reports/:id                    AUTH_REQUIRED  AUTH_INVALID  NOT_FOUND  NOT_FOUND     NOT_FOUND  NOT_FOUND  NOT_FOUND  200           200      NOT_FOUND
post /experiments                   AUTH_REQUIRED  AUTH_INVALID  FORBIDDEN  201           201        201        FORBIDDEN  201           201      FORBIDDEN
get /experiments                    AUTH_REQUIRED  AUTH_INVALID  FORBIDDEN  200           200        200        FORBIDDEN  200           200      FORBIDDEN
get /experiments/:id                AUTH_REQUIRED  AUTH_INVALID  FORBIDDEN  NOT_FOUND     NOT_FOUND  NOT_FOUND  FORBIDDEN  200           200      FORBIDDEN
post /experiments/:id/stop          AUTH_REQUIRED  AUTH_INVALID  FORBIDDEN  NOT_FOUND     NOT_FOUND  NOT_FOUND  FORBIDDEN  200           200      FORBIDDEN
get /interventions                  AUTH_REQUIRED  AUTH_INVALID  200        200           200        200        200        200           200      200
post /interventions/:id/approve     AUTH_REQUIRED  AUTH_INVALID  NOT_FOUND  NOT_FOUND     NOT_FOUND  FORBIDDEN  CONSENT_REQUIRED  CONSENT_REQUIRED  CONSENT_REQUIRED  FORBIDDEN
post /interventions/:id/reject      AUTH_REQUIRED  AUTH_INVALID  NOT_FOUND  NOT_FOUND     NOT_FOUND  NOT_FOUND  200        200           200      200
get /settings                       AUTH_REQUIRED  AUTH_INVALID  200        200           200        200        200        200           200      200
put /settings                       AUTH_REQUIRED  AUTH_INVALID  FORBIDDEN  FORBIDDEN     200        200        FORBIDDEN  FORBIDDEN     200      FORBIDDEN
put /settings/logo                  AUTH_REQUIRED  AUTH_INVALID  FORBIDDEN  FORBIDDEN     200        200        FORBIDDEN  FORBIDDEN     200      FORBIDDEN
get /deletion-requests              AUTH_REQUIRED  AUTH_INVALID  FORBIDDEN  FORBIDDEN     200        200        FORBIDDEN  FORBIDDEN     200      FORBIDDEN
post /deletion-requests/:id/close   AUTH_REQUIRED  AUTH_INVALID  FORBIDDEN  FORBIDDEN     NOT_FOUND  NOT_FOUND  FORBIDDEN  FORBIDDEN     200      FORBIDDEN
get /settings/checklist             AUTH_REQUIRED  AUTH_INVALID  FORBIDDEN  FORBIDDEN     200        200        FORBIDDEN  FORBIDDEN     200      FORBIDDEN
get /settings/changes               AUTH_REQUIRED  AUTH_INVALID  FORBIDDEN  FORBIDDEN     200        200        FORBIDDEN  FORBIDDEN     200      FORBIDDEN
get /sites                          AUTH_REQUIRED  AUTH_INVALID  FORBIDDEN  FORBIDDEN     200        200        FORBIDDEN  FORBIDDEN     200      FORBIDDEN
post /sites                         AUTH_REQUIRED  AUTH_INVALID  FORBIDDEN  FORBIDDEN     200        200        FORBIDDEN  FORBIDDEN     200      FORBIDDEN
put /sites/:id                      AUTH_REQUIRED  AUTH_INVALID  FORBIDDEN  FORBIDDEN     NOT_FOUND  NOT_FOUND  FORBIDDEN  FORBIDDEN     200      FORBIDDEN
delete /sites/:id                   AUTH_REQUIRED  AUTH_INVALID  FORBIDDEN  FORBIDDEN     NOT_FOUND  NOT_FOUND  FORBIDDEN  FORBIDDEN     204      FORBIDDEN
post /sites/:id/identity-secret     AUTH_REQUIRED  AUTH_INVALID  FORBIDDEN  FORBIDDEN     NOT_FOUND  NOT_FOUND  FORBIDDEN  FORBIDDEN     200      FORBIDDEN
delete /sites/:id/identity-secret   AUTH_REQUIRED  AUTH_INVALID  FORBIDDEN  FORBIDDEN     NOT_FOUND  NOT_FOUND  FORBIDDEN  FORBIDDEN     204      FORBIDDEN
get /people                         AUTH_REQUIRED  AUTH_INVALID  200        200           200        200        200        200           200      200
put /people/:id                     AUTH_REQUIRED  AUTH_INVALID  FORBIDDEN  FORBIDDEN     NOT_FOUND  NOT_FOUND  FORBIDDEN  FORBIDDEN     200      FORBIDDEN
delete /people/:id/locked-sign-ins  AUTH_REQUIRED  AUTH_INVALID  FORBIDDEN  FORBIDDEN     NOT_FOUND  NOT_FOUND  FORBIDDEN  FORBIDDEN     204      FORBIDDEN
put /people/:id/hours               AUTH_REQUIRED  AUTH_INVALID  FORBIDDEN  FORBIDDEN     NOT_FOUND  NOT_FOUND  FORBIDDEN  FORBIDDEN     200      FORBIDDEN
delete /people/:id/photo            AUTH_REQUIRED  AUTH_INVALID  FORBIDDEN  FORBIDDEN     NOT_FOUND  NOT_FOUND  FORBIDDEN  FORBIDDEN     204      FORBIDDEN
delete /people/:id/second-factor    AUTH_REQUIRED  AUTH_INVALID  FORBIDDEN  FORBIDDEN     NOT_FOUND  FORBIDDEN  FORBIDDEN  FORBIDDEN     204      FORBIDDEN
post /people/:id/password-link      AUTH_REQUIRED  AUTH_INVALID  FORBIDDEN  FORBIDDEN     NOT_FOUND  FORBIDDEN  FORBIDDEN  FORBIDDEN     200      FORBIDDEN
post /password-links/look           200            200           200        200           200        200        200        200           200      200
post /password-links/use            204            204           204        204           204        204        204        204           204      204
post /people/import                 AUTH_REQUIRED  AUTH_INVALID  FORBIDDEN  FORBIDDEN     200        200        FORBIDDEN  FORBIDDEN     200      FORBIDDEN
get /invites                        AUTH_REQUIRED  AUTH_INVALID  FORBIDDEN  FORBIDDEN     200        200        FORBIDDEN  FORBIDDEN     200      FORBIDDEN
post /invites                       AUTH_REQUIRED  AUTH_INVALID  FORBIDDEN  FORBIDDEN     200        200        FORBIDDEN  FORBIDDEN     200      FORBIDDEN
delete /invites/:id                 AUTH_REQUIRED  AUTH_INVALID  FORBIDDEN  FORBIDDEN     NOT_FOUND  NOT_FOUND  FORBIDDEN  FORBIDDEN     204      FORBIDDEN
post /invites/look                  200            200           200        200           200        200        200        200           200      200
post /invites/accept                204            204           204        204           204        204        204        204           204      204
get /saved-replies                  AUTH_REQUIRED  AUTH_INVALID  200        200           200        200        200        200           200      200
post /saved-replies                 AUTH_REQUIRED  AUTH_INVALID  FORBIDDEN  FORBIDDEN     200        200        FORBIDDEN  FORBIDDEN     200      FORBIDDEN
put /saved-replies/:id              AUTH_REQUIRED  AUTH_INVALID  NOT_FOUND  NOT_FOUND     NOT_FOUND  NOT_FOUND  FORBIDDEN  FORBIDDEN     200      FORBIDDEN
delete /saved-replies/:id           AUTH_REQUIRED  AUTH_INVALID  NOT_FOUND  NOT_FOUND     NOT_FOUND  NOT_FOUND  FORBIDDEN  FORBIDDEN     204      FORBIDDEN
get /saved-views                    AUTH_REQUIRED  AUTH_INVALID  200        200           200        200        200        200           200      200
post /saved-views                   AUTH_REQUIRED  AUTH_INVALID  200        200           200        200        200        200           200      200
delete /saved-views/:id             AUTH_REQUIRED  AUTH_INVALID  NOT_FOUND  NOT_FOUND     NOT_FOUND  NOT_FOUND  NOT_FOUND  NOT_FOUND     204      NOT_FOUND
get /people-views                   AUTH_REQUIRED  AUTH_INVALID  200        200           200        200        200        200           200      200
post /people-views                  AUTH_REQUIRED  AUTH_INVALID  200        200           200        200        200        200           200      200
delete /people-views/:id            AUTH_REQUIRED  AUTH_INVALID  NOT_FOUND  NOT_FOUND     NOT_FOUND  NOT_FOUND  NOT_FOUND  NOT_FOUND     204      NOT_FOUND
get /api-keys                       AUTH_REQUIRED  AUTH_INVALID  FORBIDDEN  FORBIDDEN     200        200        FORBIDDEN  FORBIDDEN     200      FORBIDDEN
post /api-keys                      AUTH_REQUIRED  AUTH_INVALID  FORBIDDEN  FORBIDDEN     200        200        FORBIDDEN  FORBIDDEN     200      FORBIDDEN
delete /api-keys/:id                AUTH_REQUIRED  AUTH_INVALID  FORBIDDEN  FORBIDDEN     NOT_FOUND  NOT_FOUND  FORBIDDEN  FORBIDDEN     204      FORBIDDEN
get /phone-connections              AUTH_REQUIRED  AUTH_INVALID  FORBIDDEN  FORBIDDEN     200        200        FORBIDDEN  FORBIDDEN     200      FORBIDDEN
post /phone-connections             AUTH_REQUIRED  AUTH_INVALID  FORBIDDEN  FORBIDDEN     200        200        FORBIDDEN  FORBIDDEN     200      FORBIDDEN
delete /phone-connections/:id       AUTH_REQUIRED  AUTH_INVALID  FORBIDDEN  FORBIDDEN     NOT_FOUND  NOT_FOUND  FORBIDDEN  FORBIDDEN     204      FORBIDDEN
get /webhooks                       AUTH_REQUIRED  AUTH_INVALID  FORBIDDEN  FORBIDDEN     200        200        FORBIDDEN  FORBIDDEN     200      FORBIDDEN
post /webhooks                      AUTH_REQUIRED  AUTH_INVALID  FORBIDDEN  FORBIDDEN     201        201        FORBIDDEN  FORBIDDEN     201      FORBIDDEN
put /webhooks/:id                   AUTH_REQUIRED  AUTH_INVALID  FORBIDDEN  FORBIDDEN     NOT_FOUND  NOT_FOUND  FORBIDDEN  FORBIDDEN     200      FORBIDDEN
delete /webhooks/:id                AUTH_REQUIRED  AUTH_INVALID  FORBIDDEN  FORBIDDEN     NOT_FOUND  NOT_FOUND  FORBIDDEN  FORBIDDEN     204      FORBIDDEN
post /webhooks/:id/test             AUTH_REQUIRED  AUTH_INVALID  FORBIDDEN  FORBIDDEN     NOT_FOUND  NOT_FOUND  FORBIDDEN  FORBIDDEN     200      FORBIDDEN
get /webhooks/:id/deliveries        AUTH_REQUIRED  AUTH_INVALID  FORBIDDEN  FORBIDDEN     NOT_FOUND  NOT_FOUND  FORBIDDEN  FORBIDDEN     200      FORBIDDEN
post /webhooks/:id/deliveries/:deliveryId/resend  AUTH_REQUIRED  AUTH_INVALID  FORBIDDEN  FORBIDDEN     NOT_FOUND  NOT_FOUND  FORBIDDEN  FORBIDDEN     200      FORBIDDEN
`);

type Tenant = Awaited<ReturnType<RunningRest['addTenant']>>;
interface Asked {
  path?: string;
  query?: string;
  body?: unknown;
}

/** In the name of everything of A's: no answer to anybody else may hold it. */
const canary = 'Quillfeather';
const onePixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const closedAllWeek = Object.fromEntries(weekdays.map((day) => [day, null]));

let hub: RunningRest;
let stores: Stores;
let a: Tenant;
let b: Tenant;
let talk: Awaited<ReturnType<RunningRest['addConversation']>>;
const keys = new Map<Tenant, string>();

beforeAll(async () => {
  stores = openMemoryStores();
  const many = '1000000';
  hub = await startRest({
    stores,
    env: {
      HUB_LIMIT_LOGINS: many,
      HUB_LIMIT_WIDGET_SESSIONS: many,
      HUB_LIMIT_CALLS_ADDRESS: many,
      HUB_LIMIT_CALLS_PRINCIPAL: many,
    },
  });
  a = await hub.addTenant(`${canary} Homes`);
  b = await hub.addTenant('Other Homes');
  talk = await hub.addConversation(a.tenantId);
  const entry = {
    ...{ v: 1, id: newId(), log: `public:${talk.id}`, seq: 1, type: 'message-created', conversationId: talk.id },
    ...{ at: '2026-03-01T10:00:00.000Z', actor: { kind: 'visitor', id: 'v' } },
    data: { messageId: newId(), text: canary, channel: 'widget', language: 'en' },
  } as Entry;
  const row = { ...rowFieldsOf(talk.board), leadName: canary, lastText: canary };
  await stores.conversations.writeRow(a.tenantId, talk.id, row);
  await stores.entries.insert({ tenantId: a.tenantId, entry, onceKey: newId(), bodyHash: null, owedAt: null });
  await indexName(stores.search, {
    tenantId: a.tenantId,
    conversationId: talk.id,
    name: canary,
    at: 1_750_000_000_000,
  });
  const words = {
    title: canary,
    address: canary,
    area: canary,
    description: canary,
    source: canary,
    features: [canary],
  };
  const figures = { priceCents: 1, currency: 'USD', beds: 1, baths: 1, areaSqft: 1, asOf: '2026-11-16', importedAt: 1 };
  await stores.listings.put([{ ...words, ...figures, tenantId: a.tenantId, listingId: 'home-1', status: 'active' }]);
  for (const [tenant, role] of [
    [a, 'agent'],
    [b, 'admin'],
  ] as const)
    keys.set(tenant, (await createApiKey(hub.identity, { tenantId: tenant.tenantId, name: 'CRM', role })).key);
});
afterAll(async () => {
  await hub.stop();
  await stores.close();
});

/** A document that was sent in A's talk. */
async function aFile(): Promise<string> {
  const file = { id: newId(), tenantId: a.tenantId, conversationId: talk.id, by: 'v', name: `${canary}.pdf` };
  const made = { type: 'application/pdf', bytes: 4, width: null, height: null, uploadedAt: 1 } as const;
  await stores.files.add({ ...file, ...made, isWhole: false, usedBy: 'm' });
  await stores.files.keepBytes(file, { whole: Buffer.from(canary), preview: null });
  return file.id;
}

async function tokenOf(who: string): Promise<string | undefined> {
  if (who === 'nobody') return undefined;
  if (who === 'visitor') {
    const body = { siteKey: a.siteKey, page: { url: '/demo' } };
    return (await hub.call('POST', '/api/v1/widget/sessions', { body })).json.token;
  }
  const [of, role = ''] = who.split(' ');
  const tenant = of === 'A' ? a : b;
  return role === 'key' ? keys.get(tenant) : (await hub.signIn(tenant.emailOf(role as Role))).accessToken;
}

/** The request to each route, with a thing of A's made for this one call. `own` is the asker's brokerage. */
const asked: Record<string, (own: Tenant) => Promise<Asked> | Asked> = {
  'post /auth/login': () => ({ body: { email: a.emailOf('agent'), password } }),
  'post /auth/refresh': async () => ({
    body: { refreshToken: (await hub.signIn(a.emailOf('agent'))).refreshToken },
  }),
  'post /auth/logout': () => ({}),
  'get /auth/options': () => ({}),
  'post /auth/forgotten-password': () => ({ body: { email: 'nobody@home.example' } }),
  'get /me': () => ({}),
  'put /me': () => ({ body: { name: 'Somebody', title: 'Broker', phone: '512-555-0143' } }),
  'put /me/help': () => ({ body: { level: 'all', strategy: 'analytical' } }),
  'put /me/password': () => ({ body: { current: password, password } }),
  'get /me/sign-ins': () => ({}),
  'post /me/photo': () => ({}),
  'delete /me/photo': () => ({}),
  'post /me/second-factor': () => ({ body: { password: 'not this one' } }),
  'post /me/second-factor/confirm': () => ({ body: { code: 'x' } }),
  'post /me/second-factor/recovery-codes': () => ({ body: { password } }),
  'post /me/second-factor/end': () => ({ body: { password } }),
  'get /me/notifications': () => ({}),
  'post /me/notifications/read': () => ({ body: {} }),
  'delete /me/sign-ins/:id': async () => {
    const { accessToken } = await hub.signIn(a.emailOf('agent'));
    const { items } = (await hub.call('GET', '/api/v1/me/sign-ins', { token: accessToken })).json;
    return { path: items.find((one: SignIn) => one.current).id };
  },
  'post /widget/sessions': () => ({ body: { siteKey: a.siteKey, page: { url: '/demo' } } }),
  'post /widget/sessions/end': async () => {
    const body = { siteKey: a.siteKey, page: { url: '/demo' } };
    const { visitorToken } = (await hub.call('POST', '/api/v1/widget/sessions', { body })).json;
    return { body: { siteKey: a.siteKey, visitorToken } };
  },
  'get /widget/look': () => ({ query: `siteKey=${a.siteKey}` }),
  'post /widget/files': () => ({}),
  'get /widget/files/:id': async () => ({ path: await aFile() }),
  'post /files': () => ({ query: `conversationId=${talk.id}` }),
  'get /files/:id': async () => ({ path: await aFile() }),
  'get /conversations': () => ({}),
  'get /conversations/:id': () => ({ path: talk.id }),
  'post /conversations/:id/messages/:seq/misread': async () => ({
    path: await anAnsweredTalk(),
    body: { acts: ['asks'] },
  }),
  'get /conversations/:id/turns': () => ({ path: talk.id }),
  'get /conversations/:id/transcript': () => ({ path: talk.id, query: 'log=internal' }),
  'get /conversations/:id/blocks': () => ({ path: talk.id }),
  'post /blocks': async () => ({ body: await aBlockRequest() }),
  'get /blocks': () => ({}),
  'delete /blocks/:id': async () => ({ path: (await asAdmin('/blocks', await aBlockRequest())).id }),
  'get /knowledge': () => ({}),
  'post /knowledge': () => ({ body: cardWords }),
  'put /knowledge/:id': async () => ({ path: await aCard(), body: cardWords }),
  'delete /knowledge/:id': async () => ({ path: await aCard() }),
  'post /knowledge/import': () => ({ body: { text: `## ${newId()}\nYes.`, form: 'markdown', language: 'en' } }),
  'post /knowledge/ask': () => ({ body: { text: `what is ${canary}`, language: 'en' } }),
  'post /knowledge/try': () => ({ body: { card: cardWords } }),
  'get /knowledge/unanswered': () => ({}),
  'delete /knowledge/unanswered/:id': async () => ({ path: await anOpenQuestion() }),
  'post /conversations/:id/messages/:seq/reveal': () => ({ path: talk.id }),
  'get /leads': () => ({ query: `q=${canary}` }),
  'get /leads/:id': () => ({ path: talk.leadId }),
  'get /leads/:id/timeline': () => ({ path: talk.leadId }),
  'get /leads/:id/homes': () => ({ path: talk.leadId }),
  'get /leads/:id/preferences': () => ({ path: talk.leadId }),
  'put /leads/:id/preferences': () => ({ path: talk.leadId, body: { adapts: false } }),
  'get /leads/:id/insight': () => ({ path: talk.leadId }),
  'get /leads/:id/export': () => ({ path: talk.leadId }),
  'get /open-houses': () => ({}),
  'get /listings': () => ({}),
  'post /listings': () => ({ body: homeWords }),
  'post /listings/import': () => ({}),
  'put /listings/:id': async () => ({ path: await aHome(), body: { ...homeWords, title: canary, version: 1 } }),
  'post /listings/:id/photos': async () => ({ path: await aHome() }),
  'put /listings/:id/photos': async () => ({ path: await aHome(), body: { photoIds: ['photo-1'] } }),
  'delete /listings/:id/photos/:photoId': async () => ({ path: await aHome() }),
  'post /listings/:id/ask': () => ({ path: 'home-1', body: { text: 'how many beds', language: 'en' } }),
  'get /listings/:id': () => ({ path: 'home-1' }),
  'post /narratives': () => ({ body: aStory }),
  'post /narratives/batch': () => ({ body: { items: [aStory] } }),
  'get /narratives/batch/:id': async () => ({ path: await aBatch() }),
  'delete /narratives/batch/:id': async () => ({ path: await aBatch() }),
  'get /narratives/:id': async () => ({ path: await aNarrative() }),
  'post /narratives/:id/rewrite': async () => ({ path: await aNarrative(), body: { paragraph: 0 } }),
  'put /narratives/:id': async () => ({ path: await aNarrative(), body: { rating: 'up' } }),
  'get /appointments': () => ({}),
  'get /appointments/times': () => ({ query: 'kind=call' }),
  'get /appointments/homes': () => ({ query: 'text=Ashby' }),
  'get /calendar-feed': () => ({}),
  'post /calendar-feed': () => ({}),
  'delete /calendar-feed': () => ({}),
  'get /busy-calendar': () => ({}),
  'put /busy-calendar': () => ({ body: { url: 'https://127.0.0.1/basic.ics' } }),
  'delete /busy-calendar': () => ({}),
  'get /tasks': () => ({}),
  'post /scripts': () => ({ body: { kind: 're-engagement', channel: 'email', leadId: talk.leadId } }),
  'get /search': () => ({ query: `q=${canary}` }),
  'get /day': () => ({}),
  'get /metrics/performance': () => ({}),
  'get /help': () => ({}),
  'get /reports': () => ({}),
  'post /reports': () => ({ body: { kind: 'pipeline' } }),
  'get /reports/schedules': async () => {
    await aSchedule();
    return {};
  },
  'post /reports/schedules': () => ({ body: { kind: 'weekly', weekdays: ['monday'], time: '08:00' } }),
  'delete /reports/schedules/:id': async () => ({ path: await aSchedule() }),
  'get /reports/:id': async () => ({ path: await aReport() }),
  'post /experiments': async (own) => {
    await stopExperiments(own);
    return { body: { name: 'Facts or feelings', strategies: ['empathetic', 'analytical'], metric: 'replied' } };
  },
  'get /experiments': async () => {
    await anExperiment();
    return {};
  },
  'get /experiments/:id': async () => ({ path: await anExperiment() }),
  'post /experiments/:id/stop': async () => ({ path: await anExperiment() }),
  'get /interventions': async () => {
    await aProposal();
    return {};
  },
  'post /interventions/:id/approve': async () => ({ path: await aProposal(), body: {} }),
  'post /interventions/:id/reject': async () => ({ path: await aProposal(), body: {} }),
  'get /settings': () => ({}),
  'put /settings': async (own) => ({ body: { version: await versionOf(own), change: { greeting: newId() } } }),
  'put /settings/logo': async (own) => ({ body: { version: await versionOf(own), image: onePixel } }),
  'get /deletion-requests': () => ({}),
  'post /deletion-requests/:id/close': async () => ({ path: await aDeletionRequest(), body: { how: 'Told them' } }),
  'get /settings/checklist': () => ({}),
  'get /settings/changes': () => ({}),
  'get /sites': () => ({}),
  'post /sites': () => ({ body: siteWords }),
  'put /sites/:id': async () => ({ path: await aSite(), body: siteWords }),
  'delete /sites/:id': async () => ({ path: await aSite() }),
  'post /sites/:id/identity-secret': async () => ({ path: await aSite() }),
  'delete /sites/:id/identity-secret': async () => ({ path: await aSite() }),
  'get /people': () => ({}),
  'put /people/:id': async () => ({ path: await aPerson(), body: { role: 'admin' } }),
  'delete /people/:id/locked-sign-ins': async () => ({ path: await aPerson() }),
  'put /people/:id/hours': async () => ({
    path: await aPerson(),
    body: { ownHours: { timeZone: 'UTC', hours: closedAllWeek } },
  }),
  'delete /people/:id/photo': async () => ({ path: await aPerson() }),
  'delete /people/:id/second-factor': async () => ({ path: await aPerson() }),
  'post /people/:id/password-link': async () => ({ path: await aPerson() }),
  'post /password-links/look': async () => ({ body: { token: await aPasswordLink() } }),
  'post /password-links/use': async () => ({ body: { token: await aPasswordLink(), password } }),
  'post /people/import': () => ({ body: { csv: `${freshEmail()},Somebody,agent` } }),
  'get /invites': () => ({}),
  'post /invites': () => ({ body: { email: freshEmail(), role: 'admin' } }),
  'delete /invites/:id': async () => ({ path: (await anInvite()).id }),
  'post /invites/look': async () => ({ body: { token: (await anInvite()).token } }),
  'post /invites/accept': async () => ({ body: { token: (await anInvite()).token, name: 'New', password } }),
  'get /saved-replies': () => ({}),
  'post /saved-replies': () => ({ body: { title: 'Hi', text: 'Hello', for: 'team' } }),
  'put /saved-replies/:id': async () => ({ path: await aReply(), body: { title: 'Hi', text: 'Hello' } }),
  'delete /saved-replies/:id': async () => ({ path: await aReply() }),
  'get /saved-views': () => ({}),
  'post /saved-views': () => ({ body: aView }),
  'delete /saved-views/:id': async () => ({ path: (await asAdmin('/saved-views', { ...aView, name: canary })).id }),
  'get /people-views': () => ({}),
  'post /people-views': () => ({ body: { name: 'Hot', sort: 'score' } }),
  'delete /people-views/:id': async () => ({ path: (await asAdmin('/people-views', { name: canary })).id }),
  'get /api-keys': () => ({}),
  'post /api-keys': () => ({ body: { name: 'CRM', role: 'admin' } }),
  'delete /api-keys/:id': async () => ({ path: await aKey() }),
  'get /phone-connections': () => ({}),
  'post /phone-connections': () => ({ body: aPhone }),
  'delete /phone-connections/:id': async () => ({ path: await connectedPhone() }),
  'get /webhooks': () => ({}),
  'post /webhooks': async () => {
    // A brokerage has ten at most.
    for (const { id } of await stores.webhooks.ofTenant(a.tenantId)) await stores.webhooks.remove(a.tenantId, id);
    return { body: { url: 'https://127.0.0.1/', events: ['message.created'] } };
  },
  'put /webhooks/:id': async () => ({ path: await aWebhook(), body: { active: false } }),
  'delete /webhooks/:id': async () => ({ path: await aWebhook() }),
  'post /webhooks/:id/test': async () => ({ path: await aWebhook() }),
  'get /webhooks/:id/deliveries': async () => ({ path: await aWebhook() }),
  'post /webhooks/:id/deliveries/:deliveryId/resend': async () => ({ path: await aWebhook() }),
};

const aStory = { listingId: 'home-1', style: 'luxury', length: 'short' };
const aNarrative = async () => {
  const asker = { tenantId: a.tenantId, principal: { id: 'u1' } };
  const asked = { listingId: 'home-1', style: 'luxury', length: 'short' } as const;
  return (await writeNarrative(hub.deps.narrating, asker, asked)).narrativeId;
};
const aBatch = async () =>
  (
    await orderBatch(
      hub.deps.narrating,
      { tenantId: a.tenantId, principal: { id: 'u1' } },
      {
        items: [{ listingId: 'home-1', style: 'luxury', length: 'short' }],
      },
    )
  ).batchId;
const cardWords = { questions: ['Do you have an app?'], answer: 'Not yet.', language: 'en' };
const aCard = async () => (await asAdmin('/knowledge', { ...cardWords, questions: [canary], answer: canary })).id;
const anOpenQuestion = async () => {
  await noteUnanswered({ ...hub.deps.knowledge }, a.tenantId, talk.id, `${canary} ${newId()}`);
  const [newest] = (await stores.knowledge.listUnanswered(a.tenantId)).toSorted((one, other) => other.at - one.at);
  return newest?.id ?? '';
};
const aSchedule = async () => {
  const id = newId();
  const weekly = { kind: 'weekly', weekdays: ['monday' as const], time: '08:00', createdAt: 1 } as const;
  const own = { id, tenantId: a.tenantId, by: { id: 'p', name: canary } };
  for (const one of await stores.reportSchedules.list(a.tenantId))
    await stores.reportSchedules.remove(a.tenantId, one.id);
  await stores.reportSchedules.add({ ...own, ...weekly, weekdays: [...weekly.weekdays] });
  return id;
};
const stopExperiments = async ({ tenantId }: Tenant) => {
  for (const { id } of await stores.experiments.list(tenantId)) await stores.experiments.stop(tenantId, id, Date.now());
};
const anExperiment = async () => {
  await stopExperiments(a);
  const id = newId();
  const now = Date.now();
  const half = (strategy: StrategyName) => ({ strategy, weight: 0.5 });
  await stores.experiments.start(
    {
      ...{ id, tenantId: a.tenantId, name: canary, metric: 'replied', minimumPerArm: 20, salt: 's', stoppedAt: null },
      arms: [half('empathetic'), half('analytical')],
      plan: { baseRate: 0.2, lift: 0.1 },
      ...{ startedAt: now, endsAt: now + 86_400_000, by: { id: 'p', name: canary } },
    },
    100,
  );
  return id;
};
/** For somebody who agreed to nothing. */
const aProposal = async () => {
  const id = newId();
  const of = { tenantId: a.tenantId, leadId: talk.leadId, leadIds: [talk.leadId], conversationId: talk.id };
  const why = { step: 14, silentSince: 1, risk: 0.5, tier: 'medium', tierBy: 'churn', evidence: [] } as const;
  await stores.interventions.add({
    ...{ id, ...of, ...why, name: canary, way: 'sms', state: 'open', createdAt: Date.now(), decided: null },
    draft: { text: canary, language: 'en', basis: 'rules' },
    outcome: { through: 0, repliedAt: null, optedOutAt: null, appointmentAt: null },
  });
  return id;
};
const aReport = async () => {
  const id = newId();
  const made = { kind: 'pipeline', title: canary, timeZone: 'UTC', createdAt: 1, complete: true } as const;
  const of = { leadId: null, conversationIds: [], period: null, by: { id: 'p', name: 'Somebody' } };
  await stores.reports.add({ id, tenantId: a.tenantId, ...made, ...of, sections: [] }, 500);
  return id;
};
const homeWords = {
  ...{ address: '1 Oak Street, Austin, TX 78704', area: 'Zilker', status: 'active' as const },
  ...{ priceCents: 50_000_000, beds: 3, baths: 2, areaSqft: 1_500 },
};
const aHome = async () => {
  // As the hub names its own: an id that begins with a dash is taken for a formula.
  const listingId = `home-${newId()}`;
  const kept = { ...homeWords, tenantId: a.tenantId, listingId, importedAt: 1, currency: 'USD', asOf: '2026-11-16' };
  await stores.listings.put([{ ...kept, title: canary, description: '', features: [], source: 'Own' }]);
  await stores.listings.setPhotos(a.tenantId, listingId, [{ id: 'photo-1', width: 4, height: 3 }], 0);
  return listingId;
};
const siteWords = { name: 'Elsewhere', allowedOrigins: ['https://elsewhere.example'] };
let emails = 0;
const freshEmail = (): string => {
  emails += 1;
  return `person${emails}@homes.example`;
};
const versionOf = async ({ tenantId }: Tenant) => (await stores.settings.newest(tenantId))?.version ?? 0;
const aSite = async () =>
  (await createSite(hub.identity, { tenantId: a.tenantId, name: canary, allowedOrigins: [] })).id;
const aPerson = async () => {
  const words = { tenantId: a.tenantId, email: freshEmail(), name: canary, role: 'agent', password } as const;
  return (await createUser(hub.identity, words))?.id ?? '';
};
const aDeletionRequest = async () => {
  const id = newId();
  await stores.records.add({
    ...{ id, tenantId: a.tenantId, leadId: talk.leadId, conversationId: talk.id, at: 0, said: canary, closed: null },
    evidence: { log: `public:${talk.id}`, seq: 1, start: 0, end: 4 },
    ...{ kind: 'deletion-request', confirmBy: '2027-01-05', answerBy: '2027-02-05' },
  });
  return id;
};
const aPasswordLink = async () => (await asAdmin(`/people/${await aPerson()}/password-link`, undefined)).token;
const aPhone = { accountSid: `AC${'a'.repeat(32)}`, authToken: 'b'.repeat(32), forwardTo: '(512) 555-0199' };
const connectedPhone = async () => {
  const kept = {
    accountSid: aPhone.accountSid,
    sealedToken: 'sealed',
    sealedSpeechKey: null,
    forwardTo: '+15125550199',
    language: 'en' as const,
    heardAt: null,
  };
  const id = newId();
  await stores.phones.add({ ...kept, id, tenantId: a.tenantId, createdAt: 1 });
  return id;
};
/** Of an address that nothing is ever sent to, with one delivery of the same id. */
const aWebhook = async () => {
  const [id, tenantId] = [newId(), a.tenantId];
  await stores.webhooks.add({
    ...{ id, tenantId, url: `https://127.0.0.1/${canary}`, description: canary, events: ['message.created'] },
    ...{ sealedSecret: hub.deps.webhooks.webhookSeal.seal('whsec_x'), createdAt: 1, paused: null, ...healthy },
  });
  await stores.deliveries.addAll([
    {
      ...{ id, tenantId, webhookId: id, event: 'message.created', at: 1, state: 'failed', attempts: 8, dueAt: 1 },
      ...{ line: { conversationId: talk.id, log: 'public', seq: 1 }, last: null },
    },
  ]);
  return id;
};
const aKey = async () =>
  (await createApiKey(hub.identity, { tenantId: a.tenantId, name: canary, role: 'agent' })).apiKeyId;
const asAdmin = async (path: string, body: unknown) => {
  const answer = await hub.call('POST', `/api/v1${path}`, { token: (await tokenOf('A admin')) ?? '', body });
  expect(answer.status).toBe(200);
  return answer.json as { id: string; token: string };
};
const aBlockRequest = async () => {
  const { id } = await hub.addConversation(a.tenantId);
  return { conversationId: id, kind: 'visitor', reason: 'Spam', hours: 24 };
};
/** In which Jorge's message is the first of the log. */
const anAnsweredTalk = async () => {
  const { id } = await hub.addConversation(a.tenantId);
  const entry = {
    ...{ v: 1, id: newId(), log: `public:${id}`, seq: 1, type: 'message-created', conversationId: id },
    ...{ at: '2026-03-01T10:00:00.000Z', actor: { kind: 'bot', id: 'lead' } },
    data: { messageId: newId(), text: canary, channel: 'widget', language: 'en' },
  } as Entry;
  await stores.entries.insert({ tenantId: a.tenantId, entry, onceKey: newId(), bodyHash: null, owedAt: null });
  const happened = [{ kind: 'visitor-message', seq: 1, log: `public:${id}`, text: canary }] as const;
  await stores.turns.insert({
    ...{
      id: newId(),
      tenantId: a.tenantId,
      conversationId: id,
      turnNo: 1,
      throughSeq: 0,
      throughInternalSeq: 0,
      fence: 0,
    },
    ...{ event: { at: '2026-03-01T10:00:00.000Z', happened: [...happened] }, stateAfter: firstState('en') },
    ...{ effects: [], done: [], versions: { bot: '1', pack: '1' }, at: 0 },
  });
  return id;
};
const anInvite = () => asAdmin('/invites', { email: freshEmail(), name: canary, role: 'agent' });
const aView = { name: 'Hi', agent: '', home: '', language: 'es', stage: '', tag: '', sort: 'need' };
const aReply = async () => (await asAdmin('/saved-replies', { title: canary, text: canary, for: 'team' })).id;

/** All of A that a call could change. */
const allOfA = async () => ({
  users: await stores.identity.listUsers(a.tenantId),
  sites: await stores.identity.listSites(a.tenantId),
  apiKeys: await stores.identity.listApiKeys(a.tenantId),
  invites: await stores.settings.listInvites(a.tenantId),
  replies: await stores.replies.list(a.tenantId, null),
  cards: await stores.knowledge.listCards(a.tenantId),
  webhooks: await stores.webhooks.ofTenant(a.tenantId),
  unanswered: await stores.knowledge.listUnanswered(a.tenantId),
  settings: await stores.settings.newest(a.tenantId),
  changes: await stores.settings.listChanges(a.tenantId, 1000),
  homes: await stores.listings.page(a.tenantId, 100),
  ownHours: await stores.appointments.listOwnHours(a.tenantId),
  talk: await stores.conversations.find(a.tenantId, talk.id),
});

const named = (route: { method: string; path: string }): string => `${route.method} ${route.path}`;
const isDone = (cell: string): boolean => /^\d+$/.test(cell);

test('every route of the API has its line in the table, and every line its route', () => {
  const routes = apiRoutes(hub.deps).map(named).sort();
  expect([...lines.keys()].sort()).toEqual(routes);
  expect(Object.keys(asked).sort()).toEqual(routes);
  expect(columns).toHaveLength(10);
});

test.each(columns)('S20: %s gets of every route what the table says, nothing of another brokerage', async (who) => {
  const own = who.startsWith('B') ? b : a;
  const token = await tokenOf(who);
  async function ask(name: string, what: Asked, as: string | undefined) {
    const [method = '', path = ''] = name.split(' ');
    const url = `/api/v1${path
      .replace(':id', what.path ?? '')
      .replace(':seq', '1')
      .replace(':deliveryId', what.path ?? '')
      .replace(':photoId', 'photo-1')}${what.query === undefined ? '' : `?${what.query}`}`;
    return hub.call(method.toUpperCase(), url, {
      ...(as === undefined ? {} : { token: as }),
      ...(what.body === undefined ? {} : { body: what.body }),
    });
  }
  const isForeign = (name: string): boolean =>
    !who.startsWith('A ') && apiRoutes(hub.deps).some((route) => named(route) === name && route.access === 'staff');
  const got: [string, string][] = [];
  const leaks: string[] = [];
  async function go(name: string, what: Asked): Promise<void> {
    // Signing out ends the session, so each call signs in for itself.
    const as = name === 'post /auth/logout' ? await tokenOf(who) : token;
    const { status, json, text } = await ask(name, what, as);
    got.push([name, json?.error?.code ?? String(status)]);
    if (isForeign(name) && [canary, a.tenantId, talk.id, talk.leadId].some((word) => text.includes(word)))
      leaks.push(name);
  }
  const cells = [...lines].map(([name, cellsOf]) => [name, cellsOf.get(who) ?? ''] as const);
  const made = new Map<string, Asked>();
  for (const [name] of cells) made.set(name, (await asked[name]?.(own)) ?? {});
  const before = await allOfA();
  for (const [name, cell] of cells) if (!isDone(cell)) await go(name, made.get(name) ?? {});
  expect(await allOfA()).toEqual(before);
  // Two of these calls may change the same thing, so each request is built after the one before.
  for (const [name, cell] of cells) if (isDone(cell)) await go(name, (await asked[name]?.(own)) ?? {});
  expect(got.sort()).toEqual(cells.map(([name, cell]) => [name, cell]).sort());
  expect(leaks).toEqual([]);
  expect(hub.errors).toEqual([]);
});

test('S20: where a page of another brokerage ended tells nothing of what it holds', async () => {
  for (let more = 0; more < 2; more += 1) await hub.addConversation(a.tenantId);
  const page = (await hub.call('GET', '/api/v1/conversations?limit=1', { token: (await tokenOf('A agent')) ?? '' }))
    .json;
  expect(page.nextCursor).toEqual(expect.any(String));
  const url = `/api/v1/conversations?limit=1&cursor=${page.nextCursor}`;
  expect((await hub.call('GET', url, { token: (await tokenOf('A agent')) ?? '' })).json.items).toHaveLength(1);
  for (const who of ['B agent', 'B supervisor', 'B admin', 'B key'])
    expect((await hub.call('GET', url, { token: (await tokenOf(who)) ?? '' })).json).toEqual({ items: [] });
});

test('S20: a person’s private saved reply does not exist for a colleague, nor for an admin', async () => {
  const agent = await tokenOf('A agent');
  const body = { title: canary, text: canary, for: 'me' };
  const { id } = (await hub.call('POST', '/api/v1/saved-replies', { token: agent ?? '', body })).json;
  for (const who of ['A supervisor', 'A admin', 'A key', 'B admin']) {
    const token = (await tokenOf(who)) ?? '';
    const answer = await hub.call('DELETE', `/api/v1/saved-replies/${id}`, { token });
    expect([who, answer.json.error.code]).toEqual([who, 'NOT_FOUND']);
  }
});
