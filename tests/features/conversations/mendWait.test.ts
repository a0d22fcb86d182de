import { expect, it } from 'vitest';
import { takeOver } from '../../../src/features/conversations/speaker/changeSpeaker.ts';
import { sendAsStaff } from '../../../src/features/conversations/speaker/sendAsStaff.ts';
import { agent, command, turnWorld } from '../turns/turnWorld.ts';

/** Somebody has the talk, and the mark that words wait is cut off `losses` times. */
async function cutOffWorld(losses: number) {
  let left = losses;
  const world = await turnWorld({
    conversations: (store) => ({
      async awaitAnswer(...which) {
        left -= 1;
        if (left >= 0) throw new Error('the process is dead');
        await store.awaitAnswer(...which);
      },
    }),
  });
  await takeOver(world.parts, agent, command(), { conversationId: world.id });
  await world.settle();
  const waitsSince = async () => (await world.plain.conversations.find('t1', world.id))?.unansweredSince ?? null;
  return { ...world, waitsSince };
}

it('words whose wait was not marked before a crash wait all the same, and the team is told in time', async () => {
  const world = await cutOffWorld(1);
  await world.say('Are you there?');
  expect(await world.waitsSince()).toBeNull();
  const [line] = (await world.publicLog()).slice(-1);
  await world.clock.pass(121_000);
  await world.runJobs({ redMs: 120_000 });
  expect(await world.waitsSince()).toBe(Date.parse(line?.at ?? ''));
  const alerts = (await world.plain.conversations.find('t1', world.id))?.board.alerts ?? [];
  expect(alerts.map(({ kind }) => kind)).toContain('waits-long');
});

it('the same message sent again marks the wait that a crash cut off', async () => {
  const world = await cutOffWorld(1);
  const by = command();
  await world.say('Are you there?', by);
  const again = await world.say('Are you there?', by);
  expect(again.duplicate).toBe(true);
  expect(await world.waitsSince()).not.toBeNull();
});

it('a message that is sent again after its answer waits for nothing', async () => {
  const world = await turnWorld();
  const by = command();
  await world.say('I want to buy a home', by);
  await world.settle();
  await world.say('I want to buy a home', by);
  expect((await world.plain.conversations.find('t1', world.id))?.unansweredSince).toBeNull();
});

it('words that a person answered wait no longer, though a crash came before the wait was ended, and nobody is alerted', async () => {
  let left = 1;
  const world = await turnWorld({
    conversations: (store) => ({
      async settleAnswer(...which) {
        left -= 1;
        if (left >= 0) throw new Error('the process is dead');
        await store.settleAnswer(...which);
      },
    }),
  });
  await takeOver(world.parts, agent, command(), { conversationId: world.id });
  await world.say('Are you there?');
  const answer = { conversationId: world.id, text: 'Yes, I am.' };
  await expect(sendAsStaff(world.parts, agent, command(), answer)).rejects.toThrow('the process is dead');
  const found = () => world.plain.conversations.find('t1', world.id);
  expect((await found())?.unansweredSince).not.toBeNull();
  await world.clock.pass(121_000);
  await world.runJobs({ redMs: 120_000 });
  expect((await found())?.unansweredSince).toBeNull();
  expect((await found())?.board.alerts).toEqual([]);
});

it('words that come while Jorge answers earlier ones wait on, and nobody has to notice it later', async () => {
  let between = async (): Promise<void> => {};
  const world = await turnWorld({
    turns: (store) => ({
      async insert(turn) {
        const isInserted = await store.insert(turn);
        await between();
        return isInserted;
      },
    }),
  });
  await world.say('I want to buy a home');
  between = async () => {
    between = async () => {};
    await world.clock.pass(100);
    await world.say('Up to 400k');
  };
  await world.clock.pass(2_000);
  await world.run();
  expect(await world.botMessages()).toHaveLength(1);
  const log = await world.publicLog();
  const second = log.find((entry) => entry.type === 'message-created' && entry.data.text === 'Up to 400k');
  const since = Date.parse(second?.at ?? '');
  const found = () => world.plain.conversations.find('t1', world.id);
  expect((await found())?.unansweredSince).toBe(since);
  expect((await world.parts.folds.find('t1', world.id))?.unansweredSince).toBe(since);
  await world.settle();
  expect((await found())?.unansweredSince).toBeNull();
  expect((await world.parts.folds.find('t1', world.id))?.unansweredSince).toBeNull();
});

it('words that come right after a person answered wait on, though the end of the earlier wait is written after them', async () => {
  let between = async (): Promise<void> => {};
  const world = await turnWorld({
    conversations: (store) => ({
      async settleAnswer(...which) {
        await between();
        await store.settleAnswer(...which);
      },
    }),
  });
  await takeOver(world.parts, agent, command(), { conversationId: world.id });
  await world.say('Are you there?');
  between = async () => {
    between = async () => {};
    // Of another node, which does not wait for this one.
    const head = await world.plain.entries.head(world.id, 'public');
    await world.plain.conversations.awaitAnswer('t1', world.id, { seq: head + 1, at: 77 });
  };
  await sendAsStaff(world.parts, agent, command(), { conversationId: world.id, text: 'Yes, I am.' });
  expect((await world.plain.conversations.find('t1', world.id))?.unansweredSince).not.toBeNull();
});
