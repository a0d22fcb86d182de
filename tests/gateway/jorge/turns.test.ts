import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { createMemoryStreamLog } from '../../../src/adapters/memory/streamLog.ts';
import { createMemoryWakeups } from '../../../src/adapters/memory/wakeups.ts';
import { type TurnAnswer, turnsAnswer } from '../../../src/contract/rest/turns.ts';
import { createAppender } from '../../../src/features/conversations/log/appendEntry.ts';
import { createFolds } from '../../../src/features/conversations/log/folds.ts';
import { nothingFollows } from '../../../src/features/conversations/log/writtenEntries.ts';
import { eraseConversation } from '../../../src/features/turns/eraseConversation.ts';
import { misreadLine } from '../../../src/features/turns/markMisread.ts';
import { systemClock } from '../../../src/kernel/clock.ts';
import { silentLogger, silentMeter } from '../../../src/kernel/observe.ts';
import { type HubClient, openVisitor, post } from '../../support/hubClient.ts';
import { noJobs } from '../../support/noJobs.ts';
import { type OpenHub, openHub } from '../../support/openHub.ts';
import { uniqueDatabaseUrl } from '../../support/servers.ts';
import { tokenOf } from '../people.ts';

let hub: OpenHub;
beforeAll(async () => {
  hub = await openHub({ mongodbUrl: uniqueDatabaseUrl(inject('mongodbUrl')) });
});
afterAll(() => hub.close());

async function read(conversationId: string, query = '', role: 'agent' | 'supervisor' = 'supervisor') {
  const authorization = `Bearer ${await tokenOf(hub.url, role)}`;
  const answer = await fetch(`${hub.url}/api/v1/conversations/${conversationId}/turns${query}`, {
    headers: { authorization },
  });
  return { status: answer.status, body: await answer.text() };
}
const pageOf = async (conversationId: string, query = '') => {
  const { status, body } = await read(conversationId, query);
  expect(status).toBe(200);
  return turnsAnswer.parse(JSON.parse(body));
};

/** Says these one after the other, each once the one before is answered. */
async function tell(visitor: HubClient, ...texts: string[]): Promise<void> {
  for (const text of texts) {
    const { seq } = await visitor.command('chat-send', { text });
    await visitor.untilEntry('message-created', (entry) => entry.actor.kind === 'bot' && entry.seq > Number(seq));
  }
}

it('supervisors read the message, the reading, the rules and the acts of each turn', async () => {
  const visitor = await openVisitor(hub.url);
  const { conversationId } = visitor;
  await tell(visitor, 'I want to buy a home', 'is my information kept safe? can I talk to a person');
  const { items, nextCursor } = await pageOf(conversationId);
  expect(nextCursor).toBeUndefined();
  expect(items.map(({ turnNo }) => turnNo)).toEqual([1, 2]);
  const [first, second] = items as [TurnAnswer, TurnAnswer];
  expect(first).toMatchObject({ from: 'NEW', bot: 'buyer', heard: [{ seq: 1, text: 'I want to buy a home' }] });
  expect(first.heard[0]?.readings[0]).toMatchObject({ by: 'offline', reading: { language: 'en' } });
  expect(first.rules).toEqual(['who writes is said first, and to who asks', 'the talk goes on']);
  expect(first.acts.map(({ act }) => act)).toContain('disclose');
  expect(first.versions).toEqual({ bot: expect.any(String), pack: expect.any(String) });
  expect(second.rules?.at(-1)).toBe('who wants a person gets one');
  expect(second.acts.map(({ act }) => act)).toContain('offer-person');
  expect(second.effects).toEqual(expect.arrayContaining(['reply', 'alert', 'wait']));
  visitor.close();
});

it('turns come page by page, and no page is unbounded', async () => {
  const visitor = await openVisitor(hub.url);
  const { conversationId } = visitor;
  await tell(visitor, 'I want to buy a home', 'in three months', 'my budget is 450k');
  const first = await pageOf(conversationId, '?limit=2');
  expect(first.items.map(({ turnNo }) => turnNo)).toEqual([1, 2]);
  const rest = await pageOf(conversationId, `?limit=2&cursor=${first.nextCursor}`);
  expect(rest.items.map(({ turnNo }) => turnNo)).toEqual([3]);
  expect(rest.nextCursor).toBeUndefined();
  for (const query of ['?limit=51', '?limit=0', '?cursor=x', '?cursor=-1', '?more=1'])
    expect((await read(conversationId, query)).status, query).toBe(400);
  visitor.close();
});

it('an agent reads no turns, and nobody reads those of a talk that does not exist', async () => {
  const visitor = await openVisitor(hub.url);
  await tell(visitor, 'hello');
  expect((await read(visitor.conversationId, '', 'agent')).status).toBe(403);
  expect((await read('01J00000000000000000000000')).status).toBe(404);
  visitor.close();
});

it('identity numbers are dots in the words, in every quote and in what was made of them', async () => {
  const visitor = await openVisitor(hub.url);
  const { conversationId } = visitor;
  await tell(visitor, 'my budget is 450k and my account number is 88123456789, ssn 078-05-1120. is that enough?');
  const { body } = await read(conversationId);
  expect(body).not.toMatch(/8812345|078-05/);
  expect(body).toContain('•••-••-1120');
  expect(body).toContain('450k');
  visitor.close();
});

it('a misread is kept with the turn that read it, as one line that identifies nobody', async () => {
  const visitor = await openVisitor(hub.url);
  const { conversationId } = visitor;
  await tell(visitor, 'I want to buy a home', 'call me on 512-555-0101, is the roof any good?');
  const seq = visitor.all('entry').findLast(({ actor }) => actor.kind === 'bot')?.seq ?? 0;
  const mark = (of: number, body: unknown) =>
    post(hub.url, `/conversations/${conversationId}/messages/${of}/misread`, body, { authorization });
  const authorization = `Bearer ${await tokenOf(hub.url, 'agent')}`;
  expect((await mark(seq, { acts: [], words: 'x' })).status).toBe(400);
  expect((await mark(seq, { acts: ['dances'] })).status).toBe(400);
  // The visitor's own message is nothing that Jorge said.
  expect((await mark(1, { acts: ['asks'] })).status).toBe(404);
  const words = 'asks of the roof, and wants a call on 512-555-0101; ssn 078-05-1120';
  expect((await mark(seq, { acts: ['asks', 'wants-call', 'asks'], words })).status).toBe(204);
  const marked = (await pageOf(conversationId)).items.flatMap(({ turnNo, misread }) =>
    misread ? [{ turnNo, misread }] : [],
  );
  expect(marked).toMatchObject([{ turnNo: 2, misread: { acts: ['asks', 'wants-call'] } }]);
  const { tenantId } = (await hub.stores.turns.newest(conversationId)) ?? { tenantId: '' };
  const [line = '', ...more] = (await hub.stores.turns.listMisread(tenantId, 10)).map(misreadLine);
  expect(more).toEqual([]);
  expect(line).not.toMatch(/555|078-05/);
  expect(JSON.parse(line)).toMatchObject({
    conversationId,
    heard: [{ text: 'call me on [phone 1], is the roof any good?', readings: [{ by: 'offline' }] }],
    right: { acts: ['asks', 'wants-call'] },
  });
  visitor.close();
});

it('of a talk whose words were deleted there is no turn', async () => {
  const visitor = await openVisitor(hub.url);
  const { conversationId } = visitor;
  await tell(visitor, 'I want to buy a home');
  const { items } = await pageOf(conversationId);
  expect(items).toHaveLength(1);
  const { tenantId } = (await hub.stores.turns.newest(conversationId)) ?? { tenantId: '' };
  const kept = (await hub.stores.turns.list(conversationId, 1))[0];
  const wakeups = createMemoryWakeups({ log: silentLogger });
  const { conversations, entries } = hub.stores;
  const appender = createAppender({
    conversations,
    entries,
    folds: createFolds({ conversations, entries, wakeups, clock: systemClock }),
    wakeups,
    jobs: noJobs,
    clock: systemClock,
    meter: silentMeter,
    ...nothingFollows,
  });
  const at = '2026-11-21T10:00:00.000Z';
  await hub.stores.turns.markMisread(conversationId, 2, { acts: ['asks'], at, by: { id: 'a', name: 'Ana' } });
  const before = (await hub.stores.turns.listMisread(tenantId, 10)).length;
  const parts = { ...hub.stores, appender, streamLog: createMemoryStreamLog(systemClock) };
  await eraseConversation(parts, tenantId, conversationId);
  expect(await hub.stores.turns.listMisread(tenantId, 10)).toHaveLength(before - 1);
  // A turn that a node was just taking when the words went is not shown either.
  if (kept !== undefined) await hub.stores.turns.insert(kept);
  expect(await pageOf(conversationId)).toEqual({ items: [] });
  await hub.stores.turns.remove(conversationId);
  visitor.close();
});

it('every text of Jorge’s stands with its act, also one that was composed for the visitor', async () => {
  const visitor = await openVisitor(hub.url);
  await tell(visitor, 'Hi, how many bedrooms does it have?', 'And does it have solar panels?');
  const newest = () => hub.stores.turns.newest(visitor.conversationId);
  await expect.poll(async () => (await newest())?.composed).toBeDefined();
  const { items } = await pageOf(visitor.conversationId);
  const written = items.map(({ acts }) => acts.filter(({ text }) => text === 'composed').map(({ act }) => act));
  expect(written).toEqual([['answer'], ['not-on-file']]);
  visitor.close();
});
