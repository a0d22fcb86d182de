import { expect, it } from 'vitest';
import type { Entry } from '../../../src/contract/log/entry.ts';
import type { EntryRecord } from '../../../src/features/conversations/ports.ts';
import type { StreamHint } from '../../../src/features/streams/model.ts';
import { conversationTopic } from '../../../src/kernel/wakeups.ts';
import { type Instead, turnWorld } from './turnWorld.ts';

const isReply = ({ type, actor }: Entry): boolean => type === 'message-created' && actor.kind === 'bot';

/** A world, and what readers of its talk hear of replies, in order. */
async function heardWorld(instead: Instead) {
  const world = await turnWorld(instead);
  const heard: string[] = [];
  world.parts.wakeups.subscribe(conversationTopic(world.id), (hint) => {
    if (hint.kind === 'entry' && isReply((hint as unknown as { entry: Entry }).entry)) heard.push('message');
    if (hint.kind !== 'stream-ended') return;
    const { end } = hint as Extract<StreamHint, { kind: 'stream-ended' }>;
    heard.push([end.status, ...(end.code === undefined ? [] : [end.code])].join(' '));
  });
  return { world, heard };
}

it('a reply is heard as done, then as a message', async () => {
  const { world, heard } = await heardWorld({});
  await world.say('I want to buy a home');
  await world.settle();
  expect(heard).toEqual(['done', 'message']);
});

it('a reply whose message a takeover refused at the last moment is never heard as done', async () => {
  let taken = false;
  const { world, heard } = await heardWorld({
    entries: (store) => ({
      async insert(record) {
        if (!isReply(record.entry) || taken) return store.insert(record);
        taken = true;
        // On another node: it has the number that the message was to get.
        const owner = { id: 'a1', name: 'Ana' };
        await world.plain.conversations.changeSpeaker('t1', world.id, { mode: 'human', owner, pausedUntil: null }, {});
        await store.insert(takeoverAt(record));
        return store.insert(record);
      },
    }),
  });
  await world.say('I want to buy a home');
  await world.settle();
  expect(taken).toBe(true);
  expect(heard).toEqual(['stopped SUPERSEDED']);
  expect(await world.botMessages()).toEqual([]);
});

const takeoverAt = (record: EntryRecord): EntryRecord => ({
  ...record,
  onceKey: 'takeover',
  entry: {
    ...record.entry,
    id: 'takeover',
    type: 'conversation-changed',
    actor: { kind: 'agent', id: 'a1', name: 'Ana' },
    data: { mode: 'human', agentName: 'Ana' },
  } as Entry,
});

it('a crash between a reply’s message and the end of its stream leaves one message and one end', async () => {
  let died = false;
  const whileDead = async <T>(act: () => Promise<T>): Promise<T> => {
    if (died) throw new Error('the process is dead');
    return act();
  };
  const { world, heard } = await heardWorld({
    entries: (store) => ({
      async insert(record) {
        const inserted = await store.insert(record);
        died = isReply(record.entry);
        return whileDead(async () => inserted);
      },
    }),
    streamLog: (log) => ({ end: (...args) => whileDead(() => log.end(...args)) }),
    turns: (store) => ({ markDone: (...args) => whileDead(() => store.markDone(...args)) }),
  });
  await world.say('I want to buy a home');
  await world.clock.pass(2000);
  await expect(world.run()).rejects.toThrow('dead');
  died = false;
  expect(heard).toEqual([]);
  expect(await world.botMessages()).toHaveLength(1);
  const waitsSince = async () => (await world.plain.conversations.find('t1', world.id))?.unansweredSince;
  expect(await waitsSince()).toBeGreaterThan(0);
  await world.settle();
  expect(await waitsSince()).toBeNull();
  expect((await world.parts.folds.find('t1', world.id))?.unansweredSince).toBeNull();
  expect(heard).toEqual(['done']);
  expect(await world.botMessages()).toHaveLength(1);
  expect(await world.deps.streamLog.running(world.id)).toEqual([]);
});

it('a reply whose lines for the team could not be written is heard as done all the same, where its message stands', async () => {
  let fails = true;
  const { world, heard } = await heardWorld({
    entries: (store) => ({
      async insertAll(records) {
        if (records.some(({ entry }) => entry.type === 'bot-turn') && fails) {
          fails = false;
          throw new Error('the lines were not written');
        }
        return store.insertAll(records);
      },
      async insert(record) {
        // Later than the failure beside it.
        if (isReply(record.entry)) for (let turns = 0; turns < 50; turns += 1) await Promise.resolve();
        return store.insert(record);
      },
    }),
  });
  await world.say('I want to buy a home');
  await world.clock.pass(2000);
  await expect(world.run()).rejects.toThrow('not written');
  await world.settle();
  expect(heard).toEqual(['done', 'message']);
});
