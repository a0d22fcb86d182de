import { expect, test } from 'vitest';
import { createMemoryBlockStore } from '../../../src/adapters/memory/blockStore.ts';
import { createMemoryTenantVersionStore } from '../../../src/adapters/memory/tenantVersionStore.ts';
import { createMemoryWakeups } from '../../../src/adapters/memory/wakeups.ts';
import { createBlocklist } from '../../../src/features/blocks/blocklist.ts';
import type { Block } from '../../../src/features/blocks/model.ts';
import { createAddressNamer } from '../../../src/features/blocks/nameAddress.ts';
import { toldVersions } from '../../../src/features/tenants/raiseVersions.ts';
import { createTenantVersions } from '../../../src/features/tenants/tenantVersions.ts';
import { silentLogger } from '../../../src/kernel/observe.ts';
import { holdClock } from '../../support/heldClock.ts';

const block: Block = {
  id: 'b1',
  tenantId: 't',
  kind: 'visitor',
  target: 'v',
  shown: 'Website visitor',
  reason: 'Spam',
  conversationId: 'c',
  by: { id: 'u', name: 'Ada' },
  at: 0,
  until: null,
};
const visitor = { writerId: 'v', addressKey: 'a' };

function open() {
  const clock = holdClock();
  const kept = createMemoryBlockStore();
  const reads = { count: 0, fail: false };
  const store = {
    async list(tenantId: string, now: number) {
      reads.count += 1;
      if (reads.fail) throw new Error('away');
      return kept.list(tenantId, now);
    },
  };
  const wakeups = createMemoryWakeups({ log: silentLogger });
  const versions = createMemoryTenantVersionStore();
  const tenants = createTenantVersions({ versions: toldVersions(versions), wakeups, clock });
  return { clock, kept, versions, reads, list: createBlocklist({ ...tenants, store, wakeups, clock }) };
}

test('a thousand messages cost one look at the store, and a change that is told costs one more', async () => {
  const { kept, reads, list } = open();
  for (let n = 0; n < 1000; n += 1) expect(await list.find('t', visitor)).toBeNull();
  expect(reads.count).toBe(1);
  await kept.put(block);
  const told = new Promise((resolve) => list.onChange(resolve));
  list.changed('t');
  expect(await told).toBe('t');
  expect(await list.find('t', visitor)).toEqual(block);
  expect(reads.count).toBe(2);
});

test('a change that nobody tells of is seen within five seconds, by the version of the tenant', async () => {
  const { clock, kept, versions, reads, list } = open();
  expect(await list.find('t', visitor)).toBeNull();
  await clock.pass(60_000);
  expect(await list.find('t', visitor)).toBeNull();
  expect(reads.count).toBe(1);
  await kept.put(block);
  await versions.raise('t', 'blocks');
  await clock.pass(5_000);
  expect(await list.find('t', visitor)).toEqual(block);
});

test('a block is seen within two minutes though its node died before it could say so', async () => {
  const { clock, kept, list } = open();
  expect(await list.find('t', visitor)).toBeNull();
  await kept.put(block);
  await clock.pass(120_000);
  expect(await list.find('t', visitor)).toEqual(block);
});

test('a block ends by itself, and an address is never taken for a visitor', async () => {
  const { clock, kept, list } = open();
  await kept.put({ ...block, until: clock.now() + 1_000 });
  expect(await list.find('t', visitor)).not.toBeNull();
  expect(await list.find('t', { writerId: 'w', addressKey: 'v' })).toBeNull();
  expect(await list.find('u', visitor)).toBeNull();
  await clock.pass(1_000);
  expect(await list.find('t', visitor)).toBeNull();
});

test('while the store is away, known blocks stand, and a writer who is not known yet is told so', async () => {
  const { clock, kept, reads, list } = open();
  await kept.put(block);
  await list.find('t', visitor);
  reads.fail = true;
  await clock.pass(60_000);
  expect(await list.find('t', visitor)).toEqual(block);
  await expect(list.find('u', visitor)).rejects.toThrow('away');
});

test('an address is known again by its hash, which no other tenant and no other secret makes, and shown by its network', () => {
  const name = createAddressNamer('a secret');
  expect(name('t', '192.0.2.7').shown).toBe('192.0.2.x');
  expect(name('t', '2001:db8:1:2::3').shown).toBe('2001:db8:x');
  expect(name('t', '::ffff:192.0.2.7')).toEqual(name('t', '192.0.2.7'));
  expect(name('t', '2001:db8:1:2::3').key).toBe(name('t', '2001:0db8:1:2:ffff::').key);
  const keys = [
    name('t', '192.0.2.7'),
    name('t', '192.0.2.8'),
    name('u', '192.0.2.7'),
    createAddressNamer('another')('t', '192.0.2.7'),
  ].map(({ key }) => key);
  expect(new Set(keys).size).toBe(4);
});
