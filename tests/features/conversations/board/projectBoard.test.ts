import { expect, it } from 'vitest';
import { createMemoryWakeups } from '../../../../src/adapters/memory/wakeups.ts';
import type { BoardRow } from '../../../../src/contract/socket/board.ts';
import { rebuiltRow, rowFieldsOf } from '../../../../src/features/conversations/board/bringForward.ts';
import { markRead } from '../../../../src/features/conversations/board/markRead.ts';
import { createBoardProjection } from '../../../../src/features/conversations/board/projectBoard.ts';
import { rebuildBoard } from '../../../../src/features/conversations/board/rebuildBoard.ts';
import { firstRow, rowAfter } from '../../../../src/features/conversations/board/rowAfter.ts';
import { createFolds } from '../../../../src/features/conversations/log/folds.ts';
import type { RowFields } from '../../../../src/features/conversations/model.ts';
import { takeOver } from '../../../../src/features/conversations/speaker/changeSpeaker.ts';
import { silentLogger } from '../../../../src/kernel/observe.ts';
import { tenantTopic } from '../../../../src/kernel/wakeups.ts';
import { agent, command, turnWorld } from '../../turns/turnWorld.ts';

async function talkedWorld() {
  let writes = 0;
  const world = await turnWorld({
    conversations: (store) => ({
      writeRow: (...row) => {
        writes += 1;
        return store.writeRow(...row);
      },
    }),
  });
  const told: BoardRow[] = [];
  world.parts.wakeups.subscribe(tenantTopic('t1'), ({ row }) => void told.push(row as BoardRow));
  const rowOf = async () => {
    const found = await world.plain.conversations.find('t1', world.id);
    if (found === null) throw new Error('there is no conversation');
    return found;
  };
  const logs = async () => ({
    public: await world.publicLog(),
    internal: await world.plain.entries.read(world.id, 'internal', 1, 1000, 1000),
  });
  return { ...world, told, rowOf, logs, writes: () => writes };
}

it('a row is the same however the lines of the two logs lie between each other', async () => {
  const world = await talkedWorld();
  for (const words of ['I want to buy a house, up to 500k', 'Can I talk to a person please?']) {
    await world.say(words);
    await world.settle();
  }
  await takeOver(world.parts, agent, command(), { conversationId: world.id });
  const logs = await world.logs();
  const fold = (...entries: typeof logs.public): RowFields => entries.reduce(rowAfter, firstRow({ createdAt: 0 }));
  expect(fold(...logs.internal, ...logs.public)).toEqual(fold(...logs.public, ...logs.internal));
});

it('many lines of a conversation are few writes, and the stored row matches the logs', async () => {
  const world = await talkedWorld();
  await world.say('I want to buy a house, up to 500k');
  await world.settle();
  const kept = await world.rowOf();
  expect((await world.logs()).internal.length).toBeGreaterThan(2);
  expect(world.writes()).toBeLessThanOrEqual(3);
  expect(rowFieldsOf(kept.board)).toEqual((await rebuiltRow(world.parts, kept)).row);
  expect(world.told.at(-1)?.lastText).toBe(kept.board.lastText);
});

it('of two nodes neither puts an older row over a newer one: each reads what the other has written', async () => {
  const world = await talkedWorld();
  await world.say('Hello');
  const { conversations, entries, clock } = world.parts;
  const deps = { conversations, entries, clock, wakeups: createMemoryWakeups({ log: silentLogger }) };
  const other = createBoardProjection({ ...deps, folds: createFolds(deps), log: silentLogger });
  const [first] = await world.publicLog();
  if (first === undefined) throw new Error('nothing was said');
  other.onEntry('t1', first);
  await world.say('Is the roof new?');
  await world.say('And the pool?');
  await Promise.all([other.settle(), world.rows.settle()]);
  const last = (await world.publicLog()).at(-1);
  if (last === undefined) throw new Error('nothing was said');
  other.onEntry('t1', last);
  await Promise.all([other.stop(), world.rows.settle()]);
  const kept = await world.rowOf();
  expect(kept.board).toMatchObject({ said: 3, lastText: 'And the pool?' });
  expect(rowFieldsOf(kept.board)).toEqual((await rebuiltRow(world.parts, kept)).row);
});

it('a message that arrives while the team reads stays unread', async () => {
  const world = await talkedWorld();
  await world.say('one');
  await world.say('two');
  await Promise.all([markRead(world.parts, agent, { conversationId: world.id, seq: 1 }), world.say('three')]);
  await markRead(world.parts, agent, { conversationId: world.id, seq: 1 });
  await world.rows.settle();
  expect(world.told.at(-1)?.unread).toBe(2);
  await markRead(world.parts, agent, { conversationId: world.id, seq: (await world.publicLog()).length });
  await world.rows.settle();
  expect(world.told.at(-1)?.unread).toBe(0);
});

it('rows that are wrong are written anew from their logs, and right ones are left alone', async () => {
  const world = await talkedWorld();
  await world.say('I want to buy a house');
  await world.settle();
  const right = await world.rowOf();
  const wrong = { ...rowFieldsOf(right.board), lastText: 'never said', said: 7 };
  await world.plain.conversations.writeRow('t1', world.id, wrong);
  expect(await rebuildBoard(world.plain)).toEqual({ rows: 1, mended: 1 });
  expect((await world.plain.conversations.find('t1', world.id))?.board).toEqual(right.board);
  expect(await rebuildBoard(world.plain)).toEqual({ rows: 1, mended: 0 });
});

it('a row of an earlier version is built from its logs when it is touched, and keeps its flags and its unread count', async () => {
  const world = await talkedWorld();
  await world.say('one');
  await world.say('two');
  const found = await world.rowOf();
  const flags = [{ kind: 'distress:grief', reason: 'Mentions a death', at: 1 }];
  const old = { ...found, board: { ...found.board, through: null, said: 1, read: 0, flags } };
  const { row, read } = await rebuiltRow(world.parts, old);
  expect(row).toMatchObject({ said: 2, flags, pressed: true, through: found.board.through });
  expect(row.said - read).toBe(1);
});

/** The same conversations, seen by a node that hears of the others. */
function nodeBeside(world: Pick<Awaited<ReturnType<typeof talkedWorld>>, 'parts'>) {
  const { conversations, entries, clock, wakeups } = world.parts;
  const folds = createFolds({ conversations, entries, clock, wakeups });
  const rows = createBoardProjection({ conversations, folds, entries, clock, wakeups, log: silentLogger });
  return { folds, rows };
}

it('a person who begins to watch at another node hears again of a row that was told and not yet stored', async () => {
  const world = await talkedWorld();
  const there = nodeBeside(world);
  await world.say('Hello');
  await world.clock.pass(0);
  await world.say('Anybody there?');
  await world.clock.pass(0);
  expect(world.writes()).toBe(1);
  world.told.length = 0;
  await there.rows.opened('t1');
  await world.clock.pass(250);
  expect(world.told.map(({ lastText }) => lastText)).toContain('Anybody there?');
  await world.clock.pass(5_000);
  world.told.length = 0;
  await there.rows.opened('t1');
  await world.clock.pass(250);
  expect(world.told).toEqual([]);
});

it('a row shows what was read at another node, though this one holds the conversation', async () => {
  const world = await talkedWorld();
  const there = nodeBeside(world);
  await world.say('one');
  await world.say('two');
  await world.rows.settle();
  await markRead({ ...world.parts, rows: there.rows }, agent, { conversationId: world.id, seq: 2 });
  await there.rows.settle();
  await world.say('three');
  await world.rows.settle();
  expect(world.told.at(-1)).toMatchObject({ lastText: 'three', unread: 1 });
});

it('a line whose row could not be read when it came is shown a second later, without another line', async () => {
  let fails = false;
  const world = await turnWorld({
    entries: (store) => ({
      read: (...which) => (fails ? Promise.reject(new Error('away')) : store.read(...which)),
    }),
    conversations: (store) => ({
      find: (...which) => (fails ? Promise.reject(new Error('away')) : store.find(...which)),
    }),
  });
  await world.say('one');
  await world.rows.settle();
  const there = nodeBeside(world);
  const [line] = (await world.publicLog()).slice(-1);
  const shown: string[] = [];
  world.parts.wakeups.subscribe(tenantTopic('t1'), ({ row }) => void shown.push((row as BoardRow).lastText));
  fails = true;
  if (line !== undefined) there.rows.onEntry('t1', { ...line });
  await world.clock.pass(0);
  fails = false;
  expect(shown).toEqual([]);
  await world.clock.pass(1_000);
  await there.rows.settle();
  expect(shown).toEqual(['one']);
});
