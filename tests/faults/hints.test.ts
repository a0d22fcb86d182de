import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { composePacks } from '../../src/app/compose/packs.ts';
import { openRedisSignals, type Signals } from '../../src/app/signals.ts';
import { openMongoStores, type Stores } from '../../src/app/stores.ts';
import type { StaffUser } from '../../src/features/identity/model.ts';
import type { OwnCard } from '../../src/features/knowledge/model.ts';
import { createShelves } from '../../src/features/knowledge/shelves.ts';
import { holdHomes } from '../../src/features/listings/heldHomes.ts';
import { changeSettings } from '../../src/features/settings/changeSettings.ts';
import { createTenantKnowledge } from '../../src/features/settings/tenantKnowledge.ts';
import { fromVisitor, receiveMessage } from '../../src/features/turns/receiveMessage.ts';
import { systemClock } from '../../src/kernel/clock.ts';
import { silentLogger, silentMeter } from '../../src/kernel/observe.ts';
import type { Wakeups } from '../../src/kernel/wakeups.ts';
import { command, turnWorld, visitor } from '../features/turns/turnWorld.ts';
import { aListing } from '../suites/listingStoreSuite.ts';
import { alwaysOpen } from '../support/changeSettings.ts';
import { holdClock } from '../support/heldClock.ts';
import { uniqueDatabaseUrl, untilReached } from '../support/servers.ts';

/**
 * A node as far as it knows tenants. Its clock stands, so that nothing that it holds becomes too old by itself, and `versionReads`
 * counts how often it looked whether anything has changed.
 */
interface Node {
  stores: Stores;
  signals: Signals;
  tenants: ReturnType<typeof createTenantKnowledge>;
  homes: ReturnType<typeof holdHomes>;
  shelves: ReturnType<typeof createShelves>;
  packOf: ReturnType<typeof composePacks>['packOf'];
  versionReads(): number;
}
const mongodbUrl = uniqueDatabaseUrl(inject('mongodbUrl'));
const clock = holdClock();
const hearsNothing = (wakeups: Wakeups): Wakeups => ({ ...wakeups, subscribe: () => () => {} });

async function startNode(heard: (wakeups: Wakeups) => Wakeups = (wakeups) => wakeups): Promise<Node> {
  const stores = await untilReached(() => openMongoStores(mongodbUrl, silentLogger));
  const signals = await openRedisSignals(inject('redisUrl'), 'the secret of these nodes, 0123456789', {
    ...{ log: silentLogger, meter: silentMeter, clock: systemClock },
  });
  const wakeups = heard(signals.wakeups);
  let versionReads = 0;
  const read: Stores['versions']['read'] = (tenantId) => {
    versionReads += 1;
    return stores.versions.read(tenantId);
  };
  const tenants = createTenantKnowledge({ ...stores, versions: { ...stores.versions, read }, wakeups, clock });
  const homes = holdHomes(tenants, stores.listings);
  return {
    ...{ stores, signals, tenants, homes },
    shelves: createShelves({ ...tenants, knowledge: stores.knowledge, clock }),
    packOf: composePacks(stores, { tenants, homes }, { clock, log: silentLogger }).packOf,
    versionReads: () => versionReads,
  };
}

const admin = { tenantId: 't1', principal: { kind: 'staff', id: 'ad1', role: 'admin', name: 'Ada' } } as const;
const ana: StaffUser = {
  ...{ id: 'ana', tenantId: 't1', email: 'ana@homes.example', name: 'Ana', role: 'agent', passwordHash: 'none' },
  ...{ active: true, tokenVersion: 0, presence: { status: 'available', capacity: 3 }, createdAt: 1 },
};
const card: OwnCard = {
  ...{ id: 'card', tenantId: 't1', questions: ['Do you rent out kayaks?'], answer: 'We do not.', language: 'en' },
  ...{ audience: 'visitor', by: { id: 'ad1', name: 'Ada' }, at: 1 },
};
const settingsOf = async ({ tenants }: Node) => (await tenants.settingsOf('t1')).settings;
async function change({ stores }: Node, what: Parameters<typeof changeSettings>[3]): Promise<void> {
  const version = (await stores.settings.newest('t1'))?.version ?? 0;
  await changeSettings({ ...stores, clock }, admin, version, what);
}

/** A change at one node, and the knowledge of another node after it: `times` is how often it was changed. */
const changes: {
  name: string;
  make(node: Node, times: number): Promise<unknown>;
  known(node: Node): Promise<unknown>;
}[] = [
  {
    name: 'the brokerage’s name',
    make: (node, times) => change(node, { brokerage: `Homes ${times}` }),
    known: async (node) => (await settingsOf(node)).brokerage,
  },
  {
    name: 'the market',
    make: (node, times) => change(node, { market: times % 2 === 0 ? 'us' : 'texas' }),
    known: async (node) => (await settingsOf(node)).market,
  },
  {
    name: 'the opening hours',
    make: (node, times) =>
      change(node, { hours: { ...alwaysOpen.hours, monday: { from: '08:00', until: `1${times % 10}:30` } } }),
    known: async (node) => (await settingsOf(node)).hours.monday,
  },
  {
    name: 'a person who leaves or comes back',
    make: ({ stores }, times) => stores.identity.changeUser('ana', { active: times % 2 === 0 }),
    known: async ({ tenants }) => (await tenants.peopleOf('t1')).map(({ name }) => name),
  },
  {
    name: 'a person’s own hours',
    make: ({ stores }, times) =>
      stores.appointments.setOwnHours('t1', 'ana', {
        zone: times % 2 === 0 ? 'America/Denver' : 'America/Chicago',
        hours: alwaysOpen.hours,
      }),
    known: async ({ tenants }) => (await tenants.ownHoursOf('t1')).map(({ zone }) => zone),
  },
  {
    name: 'a home',
    make: ({ stores }, times) => stores.listings.put([aListing({ priceCents: 50_000_000 + times })]),
    known: async ({ homes }) => (await homes.homeOf('t1', 'oak-12'))?.priceCents,
  },
  {
    name: 'a card of the brokerage’s own',
    make: ({ stores }, times) => stores.knowledge.putCards([{ ...card, id: `card-${times}` }]),
    known: async ({ shelves }) => {
      const { indexes } = await shelves.shelfOf('t1');
      return indexes.flatMap(({ items }) => items.map(({ id }) => id)).toSorted();
    },
  },
  {
    name: 'how hand-overs went',
    async make({ stores }, times) {
      // Ten of one route are what moves its threshold.
      for (let n = 0; n < 10; n += 1)
        await stores.outcomes.note('t1', `route-${times}`, { id: `${n}`, outcome: 'successful' });
    },
    known: async ({ packOf }) =>
      Object.keys((await packOf({ tenantId: 't1', page: { url: 'https://homes.example/' } })).handoffs?.shifts ?? {}),
  },
];

describe('a change on one node', () => {
  let here: Node;
  let there: Node;
  let deaf: Node;
  let times = 0;
  const marks = 'marks';
  const heard = new Set<string>();
  /** Earlier hints come first on the same connection, so all of them have come once the mark has. */
  async function hintsHaveCome(mark: string): Promise<void> {
    here.signals.wakeups.publish(marks, { kind: mark });
    await expect.poll(() => heard.has(mark)).toBe(true);
  }
  beforeAll(async () => {
    [here, there, deaf] = await Promise.all([startNode(), startNode(), startNode(hearsNothing)]);
    await here.stores.identity.addTenant({
      id: 't1',
      name: 'Barton',
      timeZone: 'America/Chicago',
      demo: false,
      createdAt: 0,
    });
    await here.stores.identity.addUser({ ...ana });
    there.signals.wakeups.subscribe(marks, ({ kind }) => heard.add(kind));
    // Subscribed to after the tenants, on the same connection: once this is heard, so are they.
    while (!heard.has('ready')) {
      here.signals.wakeups.publish(marks, { kind: 'ready' });
      await new Promise((done) => setImmediate(done));
    }
  });
  afterAll(async () => {
    for (const { signals, stores } of [here, there, deaf]) {
      await signals.close();
      await stores.close();
    }
  });

  it.each(changes)(
    'is known on another as soon as its hint has come, with no message and no look: $name',
    async ({ make, known }) => {
      await make(here, ++times);
      await known(there);
      await hintsHaveCome(`change ${times}`);
      const before = await known(there);
      await make(here, ++times);
      const after = await known(here);
      expect(after).not.toEqual(before);
      await hintsHaveCome(`change ${times}`);
      expect(await known(there)).toEqual(after);
      expect(there.versionReads()).toBe(0);
    },
  );

  it.each(changes)('is known with the next message where the hint was lost: $name', async ({ make, known }) => {
    const { parts } = await turnWorld();
    const send = () =>
      receiveMessage(
        { ...parts, readVersion: deaf.tenants.readVersion },
        fromVisitor(visitor, command(), { text: 'Hi' }),
      );
    await make(here, ++times);
    await send();
    const before = await known(deaf);
    await make(here, ++times);
    const after = await known(here);
    expect(after).not.toEqual(before);
    expect(await known(deaf)).toEqual(before);
    await send();
    expect(await known(deaf)).toEqual(after);
  });
});
