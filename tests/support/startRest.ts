import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createPromMeter } from '../../src/adapters/telemetry/promMeter.ts';
import { composeAdmission } from '../../src/app/compose/admission.ts';
import { composeBusyCalendars } from '../../src/app/compose/busyCalendars.ts';
import { composeCore } from '../../src/app/compose/core.ts';
import { composeInterventions, type Interventions } from '../../src/app/compose/interventions.ts';
import { composeNarratives } from '../../src/app/compose/narratives.ts';
import { composePhone } from '../../src/app/compose/phone.ts';
import { composePictures } from '../../src/app/compose/pictures.ts';
import { composeReports } from '../../src/app/compose/reports.ts';
import { composeRest, serveRest } from '../../src/app/compose/rest.ts';
import { composeWebhooks } from '../../src/app/compose/webhooks.ts';
import { readConfig } from '../../src/app/config.ts';
import { openMemorySignals } from '../../src/app/signals.ts';
import { openMemoryStores, type Stores } from '../../src/app/stores.ts';
import type { Role } from '../../src/contract/values.ts';
import type { Conversation } from '../../src/features/conversations/model.ts';
import { createSite } from '../../src/features/identity/createSite.ts';
import { createTenant } from '../../src/features/identity/createTenant.ts';
import { createUser } from '../../src/features/identity/createUser.ts';
import type { IdentityDeps, PasswordHasher } from '../../src/features/identity/ports.ts';
import type { Tokens } from '../../src/features/identity/tokens.ts';
import { type Clock, systemClock } from '../../src/kernel/clock.ts';
import { newId, sha256 } from '../../src/kernel/ids.ts';
import { type Logger, silentLogger } from '../../src/kernel/observe.ts';
import type { RestDeps } from '../../src/rest/restApp.ts';
import { checkRows } from './replayHub.ts';

/** As fast as a test wants it; the real one has tests of its own. */
export const quickHasher: PasswordHasher = {
  hash: async (password) => sha256(password),
  verify: async (hash, password) => hash === sha256(password),
};

export const password = 'correct horse battery';
export const siteOrigin = 'https://www.homes.example';

export interface RestAnswer {
  status: number;
  headers: Headers;
  text: string;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape
  json: any;
}

export interface RunningRest {
  url: string;
  port: number;
  stores: Stores;
  identity: IdentityDeps;
  tokens: Tokens;
  deps: RestDeps;
  interventions: Interventions;
  errors: { message: string; fields: unknown }[];
  warnings: { message: string; fields: unknown }[];
  call(
    method: string,
    path: string,
    options?: { body?: unknown; raw?: string; token?: string; headers?: Record<string, string> },
  ): Promise<RestAnswer>;
  /** A tenant with its staff and one site. */
  addTenant(name: string): Promise<{ tenantId: string; siteKey: string; emailOf(role: Role): string }>;
  signIn(email: string): Promise<{ accessToken: string; refreshToken: string; user: { id: string } }>;
  addConversation(tenantId: string, over?: Partial<Conversation>): Promise<Conversation>;
  stop(): Promise<void>;
}

/** The REST edge on a free port, on memory stores (or those given). */
export async function startRest(
  given: { env?: NodeJS.ProcessEnv; clock?: Clock; stores?: Stores } = {},
): Promise<RunningRest> {
  const clock = given.clock ?? systemClock;
  const stores = given.stores ?? openMemoryStores();
  const config = readConfig(given.env ?? {});
  const errors: RunningRest['errors'] = [];
  const warnings: RunningRest['warnings'] = [];
  const log: Logger = {
    ...silentLogger,
    error: (message, fields) => errors.push({ message, fields }),
    warn: (message, fields) => warnings.push({ message, fields }),
  };
  const meter = createPromMeter(log);
  const clientDir = await fakeClients();
  const signals = openMemorySignals(log, clock);
  const core = composeCore(config, stores, { signals, clock, log, meter });
  const { rows, written } = core.conversations;
  const spoken = new Set<string>();
  /** Put into the store as they are: nothing of their rows was ever said. */
  const put = new Set<string>();
  written.listen(({ tenantId, entry }) => {
    spoken.add(entry.conversationId);
    rows.onEntry(tenantId, entry);
  });
  const secret = 'a secret of the tests';
  const composed = composeAdmission(config, stores, {
    ...signals,
    secret,
    tenants: core.tenants,
    clock,
    log,
  });
  const identity: IdentityDeps = { ...composed.identity, hasher: quickHasher };
  const { tokens } = identity;
  const { conversations, tenants } = core;
  const busyTimes = composeBusyCalendars(stores, { conversations, tenants, secret });
  const narrating = composeNarratives(stores, core, { ...signals, secret, log, meter });
  const reports = composeReports(stores, core, { ...signals, mailer: null, publicUrl: null });
  const interventions = composeInterventions(stores, core);
  const deps = composeRest(config, stores, {
    ...composePictures(),
    ...composePhone(stores, {
      ...signals,
      conversations,
      secret,
      meter,
      log,
      speechUrl: config.speechUrl,
      twilioUrl: config.twilioUrl,
    }),
    ...{
      core,
      busyTimes,
      narrating,
      reports,
      webhooks: composeWebhooks(config, stores, { conversations, tenants, secret, log, meter }).webhooks,
      interventions: interventions.deciding,
      mailer: null,
      admission: { ...composed, identity },
      log,
      meter,
      clientDir,
    },
    health: {
      isDraining: () => false,
      checks: { database: stores.ping },
      readMetrics: meter.read,
      readPerformance: meter.percentiles,
    },
  });
  const server = serveRest(deps);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;

  const call: RunningRest['call'] = async (method, path, options = {}) => {
    const body = options.raw ?? (options.body === undefined ? undefined : JSON.stringify(options.body));
    const response = await fetch(`${url}${path}`, {
      method,
      headers: {
        // A connection that was kept may be closed at the moment when it is used again.
        connection: 'close',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(options.token === undefined ? {} : { authorization: `Bearer ${options.token}` }),
        ...options.headers,
      },
      ...(body === undefined ? {} : { body }),
    });
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json') === true && text !== '';
    return { status: response.status, headers: response.headers, text, json: isJson ? JSON.parse(text) : undefined };
  };
  return {
    url,
    port,
    stores,
    identity,
    tokens,
    deps,
    interventions,
    errors,
    warnings,
    call,
    async addTenant(name) {
      const tenant = await createTenant({ store: stores.identity, clock }, { name, timeZone: 'America/Chicago' });
      const emailOf = (role: Role) => `${role}@${tenant.id.toLowerCase()}.example`;
      for (const role of ['agent', 'supervisor', 'admin'] as const) {
        await createUser(identity, { tenantId: tenant.id, email: emailOf(role), name: `The ${role}`, role, password });
      }
      const site = await createSite(identity, { tenantId: tenant.id, name: 'Site', allowedOrigins: [siteOrigin] });
      return { tenantId: tenant.id, siteKey: site.siteKey, emailOf };
    },
    async signIn(email) {
      return (await call('POST', '/api/v1/auth/login', { body: { email, password } })).json;
    },
    async addConversation(tenantId, over = {}) {
      const { conversation } = await stores.conversations.openFor(aConversation(tenantId, over));
      put.add(conversation.id);
      return conversation;
    },
    async stop() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
      core.presence.stop();
      await rows.stop();
      await checkRows(stores, new Set([...spoken].filter((id) => !put.has(id))));
      await rm(clientDir, { recursive: true, force: true });
    },
  };
}

async function fakeClients(): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'hub-clients-'));
  for (const page of ['demo', 'desk', 'wall']) {
    await mkdir(join(dir, page));
    await writeFile(join(dir, page, 'index.html'), `<!doctype html><title>${page}</title>`);
  }
  await mkdir(join(dir, 'assets'));
  await writeFile(join(dir, 'assets', 'desk-AbCd1234.js'), '1');
  await writeFile(join(dir, 'assets', 'desk-AbCd1234.js.map'), '{}');
  await writeFile(join(dir, 'widget.js'), '2');
  await writeFile(join(dir, 'widget.json'), JSON.stringify({ file: 'widget-0123456789ab.js', integrity: 'sha384-2' }));
  return dir;
}

function aConversation(tenantId: string, over: Partial<Conversation>): Conversation {
  return {
    id: newId(),
    tenantId,
    visitorId: newId(),
    leadId: newId(),
    siteId: newId(),
    channel: 'widget',
    createdAt: 1_750_000_000_000,
    page: { url: '/demo' },
    language: 'en',
    mode: 'bot',
    fence: 1,
    owner: null,
    unansweredSince: null,
    snoozedUntil: null,
    wait: null,
    review: null,
    pausedUntil: null,
    hold: null,
    offer: null,
    ...over,
    board: {
      shown: true,
      leadName: null,
      bot: null,
      stage: 'NEW',
      score: null,
      temperature: null,
      wants: null,
      tags: [],
      tagsDecided: [],
      priority: 'normal',
      through: { public: 0, internal: 0 },
      migrated: false,
      said: 0,
      speaks: 'bot',
      over: {},
      onCallSince: null,
      pressed: false,
      read: 0,
      vouchedName: null,
      lastText: '',
      lastAt: 1_750_000_000_000,
      flags: [],
      listingTitle: null,
      alerts: [],
      lastLines: [],
      ...over.board,
    },
  };
}
