import { expect, test } from 'vitest';
import { createMemoryWakeups } from '../../../src/adapters/memory/wakeups.ts';
import { openMemoryStores, type Stores } from '../../../src/app/stores.ts';
import { changeSettings } from '../../../src/features/settings/changeSettings.ts';
import { createTenantKnowledge } from '../../../src/features/settings/tenantKnowledge.ts';
import { toldVersions } from '../../../src/features/tenants/raiseVersions.ts';
import { fromVisitor, receiveMessage } from '../../../src/features/turns/receiveMessage.ts';
import { silentLogger } from '../../../src/kernel/observe.ts';
import type { Wakeups } from '../../../src/kernel/wakeups.ts';
import { holdClock } from '../../support/heldClock.ts';
import { command, turnWorld, visitor } from '../turns/turnWorld.ts';

const admin = { tenantId: 't1', principal: { kind: 'staff', id: 'ad1', role: 'admin', name: 'Ada' } } as const;
const noWakeups: Wakeups = { publish() {}, subscribe: () => () => {} };

async function open() {
  const stores = openMemoryStores();
  const clock = holdClock();
  await stores.identity.addTenant({
    id: 't1',
    name: 'Barton Ridge Realty',
    timeZone: 'America/Chicago',
    demo: false,
    createdAt: 0,
  });
  let version = 0;
  return {
    stores,
    clock,
    rename: async (brokerage: string) => {
      version = (await changeSettings({ ...stores, clock }, admin, version, { brokerage })).version;
    },
  };
}

/** Another node on the same stores, which is told nothing of what this one writes but by `wakeups`. */
const otherNode = (stores: Stores, clock: ReturnType<typeof holdClock>, wakeups: Wakeups) =>
  createTenantKnowledge({ ...stores, versions: toldVersions(stores.versions), wakeups, clock });
const nameOn = async (node: ReturnType<typeof otherNode>) => (await node.settingsOf('t1')).settings.brokerage;

test('a change is seen at once where it was made, and by its hint on another node', async () => {
  const { stores, clock, rename } = await open();
  const wakeups = createMemoryWakeups({ log: silentLogger });
  const here = createTenantKnowledge({ ...stores, wakeups, clock });
  const there = otherNode(stores, clock, wakeups);
  expect([await nameOn(here), await nameOn(there)]).toEqual(['Barton Ridge Realty', 'Barton Ridge Realty']);
  await rename('Hill Country Homes');
  expect([await nameOn(here), await nameOn(there)]).toEqual(['Hill Country Homes', 'Hill Country Homes']);
});

test('a lost hint costs nothing once the version was read with a message, and two minutes where none comes', async () => {
  const { stores, clock, rename } = await open();
  const there = otherNode(stores, clock, noWakeups);
  expect(await nameOn(there)).toBe('Barton Ridge Realty');
  await rename('Hill Country Homes');
  expect(await nameOn(there)).toBe('Barton Ridge Realty');
  await there.readVersion('t1');
  expect(await nameOn(there)).toBe('Hill Country Homes');
  await rename('Third Homes');
  await clock.pass(121_000);
  expect(await nameOn(there)).toBe('Third Homes');
});

test('a message to a node that lost the hint brings what was changed before it', async () => {
  const { stores, clock, rename } = await open();
  const { parts } = await turnWorld();
  const there = otherNode(stores, clock, noWakeups);
  expect(await nameOn(there)).toBe('Barton Ridge Realty');
  await rename('Hill Country Homes');
  await receiveMessage(
    { ...parts, readVersion: there.readVersion },
    fromVisitor(visitor, command(), { text: 'Hello' }),
  );
  expect(await nameOn(there)).toBe('Hill Country Homes');
});

test('unchanged knowledge is not read again, and people who leave are no longer known', async () => {
  const { stores, clock, rename } = await open();
  const user = {
    id: 'u1',
    tenantId: 't1',
    email: 'ana@homes.example',
    name: 'Ana',
    role: 'agent',
    passwordHash: '',
    active: true,
    tokenVersion: 0,
    presence: { status: 'available', capacity: 3 },
    createdAt: 1,
  } as const;
  await stores.identity.addUser({ ...user });
  const node = createTenantKnowledge({ ...stores, wakeups: noWakeups, clock });
  const people = await node.peopleOf('t1');
  expect(people.map(({ name }) => name)).toEqual(['Ana']);
  await rename('Hill Country Homes');
  expect(await node.peopleOf('t1')).toBe(people);
  await stores.identity.changeUser('u1', { passwordHash: 'another' });
  expect(await node.peopleOf('t1')).toBe(people);
  await stores.identity.changeUser('u1', { active: false });
  expect(await node.peopleOf('t1')).toEqual([]);
});

test('a crash between the settings and the tenant’s own row is mended by the next read or save', async () => {
  for (const mend of ['read', 'save'] as const) {
    const { stores, clock } = await open();
    const dies = { ...stores.identity, changeTenant: () => Promise.reject(new Error('the process died')) };
    const change = { brokerage: 'Hill Country Homes', timeZone: 'America/New_York' };
    await expect(changeSettings({ ...stores, identity: dies, clock }, admin, 0, change)).rejects.toThrow('died');
    expect(await stores.identity.findTenant('t1')).toMatchObject({ name: 'Barton Ridge Realty' });
    if (mend === 'read') await otherNode(stores, clock, noWakeups).settingsOf('t1');
    else await changeSettings({ ...stores, clock }, admin, 1, change);
    const mended = { name: 'Hill Country Homes', timeZone: 'America/New_York' };
    expect(await stores.identity.findTenant('t1')).toMatchObject(mended);
  }
});

test('a brokerage of before keeps Austin, and one elsewhere shows no Texas notice in its widget', async () => {
  const { stores, clock } = await open();
  const node = createTenantKnowledge({ ...stores, wakeups: noWakeups, clock });
  expect((await node.settingsOf('t1')).settings.market).toBe('austin');
  const brokerageServicesUrl = 'https://example.com/iabs.pdf';
  await changeSettings({ ...stores, clock }, admin, 0, { brokerageServicesUrl });
  expect(await node.lookOf('t1')).toMatchObject({ brokerageServicesUrl });
  await changeSettings({ ...stores, clock }, admin, 1, { market: 'us' });
  expect(await node.lookOf('t1')).not.toHaveProperty('brokerageServicesUrl');
});
