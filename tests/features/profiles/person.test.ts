import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createMemoryAppointmentStore } from '../../../src/adapters/memory/appointmentStore.ts';
import { createMemoryLeadStore } from '../../../src/adapters/memory/leadStore.ts';
import { createMemoryRecordStore } from '../../../src/adapters/memory/recordStore.ts';
import { liftSuppression, readProven, suppressPerson } from '../../../src/features/profiles/keepRecords.ts';
import { mayReach } from '../../../src/features/profiles/mayReach.ts';
import type { Lead, PersonRecord } from '../../../src/features/profiles/model.ts';
import { fieldsOf, linkAsOne, mostRecords, nameOf, personOf } from '../../../src/features/profiles/person.ts';
import { recallPerson } from '../../../src/features/profiles/recallPerson.ts';
import { recogniseByContact, recogniseByIdentity } from '../../../src/features/profiles/recognise.ts';
import { systemClock } from '../../../src/kernel/clock.ts';
import { silentLogger } from '../../../src/kernel/observe.ts';
import { aConversation } from '../../suites/conversationStoreSuite.ts';
import { anEntry } from '../../suites/entryStoreSuite.ts';

const tenantId = 't1';
const aLead = (id: string, createdAt: number, over: Partial<Lead> = {}): Lead => ({
  id,
  tenantId,
  visitorId: `v-${id}`,
  tags: [],
  name: null,
  createdAt,
  fields: {},
  suppressedAt: null,
  noRecordingAt: null,
  notAdapted: null,
  identity: null,
  link: null,
  ...over,
});
const field = (value: unknown, at: number, state: 'answered' | 'declined' = 'answered'): Lead['fields'][string] => ({
  value,
  state,
  confidence: null,
  evidence: [{ log: `public:c${at}`, seq: 1, start: 0, end: 2 }],
  conversationId: `c${at}`,
  at,
});
const stop = (leadId: string, at: number, more: object = {}): PersonRecord & { kind: 'suppression' } => ({
  id: `stop-${leadId}-${at}`,
  tenantId,
  leadId,
  visitorId: `v-${leadId}`,
  conversationId: 'c',
  at,
  said: 'STOP',
  evidence: { log: 'public:c', seq: 1, start: 0, end: 4 },
  closed: null,
  kind: 'suppression',
  channels: ['call', 'text', 'email'],
  reason: 'visitor opted out',
  ...more,
});
const yes = (leadId: string, at: number): PersonRecord => ({
  ...stop(leadId, at),
  id: `yes-${leadId}-${at}`,
  said: '512-555-0101',
  kind: 'consent',
  channels: ['call', 'text'],
  to: '512-555-0101',
  shown: null,
  page: 'https://home.example/',
});
async function world(...given: Lead[]) {
  const parts = { leads: createMemoryLeadStore(), records: createMemoryRecordStore() };
  for (const lead of given) await parts.leads.openFor(lead);
  return parts;
}

describe('records of one person', () => {
  test('however many links are made at once, in whatever order, the oldest stands for all and none is lost', async () => {
    const pair = fc.tuple(fc.nat(7), fc.nat(7));
    await fc.assert(
      fc.asyncProperty(fc.array(pair, { minLength: 1, maxLength: 20 }), async (pairs) => {
        const { leads } = await world(...Array.from({ length: 8 }, (_, n) => aLead(`l${n}`, 100 - n)));
        const basis = { by: 'phone', at: 1 } as const;
        await Promise.all(pairs.map(([one, other]) => linkAsOne(leads, tenantId, `l${one}`, `l${other}`, basis)));
        // Which belong together, found by another road.
        const group = Array.from({ length: 8 }, (_, n) => n);
        for (const [one, other] of pairs) {
          const [from, to] = [group[one], group[other]];
          for (const n of group.keys()) if (group[n] === from) group[n] = to as number;
        }
        for (const n of group.keys()) {
          const person = await personOf(leads, tenantId, `l${n}`);
          const expected = [...group.keys()].filter((other) => group[other] === group[n]).map((other) => `l${other}`);
          expect(person?.members.map(({ id }) => id).sort()).toEqual(expected.sort());
          // The higher the number, the older.
          expect(person?.root.id).toBe(expected.sort().at(-1));
        }
      }),
      { numRuns: 60 },
    );
  });

  test('a link can be taken away, and each has what it had', async () => {
    const { leads } = await world(
      aLead('a', 1, { fields: { budget: field(1, 1) } }),
      aLead('b', 2, { fields: { area: field('Zilker', 2) } }),
    );
    await recogniseByContact(leads, aLead('a', 1), { phone: '512-555-0101' }, 10);
    await recogniseByContact(leads, aLead('b', 2), { phone: '(512) 555-0101' }, 11);
    const person = await personOf(leads, tenantId, 'b');
    expect(Object.keys(fieldsOf(person?.members ?? []))).toEqual(['budget', 'area']);
    expect(person?.members.find(({ id }) => id === 'b')?.link).toEqual({ leadId: 'a', by: 'phone', at: 11 });
    await leads.unlink(tenantId, 'b');
    expect((await personOf(leads, tenantId, 'b'))?.members.map(({ id }) => id)).toEqual(['b']);
  });

  test('of each field the newest answer stands, an answer before a refusal, each with its words', () => {
    const old = aLead('a', 1, {
      name: 'Lin',
      fields: { budget: field(1, 5), phone: field('1', 1), name: field('Lin', 1) },
    });
    const young = aLead('b', 2, {
      name: 'Linda',
      fields: { budget: field(2, 4), phone: field(null, 9, 'declined'), name: field('Linda', 3) },
    });
    const both = fieldsOf([young, old]);
    expect([both.budget?.value, both.phone?.value, both.name?.value]).toEqual([1, '1', 'Linda']);
    expect(both.budget?.evidence[0]?.log).toBe('public:c5');
    expect([nameOf([young, old]), fieldsOf([old, young])]).toEqual(['Linda', both]);
  });

  test('a number that somebody typed proves nothing: the team sees one person, the visitor gets nothing of the other', async () => {
    const parts = await world(aLead('a', 1), aLead('b', 2));
    await recogniseByContact(parts.leads, aLead('a', 1), { email: 'Ana@Example.com' }, 10);
    await recogniseByContact(parts.leads, aLead('b', 2), { email: 'ana@example.com' }, 10);
    expect((await personOf(parts.leads, tenantId, 'b'))?.members).toHaveLength(2);
    expect((await readProven(parts, { tenantId, id: 'b' })).members.map(({ id }) => id)).toEqual(['b']);
  });

  test('whom the site vouches for is the same person, also toward the visitor', async () => {
    const parts = await world(aLead('a', 1), aLead('b', 2), aLead('c', 3));
    for (const [id, sub] of [
      ['a', 'u1'],
      ['b', 'u1'],
      ['c', 'u2'],
    ] as const)
      await recogniseByIdentity(parts.leads, { tenantId, id }, { sub }, 10);
    expect((await readProven(parts, { tenantId, id: 'b' })).members.map(({ id }) => id).sort()).toEqual(['a', 'b']);
    expect((await readProven(parts, { tenantId, id: 'c' })).members.map(({ id }) => id)).toEqual(['c']);
  });
});

describe('reaching a person', () => {
  test('calls and texts need a consent that stands, an email does not; a stop ends all, and the consents with it', async () => {
    const parts = await world(aLead('a', 1));
    const may = async () =>
      Promise.all((['call', 'text', 'email'] as const).map((one) => mayReach(parts, tenantId, 'a', one)));
    expect(await may()).toEqual(['no-consent', 'no-consent', 'yes']);
    await parts.records.add(yes('a', 5));
    expect(await may()).toEqual(['yes', 'yes', 'yes']);
    await suppressPerson(parts, stop('a', 7));
    await suppressPerson(parts, stop('a', 7));
    expect(await may()).toEqual(['suppressed', 'suppressed', 'suppressed']);
    const [kept] = (await parts.records.ofLead(tenantId, 'a')).filter(({ kind }) => kind === 'consent');
    expect(kept?.closed).toEqual({ at: 7, by: 'STOP' });
  });

  test('one way may be closed alone', async () => {
    const parts = await world(aLead('a', 1));
    await parts.records.add(yes('a', 5));
    await suppressPerson(parts, stop('a', 7, { channels: ['call'] }));
    expect(await mayReach(parts, tenantId, 'a', 'call')).toBe('suppressed');
    expect(await mayReach(parts, tenantId, 'a', 'text')).toBe('yes');
  });

  test('a stop of one record closes the ways to all records of the person: the stricter wins', async () => {
    const parts = await world(aLead('a', 1), aLead('b', 2));
    await parts.records.add(yes('b', 5));
    await suppressPerson(parts, stop('a', 3));
    expect(await mayReach(parts, tenantId, 'b', 'text')).toBe('yes');
    for (const id of ['a', 'b']) await recogniseByContact(parts.leads, { tenantId, id }, { phone: '512-555-0101' }, 9);
    expect(await mayReach(parts, tenantId, 'b', 'text')).toBe('suppressed');
  });

  test('START lifts the visitor’s opt-out, is kept as its end, and lifts nothing of another person with the same number', async () => {
    const parts = await world(aLead('a', 1), aLead('b', 2));
    for (const id of ['a', 'b']) await recogniseByContact(parts.leads, { tenantId, id }, { phone: '512-555-0101' }, 9);
    await suppressPerson(parts, stop('a', 10));
    await liftSuppression(parts, { tenantId, id: 'b' }, { at: 11, by: 'START' });
    expect(await mayReach(parts, tenantId, 'a', 'email')).toBe('suppressed');
    await liftSuppression(parts, { tenantId, id: 'a' }, { at: 12, by: 'START' });
    expect(await mayReach(parts, tenantId, 'a', 'email')).toBe('yes');
    expect((await parts.records.ofLead(tenantId, 'a'))[0]?.closed).toEqual({ at: 12, by: 'START' });
    await suppressPerson(parts, stop('a', 20));
    await liftSuppression(parts, { tenantId, id: 'a' }, { at: 12, by: 'START' });
    expect(await mayReach(parts, tenantId, 'a', 'email')).toBe('suppressed');
  });
});

describe('a sign-in with many records', () => {
  const conversations = {
    listOfLead: async (_: string, leadId: string) =>
      leadId === 'l0' ? [aConversation({ id: 'before', tenantId, leadId })] : [],
  };
  async function signedIn(count: number) {
    const parts = await world(
      ...Array.from({ length: count }, (_, n) =>
        aLead(`l${n}`, n, { identity: 's:u1', fields: { budget: field(n, n) } }),
      ),
    );
    for (let n = 0; n < count; n += 1) await parts.leads.addKey(tenantId, `l${n}`, 'identity:s:u1');
    const warned: string[] = [];
    const log = { ...silentLogger, warn: (message: string) => void warned.push(message) };
    const words = async (_: string, type: string) => (type === 'message-created' ? anEntry('before', 1).entry : null);
    const entries = { newestOf: words, listOf: async () => [] };
    return {
      ...parts,
      warned,
      log,
      conversations,
      entries,
      appointments: createMemoryAppointmentStore(),
      clock: systemClock,
    };
  }
  const now = { id: 'now', tenantId, leadId: 'l0' };

  test('is recalled from the last of them, and not at all when the last asked to be forgotten', async () => {
    const parts = await signedIn(120);
    expect((await recallPerson(parts, now))?.slots.budget?.value).toBe(119);
    await parts.records.add({ ...stop('l99', 5), kind: 'deletion-request', confirmBy: '', answerBy: '' } as never);
    expect(await recallPerson(parts, now)).toBeNull();
    expect(parts.warned).toEqual([]);
  });

  test('that are too many to read is met as somebody new, stays closed to messages, and the log says so', async () => {
    const parts = await signedIn(mostRecords + 1);
    expect(await recallPerson(parts, now)).toBeNull();
    expect(parts.warned).toEqual(['a visitor has too many records to be recalled']);
    expect(await liftSuppression(parts, { tenantId, id: 'l0' }, { at: 9, by: 'START' })).toBe(false);
  });
});
