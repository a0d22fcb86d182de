import type { Connection } from 'mongoose';
import { listingModel } from './listingStore.ts';

/** By which versions of before looked homes up. */
const oldIndexes: ReadonlySet<string> = new Set(['tenantId_1', 'tenantId_1_facts.beds_1_facts.baths_1']);

/**
 * Drops the indexes of homes that only earlier versions look by; again is harmless. Each write of a home pays for them, and SecantusDB may
 * take one of them in place of the index that a query was made for. Not while a node of an earlier version may look by them.
 */
export async function dropOldIndexes(connection: Connection): Promise<void> {
  const { collection } = listingModel(connection);
  for (const { name } of await collection.indexes())
    if (name !== undefined && oldIndexes.has(name)) await collection.dropIndex(name);
}
