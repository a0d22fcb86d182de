import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { startFakeAnthropic, tokensFor } from '../../support/fakeAnthropic.ts';
import { connect, type HubClient, openVisitor, signIn, widgetSession } from '../../support/hubClient.ts';
import { type HubProcess, startHubProcess } from '../../support/hubProcess.ts';
import { demoPassword } from '../../support/openHub.ts';
import { startRedis, type TestServer, uniqueDatabaseUrl } from '../../support/servers.ts';

const streamText = (client: HubClient, streamId: string): string =>
  client
    .all('stream-delta')
    .filter((delta) => delta.streamId === streamId)
    .reduce((whole, delta) => whole.slice(0, delta.offset) + delta.text, '');

const hasEnded = (client: HubClient, streamId: string): boolean =>
  client.all('stream-end').some((end) => end.streamId === streamId);

describe('three hubs are one', () => {
  let redis: TestServer;
  let nodes: HubProcess[];
  let env: NodeJS.ProcessEnv;
  beforeAll(async () => {
    redis = await startRedis();
    env = {
      MONGODB_URL: uniqueDatabaseUrl(inject('mongodbUrl')),
      REDIS_URL: redis.url,
      HUB_SECRET: 'a-secret-for-this-test-of-32-chars!',
    };
    nodes = await Promise.all([startHubProcess(env), startHubProcess(env), startHubProcess(env)]);
  });
  afterAll(async () => {
    await Promise.all(nodes.map((node) => node.stop()));
    await redis.stop();
  });

  it('a visitor on one, an agent on another and a supervisor on the third see the same words and the same tokens', async () => {
    const [a, b, c] = nodes as [HubProcess, HubProcess, HubProcess];
    const agent = await connect(b.url, '/agent', (await signIn(b.url, 'agent@demo.example', demoPassword)).accessToken);
    const supervisor = await connect(
      c.url,
      '/supervisor',
      (await signIn(c.url, 'supervisor@demo.example', demoPassword)).accessToken,
    );
    await agent.send('board-watch');
    const visitor = await openVisitor(a.url);
    const { conversationId } = visitor;
    await visitor.command('chat-send', { text: 'Hello, what is the price?' });
    await agent.until('board-row', (row) => row.conversationId === conversationId);
    await Promise.all([
      agent.send('conversation-open', { conversationId }),
      supervisor.send('conversation-open', { conversationId }),
    ]);
    await visitor.untilEntry('message-created', (entry) => entry.actor.kind === 'bot');
    await visitor.command('chat-send', { text: 'I would like to buy in Zilker, but the price is too high' });

    const asked = visitor
      .entries('message-created')
      .filter((entry) => entry.actor.kind === 'visitor')
      .at(-1);
    const answered = await visitor.untilEntry(
      'message-created',
      (entry) => entry.actor.kind === 'bot' && entry.seq > (asked?.seq ?? 99),
    );
    for (const staff of [agent, supervisor]) {
      const seen = await staff.untilEntry('message-created', (entry) => entry.seq === answered.seq);
      expect(seen).toEqual(answered);
      await staff.until('stream-end', (end) => end.streamId === answered.data.streamId);
      expect(streamText(staff, String(answered.data.streamId))).toBe(answered.data.text);
    }
    const coached = await agent.untilEntry('suggestion-created');
    await supervisor.untilEntry('suggestion-created', (entry) => entry.seq === coached.seq);
    for (const staff of [agent, supervisor]) {
      await staff.until('stream-end', (end) => end.streamId === coached.data.streamId);
      expect(streamText(staff, coached.data.streamId)).toBe(coached.data.say);
    }
    const turns = agent.entries('bot-turn').map((entry) => entry.data.turnNo);
    expect(new Set(turns).size).toBe(turns.length);
    for (const client of [agent, supervisor, visitor]) client.close();
  });

  it('typing on one node is seen on the others, and never by the person who types', async () => {
    const [a, b] = nodes as [HubProcess, HubProcess];
    const agent = await connect(
      b.url,
      '/agent',
      (await signIn(b.url, 'agent2@demo.example', demoPassword)).accessToken,
    );
    const visitor = await openVisitor(a.url);
    await visitor.command('chat-send', { text: 'Hello' });
    await agent.send('conversation-open', { conversationId: visitor.conversationId });
    // A node may still be joining the room of a person who has just opened the talk; the client repeats that somebody types.
    const typing = setInterval(() => visitor.socket.emit('typing-set', { on: true }), 500);
    const seen = await agent.until('typing-changed').finally(() => clearInterval(typing));
    expect(seen).toMatchObject({ conversationId: visitor.conversationId, kind: 'visitor', on: true });
    expect(visitor.all('typing-changed')).toEqual([]);
    agent.close();
    visitor.close();
  });

  it('when a node is killed its clients go on at another, exactly, and its turns are taken there', async () => {
    const doomed = await startHubProcess(env);
    const [a] = nodes as [HubProcess];
    const session = await widgetSession(doomed.url);
    const before = await connect(doomed.url, '/widget', session.token);
    const { conversationId } = await before.send('chat-open');
    await before.command('chat-send', { text: 'Hello' });
    await before.untilEntry('message-created', (entry) => entry.actor.kind === 'bot');
    const had = before.all('entry').map((entry) => entry.seq);
    const { seq } = await before.command('chat-send', { text: 'I want to sell my home' });
    await doomed.kill();
    before.close();

    const after = await connect(a.url, '/widget', session.token);
    const opened = await after.send('chat-open', { sinceSeq: had.at(-1) });
    expect(opened.conversationId).toBe(conversationId);
    const answer = await after.untilEntry(
      'message-created',
      (entry) => entry.actor.kind === 'bot' && entry.seq > Number(seq),
    );
    const seen = after.all('entry').map((entry) => entry.seq);
    expect(seen).toEqual(seen.map((_, index) => (had.at(-1) ?? 0) + 1 + index));
    expect(answer.data.text).not.toBe('');
    after.close();
  });

  it('a stream whose node is killed ends for its readers elsewhere, with the hash of the text that they have', async () => {
    const model = await startFakeAnthropic(({ body }) => [
      { do: 'tokens', tokens: tokensFor(body, 'Ask what matters most to them, and why. '.repeat(20)), everyMs: 5 },
      // A model that has said all this and goes on forever: only the death of its node can end the stream.
      { do: 'pings', everyMs: 500 },
    ]);
    const doomed = await startHubProcess({ ...env, ANTHROPIC_API_KEY: 'key', ANTHROPIC_BASE_URL: model.url });
    const [a, b] = nodes as [HubProcess, HubProcess];
    const { accessToken } = await signIn(a.url, 'supervisor@demo.example', demoPassword);
    const writer = await connect(doomed.url, '/supervisor', accessToken);
    const readers = [
      await connect(a.url, '/supervisor', accessToken),
      await connect(b.url, '/supervisor', accessToken),
    ];
    const visitor = await openVisitor(a.url);
    const { conversationId } = visitor;
    // Not a message: coaching begins by itself after one.
    await visitor.command('human-request', { topic: 'the price' });
    for (const client of [writer, ...readers]) await client.send('conversation-open', { conversationId });
    let streamId = '';
    // On a machine that stands still for seconds a writer is thought dead before its time: the next one may be luckier.
    do {
      streamId = String((await writer.command('qualify-start', { conversationId })).streamId);
      const runs = (reader: HubClient): boolean => streamText(reader, streamId).length > 200;
      await Promise.all(
        readers.map((reader) => reader.until('stream-start', () => runs(reader) || hasEnded(reader, streamId))),
      );
    } while (readers.some((reader) => hasEnded(reader, streamId)));
    await doomed.kill();
    for (const reader of readers) {
      const end = await reader.until('stream-end', (one) => one.streamId === streamId);
      const text = streamText(reader, streamId);
      expect(end).toMatchObject({ status: 'failed', code: 'NODE_LOST', length: text.length });
      expect(end.sha256).toBe(createHash('sha256').update(text, 'utf8').digest('hex'));
      // Told twice does no harm, told otherwise would.
      const ends = reader.all('stream-end').filter((one) => one.streamId === streamId);
      expect(ends).toEqual(ends.map(() => end));
      reader.close();
    }
    writer.close();
    visitor.close();
    await model.close();
  });
});

it('nodes that only hold sockets and nodes that only take turns are one hub', async () => {
  const redis = await startRedis();
  const env = {
    MONGODB_URL: uniqueDatabaseUrl(inject('mongodbUrl')),
    REDIS_URL: redis.url,
    HUB_SECRET: 'a-secret-for-this-test-of-32-chars!',
  };
  const gateway = await startHubProcess({ ...env, HUB_ROLE: 'gateway' });
  const visitor = await openVisitor(gateway.url);
  await visitor.command('chat-send', { text: 'Hello' });
  // Nobody takes turns yet; due turns wait in the database.
  const worker = await startHubProcess({ ...env, HUB_ROLE: 'worker' });
  const first = await visitor.untilEntry('message-created', (entry) => entry.actor.kind === 'bot');
  await visitor.command('chat-send', { text: 'I want to sell my home' });
  const second = await visitor.untilEntry(
    'message-created',
    (entry) => entry.actor.kind === 'bot' && entry.seq > first.seq,
  );
  await visitor.until('stream-end', (end) => end.streamId === second.data.streamId);
  expect(streamText(visitor, String(second.data.streamId))).toBe(second.data.text);
  visitor.close();
  await Promise.all([gateway.stop(), worker.stop()]);
  await redis.stop();
});
