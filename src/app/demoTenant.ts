import { join } from 'node:path';
import type { Role } from '../contract/values.ts';
import { createUser } from '../features/identity/createUser.ts';
import { makePassword } from '../features/identity/makePassword.ts';
import type { Tenant } from '../features/identity/model.ts';
import type { IdentityStore, PasswordHasher } from '../features/identity/ports.ts';
import { resetPassword } from '../features/identity/resetPassword.ts';
import { importListings } from '../features/listings/importListings.ts';
import type { ListingStore } from '../features/listings/ports.ts';
import type { SettingsStore } from '../features/settings/ports.ts';
import { firstSettings } from '../features/settings/rules.ts';
import type { Clock } from '../kernel/clock.ts';
import { newId } from '../kernel/ids.ts';
import { demoCard } from './demoCard.ts';
import { projectRoot } from './embedded/projectRoot.ts';
import { readListingFile } from './readListingFile.ts';

export const demoTenantId = 'demo';
const demoSiteKey = 'demo';

export const demoStaff = [
  { email: 'agent@demo.example', name: 'Maya Torres', role: 'agent' },
  { email: 'agent2@demo.example', name: 'Owen Park', role: 'agent' },
  { email: 'supervisor@demo.example', name: 'Renee Castillo', role: 'supervisor' },
  { email: 'admin@demo.example', name: 'Sam Whitfield', role: 'admin' },
] as const satisfies readonly { email: string; name: string; role: Role }[];

interface DemoDeps {
  store: IdentityStore;
  settings: Pick<SettingsStore, 'newest' | 'addChange'>;
  listings: ListingStore;
  hasher: PasswordHasher;
  clock: Clock;
}

/**
 * Makes the demo tenant at a first start and keeps it whole at later ones. Null when there should be none: in production,
 * or when another tenant exists and no demo. `newPassword` is set only when one was made here: print it, it is kept nowhere.
 */
export async function provideDemoTenant(
  deps: DemoDeps,
  settings: { production: boolean; demoPassword: string | null },
): Promise<{ tenant: Tenant; newPassword: string | null } | null> {
  if (settings.production) return null;
  const tenant = await demoTenant(deps);
  if (!tenant) return null;
  await deps.store.addSite({
    id: 'demo-site',
    tenantId: tenant.id,
    siteKey: demoSiteKey,
    name: 'Demo listing page',
    allowedOrigins: [],
    createdAt: deps.clock.now(),
  });

  await provideHomes(deps, tenant.id);
  await provideSettings(deps, tenant);

  const password = settings.demoPassword ?? makePassword();
  const made = await Promise.all(
    demoStaff.map((person) => createUser(deps, { ...person, tenantId: tenant.id, password })),
  );
  const someMissed = made.some((user) => user !== null);
  if (settings.demoPassword !== null || someMissed) await setPassword(deps, password);
  return { tenant, newPassword: settings.demoPassword === null && someMissed ? password : null };
}

async function demoTenant({ store, clock }: DemoDeps): Promise<Tenant | null> {
  const known = await store.findTenant(demoTenantId);
  if (known) return known;
  if ((await store.countTenants()) > 0) return null;
  const tenant = {
    id: demoTenantId,
    name: 'Barton Ridge Realty',
    timeZone: 'America/Chicago',
    demo: true,
    createdAt: clock.now(),
  };
  try {
    await store.addTenant(tenant);
  } catch (err) {
    // Another node that started at the same moment made it.
    if (!(await store.findTenant(demoTenantId))) throw err;
  }
  return tenant;
}

/** The invented homes of the demo, by the door that every brokerage's homes come in. Homes that are there already stay as they are. */
async function provideHomes({ store, listings, clock }: DemoDeps, tenantId: string): Promise<void> {
  if ((await listings.summary(tenantId)).total > 0) return;
  const csv = await readListingFile(join(projectRoot(), 'docs/demo-homes.csv'));
  if (csv === null) throw new Error('docs/demo-homes.csv is missing from the hub’s folder');
  const { problems } = await importListings({ identity: store, listings, clock }, tenantId, csv);
  if (problems.length > 0) throw new Error(`docs/demo-homes.csv: ${JSON.stringify(problems)}`);
}

/** The card of the invented brokerage; values that somebody has set stay. */
async function provideSettings({ settings, clock }: DemoDeps, tenant: Tenant): Promise<void> {
  if ((await settings.newest(tenant.id)) !== null) return;
  const first = firstSettings(tenant);
  const hours = { ...first.hours, saturday: { from: '10:00', until: '16:00' } };
  await settings.addChange({
    id: newId(),
    tenantId: tenant.id,
    at: clock.now(),
    by: { id: 'demo', name: 'Demo' },
    kind: 'settings',
    action: 'changed',
    subject: 'Settings',
    before: {},
    after: { hours, card: demoCard },
    became: { version: 0, settings: { ...first, hours, card: demoCard }, logoId: null },
  });
}

/** Sets the password of all four where it is another one: people who have it already stay signed in. */
async function setPassword(deps: DemoDeps, password: string): Promise<void> {
  for (const { email } of demoStaff) {
    const user = await deps.store.findUserByEmail(email);
    if (user && !(await deps.hasher.verify(user.passwordHash, password)))
      await resetPassword(deps, { email, password });
  }
}
