import { expect, it } from 'vitest';
import { botActor } from '../../../src/features/conversations/actors.ts';
import { handBack, takeOver } from '../../../src/features/conversations/speaker/changeSpeaker.ts';
import {
  afterKeystroke,
  holdBot,
  holdMs,
  letBotGo,
  longestHoldMs,
} from '../../../src/features/conversations/speaker/holdBot.ts';
import { agent, command, turnWorld } from './turnWorld.ts';

const sam = { id: 's1', name: 'Sam' };

it('a hold ends twenty seconds after the last keystroke, and two minutes after the first whatever comes', () => {
  let hold = afterKeystroke(null, sam, 0);
  expect(hold).toEqual({ by: sam, since: 0, until: holdMs });
  for (let at = 3000; at <= longestHoldMs; at += 3000) hold = afterKeystroke(hold, sam, at);
  expect(hold).toEqual({ by: sam, since: 0, until: longestHoldMs });
  // Neither the same person, writing on, nor a colleague in their place begins a new one at once.
  expect(afterKeystroke(hold, { id: 'o1', name: 'Owen' }, longestHoldMs + 1).until).toBe(longestHoldMs);
  expect(afterKeystroke(hold, sam, longestHoldMs + holdMs).until).toBe(longestHoldMs + 2 * holdMs);
});

it('Jorge takes no turn while somebody writes, and answers once they have stopped', async () => {
  const world = await turnWorld();
  await world.say('Hello');
  const found = await world.plain.conversations.find('t1', world.id);
  const hold = await holdBot(world.parts, agent, found!);
  await world.clock.pass(10_000);
  expect(await world.run()).toBe(hold?.until);
  expect(await world.botMessages()).toEqual([]);
  expect(await world.owed()).not.toBeNull();
  await world.clock.pass(holdMs);
  await world.run();
  expect(await world.botMessages()).toHaveLength(1);
});

it('only whoever holds Jorge lets him go, and then he answers at once', async () => {
  const world = await turnWorld();
  await world.say('Hello');
  const found = await world.plain.conversations.find('t1', world.id);
  await holdBot(world.parts, agent, found!);
  const other = { ...agent, principal: { ...agent.principal, id: 'a2' } };
  expect(await letBotGo({ ...world.parts, turns: { request: () => {} } }, other, world.id)).toBeNull();
  expect(await letBotGo({ ...world.parts, turns: { request: () => {} } }, agent, world.id)).toMatchObject({
    hold: null,
  });
  await world.clock.pass(2000);
  await world.run();
  expect(await world.botMessages()).toHaveLength(1);
});

it('a turn that a dead writer left is finished while somebody writes: only new turns wait', async () => {
  const world = await turnWorld();
  const { runEffects } = world.parts;
  world.parts.runEffects = async () => {
    throw new Error('the node dies here');
  };
  await world.say('Hello');
  await world.clock.pass(10_000);
  await expect(world.run()).rejects.toThrow();
  world.parts.runEffects = runEffects;
  const found = await world.plain.conversations.find('t1', world.id);
  await holdBot(world.parts, agent, found!);
  await world.clock.pass(10_000);
  await world.run();
  expect(await world.botMessages()).toHaveLength(1);
});

it('nobody holds what a person answers already, and a takeover ends the hold', async () => {
  const world = await turnWorld();
  const found = await world.plain.conversations.find('t1', world.id);
  await holdBot(world.parts, agent, found!);
  await takeOver(world.parts, agent, command(), { conversationId: world.id });
  const taken = await world.plain.conversations.find('t1', world.id);
  expect(taken).toMatchObject({ mode: 'human', hold: null });
  expect(await holdBot(world.parts, agent, taken!)).toBeNull();
});

it('a reply that Jorge was about to write when a person took over is never written, even once they gave back', async () => {
  const world = await turnWorld();
  const place = { tenantId: 't1', conversationId: world.id };
  const fence = (await world.plain.conversations.find('t1', world.id))?.fence ?? -1;
  await takeOver(world.parts, agent, command(), { conversationId: world.id });
  const late = (messageId: string) =>
    world.parts.appender.appendUnder(
      place,
      {
        type: 'message-created',
        data: { messageId, text: 'Late', channel: 'widget', language: 'en' },
        actor: botActor,
        onceKey: messageId,
      },
      fence,
    );
  expect(await late('late-1')).toBeNull();
  await handBack(world.parts, agent, command(), { conversationId: world.id });
  expect(await late('late-2')).toBeNull();
  expect(await world.botMessages()).toEqual([]);
});
