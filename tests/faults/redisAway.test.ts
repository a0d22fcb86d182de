import { expect, inject, it } from 'vitest';
import { sha256 } from '../../src/kernel/ids.ts';
import { demoPerson, textOf } from '../gateway/people.ts';
import { startFakeAnthropic, stop, tokensFor } from '../support/fakeAnthropic.ts';
import { openVisitor } from '../support/hubClient.ts';
import { openHub } from '../support/openHub.ts';
import { startRedis, uniqueDatabaseUrl } from '../support/servers.ts';

it('while Redis is away each node answers, coaches and streams, also what it had begun; then both are one hub again', async () => {
  const model = await startFakeAnthropic();
  let go = (): void => {};
  const until = new Promise<void>((resolve) => {
    go = resolve;
  });
  let held = false;
  model.play(({ body }) => {
    const answer = { do: 'tokens', tokens: tokensFor(body, 'The kitchen has oak floors. '), everyMs: 0 } as const;
    const isReply = JSON.stringify(body).includes('write its next message to a visitor');
    if (!isReply || held) return [answer, stop()];
    held = true;
    return [answer, { do: 'hold', until }, { do: 'tokens', tokens: ['The yard ', 'is fenced.'], everyMs: 0 }, stop()];
  });
  let redis = await startRedis();
  const shared = {
    mongodbUrl: uniqueDatabaseUrl(inject('mongodbUrl')),
    redisUrl: redis.url,
    env: { ANTHROPIC_API_KEY: 'key', ANTHROPIC_BASE_URL: model.url, REDIS_URL: redis.url },
  };
  const hub = await openHub(shared);
  const other = await openHub({ ...shared, env: { ...shared.env, HUB_ROLE: 'gateway' } });
  const agent = await demoPerson(hub.url, 'agent');
  const visitor = await openVisitor(hub.url);
  const { conversationId } = visitor;
  const answersOf = () => visitor.entries('message-created').filter(({ actor }) => actor.kind === 'bot');

  // Redis dies in the middle of an answer.
  await visitor.command('chat-send', { text: 'Can you tell me about the kitchen?' });
  await agent.send('conversation-open', { conversationId });
  const { streamId } = await visitor.until('stream-start', (one) => one.kind === 'reply');
  await visitor.until('stream-delta', (delta) => delta.streamId === streamId);
  await redis.kill();
  go();
  const end = await visitor.until('stream-end', (one) => one.streamId === streamId);
  expect(end).toMatchObject({ status: 'done', attempt: 1, sha256: sha256(textOf(visitor, streamId)) });
  const first = await visitor.untilEntry('message-created', ({ data }) => data.streamId === streamId);
  expect(first.data.text).toBe(textOf(visitor, streamId).trim());

  // A turn that comes due meanwhile, with its coaching.
  await visitor.command('chat-send', { text: 'Is the kitchen new?' });
  await visitor.until('stream-start', (one) => one.kind === 'reply' && one.streamId !== streamId);
  const second = await visitor.untilEntry(
    'message-created',
    ({ seq, actor }) => actor.kind === 'bot' && seq > first.seq,
  );
  await agent.untilEntry('message-created', ({ seq }) => seq === second.seq);
  const { streamId: asked } = (await agent.command('ask-start', {
    conversationId,
    question: 'What does he want?',
  })) as {
    streamId: string;
  };
  expect(await agent.until('stream-end', (one) => one.streamId === asked)).toMatchObject({ status: 'done' });
  const { streamId: coached } = (await agent.command('coach-start', { conversationId })) as { streamId: string };
  await agent.until('stream-end', (one) => one.streamId === coached);

  redis = await startRedis(redis.port);
  const there = await demoPerson(other.url, 'agent2');
  await there.send('conversation-open', { conversationId });
  await visitor.command('chat-send', { text: 'And is the kitchen large?' });
  const third = await visitor.untilEntry(
    'message-created',
    ({ seq, actor }) => actor.kind === 'bot' && seq > second.seq,
  );
  await there.untilEntry('message-created', ({ seq }) => seq === third.seq);
  expect(answersOf().map(({ seq }) => seq)).toEqual([...new Set(answersOf().map(({ seq }) => seq))]);
  for (const client of [agent, visitor, there]) client.close();
  await hub.close();
  await other.close();
  await redis.stop();
  await model.close();
});
