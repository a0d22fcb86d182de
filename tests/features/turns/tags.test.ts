import { expect, it } from 'vitest';
import { turnWorld } from './turnWorld.ts';

it('the labels that the bots give somebody stand on their profile, and a label that changed is gone from it', async () => {
  const world = await turnWorld();
  const tags = async () => (await world.deps.leads.find('t1', 'l1'))?.tags ?? null;
  await world.say('hi');
  await world.settle();
  expect(await tags()).toBeNull();
  const tell = async (words: string) => {
    await world.say(words);
    await world.settle();
  };
  await tell('I want to sell my house');
  await tell('12 Oak Street');
  expect(await tags()).toEqual(expect.arrayContaining(['Seller-Lead', 'Cold-Seller']));
  await tell('relocating for work');
  expect(await tags()).toContain('Warm-Seller');
  expect(await tags()).not.toContain('Cold-Seller');
});
