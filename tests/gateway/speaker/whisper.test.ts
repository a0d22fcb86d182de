import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  type FakeAnthropic,
  type FakeRequest,
  startFakeAnthropic,
  stop,
  tokensFor,
} from '../../support/fakeAnthropic.ts';
import { openVisitor } from '../../support/hubClient.ts';
import { type OpenHub, openHub } from '../../support/openHub.ts';
import { demoPerson } from '../people.ts';

let model: FakeAnthropic;
let hub: OpenHub;
beforeAll(async () => {
  model = await startFakeAnthropic();
  hub = await openHub({ env: { ANTHROPIC_API_KEY: 'key', ANTHROPIC_BASE_URL: model.url } });
});
afterAll(async () => {
  await hub.close();
  await model.close();
});

const whispered = 'CANARY: the roof is from 2021';
const asksToReply = ({ body }: FakeRequest): boolean =>
  JSON.stringify(body).includes('write its next message to a visitor');

it('Claude’s prompt holds a supervisor’s whisper to Jorge, and the visitor never sees it', async () => {
  model.play(({ body }) => [{ do: 'tokens', tokens: tokensFor(body, 'It has a metal roof.'), everyMs: 0 }, stop()]);
  const visitor = await openVisitor(hub.url);
  const { conversationId } = visitor;
  await visitor.command('human-request', { topic: 'the roof' });
  const supervisor = await demoPerson(hub.url, 'supervisor');
  await supervisor.send('conversation-open', { conversationId });
  await supervisor.command('whisper-send', { conversationId, to: 'bot', text: whispered, expiresInMs: 600_000 });
  const noted = await supervisor.untilEntry('whisper-created');
  expect(noted.data).toMatchObject({ to: 'bot', text: whispered });
  await visitor.command('chat-send', { text: 'How old is the roof?' });
  const answer = await visitor.untilEntry(
    'message-created',
    (entry) => entry.actor.kind === 'bot' && entry.data.text.includes('roof'),
  );
  expect(answer.data.text).toContain('It has a metal roof.');
  expect(JSON.stringify(model.requests.find(asksToReply)?.body)).toContain(whispered);
  expect(JSON.stringify(visitor.heard)).not.toContain('CANARY');
  for (const client of [visitor, supervisor]) client.close();
});
