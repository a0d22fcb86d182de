/** A home that somebody names is the one that is meant, shown or not. Costs: two seconds. */
import { expect, test } from 'vitest';
import { home } from '../../support/talk.ts';
import { turnWorld } from './turnWorld.ts';

const other = { ...home, listingId: 'l2', title: '3220 Signal Oak Drive', address: '3220 Signal Oak Drive, Austin' };
const gone = { ...home, listingId: 'l3', title: '9 Pale Aster Drive', status: 'sold' as const };

async function homeAfter(...lines: string[]): Promise<string | undefined> {
  const world = await turnWorld({ listings: [home, other, gone], books: true });
  for (const line of lines) {
    await world.say(line);
    await world.settle();
  }
  const turn = await world.parts.turns.newest(world.id);
  const { picked } = turn?.stateAfter.homes ?? {};
  return turn?.stateAfter.booking.offer?.home?.listingId ?? picked?.listingId;
}

test.each(['lets do signal oak, can i see it friday after 1', 'quiero ver la de 3220 Signal Oak el viernes'])(
  '“%s” asks for that home, and not for the one of the page',
  async (text) => {
    expect(await homeAfter(text)).toBe('l2');
  },
);

test('a home that is not for sale is none that could be seen', async () => {
  expect(await homeAfter('can i see pale aster drive on friday?')).not.toBe('l3');
});

test('a message that names no home means the page’s home', async () => {
  expect(await homeAfter('can i see it on friday?')).toBe(home.listingId);
});
