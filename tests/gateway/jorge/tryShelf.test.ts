import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { demoCard } from '../../../src/app/demoCard.ts';
import type { TrialAnswer } from '../../../src/contract/rest/knowledge.ts';
import { openVisitor } from '../../support/hubClient.ts';
import { type OpenHub, openHub } from '../../support/openHub.ts';
import { uniqueDatabaseUrl } from '../../support/servers.ts';
import { secondTenant, tokenOf } from '../people.ts';

let hub: OpenHub;
let conversationId: string;
beforeAll(async () => {
  hub = await openHub({ mongodbUrl: uniqueDatabaseUrl(inject('mongodbUrl')) });
  const visitor = await openVisitor(hub.url);
  conversationId = visitor.conversationId;
  for (const text of ['do you guys manage rentals?', 'where is your office?', 'I want to sell my house']) {
    const { seq } = await visitor.command('chat-send', { text });
    await visitor.untilEntry('message-created', (entry) => entry.actor.kind === 'bot' && entry.seq > Number(seq));
  }
  visitor.close();
});
afterAll(() => hub?.close());

async function api(token: string, method: string, path: string, body?: object) {
  const answer = await fetch(`${hub.url}/api/v1${path}`, {
    method,
    headers: { 'content-type': 'application/json', connection: 'close', authorization: `Bearer ${token}` },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: answer.status, json: await answer.json() };
}
const tryOn = async (body: object): Promise<TrialAnswer> =>
  (await api(await tokenOf(hub.url, 'supervisor'), 'POST', '/knowledge/try', body)).json;
const card = {
  questions: ['Do you manage rental homes?', 'do you guys do rentals'],
  answer: 'A sister company of ours does.',
  language: 'en',
};

test('a card shows which questions of the last talks it would answer, and nothing of it is kept', async () => {
  const answer = await tryOn({ card });
  expect(answer).toEqual({
    talks: 1,
    questions: 2,
    complete: true,
    changes: [
      {
        conversationId,
        at: expect.stringMatching(/^\d{4}-/),
        question: 'do you guys manage rentals?',
        before: [],
        after: [expect.objectContaining({ words: card.answer })],
      },
    ],
  });
  const supervisor = await tokenOf(hub.url, 'supervisor');
  expect((await api(supervisor, 'GET', '/knowledge')).json.items).toEqual([]);
  const asked = { text: 'do you guys manage rentals?', language: 'en' };
  expect((await api(supervisor, 'POST', '/knowledge/ask', asked)).json.cards).toEqual([]);
  expect((await tryOn({ card: { ...card, questions: ['Can I bring my parrot?'] } })).changes).toEqual([]);
});

test('other words of the brokerage show the answer that was told and the one that would be', async () => {
  const { changes } = await tryOn({ about: { ...demoCard, office: '77 Lantern Row, Austin' } });
  expect(changes.map(({ question, before, after }) => [question, before[0]?.words, after[0]?.words])).toEqual([
    [
      'where is your office?',
      'Our office is at 1100 Ridgeline Walk, Austin.',
      'Our office is at 77 Lantern Row, Austin.',
    ],
  ]);
  expect((await tryOn({ about: demoCard })).changes).toEqual([]);
});

test('a card in place of one that stands alters only what differs, against what was told then', async () => {
  const supervisor = await tokenOf(hub.url, 'supervisor');
  const { id } = (await api(supervisor, 'POST', '/knowledge', card)).json;
  expect((await tryOn({ card, replaces: id })).changes).toEqual([]);
  const { changes } = await tryOn({ card: { ...card, answer: 'No, we do not.' }, replaces: id });
  expect(changes.map(({ before, after }) => [before, after.map(({ words }) => words)])).toEqual([
    [[], ['No, we do not.']],
  ]);
});

test('agents may not try, and no other brokerage sees the talks', async () => {
  const refused = await api(await tokenOf(hub.url, 'agent'), 'POST', '/knowledge/try', { card });
  expect([refused.status, refused.json.error.code]).toEqual([403, 'FORBIDDEN']);
  const other = await secondTenant(hub);
  expect((await api(other.token, 'POST', '/knowledge/try', { card })).json).toMatchObject({ talks: 0, changes: [] });
});
