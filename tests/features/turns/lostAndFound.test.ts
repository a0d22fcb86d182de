import { describe, expect, it } from 'vitest';
import { handBack, takeOver } from '../../../src/features/conversations/speaker/changeSpeaker.ts';
import { runTurn } from '../../../src/features/turns/runTurn.ts';
import { createTurnQueue } from '../../../src/features/turns/turnQueue.ts';
import { agent, command, turnWorld } from './turnWorld.ts';

describe('a message is answered whatever happens on the way', () => {
  it('when the stream of the reply is lost in the middle of it', async () => {
    let losses = 1;
    const world = await turnWorld({
      streamLog: (log) => ({
        // As after a Redis that came back empty: nobody may write any more, and there is nothing to read.
        append: async (...args) => (losses > 0 ? false : log.append(...args)),
        end: async (...args) => (losses-- > 0 ? false : log.end(...args)),
      }),
    });
    await world.say('I want to buy a home');
    expect(await world.settle()).toHaveLength(1);
    expect(await world.botMessages()).toHaveLength(1);
  });

  it('when somebody ended the stream because its writer seemed dead', async () => {
    let ends = 0;
    const world = await turnWorld({
      streamLog: (log) => ({
        async end(streamId, attempt, ending) {
          ends += 1;
          return log
            .end(streamId, attempt, ends === 1 ? { status: 'failed', code: 'NODE_LOST' } : ending)
            .then((ended) => ended && ends > 1);
        },
      }),
    });
    await world.say('I want to buy a home');
    await world.settle();
    expect(await world.botMessages()).toHaveLength(1);
  });

  it('when a person hands back while the turn is being taken', async () => {
    let before: (() => Promise<unknown>) | null = null;
    const world = await turnWorld({
      conversations: (store) => ({
        async find(...which) {
          const found = await store.find(...which);
          const act = before;
          before = null;
          await act?.();
          return found;
        },
      }),
    });
    await takeOver(world.parts, agent, command(), { conversationId: world.id });
    await world.settle();
    await world.say('Is it still available?');
    await world.clock.pass(2000);
    before = () => handBack(world.parts, agent, command(), { conversationId: world.id });
    await world.run();
    await world.settle();
    expect(await world.botMessages()).toHaveLength(1);
  });

  it('when a crash came between handing back and the line that says so', async () => {
    let alive = true;
    const world = await turnWorld({
      entries: (store) => ({
        async insert(record) {
          if (!alive) throw new Error('the process is dead');
          return store.insert(record);
        },
      }),
    });
    await takeOver(world.parts, agent, command(), { conversationId: world.id });
    await world.settle();
    await world.say('Is it still available?');
    await world.settle();
    alive = false;
    await expect(handBack(world.parts, agent, command(), { conversationId: world.id })).rejects.toThrow();
    alive = true;
    await world.settle();
    expect(await world.botMessages()).toHaveLength(1);
  });

  it('when another node took the turn and died before it spoke', async () => {
    let rival = true;
    const world = await turnWorld({
      turns: (store) => ({
        async insert(turn) {
          if (!rival) return store.insert(turn);
          rival = false;
          await store.insert(turn);
          return false;
        },
      }),
    });
    await world.say('I want to buy a home');
    await world.clock.pass(2000);
    await world.run();
    expect(await world.owed()).not.toBeNull();
    await world.settle();
    expect(await world.botMessages()).toHaveLength(1);
  });
});

describe('a turn under bad luck', () => {
  it('keeps the owner who was named while Jorge was answering', async () => {
    const owner = { id: 'a2', name: 'Ben' };
    const world = await turnWorld({
      entries: (store) => ({
        async insert(record) {
          const { entry } = record;
          if (entry.type === 'message-created' && entry.actor.kind === 'bot')
            await world.plain.conversations.changeOwner('t1', world.id, { owner }, {});
          return store.insert(record);
        },
      }),
    });
    await world.say('I want to talk to a real person');
    await world.settle();
    expect(await world.plain.conversations.find('t1', world.id)).toMatchObject({ mode: 'waiting', owner });
  });

  it('is tried ever less often when it fails again and again', async () => {
    const tried: number[] = [];
    const world = await turnWorld({
      turns: () => ({
        newest() {
          tried.push(world.clock.now());
          return Promise.reject(new Error('broken'));
        },
      }),
    });
    const queue = createTurnQueue({ ...world.parts, runTurn: (...of) => runTurn(world.parts, ...of) });
    world.written.listen(({ tenantId, entry }) => queue.heard(tenantId, entry));
    await world.say('Hi');
    for (let second = 0; second < 50; second += 1) await world.clock.pass(1000);
    const pauses = tried.slice(1).map((at, index) => at - (tried[index] ?? 0));
    expect(pauses.slice(0, 4)).toEqual([1000, 2000, 4000, 8000]);
    expect(pauses.at(-1)).toBe(10_000);
    expect(await world.owed()).toBeGreaterThan(world.clock.now());
    await queue.stop(0);
  });
});
