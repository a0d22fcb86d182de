import { createShelves, type Shelves } from '../../features/knowledge/shelves.ts';
import { type HeldHomes, holdHomes } from '../../features/listings/heldHomes.ts';
import { createTenantKnowledge, type TenantKnowledge } from '../../features/settings/tenantKnowledge.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { Wakeups } from '../../kernel/wakeups.ts';
import type { Stores } from '../stores.ts';

export interface TenantParts {
  tenants: TenantKnowledge;
  homes: HeldHomes;
  shelves: Shelves;
}

/** The data that a node holds of each brokerage: settings, people, hours, homes, and what may be told of it. */
export function composeTenants(
  stores: Pick<Stores, 'identity' | 'settings' | 'appointments' | 'versions' | 'listings' | 'knowledge'>,
  { wakeups, clock }: { wakeups: Wakeups; clock: Clock },
): TenantParts {
  const tenants = createTenantKnowledge({ ...stores, wakeups, clock });
  return {
    tenants,
    homes: holdHomes(tenants, stores.listings),
    shelves: createShelves({ ...stores, ...tenants, clock }),
  };
}
