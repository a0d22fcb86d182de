import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { createMemoryIdentityStore } from '../../src/adapters/memory/identityStore.ts';
import { createMemoryListingStore } from '../../src/adapters/memory/listingStore.ts';
import { createMemorySettingsStore } from '../../src/adapters/memory/settingsStore.ts';
import { demoStaff, provideDemoTenant } from '../../src/app/demoTenant.ts';
import { brokerageSettings } from '../../src/contract/rest/settings.ts';
import { createTenant } from '../../src/features/identity/createTenant.ts';
import { refusedByGate } from '../../src/features/settings/rules.ts';
import { systemClock } from '../../src/kernel/clock.ts';
import { quickHasher } from '../support/startRest.ts';

let deps: Parameters<typeof provideDemoTenant>[0];
beforeEach(() => {
  deps = {
    store: createMemoryIdentityStore(),
    settings: createMemorySettingsStore(),
    listings: createMemoryListingStore(),
    hasher: quickHasher,
    clock: systemClock,
  };
});
const start = (demoPassword: string | null = null, production = false) =>
  provideDemoTenant(deps, { production, demoPassword });
async function passwordsAre(password: string): Promise<boolean> {
  const users = await Promise.all(demoStaff.map(({ email }) => deps.store.findUserByEmail(email)));
  const matches = await Promise.all(users.map((user) => quickHasher.verify(user?.passwordHash ?? null, password)));
  return matches.every(Boolean);
}

test('a first start makes the demo tenant and tells its password once', async () => {
  const made = await start();
  expect(made?.newPassword).toMatch(/^\w{4}-\w{4}-\w{4}-\w{4}$/);
  expect(await passwordsAre(made?.newPassword ?? '')).toBe(true);
  expect((await deps.store.findSiteByKey('demo'))?.tenantId).toBe(made?.tenant.id);
  expect((await deps.store.listUsers('demo')).map(({ email, role }) => [email, role]).sort()).toEqual([
    ['admin@demo.example', 'admin'],
    ['agent2@demo.example', 'agent'],
    ['agent@demo.example', 'agent'],
    ['supervisor@demo.example', 'supervisor'],
  ]);
  expect((await start())?.newPassword).toBeNull();
  expect(await passwordsAre(made?.newPassword ?? '')).toBe(true);
  expect(await deps.store.countTenants()).toBe(1);
});

test('the demo brokerage has its 40 homes, once, and one that lacks them gets them at the next start', async () => {
  await start();
  expect((await deps.listings.summary('demo')).total).toBe(40);
  const home = await deps.listings.find('demo', 'demo-zilker-bungalow');
  if (home === null) throw new Error('the home is not there');
  await deps.listings.put([{ ...home, status: 'sold' }]);
  await start();
  expect((await deps.listings.find('demo', home.listingId))?.status).toBe('sold');
  deps = { ...deps, listings: createMemoryListingStore() };
  await start();
  expect((await deps.listings.summary('demo')).total).toBe(40);
});

test('the demo brokerage tells the facts of its page about itself, and somebody’s own settings stay', async () => {
  await start();
  const state = await deps.settings.newest('demo');
  expect(state?.version).toBe(0);
  expect(brokerageSettings.safeParse(state?.settings).success).toBe(true);
  expect(state === null ? null : refusedByGate(state.settings)).toBeNull();
  const page = readFileSync(resolve(import.meta.dirname, '../../client/demo/index.html'), 'utf8');
  expect(page).toContain(state?.settings.card.office);
  for (const { name } of state?.settings.card.people.slice(0, 1) ?? []) expect(page).toContain(name);
  await start();
  expect((await deps.settings.newest('demo'))?.version).toBe(0);
});

test('a password that is set is the password at every start, and ends sessions only when it changes', async () => {
  expect((await start('first'))?.newPassword).toBeNull();
  expect(await passwordsAre('first')).toBe(true);
  const version = async () => (await deps.store.findUserByEmail('agent@demo.example'))?.tokenVersion;
  const before = await version();
  await start('first');
  expect(await version()).toBe(before);
  await start('second');
  expect(await passwordsAre('second')).toBe(true);
  expect(await version()).not.toBe(before);
});

test('a start that died half way is finished by the next', async () => {
  await start();
  const half = createMemoryIdentityStore();
  const tenant = await deps.store.findTenant('demo');
  if (tenant) await half.addTenant(tenant);
  deps = { ...deps, store: half };
  const made = await start();
  expect(await passwordsAre(made?.newPassword ?? '')).toBe(true);
});

test('two nodes that start at once make one demo tenant', async () => {
  await Promise.all([start('pw'), start('pw')]);
  expect(await deps.store.countTenants()).toBe(1);
  expect(await passwordsAre('pw')).toBe(true);
});

test('there is no demo beside a real tenant, nor in production', async () => {
  expect(await start(null, true)).toBeNull();
  expect(await deps.store.countTenants()).toBe(0);
  await createTenant(deps, { name: 'Real', timeZone: 'America/Chicago' });
  expect(await start('pw')).toBeNull();
  expect(await deps.store.findSiteByKey('demo')).toBeNull();
});
