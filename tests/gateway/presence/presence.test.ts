import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { createMemoryIdentityStore } from '../../../src/adapters/memory/identityStore.ts';
import { createMemoryWakeups } from '../../../src/adapters/memory/wakeups.ts';
import type { BrokerageSettings } from '../../../src/contract/rest/settings.ts';
import { weekdays } from '../../../src/contract/rest/settingsLimits.ts';
import type { BoardRow } from '../../../src/contract/socket/board.ts';
import { createPresence } from '../../../src/gateway/presence.ts';
import type { Session } from '../../../src/gateway/session.ts';
import { silentLogger } from '../../../src/kernel/observe.ts';
import { changeSettings } from '../../support/changeSettings.ts';
import { holdClock } from '../../support/heldClock.ts';
import { connect, type HubClient, openVisitor } from '../../support/hubClient.ts';
import { type OpenHub, openHub } from '../../support/openHub.ts';
import { owedTo } from '../../support/owedTo.ts';
import { startRedis, type TestServer, uniqueDatabaseUrl } from '../../support/servers.ts';
import { demoPerson, tokenOf } from '../people.ts';

const idOf = (client: HubClient): string => client.all('session-ready')[0]?.principal.id ?? '';

it('a node that has only visitors of a brokerage knows who of the team is at another one', async () => {
  const clock = holdClock();
  const wakeups = createMemoryWakeups({ log: silentLogger });
  const identity = createMemoryIdentityStore();
  const node = () => createPresence({ identity, peopleOf: identity.listUsers, wakeups, clock, log: silentLogger });
  const session = (principal: object): Session =>
    ({ namespace: '/agent', scope: { tenantId: 't1', principal }, socket: { emit: () => {} } }) as unknown as Session;
  const [one, other] = [node(), node()];
  const visitor = session({ kind: 'visitor', id: 'v1' });
  await one.arrived(session({ kind: 'staff', id: 'ann', name: 'Ann', role: 'agent' }));
  await other.arrived(visitor);
  await clock.pass(0);
  expect([...other.here('t1').atDesk]).toEqual(['ann']);
  other.left(visitor);
  expect([...other.here('t1').atDesk]).toEqual([]);
  one.stop();
  other.stop();
});

it('people of a node that fell silent are gone after a while, and not before', async () => {
  const clock = holdClock();
  const wakeups = createMemoryWakeups({ log: silentLogger });
  const identity = createMemoryIdentityStore();
  const node = () => createPresence({ identity, peopleOf: identity.listUsers, wakeups, clock, log: silentLogger });
  const told: unknown[] = [];
  const person = (id: string): Session =>
    ({
      namespace: '/agent',
      scope: { tenantId: 't1', principal: { kind: 'staff', id, name: id, role: 'agent' } },
      socket: { emit: (_: string, { userId, status }: Record<string, string>) => told.push(`${userId} ${status}`) },
    }) as unknown as Session;
  const [one, other] = [node(), node()];
  await one.arrived(person('ann'));
  await other.arrived(person('ben'));
  await clock.pass(0);
  expect([...one.here('t1').atDesk].toSorted()).toEqual(['ann', 'ben']);
  expect([...other.here('t1').atDesk].toSorted()).toEqual(['ann', 'ben']);
  await clock.pass(60_000);
  expect([...one.here('t1').atDesk].toSorted()).toEqual(['ann', 'ben']);
  // Killed: it says nothing anymore.
  other.stop();
  told.length = 0;
  await clock.pass(14_000);
  expect(told).toEqual([]);
  await clock.pass(10_000);
  expect(told).toContain('ben offline');
  expect([...one.here('t1').atDesk]).toEqual(['ann']);
  one.stop();
});

it('everybody who has a talk open at the desk is told who else has, over all nodes; a watching wall is told of to nobody', async () => {
  const clock = holdClock();
  const wakeups = createMemoryWakeups({ log: silentLogger });
  const identity = createMemoryIdentityStore();
  const node = () => createPresence({ identity, peopleOf: identity.listUsers, wakeups, clock, log: silentLogger });
  const told: string[] = [];
  const person = (id: string, namespace = '/agent'): Session =>
    ({
      namespace,
      scope: { tenantId: 't1', principal: { kind: 'staff', id, name: id, role: 'supervisor' } },
      socket: {
        emit(event: string, change: { conversationId: string; people: { id: string }[] }) {
          if (event !== 'viewers-changed') return;
          told.push(`${id}: ${change.conversationId} ${change.people.map((one) => one.id).join(' ')}`);
        },
      },
    }) as unknown as Session;
  const [one, other] = [node(), node()];
  const [ann, ben, eve] = [person('ann'), person('ben'), person('eve', '/supervisor')];
  const news = async () => {
    await clock.pass(0);
    return told.splice(0).toSorted();
  };
  await one.arrived(ann);
  await other.arrived(ben);
  await other.arrived(eve);
  one.opened(ann, 'c1', true);
  expect(await news()).toEqual(['ann: c1 ann']);
  other.opened(ben, 'c1', true);
  other.opened(eve, 'c1', true);
  other.opened(ben, 'c2', true);
  expect(await news()).toEqual(['ann: c1 ann ben', 'ben: c1 ann ben', 'ben: c2 ben']);
  other.opened(ben, 'c1', false);
  expect(await news()).toEqual(['ann: c1 ann']);
  other.opened(ben, 'c1', true);
  await news();
  other.left(ben);
  expect(await news()).toEqual(['ann: c1 ann']);
  one.stop();
  other.stop();
});

describe('presence over several nodes', () => {
  let redis: TestServer;
  let nodes: OpenHub[];
  beforeAll(async () => {
    redis = await startRedis();
    const given = {
      mongodbUrl: uniqueDatabaseUrl(inject('mongodbUrl')),
      redisUrl: redis.url,
      env: { HUB_SECRET: 'a-secret-for-this-test-of-32-chars!' },
    };
    nodes = [await openHub(given), await openHub(given)];
  });
  afterAll(async () => {
    for (const node of nodes) await node.close();
    await redis.stop();
  });
  const [a, b] = [() => nodes[0] as OpenHub, () => nodes[1] as OpenHub];

  it('people on two nodes hear of each other’s arrival, status and leaving', async () => {
    const maya = await demoPerson(a().url, 'agent');
    const renee = await demoPerson(b().url, 'supervisor');
    await renee.until('presence-changed', (one) => one.name === 'Maya Torres' && one.status === 'available');
    await maya.until('presence-changed', (one) => one.name === 'Renee Castillo' && one.status === 'available');
    await maya.send('presence-set', { status: 'busy', capacity: 5 });
    await renee.until('presence-changed', (one) => one.name === 'Maya Torres' && one.status === 'busy');
    const second = await connect(b().url, '/agent', await tokenOf(b().url, 'agent'));
    expect(second.all('session-ready')[0]?.presence).toEqual({ status: 'busy', capacity: 5 });
    maya.close();
    // She is still here, at her other window.
    const owen = await demoPerson(a().url, 'agent2');
    await owen.until('presence-changed', (one) => one.name === 'Maya Torres' && one.status === 'busy');
    expect(renee.all('presence-changed').filter((one) => one.status === 'offline')).toEqual([]);
    second.close();
    await renee.until('presence-changed', (one) => one.name === 'Maya Torres' && one.status === 'offline');
    await owen.send('presence-set', { status: 'available', capacity: 5 });
    for (const client of [renee, owen]) client.close();
  });

  it('a visitor who asks for a person on one node is offered to the agent who is free on the other, and to nobody on a break', async () => {
    const owen = await demoPerson(b().url, 'agent2');
    const maya = await demoPerson(a().url, 'agent');
    await maya.send('presence-set', { status: 'away', capacity: 5 });
    await owen.send('presence-set', { status: 'available', capacity: 5 });
    await Promise.all([maya, owen].map((one) => one.send('board-watch')));
    const visitor = await openVisitor(a().url);
    const { conversationId } = visitor;
    await visitor.command('chat-send', { text: 'Hello' });
    await visitor.command('human-request');
    const isOffered = (to: HubClient) => (row: BoardRow) =>
      row.conversationId === conversationId && row.offered?.id === idOf(to);
    for (const client of [maya, owen]) await client.until('board-row', isOffered(owen));
    // Owen leaves for lunch, and Maya comes back from hers.
    await maya.send('presence-set', { status: 'available', capacity: 5 });
    await owen.send('presence-set', { status: 'away', capacity: 5 });
    await maya.until('board-row', isOffered(maya));
    await maya.command('takeover-start', { conversationId });
    await owen.until('board-row', (row) => row.owner?.id === idOf(maya) && row.offered === undefined);
    expect(JSON.stringify(visitor.heard)).not.toContain('offered');
    for (const client of [maya, owen, visitor]) client.close();
  });

  it('while closed, a visitor who asks for a person is told that the team is away only where nobody is free at a desk, on whichever node', async () => {
    const never = Object.fromEntries(weekdays.map((day) => [day, null])) as BrokerageSettings['hours'];
    const closedSays = 'We are closed. Somebody reads this tomorrow.';
    await changeSettings(a().url, { hours: never, closedSays });
    const saidTo = async () => {
      const visitor = await openVisitor(b().url);
      await visitor.command('human-request');
      await visitor.untilEntry('conversation-changed', (entry) => entry.data.mode === 'waiting');
      const found = await b().stores.entries.read(visitor.conversationId, 'public', 1, 100, 100);
      visitor.close();
      return found.flatMap((entry) => (entry.type === 'message-created' ? [entry.data.text] : []));
    };
    const maya = await demoPerson(a().url, 'agent');
    await maya.send('presence-set', { status: 'available', capacity: 5 });
    const renee = await demoPerson(b().url, 'supervisor');
    await renee.until('presence-changed', (one) => one.name === 'Maya Torres' && one.status === 'available');
    renee.close();
    expect(await saidTo()).not.toContain(closedSays);
    await maya.send('presence-set', { status: 'away', capacity: 5 });
    await expect.poll(saidTo).toContain(closedSays);
    maya.close();
  });

  it('while one writes on one node, Jorge waits on the other', async () => {
    const maya = await demoPerson(a().url, 'agent');
    const owen = await demoPerson(b().url, 'agent2');
    const visitor = await openVisitor(b().url);
    const { conversationId } = visitor;
    await Promise.all([maya, owen].map((one) => one.send('conversation-open', { conversationId })));
    await maya.send('typing-set', { conversationId, on: true });
    await owen.until('hold-changed', (one) => one.conversationId === conversationId && one.forMs > 0);
    await visitor.command('chat-send', { text: 'Is it still for sale?' });
    const found = await b().stores.conversations.find('demo', conversationId);
    const owedAt = await owedTo(b().stores.entries, conversationId);
    expect(found?.hold?.until).toBeGreaterThan(owedAt ?? Number.POSITIVE_INFINITY);
    await maya.send('typing-set', { conversationId, on: false });
    await visitor.untilEntry('message-created', (entry) => entry.actor.kind === 'bot');
    for (const client of [maya, owen, visitor]) client.close();
  });
});
