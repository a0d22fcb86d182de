import { expect, it } from 'vitest';
import { assignConversation } from '../../../../src/features/conversations/speaker/assignConversation.ts';
import { takeOver } from '../../../../src/features/conversations/speaker/changeSpeaker.ts';
import type { StaffScope } from '../../../../src/features/identity/model.ts';
import { agent, command, turnWorld } from '../../turns/turnWorld.ts';

const colleague: StaffScope = { tenantId: 't1', principal: { kind: 'staff', id: 'a2', role: 'agent', name: 'Owen' } };
const claim = (world: Awaited<ReturnType<typeof turnWorld>>, { principal: { id, name } }: StaffScope) =>
  assignConversation(world.parts, id === 'a1' ? agent : colleague, command(), {
    conversationId: world.id,
    owner: { id, name },
  });

it('of two agents who claim a conversation at once one has it, and the other is told who', async () => {
  const world = await turnWorld();
  await world.say('hello');
  const claims = await Promise.allSettled([claim(world, agent), claim(world, colleague)]);
  expect(claims.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
  expect(claims[1]).toMatchObject({ reason: { code: 'CONFLICT', message: 'Ana is handling this conversation.' } });
  expect((await world.plain.conversations.find('t1', world.id))?.owner?.id).toBe('a1');
  const log = await world.plain.entries.read(world.id, 'internal', 1, 1000, 1000);
  expect(log.filter(({ type }) => type === 'assignment-changed')).toHaveLength(1);
});

it('a claim that comes a moment after a takeover takes nothing from the speaker', async () => {
  const world = await turnWorld({
    conversations: (store) => ({
      async changeOwner(...change) {
        await takeOver(world.parts, agent, command(), { conversationId: world.id });
        return store.changeOwner(...change);
      },
    }),
  });
  await world.say('hello');
  await expect(claim(world, colleague)).rejects.toMatchObject({ code: 'CONFLICT' });
  expect(await world.plain.conversations.find('t1', world.id)).toMatchObject({ mode: 'human', owner: { id: 'a1' } });
});
