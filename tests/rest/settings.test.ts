import { afterAll, beforeAll, expect, test } from 'vitest';
import { contrastOf } from '../../src/contract/rest/contrast.ts';
import { settingsAnswer } from '../../src/contract/rest/settings.ts';
import { createUser } from '../../src/features/identity/createUser.ts';
import { newId } from '../../src/kernel/ids.ts';
import { password, type RunningRest, siteOrigin, startRest } from '../support/startRest.ts';

let hub: RunningRest;
let own: Awaited<ReturnType<RunningRest['addTenant']>>;
let other: typeof own;
let admin: string;
let adminId: string;
let agent: string;
let supervisor: string;
let foreign: string;
/** The addresses that the tenants are made with may hold an underscore, which an invitation would refuse. */
const takenEmail = 'taken@homes.example';
const elsewhereEmail = 'elsewhere@homes.example';
const onePixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

beforeAll(async () => {
  hub = await startRest({ env: { HUB_LIMIT_LOGINS: '10000' } });
  own = await hub.addTenant('Own Homes');
  other = await hub.addTenant('Other Homes');
  const taken = { tenantId: own.tenantId, email: takenEmail, name: 'Taken', role: 'agent', password } as const;
  await createUser(hub.identity, taken);
  await createUser(hub.identity, { ...taken, tenantId: other.tenantId, email: elsewhereEmail });
  const signedIn = await hub.signIn(own.emailOf('admin'));
  admin = signedIn.accessToken;
  adminId = signedIn.user.id;
  agent = (await hub.signIn(own.emailOf('agent'))).accessToken;
  supervisor = (await hub.signIn(own.emailOf('supervisor'))).accessToken;
  foreign = (await hub.signIn(other.emailOf('admin'))).accessToken;
});
afterAll(() => hub.stop());

const api = (method: string, path: string, token: string | null, body?: unknown) =>
  hub.call(method, `/api/v1${path}`, { ...(token === null ? {} : { token }), ...(body === undefined ? {} : { body }) });
const codeOf = (answer: { json: { error?: { code: string } } }) => answer.json?.error?.code;

test('words that visitors may not be told cannot be saved as a greeting or as words for closed hours', async () => {
  const { version, settings } = settingsAnswer.parse((await api('GET', '/settings', admin)).json);
  const steering = 'This is a very safe neighborhood with great schools.';
  for (const field of ['greeting', 'closedSays']) {
    const refused = await api('PUT', '/settings', admin, { version, change: { [field]: steering } });
    expect([refused.status, codeOf(refused), refused.json.error.field]).toEqual([
      403,
      'POLICY_BLOCKED',
      `change.${field}`,
    ]);
  }
  expect((await api('GET', '/settings', admin)).json.settings).toEqual(settings);
});

test('settings begin with what is known, change for an admin only, and never over what was not seen', async () => {
  const first = settingsAnswer.parse((await api('GET', '/settings', agent)).json);
  expect([first.version, first.settings.brokerage, first.settings.timeZone]).toEqual([
    0,
    'Own Homes',
    'America/Chicago',
  ]);
  for (const token of [agent, supervisor])
    expect(codeOf(await api('PUT', '/settings', token, { version: 0, change: { greeting: 'Hi' } }))).toBe('FORBIDDEN');

  const change = {
    brokerage: 'Own & Homes',
    greeting: 'Ask about this home',
    colours: { light: '#7a1f3d', dark: '#f7a8c0' },
  };
  const changed = await api('PUT', '/settings', admin, { version: 0, change });
  expect([changed.status, changed.json.version, changed.json.settings.greeting]).toEqual([200, 1, change.greeting]);
  expect(codeOf(await api('PUT', '/settings', admin, { version: 0, change: { greeting: '' } }))).toBe('CONFLICT');
  expect(
    (await api('PUT', '/settings', admin, { version: 1, change: { greeting: change.greeting } })).json.version,
  ).toBe(1);
  expect((await api('GET', '/settings', foreign)).json.settings.brokerage).toBe('Other Homes');
  expect((await hub.stores.identity.findTenant(own.tenantId))?.name).toBe('Own & Homes');

  const { items } = (await api('GET', '/settings/changes', admin)).json;
  expect(items).toHaveLength(1);
  expect(items[0]).toMatchObject({
    by: { id: adminId, name: 'The admin' },
    kind: 'settings',
    before: { brokerage: 'Own Homes', greeting: '' },
    after: { brokerage: 'Own & Homes', greeting: change.greeting },
  });
  expect((await api('GET', '/settings/changes', foreign)).json.items).toEqual([]);
  expect(codeOf(await api('GET', '/settings/changes', agent))).toBe('FORBIDDEN');
});

test('two admins who change the same version: one is told that it was changed', async () => {
  const { version } = (await api('GET', '/settings', admin)).json;
  const answers = await Promise.all(
    [3, 4, 5].map((amberMinutes) =>
      api('PUT', '/settings', admin, { version, change: { waiting: { amberMinutes, redMinutes: 9 } } }),
    ),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
});

test('a setting that cannot be read or makes no sense is refused, and the error names its field', async () => {
  const { version } = (await api('GET', '/settings', admin)).json;
  const fieldOf = async (change: object) => {
    const { status, json } = await api('PUT', '/settings', admin, { version, change });
    return [status, json.error?.field];
  };
  expect(contrastOf('#ffffff', '#000000')).toBeCloseTo(21);
  expect(contrastOf('#0f766e', '#ffffff')).toBeCloseTo(5.47, 1);
  expect(await fieldOf({ colours: { light: '#ffcc00', dark: '#2dd4bf' } })).toEqual([400, 'change.colours.light']);
  expect(await fieldOf({ colours: { light: '#0f766e', dark: '#222222' } })).toEqual([400, 'change.colours.dark']);
  expect(await fieldOf({ colours: { light: 'red', dark: '#2dd4bf' } })).toEqual([400, 'change.colours.light']);
  for (const brokerageServicesUrl of [
    'http://hch.example/iabs',
    'javascript:alert(1)',
    `https://h.example/${'x'.repeat(99)}`,
  ])
    expect(await fieldOf({ brokerageServicesUrl })).toEqual([400, 'change.brokerageServicesUrl']);
  expect(await fieldOf({ timeZone: 'Mars/Olympus' })).toEqual([400, 'change.timeZone']);
  expect(await fieldOf({ greeting: 'x'.repeat(301) })).toEqual([400, 'change.greeting']);
  expect(await fieldOf({ waiting: { amberMinutes: 5, redMinutes: 5 } })).toEqual([400, 'change.waiting']);
  expect((await fieldOf({ unknown: 1 }))[0]).toBe(400);
  const hours = (await api('GET', '/settings', admin)).json.settings.hours;
  expect(await fieldOf({ hours: { ...hours, monday: { from: '18:00', until: '09:00' } } })).toEqual([
    400,
    'change.hours.monday',
  ]);
  const noon = { from: '09:00', until: '12:00' };
  const more = (from: string, until: string) => ({ hours: { ...hours, friday: { ...noon, more: [{ from, until }] } } });
  expect(await fieldOf(more('11:30', '18:00'))).toEqual([400, 'change.hours.friday']);
  expect(await fieldOf(more('18:00', '13:00'))).toEqual([400, 'change.hours.friday']);
  const eve = { date: '2026-12-24', name: 'Christmas Eve', everyYear: true };
  expect(await fieldOf({ closedDays: [eve, eve] })).toEqual([400, 'change.closedDays']);
  expect(await fieldOf({ closedDays: [{ ...eve, date: 'December 24' }] })).toEqual([400, 'change.closedDays.0.date']);
  const { appointments } = (await api('GET', '/settings', admin)).json.settings;
  for (const [field, value] of [
    ['callMinutes', 20],
    ['showingLeadHours', 169],
    ['callLeadHours', -1],
  ] as const)
    expect(await fieldOf({ appointments: { ...appointments, [field]: value } })).toEqual([
      ...[400, `change.appointments.${field}`],
    ]);
  const wide = {
    hours: more('13:00', '18:00').hours,
    closedDays: [eve],
    appointments: { ...appointments, callMinutes: 15 },
  };
  const changed = await api('PUT', '/settings', admin, { version, change: wide });
  expect(changed.json.settings).toMatchObject(wide);
});

test('S45: a logo that announces more pixels than a browser can hold is refused, whatever its bytes', async () => {
  const put = async (image: string) =>
    codeOf(
      await api('PUT', '/settings/logo', admin, {
        version: (await api('GET', '/settings', admin)).json.version,
        image,
      }),
    );
  const ofSize = (width: number, height: number) => {
    const picture = Buffer.from(onePixel, 'base64');
    picture.writeUInt32BE(width, 16);
    picture.writeUInt32BE(height, 20);
    return picture.toString('base64');
  };
  expect(await put(ofSize(100_000, 100_000))).toBe('VALIDATION_FAILED');
  expect(await put(ofSize(2_001, 1))).toBe('VALIDATION_FAILED');
  expect(await put(ofSize(1, 0))).toBe('VALIDATION_FAILED');
  expect(await put(ofSize(2_000, 2_000))).toBeUndefined();
});

test('a logo is a small picture by its bytes, and reaches the visitor’s page with the look and the greeting', async () => {
  const put = async (image: string | null) =>
    api('PUT', '/settings/logo', admin, { version: (await api('GET', '/settings', admin)).json.version, image });
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>').toString('base64');
  expect(codeOf(await put(svg))).toBe('VALIDATION_FAILED');
  const large = Buffer.concat([Buffer.from(onePixel, 'base64'), Buffer.alloc(70_000)]).toString('base64');
  expect(codeOf(await put(large))).toBe('VALIDATION_FAILED');
  const headAndHtml = Buffer.concat([
    Buffer.from(onePixel, 'base64').subarray(0, 8),
    Buffer.from('<html><script>1</script>'),
  ]);
  expect(codeOf(await put(headAndHtml.toString('base64')))).toBe('VALIDATION_FAILED');
  const { logo } = (await put(onePixel)).json;
  const picture = await hub.call('GET', logo);
  expect(picture.status).toBe(200);
  expect(picture.headers.get('content-type')).toBe('image/png');
  expect(picture.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
  expect(picture.headers.get('x-content-type-options')).toBe('nosniff');
  expect((await hub.call('GET', `/logos/${newId()}`)).status).toBe(404);

  const open = (siteKey: string) =>
    hub.call('POST', '/api/v1/widget/sessions', {
      body: { siteKey, page: { url: `${siteOrigin}/a` } },
      headers: { origin: siteOrigin },
    });
  expect((await open(own.siteKey)).json).toMatchObject({
    brokerage: 'Own & Homes',
    greeting: 'Ask about this home',
    theme: { accent: '#7a1f3d', onAccent: '#ffffff', darkAccent: '#f7a8c0', onDarkAccent: '#0b1211', logo },
  });
  expect((await open(other.siteKey)).json).not.toHaveProperty('theme');
});

test('a site says when one of its pages last loaded the chat, to the hour, and the checklist fills in by itself', async () => {
  const fresh = await hub.addTenant('Fresh Homes');
  const { accessToken } = await hub.signIn(fresh.emailOf('admin'));
  const seen = async () =>
    (await api('GET', '/sites', accessToken)).json.items.find(
      ({ siteKey }: { siteKey: string }) => siteKey === fresh.siteKey,
    ).seen;
  const load = (origin: string) =>
    hub.call('GET', `/api/v1/widget/look?siteKey=${fresh.siteKey}`, { headers: { origin } });
  const open = async () =>
    (await api('GET', '/settings/checklist', accessToken)).json.items.flatMap(
      ({ item, done }: { item: string; done: boolean }) => (done ? [] : [item]),
    );
  expect(await open()).toEqual(['brokerage', 'hours', 'widget', 'homes', 'chat']);
  await load('https://elsewhere.example');
  expect(await seen()).toBeUndefined();
  await load(siteOrigin);
  const first = await seen();
  expect(first.origin).toBe(siteOrigin);
  await load(siteOrigin);
  expect(await seen()).toEqual(first);
  await hub.addConversation(fresh.tenantId, { visitorId: newId() });
  const { version } = (await api('GET', '/settings', accessToken)).json;
  await api('PUT', '/settings', accessToken, {
    version,
    change: { checkedOff: ['homes', 'hours'], brokerageServicesUrl: 'https://other.example/iabs' },
  });
  expect(await open()).toEqual([]);
});

test('sites are an admin’s, checked, bounded, and of their own tenant', async () => {
  const site = { name: 'Main', allowedOrigins: ['https://homes.example/path', 'https://homes.example'] };
  for (const token of [agent, supervisor]) {
    expect(codeOf(await api('GET', '/sites', token))).toBe('FORBIDDEN');
    expect(codeOf(await api('POST', '/sites', token, site))).toBe('FORBIDDEN');
  }
  const made = (await api('POST', '/sites', admin, site)).json;
  expect(made.allowedOrigins).toEqual(['https://homes.example']);
  const bad = await api('POST', '/sites', admin, {
    name: 'Bad',
    allowedOrigins: ['https://a.example', 'javascript:1'],
  });
  expect([bad.status, bad.json.error.field]).toEqual([400, 'allowedOrigins.1']);
  const nowhere = { name: 'Main', allowedOrigins: [] };
  expect((await api('POST', '/sites', admin, nowhere)).json.error.field).toBe('allowedOrigins');
  expect(codeOf(await api('PUT', `/sites/${made.id}`, foreign, site))).toBe('NOT_FOUND');
  expect(codeOf(await api('DELETE', `/sites/${made.id}`, foreign))).toBe('NOT_FOUND');
  expect((await api('GET', '/sites', foreign)).json.items.map(({ id }: { id: string }) => id)).not.toContain(made.id);
  expect((await api('PUT', `/sites/${made.id}`, admin, { ...site, name: 'Front' })).json.name).toBe('Front');
  expect(made.widget).toEqual({ titleCount: true, opener: null });
  const widget = { titleCount: false, opener: { seconds: 20, scrollPercent: null } };
  expect((await api('PUT', `/sites/${made.id}`, admin, { ...site, name: 'Front', widget })).json.widget).toEqual(
    widget,
  );
  expect((await api('PUT', `/sites/${made.id}`, admin, { ...site, name: 'Front' })).json.widget).toEqual(widget);
  expect((await api('GET', `/widget/look?siteKey=${made.siteKey}`, null)).json.opener).toEqual(widget.opener);
  for (const seconds of [0, 601, 1.5, '20'])
    expect(
      codeOf(
        await api('PUT', `/sites/${made.id}`, admin, {
          ...site,
          widget: { ...widget, opener: { ...widget.opener, seconds } },
        }),
      ),
    ).toBe('VALIDATION_FAILED');
  expect((await api('DELETE', `/sites/${made.id}`, admin)).status).toBe(204);
  expect((await api('GET', '/sites', admin)).json.items).toHaveLength(1);
  const names = (await api('GET', '/settings/changes', admin)).json.items.slice(0, 5);
  expect(
    names.map(({ action, subject }: { action: string; subject: string }) => `${action} ${subject}`).sort(),
  ).toEqual(['added Main', 'changed Front', 'changed Front', 'changed Front', 'removed Front']);
  for (let count = 1; count < 50; count += 1) await api('POST', '/sites', admin, { ...site, name: `Site ${count}` });
  expect(codeOf(await api('POST', '/sites', admin, site))).toBe('QUOTA_EXCEEDED');
});

test('an invitation lets one person in, once, for seven days', async () => {
  const whom = { email: 'New.Person@homes.example', role: 'agent', name: 'New Person' };
  expect(codeOf(await api('POST', '/invites', supervisor, whom))).toBe('FORBIDDEN');
  expect(codeOf(await api('POST', '/invites', admin, { ...whom, email: takenEmail }))).toBe('CONFLICT');
  const first = (await api('POST', '/invites', admin, whom)).json;
  const invite = (await api('POST', '/invites', admin, whom)).json;
  const stored = JSON.stringify(await hub.stores.settings.listInvites(own.tenantId));
  expect(stored).not.toContain(invite.token);
  expect(codeOf(await api('POST', '/invites/look', null, { token: first.token }))).toBe('NOT_FOUND');
  expect((await api('POST', '/invites/look', null, { token: invite.token })).json).toEqual({
    email: 'new.person@homes.example',
    name: 'New Person',
    role: 'agent',
    brokerage: 'Own & Homes',
  });
  expect((await api('GET', '/invites', foreign)).json.items).toEqual([]);
  expect(codeOf(await api('DELETE', `/invites/${invite.id}`, foreign))).toBe('NOT_FOUND');
  const accept = { token: invite.token, name: 'Nova', password };
  for (const [weak, words] of [
    ['short', 'at least 10 characters'],
    ['password1234', 'Choose a longer sentence'],
    ['new.person2024', 'without your name'],
    ['\u200b'.repeat(10), 'invisible characters'],
  ]) {
    const { json } = await api('POST', '/invites/accept', null, { ...accept, password: weak });
    expect([json.error.code, json.error.field, json.error.message]).toEqual([
      'VALIDATION_FAILED',
      'password',
      expect.stringContaining(words ?? ''),
    ]);
  }
  const tries = await Promise.all([1, 2, 3].map(() => api('POST', '/invites/accept', null, accept)));
  expect(tries.map(({ status }) => status).sort()).toEqual([204, 404, 404]);
  expect((await hub.signIn('new.person@homes.example')).user).toMatchObject({ name: 'Nova', role: 'agent' });

  const withdrawn = (await api('POST', '/invites', admin, { ...whom, email: 'late@homes.example' })).json;
  expect((await api('DELETE', `/invites/${withdrawn.id}`, admin)).status).toBe(204);
  expect(codeOf(await api('POST', '/invites/accept', null, { ...accept, token: withdrawn.token }))).toBe('NOT_FOUND');

  await hub.stores.settings.addInvite({
    id: 'old',
    tenantId: own.tenantId,
    tokenHash: (await import('../../src/kernel/ids.ts')).sha256('t'.repeat(32)),
    email: 'old@homes.example',
    name: null,
    role: 'admin',
    createdAt: 0,
    expiresAt: Date.now() - 1,
  });
  expect(codeOf(await api('POST', '/invites/accept', null, { ...accept, token: 't'.repeat(32) }))).toBe('NOT_FOUND');
});

test('a deactivated person is signed out, and their conversations are left without an owner', async () => {
  const leaving = await hub.signIn('new.person@homes.example');
  const owner = { id: leaving.user.id, name: 'Nova' };
  const spoken = await hub.addConversation(own.tenantId, { mode: 'human', owner });
  const silent = await hub.addConversation(own.tenantId, { mode: 'bot', owner });
  const others = await hub.addConversation(own.tenantId, { mode: 'human', owner: { id: adminId, name: 'The admin' } });

  expect(codeOf(await api('PUT', `/people/${owner.id}`, agent, { active: false }))).toBe('FORBIDDEN');
  expect(codeOf(await api('PUT', `/people/${owner.id}`, foreign, { active: false }))).toBe('NOT_FOUND');
  expect(codeOf(await api('PUT', `/people/${adminId}`, admin, { role: 'agent' }))).toBe('CONFLICT');
  const answer = await api('PUT', `/people/${owner.id}`, admin, { active: false });
  expect([answer.json.active, answer.json.handedOn]).toEqual([false, 2]);

  const standing = async (id: string) => {
    const conversation = await hub.stores.conversations.find(own.tenantId, id);
    return [conversation?.mode, conversation?.owner?.name ?? null];
  };
  expect(await standing(spoken.id)).toEqual(['waiting', null]);
  expect(await standing(silent.id)).toEqual(['bot', null]);
  expect(await standing(others.id)).toEqual(['human', 'The admin']);
  expect((await hub.stores.entries.newestOf(spoken.id, 'assignment-changed'))?.data).toEqual({ reason: 'assigned' });
  expect(codeOf(await api('POST', '/auth/refresh', null, { refreshToken: leaving.refreshToken }))).toBe('AUTH_REVOKED');
  expect((await hub.signIn('new.person@homes.example')).accessToken).toBeUndefined();

  await api('PUT', `/people/${owner.id}`, admin, { active: true, role: 'supervisor' });
  expect((await hub.signIn('new.person@homes.example')).user).toMatchObject({ role: 'supervisor' });
  const seenByAgent = (await api('GET', '/people', agent)).json.items;
  expect(seenByAgent.length).toBeGreaterThan(3);
  expect(seenByAgent.every((person: object) => !('email' in person))).toBe(true);
});

test('an admin sees whose sign-ins are locked and opens them; nobody else does', async () => {
  const email = own.emailOf('supervisor');
  const attempt = (secret: string) => hub.call('POST', '/api/v1/auth/login', { body: { email, password: secret } });
  const { id } = (await hub.signIn(email)).user;
  for (let i = 0; i < 10; i++) await attempt('wrong');
  expect((await attempt(password)).json.error.code).toBe('RATE_LIMITED');

  const seenBy = async (token: string) =>
    (await api('GET', '/people', token)).json.items.find((one: { id: string }) => one.id === id).lockedSignIns;
  await expect.poll(() => seenBy(admin)).toEqual({ networks: 1, until: expect.stringMatching(/Z$/) });
  expect(await seenBy(agent)).toBeUndefined();
  const unlock = (token: string) => api('DELETE', `/people/${id}/locked-sign-ins`, token);
  expect(codeOf(await unlock(supervisor))).toBe('FORBIDDEN');
  expect(codeOf(await unlock(foreign))).toBe('NOT_FOUND');
  expect((await unlock(admin)).status).toBe(204);
  expect(await seenBy(admin)).toBeUndefined();
  expect((await attempt(password)).status).toBe(200);
  expect((await api('GET', '/settings/changes', admin)).json.items[0]).toMatchObject({
    by: { name: 'The admin' },
    kind: 'person',
    action: 'unlocked',
    subject: 'The supervisor',
  });
});

test('a person’s hours for appointments are set by an admin or by themselves, checked, and kept with author and time', async () => {
  const { id } = (await hub.signIn(own.emailOf('agent'))).user;
  const { hours } = settingsAnswer.parse((await api('GET', '/settings', admin)).json).settings;
  const evenings = { ...hours, monday: { from: '16:00', until: '21:00' }, sunday: null };
  const ownHours = { timeZone: 'America/Denver', hours: evenings };
  const put = (token: string | null, body: unknown, who = id) => api('PUT', `/people/${who}/hours`, token, body);

  expect((await put(agent, { ownHours })).json).toMatchObject({ id, ownHours });
  expect(await hub.stores.appointments.listOwnHours(own.tenantId)).toEqual([
    { agentId: id, zone: 'America/Denver', hours: evenings },
  ]);
  const told = (await api('GET', '/people', supervisor)).json.items;
  expect(told.find((one: { id: string }) => one.id === id).ownHours).toEqual(ownHours);
  expect(told.filter((one: object) => 'ownHours' in one)).toHaveLength(1);

  expect(codeOf(await put(agent, { ownHours }, adminId))).toBe('FORBIDDEN');
  expect(codeOf(await put(supervisor, { ownHours: null }))).toBe('FORBIDDEN');
  expect(codeOf(await put(foreign, { ownHours: null }))).toBe('NOT_FOUND');
  expect(codeOf(await put(null, { ownHours: null }))).toBe('AUTH_REQUIRED');
  const backwards = { ...ownHours, hours: { ...hours, friday: { from: '18:00', until: '09:00' } } };
  for (const bad of [backwards, { ...ownHours, timeZone: 'Austin' }, { hours: evenings }, 'always'])
    expect(codeOf(await put(admin, { ownHours: bad }))).toBe('VALIDATION_FAILED');

  const before = (await api('GET', '/settings/changes', admin)).json.items;
  expect(before[0]).toMatchObject({ by: { name: 'The agent' }, kind: 'person', subject: 'The agent' });
  expect(before[0].after).toEqual({ timeZone: 'America/Denver', ownHours: evenings });
  await put(admin, { ownHours });
  expect((await api('GET', '/settings/changes', admin)).json.items).toEqual(before);
  expect((await put(admin, { ownHours: null })).json.ownHours).toBeUndefined();
  expect(await hub.stores.appointments.listOwnHours(own.tenantId)).toEqual([]);
  expect((await api('GET', '/settings/changes', admin)).json.items[0].by.name).toBe('The admin');
});

test('a list of people is taken whole, or not at all with every bad row named', async () => {
  const bad = [
    'email,name,role',
    'ok@homes.example,Ok,agent',
    'not an address,Bo,agent',
    'ok@homes.example,Again,agent',
    `${takenEmail},Taken,agent`,
    'x@homes.example,,boss',
    'y@homes.example,Two columns',
    'z@homes.example,"=HYPERLINK(""http://evil.test"",""Ann"")",agent',
    'w@homes.example,@SUM(1),agent',
    "v@homes.example,-2+3+cmd|' /C calc'!A0,agent",
  ].join('\n');
  const refused = (await api('POST', '/people/import', admin, { csv: bad })).json;
  expect(refused.invites).toEqual([]);
  expect(refused.problems).toEqual([
    { line: 3, problem: 'The email address isn’t valid.' },
    { line: 4, problem: 'The same address is on line 2.' },
    { line: 5, problem: 'This address already has an account.' },
    { line: 6, problem: 'The name is missing, too long, or starts like a spreadsheet formula.' },
    { line: 6, problem: 'The role must be one of agent, supervisor, admin.' },
    { line: 7, problem: 'Each row needs three columns: email, name, role.' },
    { line: 7, problem: 'The role must be one of agent, supervisor, admin.' },
    { line: 8, problem: 'The name is missing, too long, or starts like a spreadsheet formula.' },
    { line: 9, problem: 'The name is missing, too long, or starts like a spreadsheet formula.' },
    { line: 10, problem: 'The name is missing, too long, or starts like a spreadsheet formula.' },
  ]);
  expect((await api('GET', '/invites', admin)).json.items).toEqual([]);

  const good = '\uFEFFE-mail@homes.example;"Doe, Ann ""A."" ";Agent\r\n\r\nb@homes.example;Bo;supervisor\r\n';
  const taken = (await api('POST', '/people/import', admin, { csv: good })).json;
  expect(taken.problems).toEqual([]);
  expect(taken.invites.map(({ email, name, role }: Record<string, string>) => [email, name, role])).toEqual([
    ['e-mail@homes.example', 'Doe, Ann "A."', 'agent'],
    ['b@homes.example', 'Bo', 'supervisor'],
  ]);
  const many = Array.from({ length: 201 }, (_, at) => `p${at}@homes.example,P,agent`).join('\n');
  expect((await api('POST', '/people/import', admin, { csv: many })).json).toEqual({
    invites: [],
    problems: [{ line: 1, problem: 'The list has 201 rows. You can import up to 200 at a time.' }],
  });
  expect(codeOf(await api('POST', '/people/import', agent, { csv: good }))).toBe('FORBIDDEN');
});

test('an admin cannot tell by inviting whether an address has an account with another brokerage', async () => {
  const find = hub.stores.identity.findUserByEmail;
  const asked: string[] = [];
  hub.stores.identity.findUserByEmail = (email) => {
    asked.push(email);
    return find(email);
  };
  const invited = async (email: string) => {
    const { status, json } = await api('POST', '/invites', admin, { email, role: 'agent' });
    return { status, fields: Object.keys(json), token: json.token };
  };
  const [unknown, elsewhere] = [await invited('unknown@homes.example'), await invited(elsewhereEmail)];
  expect({ ...elsewhere, token: '' }).toEqual({ ...unknown, token: '' });
  const csv = `unknown@homes.example,U,agent\n${elsewhereEmail},E,agent`;
  const imported = (await api('POST', '/people/import', admin, { csv })).json;
  expect(imported.problems).toEqual([]);
  expect(imported.invites).toHaveLength(2);
  // Nothing that takes longer for the one than for the other.
  expect(asked).toEqual([]);
  hub.stores.identity.findUserByEmail = find;

  // The invited person reads why the invitation does not work; for the admin it stays open.
  const { token } = imported.invites[1];
  const accepted = await api('POST', '/invites/accept', null, { token, name: 'E', password });
  expect([codeOf(accepted), accepted.json.error.message]).toEqual([
    'CONFLICT',
    expect.stringContaining('Sign in with it'),
  ]);
  const open = (await api('GET', '/invites', admin)).json.items.map(({ email }: { email: string }) => email);
  expect(open).toEqual(expect.arrayContaining(['unknown@homes.example', elsewhereEmail]));
  expect((await hub.signIn(elsewhereEmail)).user).toMatchObject({ name: 'Taken' });
});

test('saved replies: the team’s are the admin’s, one’s own are nobody else’s', async () => {
  const words = { title: 'Hours', text: 'Hello {{visitor}}, {{agent}} of {{brokerage}} here.' };
  expect(codeOf(await api('POST', '/saved-replies', agent, { ...words, for: 'team' }))).toBe('FORBIDDEN');
  expect(codeOf(await api('POST', '/saved-replies', agent, { ...words, text: '{{password}}', for: 'me' }))).toBe(
    'VALIDATION_FAILED',
  );
  const teams = (await api('POST', '/saved-replies', admin, { ...words, for: 'team' })).json;
  const mine = (await api('POST', '/saved-replies', agent, { ...words, title: 'Mine', for: 'me' })).json;
  const titles = async (token: string) =>
    (await api('GET', '/saved-replies', token)).json.items.map(({ title }: { title: string }) => title);
  expect([await titles(agent), await titles(admin), await titles(foreign)]).toEqual([['Hours', 'Mine'], ['Hours'], []]);
  const { title, text } = words;
  expect(codeOf(await api('PUT', `/saved-replies/${teams.id}`, agent, { title, text }))).toBe('FORBIDDEN');
  expect(codeOf(await api('PUT', `/saved-replies/${mine.id}`, admin, { title, text }))).toBe('NOT_FOUND');
  expect(codeOf(await api('DELETE', `/saved-replies/${teams.id}`, foreign))).toBe('NOT_FOUND');
  expect((await api('PUT', `/saved-replies/${mine.id}`, agent, { title: 'My own', text })).json.title).toBe('My own');
  expect((await api('DELETE', `/saved-replies/${mine.id}`, agent)).status).toBe(204);
  expect(await titles(agent)).toEqual(['Hours']);
});

test('an API key is shown once, works, and is revoked forever', async () => {
  for (const token of [agent, supervisor])
    expect(codeOf(await api('POST', '/api-keys', token, { name: 'CRM', role: 'agent' }))).toBe('FORBIDDEN');
  const made = (await api('POST', '/api-keys', admin, { name: 'CRM', role: 'agent' })).json;
  expect((await api('GET', '/conversations', made.key)).status).toBe(200);
  const listed = await api('GET', '/api-keys', admin);
  expect(listed.json.items).toMatchObject([{ id: made.id, name: 'CRM', active: true }]);
  expect(listed.text).not.toContain(made.key.slice(-20));
  expect(codeOf(await api('DELETE', `/api-keys/${made.id}`, foreign))).toBe('NOT_FOUND');
  expect((await api('DELETE', `/api-keys/${made.id}`, admin)).status).toBe(204);
  expect((await api('GET', '/api-keys', admin)).json.items).toMatchObject([{ id: made.id, active: false }]);
  await expect.poll(async () => codeOf(await api('GET', '/conversations', made.key))).toBe('AUTH_REVOKED');
});
