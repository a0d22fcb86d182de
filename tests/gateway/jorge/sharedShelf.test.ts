import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import {
  type FakeAnthropic,
  type FakeRequest,
  say,
  startFakeAnthropic,
  stop,
  tokensFor,
} from '../../support/fakeAnthropic.ts';
import { type HubClient, openVisitor } from '../../support/hubClient.ts';
import { type OpenHub, openHub } from '../../support/openHub.ts';
import { uniqueDatabaseUrl } from '../../support/servers.ts';
import { demoPerson, tokenOf } from '../people.ts';

const teamOnly = 'Casa Rentals pays us $300 for each owner we send.';
const forAll = 'We keep your survey on file for ten years.';

let model: FakeAnthropic;
let hub: OpenHub;
let agent: HubClient;
/** The model's answer to an agent's question; other tasks get words of no weight. */
let asked = '';
const systemOf = ({ body }: FakeRequest): string => JSON.stringify(body.system);
const isAsk = (request: FakeRequest) => systemOf(request).includes('You answer a question of a real-estate agent');
const isCoach = (request: FakeRequest) => systemOf(request).includes('You sit beside a real-estate agent');
const isForStaff = (request: FakeRequest) => isAsk(request) || isCoach(request) || /qualified/.test(systemOf(request));
const promptOf = ({ body }: FakeRequest): string => JSON.stringify([body.system, body.messages]);

beforeAll(async () => {
  model = await startFakeAnthropic((request) =>
    isAsk(request)
      ? [say(asked), stop()]
      : [{ do: 'tokens', tokens: tokensFor(request.body, 'I see.'), everyMs: 0 }, stop()],
  );
  hub = await openHub({
    mongodbUrl: uniqueDatabaseUrl(inject('mongodbUrl')),
    env: { ANTHROPIC_API_KEY: 'key', ANTHROPIC_BASE_URL: model.url },
  });
  agent = await demoPerson(hub.url, 'agent');
});
afterAll(async () => {
  agent?.close();
  await hub?.close();
  await model?.close();
});

async function addCard(question: string, answer: string, audience: 'visitor' | 'staff'): Promise<string> {
  const response = await fetch(`${hub.url}/api/v1/knowledge`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      connection: 'close',
      authorization: `Bearer ${await tokenOf(hub.url, 'supervisor')}`,
    },
    body: JSON.stringify({ questions: [question], answer, language: 'en', audience }),
  });
  return ((await response.json()) as { id: string }).id;
}

it('coach, agents and visitors are told from one shelf, and facts for the team alone reach no visitor', async () => {
  const [secret, open] = [
    await addCard('Do you manage rental homes?', teamOnly, 'staff'),
    await addCard('How long do you keep my survey?', forAll, 'visitor'),
  ];
  const visitor = await openVisitor(hub.url);
  const { conversationId } = visitor;
  for (const text of ['do you manage rental homes?', 'how long do you keep my survey?']) {
    const { seq } = await visitor.command('chat-send', { text });
    await visitor.untilEntry('message-created', (entry) => entry.actor.kind === 'bot' && entry.seq > Number(seq));
  }
  const saidByJorge = visitor.entries('message-created').map(({ data }) => data.text);
  expect(saidByJorge.join(' ')).toContain(forAll);

  await agent.send('conversation-open', { conversationId });
  const { streamId: coached } = await agent.command('coach-start', { conversationId });
  await agent.until('stream-end', (end) => end.streamId === coached);
  const coaching = model.requests.findLast(isCoach) as FakeRequest;
  expect(promptOf(coaching)).toContain(`card:${secret}`);
  expect(promptOf(coaching)).toContain(`card:${open}`);
  expect(promptOf(coaching)).toMatch(/"homes for sale\\">[^<]*sale\.demo-zilker-bungalow/);
  expect(promptOf(coaching)).toMatch(new RegExp(`"for the team\\\\">[^<]*card:${secret}`));

  asked = JSON.stringify({
    say: `${teamOnly} The survey costs $900.`,
    sources: [
      { quote: null, field: null, fact: `card:${secret}` },
      { quote: null, field: null, fact: `card:${open}` },
    ],
  });
  const question = 'Do we manage rental homes?';
  const { streamId } = await agent.command('ask-start', { conversationId, question });
  const answer = await agent.untilEntry('answer-created', (entry) => entry.data.streamId === streamId);
  expect(answer.data.text).toContain(teamOnly);
  expect(answer.data.sources).toEqual([{ factId: `card:${secret}`, source: expect.stringContaining('its team') }]);
  expect(promptOf(model.requests.findLast(isAsk) as FakeRequest)).toContain(teamOnly);

  const forVisitors = model.requests.filter((request) => !isForStaff(request));
  expect(forVisitors.length).toBeGreaterThan(0);
  for (const request of forVisitors) expect(promptOf(request)).not.toContain('Casa Rentals');
  expect(visitor.entries('message-created').some(({ data }) => data.text.includes('Casa Rentals'))).toBe(false);
  visitor.close();
});
