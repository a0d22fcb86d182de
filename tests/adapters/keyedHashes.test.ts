import { afterEach, beforeEach, expect, inject, test } from 'vitest';
import { buildIndexes } from '../../src/adapters/mongo/buildIndexes.ts';
import { connectMongo, type Mongo } from '../../src/adapters/mongo/connectMongo.ts';
import { createMongoLeadStore } from '../../src/adapters/mongo/leadStore.ts';
import { createMongoRecordStore } from '../../src/adapters/mongo/recordStore.ts';
import { wrapOldHashes } from '../../src/adapters/mongo/wrapOldHashes.ts';
import { openMongoStores } from '../../src/app/stores.ts';
import { erasePerson } from '../../src/features/profiles/erasePerson.ts';
import { suppressPerson } from '../../src/features/profiles/keepRecords.ts';
import { mayReach } from '../../src/features/profiles/mayReach.ts';
import { newLead } from '../../src/features/profiles/newLead.ts';
import type { LeadStore } from '../../src/features/profiles/ports.ts';
import { recogniseByContact } from '../../src/features/profiles/recognise.ts';
import { systemClock } from '../../src/kernel/clock.ts';
import { newId, sha256 } from '../../src/kernel/ids.ts';
import { silentLogger } from '../../src/kernel/observe.ts';
import { uniqueDatabaseUrl } from '../support/servers.ts';

const phone = '+15125550147';
const tenantId = 'tenant';
/** As every version before wrote it. */
const plain = sha256(`${tenantId}\u0000phone:${phone}`);

let url: string;
let mongo: Mongo;
beforeEach(async () => {
  url = uniqueDatabaseUrl(inject('mongodbUrl'));
  mongo = await connectMongo(url, { log: silentLogger });
  await buildIndexes(mongo.connection);
});
afterEach(async () => {
  await mongo.connection.dropDatabase();
  await mongo.close();
});

const keys = () =>
  mongo.connection.collection<{ _id: string; tenantId: string; hash: string; leadId: string }>('leadKeys');
const dump = async () => {
  const all: unknown[] = [];
  for (const name of ['leads', 'leadKeys', 'personRecords'])
    all.push(await mongo.connection.collection(name).find().sort({ _id: 1 }).toArray());
  return JSON.stringify(all);
};
const partsWith = (leads: LeadStore) => ({ leads, records: createMongoRecordStore(mongo.connection) });
const newStore = (plainUntil = 0) => createMongoLeadStore(mongo.connection, { contactKey: 'the key', plainUntil });
const wrap = (drop: boolean) =>
  wrapOldHashes(mongo.connection, 'the key', { drop, signal: new AbortController().signal });

/** A node of an earlier version takes a visitor's number: it writes its row, and finds leads by it. */
async function oldNodeKeeps(leadId: string): Promise<string[]> {
  await keys().insertOne({ _id: `${leadId}:${plain}`, tenantId, hash: plain, leadId });
  return (await keys().find({ tenantId, hash: plain }).toArray()).map((row) => row.leadId);
}
async function visitorGives(leads: LeadStore, number = phone): Promise<string> {
  const lead = await leads.openFor(newLead({ id: newId(), tenantId, visitorId: newId(), createdAt: Date.now() }));
  await recogniseByContact(leads, lead, { phone: number }, Date.now());
  return lead.id;
}
/** A lead of an earlier version, by its number, who opted out. */
async function oldOptOut(leads: LeadStore): Promise<string> {
  const { id } = await leads.openFor(newLead({ id: newId(), tenantId, visitorId: newId(), createdAt: 1 }));
  await oldNodeKeeps(id);
  await suppressPerson(partsWith(leads), {
    ...{ id: newId(), tenantId, leadId: id, visitorId: 'v', conversationId: 'c', at: 2, said: 'STOP' },
    ...{ evidence: { log: 'public:c', seq: 1, start: 0, end: 4 }, closed: null },
    ...{ kind: 'suppression', channels: ['call', 'text', 'email'], reason: 'asked' },
  });
  return id;
}
const reach = (leads: LeadStore, leadId: string) => mayReach(partsWith(leads), tenantId, leadId, 'call');

test('an opt-out of an earlier version holds before its hash has a key, meanwhile, and afterward', async () => {
  const leads = newStore();
  const optedOut = await oldOptOut(leads);
  expect(await reach(leads, await visitorGives(leads))).toBe('suppressed');
  await wrap(false);
  expect(await reach(leads, await visitorGives(leads))).toBe('suppressed');
  expect((await leads.withKey(tenantId, `phone:${phone}`)).filter(({ id }) => id === optedOut)).toHaveLength(1);
  await wrap(true);
  expect(await reach(leads, await visitorGives(leads))).toBe('suppressed');
  expect(await keys().countDocuments({ hash: plain })).toBe(0);
  expect(await reach(leads, await visitorGives(leads, '+15125550199'))).toBe('no-consent');
  const after = await dump();
  await wrap(true);
  expect(await dump()).toBe(after);
});

test('while nodes are replaced one by one, each finds what the others noted', async () => {
  const leads = newStore(Number.POSITIVE_INFINITY);
  const optedOut = await oldOptOut(leads);
  await wrap(false);
  const here = await visitorGives(leads);
  const old = newId();
  await leads.openFor(newLead({ id: old, tenantId, visitorId: newId(), createdAt: Date.now() }));
  expect((await oldNodeKeeps(old)).sort()).toEqual([optedOut, here, old].sort());
  expect((await leads.withKey(tenantId, `phone:${phone}`)).map(({ id }) => id).sort()).toEqual(
    [optedOut, here, old].sort(),
  );
  await wrap(true);
  expect((await leads.withKey(tenantId, `phone:${phone}`)).map(({ id }) => id).sort()).toEqual(
    [optedOut, here, old].sort(),
  );
});

test('many old hashes are all wrapped, and a thousand of one number are found page by page', async () => {
  const leads = newStore();
  const rows = Array.from({ length: 1203 }, (_, n) => {
    const [leadId, hash] = [`lead${String(n).padStart(5, '0')}`, n % 2 === 0 ? plain : sha256(String(n))];
    return { _id: `${leadId}:${hash}`, tenantId, hash, leadId };
  });
  await keys().insertMany(rows);
  await wrap(true);
  expect(await keys().countDocuments()).toBe(rows.length);
  expect(await keys().countDocuments({ hash: /^keyed:/ })).toBe(rows.length);
  expect(await keys().countDocuments({ hash: leads.hashOf(tenantId, `phone:${phone}`) })).toBe(602);
});

test('trying every number against the database’s hashes finds none, neither as a key nor in the rest of a consent', async () => {
  const leads = newStore();
  const parts = partsWith(leads);
  const id = await oldOptOut(leads);
  const consent = (said: string, to: string) => ({
    ...{ id: newId(), tenantId, leadId: id, visitorId: 'v', conversationId: 'c', at: 1, said },
    ...{ evidence: { log: 'public:c', seq: 1, start: 0, end: 4 }, closed: null },
    ...{ kind: 'consent' as const, channels: ['call' as const], to, shown: null, page: '' },
  });
  await parts.records.add(consent('[deleted]', `sha256:${plain}`));
  await parts.records.add(consent('call me', '512-555-0147'));
  expect(await dump()).toContain(plain);
  await wrap(true);
  const conversations = { pageOfLead: async () => [] };
  const erasing = {
    ...parts,
    clock: systemClock,
    conversations,
    eraseConversation: async () => 0,
    eraseWritings: async () => {},
    viewedHomes: { erase: async () => {} },
  };
  await erasePerson(erasing, tenantId, id, { by: 'Ana Ruiz', keepProof: false });
  const kept = await dump();
  const tried = [phone, `phone:${phone}`, '512-555-0147'].flatMap((number) => [
    sha256(number),
    sha256(`${tenantId}\u0000${number}`),
    number,
  ]);
  expect(tried.filter((guess) => kept.includes(guess))).toEqual([]);
  const hashes = (await parts.records.ofLead(tenantId, id)).flatMap((record) =>
    record.kind === 'consent' ? [record.to] : [],
  );
  // Both say the same number, and only this hub can tell which.
  expect(hashes).toEqual([leads.hashOf(tenantId, `phone:${phone}`), leads.hashOf(tenantId, `phone:${phone}`)]);
  const other = createMongoLeadStore(mongo.connection, { contactKey: 'another key' });
  expect(other.hashOf(tenantId, `phone:${phone}`)).not.toBe(hashes[0]);
});

test('a start wraps the hashes it finds, and its key is made once, whatever HUB_SECRET is', async () => {
  await oldOptOut(newStore());
  const first = await openMongoStores(url, silentLogger);
  await expect.poll(() => keys().countDocuments({ hash: plain })).toBe(0);
  const hash = first.leads.hashOf(tenantId, `phone:${phone}`);
  expect(await keys().countDocuments({ hash })).toBe(1);
  await first.close();
  const again = await openMongoStores(url, silentLogger, 'several');
  expect(again.leads.hashOf(tenantId, `phone:${phone}`)).toBe(hash);
  expect(await reach(again.leads, await visitorGives(again.leads))).toBe('suppressed');
  // Of several nodes one may still be of an earlier version: the hashes that it looks for stand.
  expect(await keys().countDocuments({ hash: plain })).toBe(1);
  await again.close();
});
