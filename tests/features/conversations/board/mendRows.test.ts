import { expect, it } from 'vitest';
import { composeLog } from '../../../../src/app/compose/log.ts';
import { openMemorySignals } from '../../../../src/app/signals.ts';
import { openMemoryStores } from '../../../../src/app/stores.ts';
import { rebuiltRow, rowFieldsOf } from '../../../../src/features/conversations/board/bringForward.ts';
import { mendRows } from '../../../../src/features/conversations/board/mendRows.ts';
import type { Place } from '../../../../src/features/conversations/log/appendEntry.ts';
import { openChat } from '../../../../src/features/conversations/openChat.ts';
import { reindexConversation } from '../../../../src/features/search/reindex.ts';
import { newId } from '../../../../src/kernel/ids.ts';
import { silentLogger, silentMeter } from '../../../../src/kernel/observe.ts';
import { holdClock } from '../../../support/heldClock.ts';
import { visitor } from '../../turns/turnWorld.ts';

const dayMs = 86_400_000;

/** Nodes of one hub, each of which may die. */
function nodes() {
  const stores = openMemoryStores();
  const clock = holdClock();
  const { leases } = openMemorySignals(silentLogger, clock);
  /** From when on entries were asked for. */
  const looks: number[] = [];
  let answers = Promise.resolve();
  const counted = {
    ...stores,
    entries: {
      ...stores.entries,
      writtenBetween: async (from: number, to: number) => {
        looks.push(from);
        await answers;
        return stores.entries.writtenBetween(from, to);
      },
    },
  };
  async function start({ isOnly = false, redo = (_: Place): Promise<unknown> => Promise.resolve() } = {}) {
    // A node that died leaves nobody listening, and timers that never come.
    const given = { ...openMemorySignals(silentLogger, clock), clock, log: silentLogger, meter: silentMeter };
    const node = composeLog(counted, given);
    node.written.listen(({ tenantId, entry }) => node.rows.onEntry(tenantId, entry));
    const mending = mendRows({
      ...{ ...node, keepers: stores.keepers, isOnly, leases, log: silentLogger },
      async redo(place) {
        await redo(place);
        return reindexConversation({ ...stores, clock }, place);
      },
    });
    await mending.begun;
    return {
      ...node,
      say: (id: string, text: string) =>
        node.appender.append(
          { tenantId: 't1', conversationId: id },
          {
            type: 'message-created',
            data: { messageId: newId(), text, channel: 'widget', language: 'en' },
            actor: { kind: 'agent', id: 'a1' },
            onceKey: newId(),
          },
        ),
      async stop() {
        await mending.stop(await node.rows.stop());
      },
    };
  }
  const rowOf = async (id: string) => {
    const found = await stores.conversations.find('t1', id);
    if (found === null) throw new Error('there is no conversation');
    return { kept: rowFieldsOf(found.board), told: (await rebuiltRow(stores, found)).row };
  };
  const linesWith = async (key: string) =>
    (await stores.search.find('t1', key, { from: 0, until: Number.MAX_SAFE_INTEGER, limit: 10 })).length;
  const open = (node: Awaited<ReturnType<typeof start>>, no = 0) => {
    const scope = { ...visitor, principal: { ...visitor.principal, id: `v${no}`, leadId: `l${no}` } };
    return openChat(node, scope, { url: 'https://home.example/', language: 'en' });
  };
  /** Until the returned function is called, nobody learns what was written when. */
  function holdAnswers(): () => void {
    let answer = (): void => {};
    answers = new Promise((done) => {
      answer = done;
    });
    return answer;
  }
  const knownNodes = async (saidBefore: number) => (await stores.keepers.silentSince(saidBefore)).length;
  return { stores, clock, start, open, rowOf, linesWith, looks: () => looks, holdAnswers, knownNodes };
}

it('a row that a killed hub left behind is mended when it starts again, however long it was away and however old the talk', async () => {
  const { clock, start, open, rowOf } = nodes();
  const killed = await start();
  const { id } = await open(killed);
  await killed.say(id, 'Good morning');
  await clock.pass(7 * dayMs);
  await killed.say(id, 'Are you still looking?');
  clock.loseTimers();
  expect((await rowOf(id)).kept.lastText).toBe('Good morning');
  await clock.pass(2 * dayMs);
  const next = await start();
  await next.rows.settle();
  const { kept, told } = await rowOf(id);
  expect(kept.lastText).toBe('Are you still looking?');
  expect(kept).toEqual(told);
});

it('a hub of one node that was killed mends at once when it starts again', async () => {
  const { clock, start, open, rowOf } = nodes();
  const killed = await start({ isOnly: true });
  const { id } = await open(killed);
  await killed.say(id, 'Good morning');
  clock.loseTimers();
  const next = await start({ isOnly: true });
  await next.rows.settle();
  expect((await rowOf(id)).kept.lastText).toBe('Good morning');
});

it('words that a killed hub had not yet made findable are found once it has started again', async () => {
  const { start, open, clock, linesWith } = nodes();
  const killed = await start();
  const { id } = await open(killed);
  await killed.say(id, 'A lighthouse by the lake');
  clock.loseTimers();
  expect(await linesWith('lighthouse')).toBe(0);
  await clock.pass(dayMs);
  await start();
  expect(await linesWith('lighthouse')).toBe(1);
});

it('a node that lives on mends what another left behind, once', async () => {
  const { clock, start, open, rowOf, looks } = nodes();
  const killed = await start();
  const { id } = await open(killed);
  await killed.say(id, 'Good morning');
  clock.loseTimers();
  const other = await start();
  expect(looks()).toEqual([]);
  await clock.pass(120_000);
  await other.rows.settle();
  const { kept, told } = await rowOf(id);
  expect(kept).toEqual(told);
  expect(kept.lastText).toBe('Good morning');
  await clock.pass(600_000);
  expect(new Set(looks()).size).toBe(looks().length);
});

it('after a hub that stopped in order nothing is looked for', async () => {
  const { clock, start, open, looks, stores } = nodes();
  const first = await start();
  const { id } = await open(first);
  await first.say(id, 'Good morning');
  await first.stop();
  expect(await stores.keepers.silentSince(Number.MAX_SAFE_INTEGER)).toEqual([]);
  await clock.pass(2 * dayMs);
  await start();
  expect(looks()).toEqual([]);
});

it('a node that could not store its last row leaves its name, and the next node to start brings the row forward', async () => {
  const { clock, start, open, rowOf, stores, knownNodes } = nodes();
  const first = await start();
  const { id } = await open(first);
  await first.say(id, 'Good morning');
  await clock.pass(300);
  const { writeRow } = stores.conversations;
  stores.conversations.writeRow = () => Promise.reject(new Error('the database is away'));
  await first.say(id, 'Are you still looking?');
  await first.stop();
  clock.loseTimers();
  stores.conversations.writeRow = writeRow;
  expect(await knownNodes(Number.MAX_SAFE_INTEGER)).toBe(1);
  await clock.pass(dayMs);
  const next = await start();
  await next.rows.settle();
  expect((await rowOf(id)).kept.lastText).toBe('Are you still looking?');
  await next.stop();
  expect(await knownNodes(Number.MAX_SAFE_INTEGER)).toBe(0);
});

it('of two nodes that live on one mends, for as long as it takes', async () => {
  const { clock, start, open, rowOf, looks, holdAnswers } = nodes();
  const killed = await start();
  const { id } = await open(killed);
  await killed.say(id, 'Good morning');
  clock.loseTimers();
  const others = [await start(), await start()];
  const answer = holdAnswers();
  await clock.pass(130_000);
  expect(looks()).toHaveLength(1);
  answer();
  await clock.pass(0);
  for (const { rows } of others) await rows.settle();
  expect((await rowOf(id)).kept.lastText).toBe('Good morning');
  await clock.pass(200_000);
  expect(new Set(looks()).size).toBe(looks().length);
});

it('a node that mends for longer than a minute is not taken for dead', async () => {
  const { clock, start, open, knownNodes } = nodes();
  const killed = await start();
  for (let no = 0; no < 150; no += 1) {
    const { id } = await open(killed, no);
    await killed.say(id, 'A lighthouse by the lake');
  }
  clock.loseTimers();
  await start({ redo: () => new Promise<void>((done) => clock.after(1_000, done)) });
  await clock.pass(80_000);
  const silentNodes: number[] = [];
  for (let look = 0; look < 14; look += 1) {
    await clock.pass(10_000);
    silentNodes.push(await knownNodes(clock.now() - 60_000));
  }
  // Only the one that died, until it is mended.
  expect(new Set(silentNodes)).toEqual(new Set([1]));
  await clock.pass(20_000);
  expect(await knownNodes(clock.now() - 60_000)).toBe(0);
});

it('lines of one row wait for each other for no longer than 250 ms, and are one write', async () => {
  const { clock, start, open, rowOf } = nodes();
  const node = await start();
  const { id } = await open(node);
  await node.say(id, 'one');
  await clock.pass(0);
  expect((await rowOf(id)).kept.lastText).toBe('one');
  await clock.pass(100);
  for (const words of ['two', 'three', 'four']) await node.say(id, words);
  await clock.pass(149);
  expect((await rowOf(id)).kept.lastText).toBe('one');
  await clock.pass(1);
  const { kept, told } = await rowOf(id);
  expect(kept.lastText).toBe('four');
  expect(kept).toEqual(told);
});
