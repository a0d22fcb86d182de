import { expect, test } from 'vitest';
import { createMemoryListingStore } from '../../../src/adapters/memory/listingStore.ts';
import { createMemoryTenantVersionStore } from '../../../src/adapters/memory/tenantVersionStore.ts';
import { createMemoryWakeups } from '../../../src/adapters/memory/wakeups.ts';
import { holdHomes } from '../../../src/features/listings/heldHomes.ts';
import type { ListingStore } from '../../../src/features/listings/ports.ts';
import { raising, toldVersions } from '../../../src/features/tenants/raiseVersions.ts';
import { createTenantVersions } from '../../../src/features/tenants/tenantVersions.ts';
import { silentLogger } from '../../../src/kernel/observe.ts';
import { aListing } from '../../suites/listingStoreSuite.ts';
import { manyHomes } from '../../suites/manyHomes.ts';
import { holdClock } from '../../support/heldClock.ts';

test('of a large brokerage the same search is asked of the store once, until a home changes', async () => {
  const clock = holdClock();
  const versions = toldVersions(createMemoryTenantVersionStore());
  let searches = 0;
  const memory = createMemoryListingStore();
  const store: ListingStore = raising(
    {
      ...memory,
      search(...asked: Parameters<ListingStore['search']>) {
        searches += 1;
        return memory.search(...asked);
      },
    },
    versions,
    'homes',
    { put: (listings) => listings.map(({ tenantId }) => tenantId) },
  );
  const tenants = createTenantVersions({ versions, wakeups: createMemoryWakeups({ log: silentLogger }), clock });
  const homes = holdHomes(tenants, store);
  await store.put(manyHomes('t1', 150));
  const cheapest = async (limit = 1) =>
    (await homes.search('t1', [{}], { without: [], limit })).homes.map(({ listingId }) => listingId);
  const before = await cheapest();
  expect(await cheapest()).toEqual(before);
  expect(searches).toBe(1);
  expect(await cheapest(2)).toHaveLength(2);
  expect(searches).toBe(2);
  await store.put([aListing({ priceCents: 1 })]);
  expect(await cheapest()).toEqual(['oak-12']);
  expect(searches).toBe(3);
});
