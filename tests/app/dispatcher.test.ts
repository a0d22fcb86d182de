import { expect, it } from 'vitest';
import { startDispatcher } from '../../src/app/dispatcher.ts';
import { takeOver } from '../../src/features/conversations/speaker/changeSpeaker.ts';
import { silentLogger } from '../../src/kernel/observe.ts';
import { tenantTopic } from '../../src/kernel/wakeups.ts';
import { agent, command, turnWorld } from '../features/turns/turnWorld.ts';

async function watchedTeam() {
  let looks = 0;
  const world = await turnWorld({
    conversations: (store) => ({
      async listUnowned(...which) {
        looks += 1;
        return store.listUnowned(...which);
      },
    }),
  });
  const atDesk = new Set(['a1']);
  const dispatcher = startDispatcher({
    ...world.parts,
    peopleOf: async () => [],
    log: silentLogger,
    here: () => ({ online: atDesk, atDesk, justLeft: new Set<string>() }),
  });
  dispatcher.look('t1');
  await world.clock.pass(0);
  const looksDuring = async (act: () => Promise<unknown> | unknown) => {
    const before = looks;
    await act();
    await world.rows.settle();
    await world.clock.pass(0);
    return looks - before;
  };
  return { ...world, dispatcher, atDesk, looksDuring };
}

it('waiting visitors are looked at when a row changes hands, not with every message', async () => {
  const world = await watchedTeam();
  const { looksDuring, dispatcher } = world;
  await world.say('Hello');
  await world.settle();
  await world.parts.conversations.changeSpeaker(
    't1',
    world.id,
    { mode: 'waiting', wait: { reason: 'asked-for-person', since: 0 }, pausedUntil: null, unanswered: 0 },
    {},
  );
  expect(await looksDuring(() => world.rows.touch('t1', world.id))).toBe(1);
  for (const words of ['Anybody?', 'Hello?', 'Still there?']) expect(await looksDuring(() => world.say(words))).toBe(0);
  expect(
    await looksDuring(() => takeOver(world.parts, agent, command(), { conversationId: world.id })),
  ).toBeGreaterThan(0);
  expect(await looksDuring(() => world.say('Thank you'))).toBe(0);
  dispatcher.stop();
});

it('nobody looks for a team of which nobody is here anymore', async () => {
  const team = await watchedTeam();
  expect(await team.looksDuring(() => team.clock.pass(5_000))).toBeGreaterThan(0);
  team.atDesk.clear();
  await team.clock.pass(5_000);
  expect(await team.looksDuring(() => team.clock.pass(60_000))).toBe(0);
  team.parts.wakeups.publish(tenantTopic('t1'), { kind: 'row', row: { conversationId: 'c', mode: 'waiting' } });
  expect(await team.looksDuring(() => team.clock.pass(5_000))).toBe(0);
});
