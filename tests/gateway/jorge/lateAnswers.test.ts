import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import type { UnansweredQuestion } from '../../../src/contract/rest/knowledge.ts';
import { connect, type HubClient, openVisitor } from '../../support/hubClient.ts';
import { type OpenHub, openHub } from '../../support/openHub.ts';
import { owedTo } from '../../support/owedTo.ts';
import { uniqueDatabaseUrl } from '../../support/servers.ts';
import { demoPerson, tokenOf } from '../people.ts';

// When the hub closes, every talk is stepped again and has to come out the same.
let hub: OpenHub;
let supervisor: string;
let agent: HubClient;
beforeAll(async () => {
  hub = await openHub({ mongodbUrl: uniqueDatabaseUrl(inject('mongodbUrl')) });
  supervisor = await tokenOf(hub.url, 'supervisor');
  agent = await demoPerson(hub.url, 'agent');
});
afterAll(async () => {
  agent?.close();
  await hub?.close();
});

async function api(method: string, path: string, body?: object) {
  const answer = await fetch(`${hub.url}/api/v1${path}`, {
    method,
    headers: { 'content-type': 'application/json', connection: 'close', authorization: `Bearer ${supervisor}` },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: answer.status, text: await answer.text() };
}
const openQuestions = async (): Promise<UnansweredQuestion[]> =>
  JSON.parse((await api('GET', '/knowledge/unanswered')).text).items;

/** A visitor who has asked this, and was told that nobody knows; the open question. */
async function askInVain(text: string): Promise<{ visitor: Awaited<ReturnType<typeof openVisitor>>; id: string }> {
  const visitor = await openVisitor(hub.url);
  const { seq } = await visitor.command('chat-send', { text });
  await visitor.untilEntry('message-created', (entry) => entry.actor.kind === 'bot' && entry.seq > Number(seq));
  const { conversationId } = visitor;
  await expect
    .poll(async () => (await openQuestions()).some((one) => one.conversationId === conversationId))
    .toBe(true);
  const open = (await openQuestions()).find((one) => one.conversationId === conversationId);
  return { visitor, id: open?.id ?? '' };
}
const makeCard = (question: string, answer: string, answers: string, language: 'en' | 'es' = 'en') =>
  api('POST', '/knowledge', { questions: [question], answer, language, answers });
/** What Jorge says after the answer in vain. */
const late = (client: HubClient) =>
  client
    .entries('message-created')
    .filter(({ actor }) => actor.kind === 'bot')
    .slice(1)
    .map(({ data }) => data.text);
/** All turns are taken that were due. */
const settled = (conversationId: string) => expect.poll(() => owedTo(hub.stores.entries, conversationId)).toBeNull();

test('a visitor who is still there is told at once, with their question, and once', async () => {
  const { visitor, id } = await askInVain('do you guys manage rentals?');
  const [made, again] = await Promise.all([
    makeCard('do you guys manage rentals?', 'A sister company of ours does.', id),
    makeCard('do you manage rentals', 'A sister company of ours does.', id),
  ]);
  expect([made.status, again.status]).toEqual([200, 200]);
  const told = await visitor.untilEntry('message-created', ({ data }) => data.text.includes('sister company'));
  expect(told.actor.kind).toBe('bot');
  expect(told.data.text).toBe(
    'You asked earlier: “do you guys manage rentals?” I have the answer now: A sister company of ours does.',
  );
  await settled(visitor.conversationId);
  expect(late(visitor)).toHaveLength(1);
  expect((await openQuestions()).map((one) => one.id)).not.toContain(id);
  visitor.close();
});

test('a visitor who left finds the answer when they come back, in the language they write', async () => {
  const question = '¿administran casas de renta?';
  const { visitor, id } = await askInVain(question);
  visitor.close();
  await makeCard(question, 'Sí, desde este año.', id, 'es');
  await settled(visitor.conversationId);
  const back = await connect(hub.url, '/widget', visitor.session.token);
  await back.send('chat-open');
  const told = await back.untilEntry('message-created', ({ data }) => data.text.includes('desde este año'));
  expect(told.data.text).toContain(`"${question}"`);
  back.close();
});

test('words that Jorge may not say are not repeated with the answer', async () => {
  const { visitor, id } = await askInVain('is your office near a safe neighborhood with good schools?');
  await makeCard('where exactly is the office', 'It is next to the library.', id);
  const told = await visitor.untilEntry('message-created', ({ data }) => data.text.includes('library'));
  expect(told.data.text).toMatch(/^You asked something earlier that I couldn't answer\./);
  expect(told.data.text).not.toMatch(/safe|schools/);
  visitor.close();
});

test('nobody is told who opted out, whom a person has, or whose talk is over', async () => {
  const optedOut = await askInVain('can i bring my parrot to the office?');
  await optedOut.visitor.command('chat-send', { text: 'STOP' });
  await expect.poll(() => late(optedOut.visitor).length).toBe(1);
  const taken = await askInVain('does your company have a mobile app?');
  await agent.command('takeover-start', { conversationId: taken.visitor.conversationId });
  const over = await askInVain('does your brokerage plant a tree for each sale?');
  await over.visitor.command('chat-end');
  const before = new Map([optedOut, taken, over].map(({ visitor }) => [visitor, late(visitor).length]));
  for (const { id, visitor } of [optedOut, taken, over]) {
    expect((await makeCard(`a question ${id}`, 'We do, on Tuesdays.', id)).status).toBe(200);
    await settled(visitor.conversationId);
    const log = await hub.stores.entries.read(visitor.conversationId, 'public', 1, 1000, 1000);
    expect(JSON.stringify(log)).not.toContain('on Tuesdays');
    expect(late(visitor)).toHaveLength(before.get(visitor) ?? 0);
    visitor.close();
  }
  const open = (await openQuestions()).map(({ id }) => id);
  expect([optedOut, taken, over].filter(({ id }) => open.includes(id))).toEqual([]);
});
