import { expect, test } from 'vitest';
import { homesForSale } from '../../../src/features/coaching/homesNamed.ts';
import type { Listing } from '../../../src/features/listings/model.ts';
import type { ListingFacts } from '../../../src/features/packs/model.ts';
import { home } from '../../support/talk.ts';

// Under 0.1 s: no server.
test('the coach reads every home for sale of a small brokerage in a line, and none of one that has too many', async () => {
  const kept = (one: ListingFacts): Listing => ({ ...one, tenantId: 't1', importedAt: 0 });
  const sold = { ...home, listingId: 'l9', status: 'sold' as const };
  const [line, ...others] = await homesForSale({ fewOf: async () => [kept(home), kept(sold)] }, 't1', 'en');
  expect(line).toMatchObject({ id: `sale.${home.listingId}`, audience: 'visitor' });
  expect(line?.words).toContain(home.address);
  expect(others).toEqual([]);
  expect(await homesForSale({ fewOf: async () => null }, 't1', 'en')).toEqual([]);
});
