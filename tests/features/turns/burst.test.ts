import { describe, expect, it } from 'vitest';
import { runTurn } from '../../../src/features/turns/runTurn.ts';
import { createTurnQueue } from '../../../src/features/turns/turnQueue.ts';
import { turnWorld } from './turnWorld.ts';

async function talkingFast(instead: Parameters<typeof turnWorld>[0] = {}) {
  const world = await turnWorld(instead);
  const queue = createTurnQueue({ ...world.parts, runTurn: (...of) => runTurn(world.parts, ...of) });
  world.written.listen(({ tenantId, entry }) => queue.heard(tenantId, entry));
  return {
    ...world,
    turnsTaken: async () => (await world.plain.turns.newest(world.id))?.turnNo ?? 0,
    stop: () => queue.stop(0),
  };
}

describe('messages that follow each other quickly', () => {
  it('are one turn, 1.5 s after the last of them, and have one answer', async () => {
    const talk = await talkingFast();
    for (const text of ['Hi', 'I want to buy a home', 'around 500k']) {
      await talk.clock.pass(1400);
      await talk.say(text);
    }
    await talk.clock.pass(1400);
    expect([await talk.turnsTaken(), await talk.botMessages()]).toEqual([0, []]);
    await talk.clock.pass(200);
    expect([await talk.turnsTaken(), (await talk.botMessages()).length]).toEqual([1, 1]);
    await talk.say('3 bedrooms');
    await talk.clock.pass(1600);
    expect([await talk.turnsTaken(), (await talk.botMessages()).length]).toEqual([2, 2]);
    await talk.stop();
  });

  it('are not read from the store again by the node that heard them; a message that it did not hear is answered all the same', async () => {
    const reads: string[] = [];
    const talk = await talkingFast({
      entries: (store) => ({
        read(...range) {
          reads.push(range[1]);
          return store.read(...range);
        },
      }),
    });
    await talk.say('Hi');
    await talk.clock.pass(1600);
    reads.length = 0;
    await talk.say('I want to buy a home');
    await talk.clock.pass(1600);
    expect([reads, (await talk.botMessages()).length]).toEqual([[], 2]);
    talk.written.listen(() => {});
    await talk.say('around 500k');
    await talk.settle();
    expect(await talk.botMessages()).toHaveLength(3);
    await talk.stop();
  });

  it('are answered 6 s after the first though more come, where nobody could read them when they were due', async () => {
    const world = await turnWorld();
    await world.say('Hi');
    await world.clock.pass(3000);
    for (const text of ['I want to buy a home', 'a house']) {
      await world.say(text);
      await world.clock.pass(1450);
    }
    await world.say('around 500k');
    // Each message puts the turn off: with 1.5 s and five messages alone this would be 7.4 s, and go on.
    expect(await world.run()).toBe(world.clock.now() + 100);
    await world.clock.pass(100);
    expect(await world.run()).toBeNull();
    expect(await world.botMessages()).toHaveLength(1);
  });

  it('C18: are four at most before they are answered, and at once when they are five', async () => {
    const slow = await talkingFast();
    for (const text of ['Hi', 'I want to buy a home', 'a house', 'around 500k']) {
      await slow.say(text);
      await slow.clock.pass(1490);
    }
    expect(await slow.botMessages()).toEqual([]);
    await slow.clock.pass(100);
    expect(await slow.botMessages()).toHaveLength(1);
    await slow.stop();

    const many = await talkingFast();
    for (const text of ['Hi', 'I want to buy', 'a house', 'around 500k', '3 bedrooms']) await many.say(text);
    await many.clock.pass(10);
    expect(await many.botMessages()).toHaveLength(1);
    await many.stop();
  });
});
