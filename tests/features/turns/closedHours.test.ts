import { expect, it } from 'vitest';
import { requestHuman } from '../../../src/features/conversations/speaker/changeSpeaker.ts';
import { command, turnWorld, visitor } from './turnWorld.ts';

const monday = Date.parse('2026-11-23T15:00:00Z');
const says = 'We are closed on Sundays. On Monday somebody reads what you write here.';
const closedNow = async () => ({ opensAt: monday, says });

const human = { mode: 'human', owner: { id: 'a1', name: 'Ana' }, pausedUntil: null } as const;

type World = Awaited<ReturnType<typeof turnWorld>>;
const said = async (world: World) =>
  (await world.publicLog()).flatMap<unknown>((entry) =>
    entry.type === 'conversation-changed' ? [entry.data] : entry.type === 'message-created' ? [entry.data.text] : [],
  );

it('while closed, a visitor who asks for a person is told when one is there, in the words of the brokerage', async () => {
  const world = await turnWorld({ closedNow });
  await world.say('Can I talk to a real person please?');
  await world.settle();
  const waits = { mode: 'waiting', owed: 'now', reason: 'asked-for-person', expectedAt: '2026-11-23T15:00:00.000Z' };
  expect((await said(world)).slice(-2)).toEqual([waits, says]);
});

it('the button for a person tells the same, and pressed again does not say it twice', async () => {
  const world = await turnWorld({ closedNow });
  await world.say('Hello');
  await world.settle();
  for (const again of [command(), command()])
    await requestHuman(world.parts, visitor, again, { conversationId: world.id });
  await world.settle();
  expect((await said(world)).filter((line) => line === says)).toHaveLength(1);
  expect((await world.publicLog()).findLast((entry) => entry.type === 'conversation-changed')?.data).toMatchObject({
    mode: 'waiting',
    expectedAt: '2026-11-23T15:00:00.000Z',
  });
});

it('while open nothing is promised, and a week without hours names no time', async () => {
  const open = await turnWorld();
  const never = await turnWorld({ closedNow: async () => ({ opensAt: null, says: null }) });
  for (const world of [open, never]) {
    await world.say('Can I talk to a real person please?');
    await world.settle();
    expect((await said(world)).at(-1)).toEqual({ mode: 'waiting', owed: 'now', reason: 'asked-for-person' });
  }
});

it('after STOP and after a goodbye nobody is promised and nothing more is said', async () => {
  for (const words of ['STOP', 'No thanks, bye']) {
    const world = await turnWorld({ closedNow });
    await world.say(words);
    await world.settle();
    const lines = await said(world);
    expect(lines).not.toContain(says);
    expect(lines.at(-1)).toMatchObject({ mode: 'waiting' });
    expect(lines.at(-1)).not.toHaveProperty('expectedAt');
  }
});

it('a visitor who waits for a person and then opts out no longer waits for anybody', async () => {
  const world = await turnWorld();
  for (const words of ['Can I talk to a real person please?', 'STOP']) {
    await world.say(words);
    await world.settle();
  }
  expect((await said(world)).at(-1)).toEqual({ mode: 'waiting', owed: 'none', reason: 'opted-out' });
  expect((await world.parts.conversations.find('t1', world.id))?.unansweredSince).toBeNull();
});

it('a person who takes over before the words are said silences them', async () => {
  const world = await turnWorld({
    closedNow,
    entries: (store) => ({
      async insert(record) {
        const outcome = await store.insert(record);
        const waits = record.entry.type === 'conversation-changed' && record.entry.data.mode === 'waiting';
        if (waits) await world.parts.conversations.changeSpeaker('t1', world.id, human, {});
        return outcome;
      },
    }),
  });
  await world.say('Hello');
  await world.settle();
  await requestHuman(world.parts, visitor, command(), { conversationId: world.id });
  expect(await said(world)).not.toContain(says);
});
