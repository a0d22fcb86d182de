import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  type FakeAnthropic,
  type FakeRequest,
  type Step,
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

const asksToReply = ({ body }: FakeRequest): boolean =>
  JSON.stringify(body).includes('write its next message to a visitor');
const wholly = ({ body }: FakeRequest, words: string): Step => ({
  do: 'tokens',
  tokens: tokensFor(body, words),
  everyMs: 0,
});
/** The visitor's final message, and the number of resets in its stream. */
async function answered(text: string): Promise<{ message: string; resets: number }> {
  const visitor = await openVisitor(hub.url);
  await visitor.command('chat-send', { text });
  const { data } = await visitor.untilEntry('message-created', ({ actor }) => actor.kind === 'bot');
  await visitor.until('stream-end', ({ streamId }) => streamId === data.streamId);
  const resets = visitor.all('stream-reset').filter(({ streamId }) => streamId === data.streamId);
  visitor.close();
  return { message: data.text, resets: resets.length };
}

it.each(['refusal', 'max_tokens'])(
  'an answer that ends as %s is taken back whole, and the playbook answers from the file',
  async (reason) => {
    model.play((request) =>
      asksToReply(request) ? [wholly(request, 'It has a porch. It has a fence.'), stop(reason)] : [stop()],
    );
    const { message, resets } = await answered('How old is the roof?');
    expect(message).not.toContain('porch');
    expect(message).toMatch(/roof|on file/);
    expect(resets).toBe(1);
  },
);

it('an answer of which most was held back does not stand with the rest', async () => {
  model.play((request) =>
    asksToReply(request)
      ? [wholly(request, 'It has a porch. Wire the deposit today. The schools are great. Hurry up.'), stop()]
      : [stop()],
  );
  const { message } = await answered('How old is the roof?');
  expect(message).not.toMatch(/porch|deposit|schools/i);
});

it('S86: a supervisor’s whisper is not repeated to the visitor, nor are its figures told as known', async () => {
  model.play((request) =>
    asksToReply(request)
      ? [
          wholly(
            request,
            'It has a screened porch. The owner would go far below the listed price by spring. It was built in 1831. It has a fenced yard.',
          ),
          stop(),
        ]
      : [stop()],
  );
  const visitor = await openVisitor(hub.url);
  const { conversationId } = visitor;
  const supervisor = await demoPerson(hub.url, 'supervisor');
  await supervisor.send('conversation-open', { conversationId });
  await supervisor.command('whisper-send', {
    conversationId,
    to: 'bot',
    text: 'the owner would go far below the listed price; 1831',
    expiresInMs: 600_000,
  });
  await visitor.command('chat-send', { text: 'What is outside?' });
  const { data } = await visitor.untilEntry('message-created', ({ actor }) => actor.kind === 'bot');
  expect(JSON.stringify(model.requests.filter(asksToReply).at(-1)?.body)).toContain('far below the listed price');
  expect(data.text).toContain('It has a screened porch.');
  expect(JSON.stringify(visitor.heard)).not.toMatch(/below the listed price|1831/);
  for (const client of [visitor, supervisor]) client.close();
});
