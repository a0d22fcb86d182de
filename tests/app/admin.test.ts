import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createPasswordHasher } from '../../src/adapters/argon2/passwordHasher.ts';
import { readAdminArguments } from '../../src/app/adminArguments.ts';
import { adminCommands } from '../../src/app/adminCommands.ts';
import { type ProvidedDatabase, provideDatabase } from '../../src/app/embedded/provideDatabase.ts';
import { openMongoStores, type Stores } from '../../src/app/stores.ts';
import { firstState } from '../../src/features/bots/state/firstState.ts';
import { createTenant } from '../../src/features/identity/createTenant.ts';
import { createUser } from '../../src/features/identity/createUser.ts';
import type { LedgerRow } from '../../src/features/llm/ledger.ts';
import { readTenantSettings } from '../../src/features/settings/readTenantSettings.ts';
import { systemClock } from '../../src/kernel/clock.ts';
import { silentLogger } from '../../src/kernel/observe.ts';
import { ledgerRow } from '../suites/ledgerStoreSuite.ts';
import { runAdmin } from '../support/adminProcess.ts';
import { password, type RunningRest, startRest } from '../support/startRest.ts';

let dataDir: string;
let database: ProvidedDatabase;
let stores: Stores;
let hub: RunningRest;

// As a hub that is running on its data.
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'hub-admin-'));
  database = await provideDatabase({ dataDir, env: process.env, log: silentLogger, say: () => {} });
  stores = await openMongoStores(database.url, silentLogger);
  hub = await startRest({ stores, env: { HUB_LIMIT_LOGINS: '10000' } });
  hub.identity.hasher = createPasswordHasher();
});
afterAll(async () => {
  await hub?.stop();
  await stores?.close();
  await database?.stop();
  await rm(dataDir, { recursive: true, force: true });
});

const admin = (...args: string[]) => adminWith({ PUBLIC_URL: 'https://hub.example' }, ...args);

const adminWith = (more: NodeJS.ProcessEnv, ...args: string[]) =>
  runAdmin({ HUB_DATA_DIR: dataDir, MONGODB_URL: '', PORT: '', ...more }, ...args);

test('a link without PUBLIC_URL names the port that is set, and says that it is a guess', async () => {
  const { id } = await createTenant({ store: stores.identity, clock: systemClock }, { name: 'Third', timeZone: 'UTC' });
  const site = (env: NodeJS.ProcessEnv) =>
    adminWith(env, 'site-create', '--tenant', id, '--name', 'S', '--origins', 'https://third.example');
  const [byPort, unknown] = await Promise.all([site({ PUBLIC_URL: '', PORT: '9123' }), site({ PUBLIC_URL: '' })]);
  expect(byPort.out).toContain('<script src="http://localhost:9123/widget.js"');
  expect(byPort.out).toContain('PUBLIC_URL is not set: if your hub isn’t at http://localhost:9123,');
  expect(unknown.out).toContain('Neither PUBLIC_URL nor PORT is set here: if your hub isn’t at http://localhost:8080,');
});

test('beside a running hub a second brokerage with its people, its site and a key comes to be', async () => {
  const tenant = await admin('tenant-create', '--name', 'Second Homes', '--time-zone', 'America/Denver');
  expect(tenant).toMatchObject({ code: 0, err: '' });
  const tenantId = /Created tenant (\S+)\./.exec(tenant.out)?.[1] ?? '';

  const user = await admin(
    'user-create',
    '--tenant',
    tenantId,
    '--email',
    'Ann@Second.example',
    '--name',
    'Ann Lee',
    '--role=supervisor',
  );
  expect(user.code).toBe(0);
  const password = /Password: (\S+)/.exec(user.out)?.[1] ?? '';
  const signedIn = await hub.call('POST', '/api/v1/auth/login', { body: { email: 'ann@second.example', password } });
  expect(signedIn.json.user).toMatchObject({ name: 'Ann Lee', role: 'supervisor' });

  const site = await admin(
    'site-create',
    '--tenant',
    tenantId,
    '--name',
    'Site',
    '--origins',
    'https://Second.example/,https://www.second.example',
  );
  const snippet = /<script src="https:\/\/hub\.example\/widget\.js" data-site-key="(\S+)" async><\/script>/.exec(
    site.out,
  );
  const session = await hub.call('POST', '/api/v1/widget/sessions', {
    body: { siteKey: snippet?.[1], page: { url: '/' } },
    headers: { origin: 'https://second.example' },
  });
  expect(session.json.brokerage).toBe('Second Homes');

  const key = /API key: (\S+)/.exec(
    (await admin('api-key-create', '--tenant', tenantId, '--name', 'CRM', '--role', 'agent')).out,
  )?.[1];
  expect((await hub.call('GET', '/api/v1/conversations', { token: key ?? '' })).status).toBe(200);

  const reset = await admin('password-reset', '--email', 'ann@second.example');
  const next = /: (\w{4}(-\w{4}){3})/.exec(reset.out)?.[1] ?? '';
  expect(
    (await hub.call('POST', '/api/v1/auth/refresh', { body: { refreshToken: signedIn.json.refreshToken } })).json.error
      .code,
  ).toBe('AUTH_REVOKED');
  expect(
    (await hub.call('POST', '/api/v1/auth/login', { body: { email: 'ann@second.example', password } })).status,
  ).toBe(401);
  expect(
    (await hub.call('POST', '/api/v1/auth/login', { body: { email: 'ann@second.example', password: next } })).status,
  ).toBe(200);

  expect((await admin('tenant-list')).out).toContain(`${tenantId}  Second Homes`);
});

test('unlock opens the sign-ins of an account at a running hub', async () => {
  const { tenantId } = await hub.addTenant('Locked');
  const email = 'lee@locked.example';
  await createUser(hub.identity, { tenantId, email, name: 'Lee', role: 'agent', password });
  const attempt = (secret: string) => hub.call('POST', '/api/v1/auth/login', { body: { email, password: secret } });
  for (let i = 0; i < 10; i++) expect((await attempt('wrong')).status).toBe(401);
  expect((await attempt(password)).status).toBe(429);
  await expect.poll(async () => (await stores.identity.listLockouts(tenantId)).length).toBe(1);
  const lifted = await admin('unlock', '--email', email);
  expect(lifted).toEqual({ code: 0, out: `${email} can sign in again from 1 network.\n`, err: '' });
  expect((await attempt(password)).status).toBe(200);
  expect((await admin('unlock', '--email', email)).out).toContain(`${email} was not locked`);
  expect((await admin('unlock', '--email', 'nobody@second.example')).err).toBe('No account has this email address.\n');
});

test('a command that cannot be done says so in one line, with exit code 1', async () => {
  const answer = await admin(
    'user-create',
    '--tenant',
    'nobody',
    '--email',
    'x@y.example',
    '--name',
    'X',
    '--role',
    'agent',
  );
  expect(answer).toEqual({ code: 1, out: '', err: 'No tenant has this ID. Run tenant-list to see them.\n' });
});

test.each([['compact'], ['tenant-list'], ['tenant-create', '--name', 'New', '--time-zone', 'UTC']])(
  'in a folder without a database %s makes none: it says so and leaves nothing',
  async (...args) => {
    const typo = join(dataDir, 'typo');
    const says = `There is no database in ${typo} (HUB_DATA_DIR). Nothing was changed. Set HUB_DATA_DIR to your hub’s data folder, or start the hub there once.\n`;
    expect(await adminWith({ HUB_DATA_DIR: typo }, ...args)).toEqual({ code: 1, out: '', err: says });
    expect(existsSync(typo)).toBe(false);
  },
);

test('a command that is not understood names all its mistakes at once, with exit code 2 and the help', async () => {
  const answer = await admin('user-create', '--role', 'boss', '--colour=red', '--email');
  expect(answer.code).toBe(2);
  expect(answer.out).toBe('');
  for (const line of [
    '--email needs a value',
    '--colour is not an option for user-create',
    '--tenant is missing',
    '--name is missing',
    '--role must be one of agent, supervisor, admin',
  ]) {
    expect(answer.err).toContain(`${line}\n`);
  }
  expect(answer.err).toContain('Usage: npm run admin -- user-create');
});

test('every command has its help, and the overview has every command', () => {
  const overview = readAdminArguments(['--help']);
  for (const name of Object.keys(adminCommands) as (keyof typeof adminCommands)[]) {
    expect(overview).toMatchObject({ kind: 'help', text: expect.stringContaining(name) });
    const help = readAdminArguments([name, '--help']);
    const { bare, help: options } = adminCommands[name];
    for (const option of Object.keys(options))
      expect(help).toMatchObject({
        kind: 'help',
        text: expect.stringContaining(option === bare ? ' <' : `--${option} <`),
      });
  }
});

test.each([
  [
    ['site-create', '--tenant', 't', '--name', 'n', '--origins', 'www.homes.example'],
    '--origins must be up to 50 addresses such as https://www.example.com, separated by commas',
  ],
  [
    ['tenant-create', '--name', 'n', '--time-zone', 'Mars/Olympus'],
    '--time-zone must be a time zone such as America/Chicago',
  ],
  [['tenant-create', '--name', 'n', '--name', 'm', '--time-zone', 'UTC'], '--name is given twice'],
  [
    ['tenant-create', '--name', 'n', '--time-zone', 'UTC', 'stray'],
    'Every value needs an option. Put text with spaces in quotes.',
  ],
  [['password-reset', '--email', 'nobody'], '--email must be an email address'],
  [['drop-everything'], 'Unknown command.'],
  [['constructor'], 'Unknown command.'],
])('%j: %s', (args, fault) => {
  expect(readAdminArguments(args)).toMatchObject({ kind: 'faulty', faults: [fault] });
});

test('a brokerage made without a market has federal rules, and its market is set by command and kept in the record', async () => {
  const made = await admin('tenant-create', '--name', 'Ohio Homes', '--time-zone', 'America/New_York');
  const tenantId = /Created tenant (\S+)\./.exec(made.out)?.[1] ?? '';
  expect((await readTenantSettings(stores, tenantId)).settings.market).toBe('us');
  expect(await admin('market-set', '--tenant', tenantId, '--market', 'mars')).toMatchObject({ code: 2 });
  expect(await admin('market-set', '--tenant', tenantId, '--market', 'texas')).toMatchObject({ code: 0 });
  expect((await readTenantSettings(stores, tenantId)).settings.market).toBe('texas');
  expect(await stores.settings.listChanges(tenantId, 1)).toMatchObject([
    { before: { market: 'us' }, after: { market: 'texas' }, by: { name: 'Hub administrator' } },
  ]);
  expect(await stores.versions.read(tenantId)).toMatchObject({ settings: 2 });
});

test('homes come in from a file, a bad one is told by line, and the help names the columns', async () => {
  const file = join(dataDir, 'homes.csv');
  const tenant = await admin('tenant-create', '--name', 'Third Homes', '--time-zone', 'America/Chicago');
  const tenantId = /Created tenant (\S+)\./.exec(tenant.out)?.[1] ?? '';
  const heading = 'listing_id,address,area,status,price,beds,baths,sqft';
  await writeFile(file, `${heading}\na,1 Oak,Zilker,active,500000,3,2,1500\nb,2 Oak,Zilker,active,cheap,3,2,1500\n`);
  expect(await admin('listing-import', file, '--tenant', tenantId)).toMatchObject({
    code: 1,
    out: '',
    err: expect.stringMatching(/^line 3: b: price must be dollars.*\nNothing was imported\. Fix 1 line first\./),
  });
  expect((await stores.listings.summary(tenantId)).total).toBe(0);
  await writeFile(file, `${heading}\na,1 Oak,Zilker,active,500000,3,2,1500\n`);
  const done = await admin('listing-import', '--tenant', tenantId, file);
  expect(done).toMatchObject({ code: 0, out: expect.stringContaining('Homes added: 1, updated: 0') });
  expect(await stores.listings.find(tenantId, 'a')).toMatchObject({ source: 'Third Homes' });
  const missing = await admin('listing-import', join(dataDir, 'none.csv'), '--tenant', tenantId);
  expect(missing).toMatchObject({ code: 1, err: expect.stringContaining('it doesn’t exist') });
  expect((await admin('listing-import', '--help')).out).toMatch(/<file\.csv> --tenant <id>[\s\S]*hoa_monthly +HOA fee/);
});

test('deletion requests are listed with their days, and each is closed once with what was done', async () => {
  const tenant = await admin('tenant-create', '--name', 'Fourth Homes', '--time-zone', 'America/Chicago');
  const tenantId = /Created tenant (\S+)\./.exec(tenant.out)?.[1] ?? '';
  await stores.records.add({
    id: 'request-1',
    tenantId,
    leadId: 'lead-1',
    visitorId: 'visitor-1',
    conversationId: 'conversation-1',
    at: Date.parse('2026-01-05T10:00:00.000Z'),
    said: 'please delete my data',
    evidence: { log: 'public:conversation-1', seq: 1, start: 0, end: 21 },
    closed: null,
    kind: 'deletion-request',
    confirmBy: '2026-01-19',
    answerBy: '2026-02-19',
  });
  const listed = await admin('deletion-requests');
  expect(listed.out).toMatch(
    /Fourth Homes {2}1 open\n {4}request-1 {2}confirm by 2026-01-19, respond by 2026-02-19 {2}OVERDUE/,
  );
  const close = () =>
    admin('deletion-close', '--tenant', tenantId, '--request', 'request-1', '--how', 'Deleted by Ana on Monday');
  expect(await close()).toMatchObject({ code: 0 });
  expect(await close()).toMatchObject({ code: 1, err: expect.stringContaining('No open request') });
  const [kept] = await stores.records.ofLead(tenantId, 'lead-1');
  expect(kept?.closed?.by).toBe('Deleted by Ana on Monday');
  await stores.records.add({
    ...kept!,
    id: 'stop-1',
    said: 'STOP',
    closed: null,
    kind: 'suppression',
    channels: ['call'],
    reason: 'visitor opted out',
  });
  const lift = await admin('deletion-close', '--tenant', tenantId, '--request', 'stop-1', '--how', 'By mistake');
  expect(lift).toMatchObject({ code: 1, err: expect.stringContaining('No open request') });
});

test('misreads of every brokerage are printed as lines of JSON', async () => {
  const { tenantId } = await hub.addTenant('Fifth Homes');
  const log = 'public:conversation-5';
  await stores.turns.insert({
    ...{ id: 'turn-5', tenantId, conversationId: 'conversation-5', turnNo: 1, throughSeq: 1, throughInternalSeq: 0 },
    ...{ fence: 0, effects: [], done: [], versions: { bot: '1', pack: '1' }, at: 0, stateAfter: firstState('en') },
    event: {
      at: '2026-01-05T10:00:00.000Z',
      happened: [{ kind: 'visitor-message', seq: 1, log, text: 'roof? 512-555-0101' }],
    },
  });
  expect((await admin('misreads')).out.trim()).toBe('');
  const misread = {
    acts: ['asks' as const],
    words: 'of the roof',
    at: '2026-01-06T10:00:00.000Z',
    by: { id: 'a', name: 'Ana' },
  };
  await stores.turns.markMisread('conversation-5', 2, misread);
  const { code, out } = await admin('misreads');
  expect(code).toBe(0);
  expect(
    out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line)),
  ).toMatchObject([
    {
      conversationId: 'conversation-5',
      heard: [{ text: 'roof? [phone 1]' }],
      right: { acts: ['asks'], words: 'of the roof' },
    },
  ]);
});

test('the cost of Claude is told by task and model, for a day of the brokerage’s own clock', async () => {
  const { tenantId } = await hub.addTenant('Sixth Homes');
  // The database drops what is three months old; the day before, at six in the evening in Texas, is one of two days in UTC.
  const yesterday = systemClock.now() - 86_400_000;
  const date = new Intl.DateTimeFormat('en-CA', { timeZone: 'America/Chicago' }).format(yesterday);
  const at = Date.parse(`${date}T23:59:30.000Z`);
  const call = (over: Partial<LedgerRow>) => ledgerRow({ tenantId, at, ...over });
  await stores.ledger.add([
    ...[100, 200, 300, 4000].map((latencyMs) => call({ latencyMs })),
    call({ task: 'reply', model: 'claude-haiku-4-5', tier: 'small', costMicroUsd: 900 }),
    call({ task: 'reply', model: null, costMicroUsd: 0, outcome: 'failed', code: 'MODEL_OVERLOADED' }),
    call({ at: at + 60_000, costMicroUsd: 1 }),
    call({ at: at - 86_400_000 }),
    call({ tenantId: 'another' }),
  ]);
  const { code, out } = await admin('spend', '--tenant', tenantId, '--day', date);
  expect(code).toBe(0);
  const [head, , ...table] = out.trim().split('\n');
  expect(head).toBe(`Sixth Homes, ${date} (America/Chicago): 7 calls, $0.0187`);
  expect(table.slice(1).map((line) => line.split(/\s{2,}/))).toEqual([
    ['coach', 'claude-sonnet-5-5', '5', '5000', '22500', '0', '1000', '$0.0178', '300', '4000', 'done 5'],
    ['reply', 'claude-haiku-4-5', '1', '1000', '4500', '0', '200', '$0.0009', '900', '900', 'done 1'],
    ['reply', 'none started', '1', '1000', '4500', '0', '200', '$0.0000', '900', '900', 'failed MODEL_OVERLOADED 1'],
  ]);
  expect((await admin('spend', '--tenant', tenantId)).out).toContain(': 0 calls, $0.0000');
  expect((await admin('spend', '--tenant', 'nobody')).err).toContain('No tenant has this ID');
  expect((await admin('spend', '--tenant', tenantId, '--day', 'today')).err).toContain('must be a date such as');
});

test('how many outcomes a brokerage has, and how many are missing for a fit, is told', async () => {
  const { tenantId } = await hub.addTenant('Seventh Homes');
  const { code, out } = await admin('insight-report', '--tenant', tenantId);
  expect(code).toBe(0);
  expect(out).toContain('Seventh Homes: 0 conversations with a known outcome: 0 booked an appointment, 0 did not.');
  expect(out).toContain('A fit needs 200 outcomes: 200 are missing.');
  expect((await admin('insight-report', '--tenant', 'nobody')).err).toContain('No tenant has this ID');
});
