// Costs about 35 s, nearly all of it waiting until changes have settled in the database, and 1 MB.
import { expect, inject, it } from 'vitest';
import { createMongoLeadStore, leadModel } from '../../src/adapters/mongo/leadStore.ts';
import { openMemoryStores, openMongoStores } from '../../src/app/stores.ts';
import { newLead } from '../../src/features/profiles/newLead.ts';
import { changesAsked, readChanges } from '../../src/kernel/changes.ts';
import { newId } from '../../src/kernel/ids.ts';
import { silentLogger } from '../../src/kernel/observe.ts';
import { changesSuite } from '../suites/changesSuite.ts';
import { uniqueDatabaseUrl, untilReached } from '../support/servers.ts';
import { openMongo } from './openMongo.ts';

changesSuite('memory', async () => ({ store: openMemoryStores(), close: async () => {} }));
changesSuite('MongoDB', async () => {
  const url = uniqueDatabaseUrl(inject('mongodbUrl'));
  const store = await untilReached(() => openMongoStores(url, silentLogger));
  return { store, close: () => store.close() };
});

it('a change that the database stamped almost five seconds before it could be read is not skipped', async () => {
  const { store: connection, close } = await openMongo((opened) => opened);
  const leads = createMongoLeadStore(connection, { contactKey: newId() });
  const [tenantId, id] = [newId(), newId()];
  await leads.openFor(newLead({ id, tenantId, visitorId: newId(), createdAt: 1 }));
  const readOn = (cursor: string) => {
    const after = changesAsked({ cursor })?.after;
    if (after === undefined) throw new Error('no changes asked');
    return readChanges([leads.changedAfter], tenantId, { after, limit: 9 });
  };
  const first = await readChanges([leads.changedAfter], tenantId, { after: { at: 0, id: '' }, limit: 9 });
  expect(first.changes).toEqual([]);
  const { localTime } = await connection.getClient().db().command({ hello: 1 });
  const stamped = new Date((localTime as Date).getTime() - 4_999);
  await leadModel(connection).collection.updateOne({ _id: id } as object, {
    $set: { name: 'Late', changedAt: stamped },
  });
  await expect
    .poll(async () => (await readOn(first.cursor)).changes)
    .toMatchObject([{ id, at: stamped.getTime(), row: { name: 'Late' } }]);
  await close();
});
