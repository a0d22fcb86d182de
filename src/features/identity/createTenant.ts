import type { MarketId } from '../../contract/rest/settingsLimits.ts';
import type { Clock } from '../../kernel/clock.ts';
import { newId } from '../../kernel/ids.ts';
import type { Tenant } from './model.ts';
import type { IdentityStore } from './ports.ts';

/** A new brokerage with nobody in it yet. */
export async function createTenant(
  deps: { store: IdentityStore; clock: Clock },
  input: { name: string; timeZone: string; market?: MarketId },
): Promise<Tenant> {
  const tenant = { id: newId(), ...input, demo: false, createdAt: deps.clock.now() };
  await deps.store.addTenant(tenant);
  return tenant;
}
