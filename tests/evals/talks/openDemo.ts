import { createPlaybook } from '../../../src/adapters/playbook/createPlaybook.ts';
import { composeAppointments } from '../../../src/app/compose/appointments.ts';
import { composeLog } from '../../../src/app/compose/log.ts';
import { composePacks } from '../../../src/app/compose/packs.ts';
import { composeTenants } from '../../../src/app/compose/tenants.ts';
import { composeTurns, type TurnParts } from '../../../src/app/compose/turns.ts';
import { demoTenantId, provideDemoTenant } from '../../../src/app/demoTenant.ts';
import { openMemorySignals } from '../../../src/app/signals.ts';
import { openMemoryStores, type Stores } from '../../../src/app/stores.ts';
import type { VisitorScope } from '../../../src/features/identity/model.ts';
import type { LanguageModel } from '../../../src/features/llm/ports.ts';
import { readClosed } from '../../../src/features/settings/readClosed.ts';
import type { TenantVersions } from '../../../src/features/tenants/tenantVersions.ts';
import { silentLogger, silentMeter } from '../../../src/kernel/observe.ts';
import { withDemoHomes } from '../../support/demoHomes.ts';
import { type HeldClock, holdClock } from '../../support/heldClock.ts';

/** Tuesday, November 17, 2026, 10:00 in Austin: the office is open, and every talk begins at this time. */
export const talksAt = '2026-11-17T16:00:00.000Z';

export const visitor: VisitorScope = {
  tenantId: demoTenantId,
  principal: { kind: 'visitor', id: 'v1', leadId: 'l1', siteId: 'demo-site', role: 'visitor' },
};

export interface Demo {
  clock: HeldClock;
  stores: Stores;
  parts: TurnParts & Pick<TenantVersions, 'readVersion'>;
  listingTitleOf(listingId: string): Promise<string | null>;
}

/**
 * The demo tenant for one talk, with its homes, people, hours and settings, in memory, on a clock that stands: the parts that
 * `app/compose` makes, without sockets. A calendar of its own, so that no talk books another's times. `model`: in place of none.
 */
export async function openDemo(model?: LanguageModel): Promise<Demo> {
  const clock = holdClock(Date.parse(talksAt));
  const stores = openMemoryStores();
  // Nobody signs in here, and a real hash is slow on purpose.
  const hasher = { hash: async () => 'unused', verify: async () => true };
  await provideDemoTenant(
    {
      store: stores.identity,
      listings: withDemoHomes(stores.listings, clock),
      settings: stores.settings,
      hasher,
      clock,
    },
    { production: false, demoPassword: null },
  );
  const observed = { log: silentLogger, meter: silentMeter };
  const { wakeups, leases, streamLog } = openMemorySignals(silentLogger, clock);
  const log = composeLog(stores, { wakeups, clock, ...observed });
  log.written.listen(({ tenantId, entry }) => log.rows.onEntry(tenantId, entry));
  const tenantParts = composeTenants(stores, { wakeups, clock });
  const { tenants, homes } = tenantParts;
  const turns = composeTurns(stores, {
    ...{ ...tenantParts, ...composePacks(stores, tenantParts, { clock, log: silentLogger }), ...observed },
    conversations: {
      ...log,
      settingsOf: tenants.settingsOf,
      closedNow: (tenantId) => readClosed({ ...tenants, clock, atDesk: () => new Set() }, tenantId),
    },
    appointments: composeAppointments(stores, tenants, clock),
    ...{ leases, streamLog, model: model ?? createPlaybook({ clock }) },
  });
  return {
    clock,
    stores,
    parts: { ...turns, noteUnanswered: async () => {}, readVersion: tenants.readVersion },
    listingTitleOf: async (listingId) => (await homes.homeOf(demoTenantId, listingId))?.title ?? null,
  };
}
