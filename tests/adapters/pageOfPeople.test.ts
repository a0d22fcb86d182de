import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { buildIndexes } from '../../src/adapters/mongo/buildIndexes.ts';
import { connectMongo, type Mongo } from '../../src/adapters/mongo/connectMongo.ts';
import { createMongoConversationStore } from '../../src/adapters/mongo/conversationStore.ts';
import { createMongoLeadStore } from '../../src/adapters/mongo/leadStore.ts';
import { createMongoRecordStore } from '../../src/adapters/mongo/recordStore.ts';
import { leadsQuery } from '../../src/contract/rest/leads.ts';
import type { StaffScope } from '../../src/features/identity/model.ts';
import { type ListLeadsDeps, listLeads } from '../../src/features/profiles/listLeads.ts';
import { newLead } from '../../src/features/profiles/newLead.ts';
import { systemClock } from '../../src/kernel/clock.ts';
import { fewAtOnce } from '../../src/kernel/fewAtOnce.ts';
import { newId } from '../../src/kernel/ids.ts';
import { silentLogger } from '../../src/kernel/observe.ts';
import { aConversation } from '../suites/conversationStoreSuite.ts';
import { uniqueDatabaseUrl } from '../support/servers.ts';

const dayMs = 86_400_000;
const now = Date.UTC(2026, 10, 21);
const tenantId = newId();
const scope = { tenantId, principal: { kind: 'staff', id: 'ann', role: 'agent', name: 'Ann' } } as StaffScope;
/** Each has one talk, every eight hours one. */
const people = 150;
const everyMs = dayMs / 3;
/** Of so many one is Ann’s. */
const annsEvery = 10;

describe('a page of people on the database', () => {
  let mongo: Mongo;
  let deps: ListLeadsDeps;
  const sent: string[] = [];
  beforeAll(async () => {
    const url = new URL(uniqueDatabaseUrl(inject('mongodbUrl')));
    url.searchParams.set('monitorCommands', 'true');
    mongo = await connectMongo(url.href, { log: silentLogger });
    await buildIndexes(mongo.connection);
    const conversations = createMongoConversationStore(mongo.connection);
    const leads = createMongoLeadStore(mongo.connection, { contactKey: 'key' });
    deps = {
      conversations,
      leads,
      records: createMongoRecordStore(mongo.connection),
      clock: { ...systemClock, now: () => now },
    };
    const owner = { id: 'ann', name: 'Ann' };
    await fewAtOnce([...Array(people).keys()], async (no) => {
      const talk = aConversation(
        { tenantId, createdAt: 1, ...(no % annsEvery === 0 ? { owner, mode: 'human' } : {}) },
        { lastAt: now - no * everyMs, score: (no * 37) % 101, tags: no % 2 === 0 ? ['vip'] : [] },
      );
      await conversations.openFor(talk);
      await leads.openFor(newLead({ id: talk.leadId, tenantId, visitorId: talk.visitorId ?? '', createdAt: 1 }));
    });
    mongo.connection.getClient().on('commandStarted', ({ commandName, command }) => {
      sent.push(`${commandName} ${command[commandName]}`);
    });
  });
  beforeEach(() => {
    sent.length = 0;
  });
  afterAll(async () => {
    await mongo?.connection.dropDatabase();
    await mongo?.close();
  });
  const list = (query: Record<string, string>) => listLeads(deps, scope, leadsQuery.parse(query));
  const days = (lastAt: string | undefined) => (now - Date.parse(lastAt ?? '')) / dayMs;

  it('reads what belongs to its people with one command for each kind, however many they are', async () => {
    const { items } = await list({ limit: '100' });
    expect(items).toHaveLength(100);
    const talks = sent.filter((one) => one === 'find conversations').length;
    expect(sent.filter((one) => one !== 'find conversations')).toEqual([
      ...['find leads', 'find leads', 'find personRecords'],
    ]);
    expect(talks).toBeLessThanOrEqual(6);
  });

  it('takes no more commands for a later page, by score, or by a tag', async () => {
    const { nextCursor = '' } = await list({});
    const asked = { later: { cursor: nextCursor }, score: { sort: 'score' }, tag: { tag: 'vip' } };
    for (const query of Object.values(asked)) {
      sent.length = 0;
      expect((await list(query)).items).toHaveLength(50);
      expect(sent.length).toBeLessThanOrEqual(9);
    }
  });

  it('looks at nobody else’s talks for an agent’s own people, nor at newer ones for those who have been quiet', async () => {
    const mine = await list({ mine: 'true' });
    expect([mine.items.length, mine.nextCursor]).toEqual([people / annsEvery, undefined]);
    expect(sent.length).toBeLessThanOrEqual(10);
    sent.length = 0;
    const quiet = await list({ quietDays: '30' });
    expect([days(quiet.items[0]?.lastAt), quiet.items.length]).toEqual([30, 50]);
    expect(sent.length).toBeLessThanOrEqual(12);
  });
});
