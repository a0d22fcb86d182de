import mongoose from 'mongoose';
import { expect, inject, it } from 'vitest';
import { openMongoStores } from '../../src/app/stores.ts';
import { silentLogger } from '../../src/kernel/observe.ts';
import { uniqueDatabaseUrl } from '../support/servers.ts';

/* Costs about a second: a database that two hubs open one after the other. */

it('the indexes of homes that only earlier versions look by go with the first start of one node, not beside other nodes', async () => {
  const url = uniqueDatabaseUrl(inject('mongodbUrl'));
  const connection = await mongoose.createConnection(url).asPromise();
  const homes = connection.collection('listings');
  const names = async () => (await homes.indexes()).map(({ name }) => name).toSorted();
  const old = ['tenantId_1', 'tenantId_1_facts.beds_1_facts.baths_1'];
  try {
    await homes.createIndex({ tenantId: 1 });
    await homes.createIndex({ tenantId: 1, 'facts.beds': 1, 'facts.baths': 1 });
    await (await openMongoStores(url, silentLogger, 'several')).close();
    const both = await names();
    expect(both).toEqual(expect.arrayContaining([...old, 'tenantId_1_facts.listingId_1']));
    const only = await openMongoStores(url, silentLogger, 'one');
    await expect.poll(names).toEqual(both.filter((name) => !old.includes(name as string)));
    await only.close();
  } finally {
    await connection.dropDatabase();
    await connection.close();
  }
});
