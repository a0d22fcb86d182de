import { expect, it } from 'vitest';
import { boardRowOf } from '../../../../src/features/conversations/board/boardRowOf.ts';
import { markRead, markUnread } from '../../../../src/features/conversations/board/markRead.ts';
import { agent, turnWorld } from '../../turns/turnWorld.ts';

it('a message that comes while staff mark the ones before it as read stays unread', async () => {
  let meanwhile: (() => Promise<unknown>) | null = null;
  const world = await turnWorld({
    entries: (store) => ({
      async read(...range) {
        const found = await store.read(...range);
        const act = meanwhile;
        meanwhile = null;
        await act?.();
        return found;
      },
    }),
  });
  await world.say('one');
  const { seq } = await world.say('two');
  const unread = async () => {
    const { said = 0, read = 0 } = (await world.plain.conversations.find('t1', world.id))?.board ?? {};
    return said - read;
  };
  expect(await unread()).toBe(2);
  meanwhile = () => world.say('three');
  await markRead(world.parts, agent, { conversationId: world.id, seq });
  expect(await unread()).toBe(1);
  await markRead(world.parts, agent, { conversationId: world.id, seq: seq + 1 });
  expect(await unread()).toBe(0);
});

it('a conversation marked as unread shows so until it is opened again, with no more messages than there are', async () => {
  const world = await turnWorld();
  const { seq } = await world.say('one');
  const unread = async () => {
    const found = await world.plain.conversations.find('t1', world.id);
    return found === null ? null : boardRowOf(found).unread;
  };
  const open = () => markRead(world.parts, agent, { conversationId: world.id, seq });
  await markUnread(world.parts, agent, world.id);
  expect(await unread()).toBe(1);
  await open();
  expect(await unread()).toBe(0);
  await markUnread(world.parts, agent, world.id);
  expect(await unread()).toBe(1);
  await open();
  expect(await unread()).toBe(0);
  await expect(markUnread(world.parts, agent, 'nowhere')).rejects.toMatchObject({ code: 'NOT_FOUND' });
});
