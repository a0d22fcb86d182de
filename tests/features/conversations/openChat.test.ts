import { expect, it } from 'vitest';
import { boardRowOf } from '../../../src/features/conversations/board/boardRowOf.ts';
import { openChat } from '../../../src/features/conversations/openChat.ts';
import { turnWorld, visitor } from '../turns/turnWorld.ts';

it('the row tells what the visitor opened the chat with last, and keeps it where the next does not tell', async () => {
  const world = await turnWorld();
  const open = (device?: 'phone' | 'computer') =>
    openChat(world.parts, visitor, {
      url: 'https://home.example/',
      language: 'en',
      ...(device === undefined ? {} : { device }),
    });
  const shown = async () => {
    const found = await world.plain.conversations.find('t1', world.id);
    return found === null ? null : boardRowOf(found).device;
  };
  expect(await shown()).toBeUndefined();
  expect((await open('phone')).id).toBe(world.id);
  expect(await shown()).toBe('phone');
  await open('computer');
  await open();
  expect(await shown()).toBe('computer');
});
