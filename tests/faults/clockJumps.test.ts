import { describe, expect, it } from 'vitest';
import { createMemoryIdentityStore } from '../../src/adapters/memory/identityStore.ts';
import { longWait } from '../../src/features/conversations/judgeAlerts.ts';
import { quietMs } from '../../src/features/conversations/model.ts';
import { pauseBot, requestHuman } from '../../src/features/conversations/speaker/changeSpeaker.ts';
import { holdBot, holdMs } from '../../src/features/conversations/speaker/holdBot.ts';
import { offerMs, offerWaiting } from '../../src/features/conversations/speaker/offerWaiting.ts';
import { agent, command, turnWorld, visitor } from '../features/turns/turnWorld.ts';
import { startNode } from '../support/startNode.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
type World = Awaited<ReturnType<typeof turnWorld>>;

const reasonsSaid = async (world: World) =>
  (await world.publicLog()).flatMap((entry) => (entry.type === 'conversation-changed' ? [entry.data.reason] : []));
const internalOf = ({ plain, id }: World) => plain.entries.read(id, 'internal', 1, 1000, 1000);
const find = async ({ plain, id }: World) => (await plain.conversations.find('t1', id))!;

/** A talk that has begun, with a node that does what is due. */
async function begunTalk() {
  const world = await turnWorld();
  const node = startNode(world);
  await world.say('I want to buy a house');
  await world.clock.pass(5_000);
  expect(await world.botMessages()).toHaveLength(1);
  return { world, node };
}

describe.each([
  ['an hour ahead', hourMs],
  ['an hour behind', -hourMs],
])('a clock that is %s for a while', (_, off) => {
  it('leaves no message without its answer, and none has two', async () => {
    const { world, node } = await begunTalk();
    world.clock.jump(off);
    await world.say('around 500k');
    world.clock.jump(-off);
    await world.clock.pass(8_000);
    expect(await world.botMessages()).toHaveLength(2);
    await world.say('we are pre-approved');
    world.clock.jump(off);
    await world.clock.pass(8_000);
    expect(await world.botMessages()).toHaveLength(3);
    world.clock.jump(-off);
    await world.clock.pass(hourMs);
    expect(await world.botMessages()).toHaveLength(3);
    await node.stop();
  });

  it('leaves no message without its answer when its node died meanwhile', async () => {
    const { world, node } = await begunTalk();
    await node.stop();
    world.clock.jump(off);
    await world.say('around 500k');
    world.clock.loseTimers();
    world.clock.jump(-off);
    const next = startNode(world);
    await world.clock.pass(15_000);
    expect(await world.botMessages()).toHaveLength(2);
    await next.stop();
  });

  it('silences Jorge no longer than the person who holds him writes', async () => {
    const { world, node } = await begunTalk();
    world.clock.jump(off);
    expect(await holdBot(world.parts, agent, await find(world))).not.toBeNull();
    world.clock.jump(-off);
    await world.say('around 500k');
    await world.clock.pass(holdMs + 10_000);
    expect(await world.botMessages()).toHaveLength(2);
    await node.stop();
  });

  it('ends a pause once: on time when it is right again by then, and no more than an hour late when the pause began meanwhile', async () => {
    const { world, node } = await begunTalk();
    await pauseBot(world.parts, agent, command(), { conversationId: world.id, minutes: 30 });
    await world.clock.pass(minuteMs);
    world.clock.jump(off);
    await world.clock.pass(minuteMs);
    world.clock.jump(-off);
    await world.clock.pass(28 * minuteMs + 20_000);
    expect((await reasonsSaid(world)).filter((reason) => reason === 'pause-ended')).toHaveLength(1);
    expect((await find(world)).mode).toBe('bot');

    world.clock.jump(off);
    await pauseBot(world.parts, agent, command(), { conversationId: world.id, minutes: 30 });
    world.clock.jump(-off);
    await world.clock.pass(hourMs + 30 * minuteMs + 20_000);
    expect((await reasonsSaid(world)).filter((reason) => reason === 'pause-ended')).toHaveLength(2);
    expect((await find(world)).mode).toBe('bot');
    await node.stop();
  });

  it('tells the team of a long wait once', async () => {
    const { world, node } = await begunTalk();
    await requestHuman(world.parts, visitor, command(), { conversationId: world.id });
    await world.say('Is anybody there?');
    await world.clock.pass(minuteMs);
    world.clock.jump(off);
    await world.clock.pass(minuteMs);
    world.clock.jump(-off);
    await world.clock.pass(4 * minuteMs);
    const alerts = async () =>
      (await internalOf(world)).filter((entry) => entry.type === 'alert-raised' && entry.data.kind === longWait);
    expect(await alerts()).toHaveLength(1);
    await world.clock.pass(hourMs);
    expect(await alerts()).toHaveLength(1);
    await node.stop();
  });

  it('notes a month of quiet once, and not an hour late', async () => {
    const { world, node } = await begunTalk();
    // No node need run meanwhile.
    await node.stop();
    await world.clock.pass(quietMs - 10 * minuteMs);
    world.clock.jump(off);
    const later = startNode(world);
    await world.clock.pass(minuteMs);
    world.clock.jump(-off);
    await world.clock.pass(10 * minuteMs);
    const lines = async () => (await internalOf(world)).filter(({ type }) => type === 'quiet-noticed');
    expect(await lines()).toHaveLength(1);
    expect((await world.plain.turns.newest(world.id))?.stateAfter.at).toBe('DORMANT');
    await world.clock.pass(hourMs);
    expect(await lines()).toHaveLength(1);
    await later.stop();
  });

  it('leaves a conversation with nobody for no longer than one agent has to take it', async () => {
    const { world, node } = await begunTalk();
    const identity = createMemoryIdentityStore();
    await identity.addUser({
      ...{ id: 'a1', tenantId: 't1', email: 'ana@t1.example', name: 'Ana', role: 'agent', passwordHash: '' },
      ...{ active: true, tokenVersion: 1, createdAt: 0, presence: { status: 'available', capacity: 5 } },
    });
    const here = { atDesk: new Set(['a1']), justLeft: new Set<string>() };
    const offer = () => offerWaiting({ ...world.parts, peopleOf: identity.listUsers }, 't1', here);
    await requestHuman(world.parts, visitor, command(), { conversationId: world.id });
    world.clock.jump(off);
    await offer();
    expect((await find(world)).offer).toMatchObject({ to: { id: 'a1' }, missed: false });
    world.clock.jump(-off);
    await world.clock.pass(offerMs);
    await offer();
    expect((await find(world)).offer?.missed).toBe(true);
    await node.stop();
  });
});
