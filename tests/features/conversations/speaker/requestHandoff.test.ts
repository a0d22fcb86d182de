import { expect, it } from 'vitest';
import { takeOver } from '../../../../src/features/conversations/speaker/changeSpeaker.ts';
import { requestHandoff } from '../../../../src/features/conversations/speaker/requestHandoff.ts';
import type { StaffScope } from '../../../../src/features/identity/model.ts';
import { agent, command, turnWorld } from '../../turns/turnWorld.ts';

const owen = { id: 'a2', name: 'Owen' };
const third: StaffScope = { tenantId: 't1', principal: { kind: 'staff', id: 'a3', role: 'agent', name: 'Third' } };

it.each(['line', 'owner'])(
  'a hand-over that crashed at its %s is done to its end when it is sent again, with one line',
  async (place) => {
    let crashes = true;
    const world = await turnWorld({
      conversations: (store) => ({
        changeOwner: async (...change) => {
          if (crashes && place === 'owner') throw new Error('crash');
          return store.changeOwner(...change);
        },
      }),
      entries: (store) => ({
        insert: async (given) => {
          if (crashes && place === 'line' && given.entry.type === 'handoff-changed') throw new Error('crash');
          return store.insert(given);
        },
      }),
    });
    await world.say('hello');
    const sent = command();
    const hand = () =>
      requestHandoff(world.parts, agent, sent, {
        conversationId: world.id,
        to: { owner: owen },
        reason: 'Knows the street',
      });
    await expect(hand()).rejects.toThrow('crash');
    crashes = false;
    await hand();
    await hand();
    expect((await world.plain.conversations.find('t1', world.id))?.owner).toEqual(owen);
    const log = await world.plain.entries.read(world.id, 'internal', 1, 1000, 1000);
    expect(log.filter(({ type }) => type === 'handoff-changed')).toHaveLength(1);
    expect(log.filter(({ type }) => type === 'assignment-changed')).toHaveLength(1);
  },
);

it('an agent hands on nothing that a colleague holds, and nothing of it is in the log', async () => {
  const world = await turnWorld();
  await world.say('hello');
  await takeOver(world.parts, agent, command(), { conversationId: world.id });
  const taken = requestHandoff(world.parts, third, command(), {
    conversationId: world.id,
    to: { owner: owen },
    reason: 'Mine now',
  });
  await expect(taken).rejects.toMatchObject({ code: 'CONFLICT' });
  const log = await world.plain.entries.read(world.id, 'internal', 1, 1000, 1000);
  expect(log.filter(({ type }) => type === 'handoff-changed')).toEqual([]);
});
