import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import mongoose from 'mongoose';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { openMongoStores, type Stores } from '../../src/app/stores.ts';
import type { Entry } from '../../src/contract/log/entry.ts';
import { longestOwedMs } from '../../src/features/conversations/ports.ts';
import { silentLogger } from '../../src/kernel/observe.ts';
import { connect, openVisitor, signIn } from '../support/hubClient.ts';
import { type HubProcess, startHubProcess } from '../support/hubProcess.ts';
import { demoPassword } from '../support/openHub.ts';
import { checkRows, replayHub } from '../support/replayHub.ts';
import { uniqueDatabaseUrl, untilReached } from '../support/servers.ts';

interface Place {
  name: string;
  when: 'before' | 'after';
  /** Collection and kind of the command, and what stands in it besides the conversation. */
  command: string;
  holds: string[];
}
const ofVisitor = ['"type":"message-created"', '"kind":"visitor"'];
const ofBot = ['"type":"message-created"', '"kind":"bot"'];

/** Along the road of one message, from its job to its row. */
const places: Place[] = [
  {
    name: 'the job of the wait is set, the message is in no log',
    when: 'before',
    command: 'entries insert',
    holds: ofVisitor,
  },
  {
    name: 'the message is in its log, nobody was acked',
    when: 'after',
    command: 'entries insert',
    holds: ofVisitor,
  },
  {
    name: 'it is acked, the wait is not marked',
    when: 'before',
    command: 'conversations update',
    holds: ['"$board.waitingSince"'],
  },
  { name: 'the turn was taken, it is not kept', when: 'before', command: 'turns insert', holds: [] },
  {
    name: 'the turn is kept, nothing of it is done',
    when: 'after',
    command: 'turns insert',
    holds: [],
  },
  { name: 'the reply was streamed, it is in no log', when: 'before', command: 'entries insert', holds: ofBot },
  {
    name: 'the reply is in its log, other effects are not done',
    when: 'after',
    command: 'entries insert',
    holds: ofBot,
  },
  { name: 'all effects are done, none is marked so', when: 'before', command: 'turns update', holds: ['"done"'] },
  {
    name: 'effects are marked as done, the marks on the entries stand',
    when: 'before',
    command: 'entries update',
    holds: ['"owed"'],
  },
  {
    name: 'nothing is owed any more, the row was not brought forward',
    when: 'after',
    command: 'entries update',
    holds: ['"owed"'],
  },
];
const taken: Place = {
  name: 'somebody else speaks, no line says so',
  when: 'after',
  command: 'conversations update',
  holds: ['"mode":"human"'],
};

const url = uniqueDatabaseUrl(inject('mongodbUrl'));
const env = { MONGODB_URL: url, HUB_SECRET: 'a-secret-for-this-test-of-32-chars!' };
const preload = join(import.meta.dirname, '../support/killAt.mjs');
/** A ceiling; nothing waits for it to pass. */
const patienceMs = 45_000;
let hub: HubProcess;
let stores: Stores;
beforeAll(async () => {
  hub = await startHubProcess(env, preload);
  stores = await untilReached(() => openMongoStores(url, silentLogger));
});
afterAll(async () => {
  await hub.stop();
  await stores.close();
  const database = await mongoose.createConnection(url).asPromise();
  await database.dropDatabase();
  await database.close();
});

/** Does what leads the hub to that place, waits until it is dead there, and starts it again. */
async function dieAt({ name, ...place }: Place, conversationId: string, act: () => Promise<unknown>): Promise<void> {
  const armed = once(hub.child, 'message');
  hub.child.send({ ...place, conversationId });
  await armed;
  const dead = once(hub.child, 'exit', { signal: AbortSignal.timeout(patienceMs) });
  // The ack may come before the end, or never.
  act().catch(() => {});
  expect(await dead.catch(() => `the hub never came where ${name}`)).toEqual([null, 'SIGKILL']);
  hub = await startHubProcess(env, preload);
}
const publicLog = (conversationId: string): Promise<Entry[]> =>
  stores.entries.read(conversationId, 'public', 1, 1000, 1000);

/** A visitor whose message meets the end of the hub, and who sends it once more, as a page does. */
async function writeThrough(place: Place): Promise<{ conversationId: string; messageId: string }> {
  const first = await openVisitor(hub.url);
  const { session, conversationId } = first;
  const message = { commandId: randomUUID(), text: 'I want to buy a home' };
  await dieAt(place, conversationId, () => first.send('chat-send', message));
  first.close();
  const client = await connect(hub.url, '/widget', session.token);
  await client.send('chat-open');
  const { messageId } = await client.send('chat-send', message);
  client.close();
  return { conversationId, messageId: String(messageId) };
}
/** All are written before any is looked at, so that each hub mends what the one before left while it meets its own end. */
const written = new Map<string, Awaited<ReturnType<typeof writeThrough>>>();
beforeAll(async () => {
  for (const place of places) written.set(place.name, await writeThrough(place));
});

it.each(places)('killed where $name: the message is there once, and has one answer', async ({ name }) => {
  const { conversationId = '', messageId } = written.get(name) ?? {};
  const said = async () => (await publicLog(conversationId)).filter(({ type }) => type === 'message-created');
  await expect.poll(async () => (await said()).map(({ actor }) => actor.kind)).toEqual(['visitor', 'bot']);
  expect((await said())[0]?.data).toMatchObject({ messageId });
});

it(`killed where ${taken.name}: the talk is that person’s, with one line that says so`, async () => {
  const visitor = await openVisitor(hub.url);
  const { conversationId } = visitor;
  const { accessToken } = await signIn(hub.url, 'agent@demo.example', demoPassword);
  const agent = await connect(hub.url, '/agent', accessToken);
  const takeover = { commandId: randomUUID(), conversationId };
  await dieAt(taken, conversationId, () => agent.send('takeover-start', takeover));
  for (const client of [visitor, agent]) client.close();
  const again = await connect(hub.url, '/agent', accessToken);
  await again.send('takeover-start', takeover);
  again.close();
  const modes = async () =>
    (await publicLog(conversationId)).flatMap((entry) =>
      entry.type === 'conversation-changed' ? [entry.data.mode] : [],
    );
  await expect.poll(async () => (await modes()).filter((mode) => mode === 'human')).toEqual(['human']);
});

it('in the end nothing is owed, no log has a gap, every row is what its logs say, and every turn comes out the same again', async () => {
  await expect.poll(() => stores.entries.listOwed(Date.now() + longestOwedMs, 100)).toEqual([]);
  await expect.poll(() => checkRows(stores).then(() => 'right', String)).toBe('right');
  const talks = [...written.values()].map(({ conversationId }) => conversationId);
  for (const talk of talks)
    for (const log of ['public', 'internal'] as const) {
      const numbers = (await stores.entries.read(talk, log, 1, 1000, 1000)).map(({ seq }) => seq);
      expect(numbers).toEqual(numbers.map((_, n) => n + 1));
    }
  await replayHub(stores, talks);
});
