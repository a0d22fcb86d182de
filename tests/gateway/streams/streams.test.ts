import { createHash, randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import type { StreamDelta } from '../../../src/contract/socket/streams.ts';
import { type FakeAnthropic, startFakeAnthropic, stop, tokensFor } from '../../support/fakeAnthropic.ts';
import { type HubClient, openVisitor } from '../../support/hubClient.ts';
import { type OpenHub, openHub } from '../../support/openHub.ts';
import { uniqueDatabaseUrl } from '../../support/servers.ts';
import { codeOf, demoPerson, textOf, tokenOf } from '../people.ts';
import { openRaw } from '../rawSocket.ts';

const hashOf = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');
const words = 'Ask what matters most 🏡👨‍👩‍👧 to them; “schools” är nära. '.repeat(12).trim();

/** A model that begins, and goes on when the test lets it. */
function held() {
  let go = (): void => {};
  const until = new Promise<void>((resolve) => {
    go = resolve;
  });
  return { go, until };
}

describe('streams', () => {
  let model: FakeAnthropic;
  let hub: OpenHub;
  let agent: HubClient;
  let gate: ReturnType<typeof held>;
  beforeAll(async () => {
    model = await startFakeAnthropic();
    hub = await openHub({ env: { ANTHROPIC_API_KEY: 'key', ANTHROPIC_BASE_URL: model.url } });
  });
  beforeEach(async () => {
    agent = await demoPerson(hub.url, 'agent', '/agent');
    gate = held();
    const { until } = gate;
    model.play(({ body }) => {
      const tokens = tokensFor(body, words).flatMap((token) => [...token]);
      const half = Math.floor(tokens.length / 2);
      // One UTF-16 unit at a time, so that characters come in halves.
      return [
        { do: 'tokens', tokens: tokens.slice(0, half), everyMs: 0, perWrite: 3 },
        { do: 'hold', until },
        { do: 'tokens', tokens: tokens.slice(half), everyMs: 0, perWrite: 3 },
        stop(),
      ];
    });
  });
  afterEach(() => {
    gate.go();
    agent.close();
  });
  afterAll(async () => {
    await hub.close();
    await model.close();
  });

  async function talk() {
    const visitor = await openVisitor(hub.url);
    // Not a message: coaching begins by itself after one.
    await visitor.command('human-request', { topic: 'the price' });
    return visitor;
  }
  const begun = (client: HubClient, streamId: string) =>
    client.until('stream-delta', (delta) => delta.streamId === streamId);

  it('a coach stream is one text for everyone, whoever comes when, and ends in a suggestion that says exactly it', async () => {
    const visitor = await talk();
    const { conversationId } = visitor;
    await agent.send('conversation-open', { conversationId });
    const streamId = String((await agent.command('coach-start', { conversationId })).streamId);
    await begun(agent, streamId);
    const late = await demoPerson(hub.url, 'agent2');
    const opened = await late.send('conversation-open', { conversationId });
    expect(opened.streams).toEqual(
      expect.arrayContaining([{ streamId, kind: 'coach', attempt: 1, length: expect.any(Number) }]),
    );
    expect((await begun(late, streamId)).offset).toBe(0);
    const open = await late.send('stream-sync', { streamId, attempt: 1, length: 0 });
    expect(open).toMatchObject({ attempt: 1, offset: 0, state: 'open' });
    expect(words.startsWith(String(open.text))).toBe(true);
    gate.go();
    const suggestion = await agent.untilEntry('suggestion-created', (entry) => entry.data.streamId === streamId);
    expect(suggestion.data).toMatchObject({ say: words, basis: 'model', urgency: expect.any(String) });
    for (const client of [agent, late]) {
      const end = await client.until('stream-end', (one) => one.streamId === streamId);
      expect(end).toMatchObject({ attempt: 1, status: 'done', length: words.length, sha256: hashOf(words) });
      expect(textOf(client, streamId)).toBe(words);
      expect(client.all('stream-start').filter((one) => one.streamId === streamId)).toEqual([
        { streamId, conversationId, kind: 'coach', audience: 'staff', attempt: 1, basis: 'model' },
      ]);
      const deltas = client.all('stream-delta').filter((delta) => delta.streamId === streamId);
      for (const delta of deltas) expect(delta.text.isWellFormed()).toBe(true);
      expect(deltas.length).toBeGreaterThan(1);
    }
    const tail = await late.send('stream-sync', { streamId, attempt: 1, length: words.length - 5 });
    expect(tail).toMatchObject({
      offset: words.length - 5,
      text: words.slice(-5),
      state: 'ended',
      end: { status: 'done', sha256: hashOf(words) },
    });
    const all = await late.send('stream-sync', { streamId, attempt: 7, length: 3 });
    expect(all).toMatchObject({ attempt: 1, offset: 0, text: words });
    for (const client of [agent, late])
      expect(await codeOf(client, 'stream-sync', { streamId: 'nothing', attempt: 1, length: 0 })).toBe('NOT_FOUND');
    expect(await codeOf(visitor, 'stream-sync', { streamId, attempt: 1, length: 0 })).toBe('NOT_FOUND');
    expect(JSON.stringify(visitor.heard)).not.toContain(streamId);
    late.close();
    visitor.close();
  });

  it('a stop is quick, ends the stream for all, and cannot be done twice', async () => {
    const visitor = await talk();
    const { conversationId } = visitor;
    await agent.send('conversation-open', { conversationId });
    const streamId = String((await agent.command('coach-start', { conversationId })).streamId);
    await begun(agent, streamId);
    const commandId = randomUUID();
    await agent.send('stream-stop', { commandId, streamId });
    const end = await agent.until('stream-end', (one) => one.streamId === streamId);
    const read = textOf(agent, streamId);
    expect(end).toMatchObject({ status: 'stopped', length: read.length, sha256: hashOf(read) });
    expect(end.code).toBeUndefined();
    expect(await agent.send('stream-stop', { commandId, streamId })).toEqual({ duplicate: true });
    expect(await codeOf(agent, 'stream-stop', { commandId: randomUUID(), streamId })).toBe('STREAM_ENDED');
    expect(await codeOf(agent, 'stream-stop', { commandId: randomUUID(), streamId: 'nothing' })).toBe('NOT_FOUND');
    expect(agent.entries('suggestion-created').filter((entry) => entry.data.streamId === streamId)).toEqual([]);
    visitor.close();
  });

  it.each(['coach', 'qualify'] as const)('a newer %s ends the older one, and says why', async (kind) => {
    const visitor = await talk();
    const { conversationId } = visitor;
    await agent.send('conversation-open', { conversationId });
    const first = String((await agent.command(`${kind}-start`, { conversationId })).streamId);
    await begun(agent, first);
    const second = String((await agent.command(`${kind}-start`, { conversationId })).streamId);
    expect(await agent.until('stream-end', (end) => end.streamId === first)).toMatchObject({
      status: 'stopped',
      code: 'SUPERSEDED',
    });
    gate.go();
    expect(await agent.until('stream-end', (end) => end.streamId === second)).toMatchObject({ status: 'done' });
    visitor.close();
  });

  it('of two questions of one agent at once the second is refused; another agent’s is not', async () => {
    const visitor = await talk();
    const { conversationId } = visitor;
    await agent.send('conversation-open', { conversationId });
    const question = 'How many beds?';
    const streamId = String((await agent.command('ask-start', { conversationId, question })).streamId);
    expect(await codeOf(agent, 'ask-start', { commandId: randomUUID(), conversationId, question })).toBe('STREAM_BUSY');
    const other = await demoPerson(hub.url, 'agent2');
    expect(await codeOf(other, 'ask-start', { commandId: randomUUID(), conversationId, question })).toBe('ok');
    gate.go();
    const answer = await agent.untilEntry('answer-created', (entry) => entry.data.streamId === streamId);
    expect(answer.data).toMatchObject({ question, text: words, sources: [] });
    await agent.until('stream-end', (end) => end.streamId === streamId);
    expect(await codeOf(agent, 'ask-start', { commandId: randomUUID(), conversationId, question })).toBe('ok');
    other.close();
    visitor.close();
  });

  it('a message of the talk is put into English for all who follow it', async () => {
    const visitor = await talk();
    const { conversationId } = visitor;
    const { seq } = await visitor.command('chat-send', { text: '¿Tiene garaje?' });
    const opened = await agent.send('conversation-open', { conversationId });
    expect(opened).toMatchObject({ translates: true });
    gate.go();
    const { streamId } = await agent.command('translate-start', { conversationId, seq });
    expect((await agent.untilEntry('message-translated')).data).toEqual({ streamId, message: seq, text: words });
    visitor.close();
  });

  it('an edited suggestion is kept with how far the agent changed it', async () => {
    gate.go();
    const visitor = await talk();
    const { conversationId } = visitor;
    await agent.send('conversation-open', { conversationId });
    await agent.command('coach-start', { conversationId });
    const { data } = await agent.untilEntry('suggestion-created');
    const { suggestionId } = data;
    const offered = data.reply ?? data.say;
    const answer = { suggestionId, action: 'edited', text: `${offered} ok` };
    const { seq } = await agent.command('suggestion-answer', answer);
    expect(await agent.untilEntry('suggestion-answered', (entry) => entry.seq === seq)).toMatchObject({
      data: { suggestionId, action: 'edited', editDistance: 3 },
    });
    expect(
      await codeOf(agent, 'suggestion-answer', { commandId: randomUUID(), ...answer, suggestionId: 'nothing' }),
    ).toBe('NOT_FOUND');
    expect(await codeOf(agent, 'suggestion-answer', { commandId: randomUUID(), ...answer, action: 'loved' })).toBe(
      'VALIDATION_FAILED',
    );
    visitor.close();
  });
});

describe('a reader who does not read', () => {
  it('costs nothing while a stream runs, and has every word of it once they read again', async () => {
    const model = await startFakeAnthropic();
    const long = 'Ask them what they need, and when. '.repeat(4000).trim();
    model.play(({ body }) => [{ do: 'tokens', tokens: tokensFor(body, long), everyMs: 0, perWrite: 40 }, stop()]);
    const env = { ANTHROPIC_API_KEY: 'key', ANTHROPIC_BASE_URL: model.url, HUB_LIMIT_VISITOR_BURST: '1000' };
    await using hub = await openHub({ env });
    const quick = await demoPerson(hub.url, 'agent');
    const visitor = await openVisitor(hub.url);
    const { conversationId } = visitor;
    // Twenty at once: the hub cuts a visitor for whom more than 256 KiB wait, and this client reads on the hub's own thread.
    for (let sent = 0; sent < 100; sent += 20)
      await Promise.all(Array.from({ length: 20 }, () => visitor.command('chat-send', { text: 'x'.repeat(4000) })));
    const slow = await openRaw(hub.url);
    await slow.join('/agent', await tokenOf(hub.url, 'agent2'));
    slow.socket.send(`42/agent,1["conversation-open",{"conversationId":"${conversationId}"}]`);
    await slow.until(/log-synced.*internal/);
    slow.socket.pause();
    // It answers pings that it has not read: those alone keep it connected.
    const pongs = setInterval(() => slow.socket.send('3'), 1000);
    const ofSlow = [...hub.gateway.io.of('/agent').sockets.values()].find(
      ({ data }) => data.session.scope.principal.name === 'Owen Park',
    );
    const { conn } = ofSlow as unknown as {
      conn: { writeBuffer: { data?: string }[]; transport: { socket: { bufferedAmount: number } } };
    };
    const waiting = (): number =>
      conn.writeBuffer.reduce((sum, { data }) => sum + (data?.length ?? 0), conn.transport.socket.bufferedAmount);
    // Answers that are not read, until the machine's own buffers are full and they wait in the hub, and none is still being made.
    const { entries } = hub.stores;
    const { read } = entries;
    let running = 0;
    entries.read = (...args) => {
      running += 1;
      return read(...args).finally(() => {
        running -= 1;
      });
    };
    for (let id = 10; waiting() < 100_000; id += 1) {
      slow.socket.send(`42/agent,${id}["log-fetch",{"log":"public:${conversationId}","fromSeq":1}]`);
      await quick.send('read-mark', { conversationId, seq: 0 });
    }
    await expect.poll(() => running).toBe(0);
    await quick.send('read-mark', { conversationId, seq: 0 });
    entries.read = read;
    const before = waiting();
    await quick.send('conversation-open', { conversationId });
    const streamId = String((await quick.command('ask-start', { conversationId, question: 'What now?' })).streamId);
    const end = await quick.until('stream-end', (one) => one.streamId === streamId);
    expect(end).toMatchObject({ status: 'done', length: long.length, sha256: hashOf(long) });
    expect(waiting() - before).toBeLessThan(long.length / 4);
    slow.socket.resume();
    await slow.until(new RegExp(`"stream-end",\\{"streamId":"${streamId}"`));
    const text = slow.heard.reduce((whole, line) => {
      if (!line.startsWith('42/agent,["stream-delta"')) return whole;
      const [, delta] = JSON.parse(line.slice(line.indexOf('['))) as [string, StreamDelta];
      return delta.streamId === streamId ? whole.slice(0, delta.offset) + delta.text : whole;
    }, '');
    expect(hashOf(text)).toBe(end.sha256);
    clearInterval(pongs);
    slow.socket.terminate();
    quick.close();
    visitor.close();
    await model.close();
  });
});

describe('Jorge’s own words', () => {
  it('a reply that an agent cuts short is the message the visitor has read, or an honest wait', async () => {
    const model = await startFakeAnthropic();
    const gate = held();
    model.play(({ body }) => [
      { do: 'tokens', tokens: tokensFor(body, 'The living room is large. '), everyMs: 0 },
      { do: 'hold', until: gate.until },
      stop(),
    ]);
    await using hub = await openHub({ env: { ANTHROPIC_API_KEY: 'key', ANTHROPIC_BASE_URL: model.url } });
    const agent = await demoPerson(hub.url, 'agent');
    const visitor = await openVisitor(hub.url);
    const { conversationId } = visitor;
    await visitor.command('chat-send', { text: 'Hello, can you tell me about the kitchen?' });
    await agent.send('conversation-open', { conversationId });
    const start = await visitor.until('stream-start', (one) => one.kind === 'reply');
    expect(start).toEqual({
      streamId: expect.any(String),
      conversationId,
      kind: 'reply',
      audience: 'public',
      attempt: 1,
      basis: 'model',
    });
    const { streamId } = start;
    await visitor.until('stream-delta', (delta) => delta.streamId === streamId);
    await agent.command('stream-stop', { streamId });
    const end = await visitor.until('stream-end', (one) => one.streamId === streamId);
    expect(end.status).toBe('stopped');
    const message = await visitor.untilEntry('message-created', (entry) => entry.actor.kind === 'bot');
    expect(message.data).toMatchObject({ streamId, text: textOf(visitor, streamId) });
    expect(hashOf(message.data.text)).toBe(end.sha256);
    gate.go();
    agent.close();
    visitor.close();
    await model.close();
  });
});

describe('streams on two nodes', () => {
  it('are the same text on both, whichever node a reader reads, syncs or stops them on', async () => {
    const servers = { mongodbUrl: uniqueDatabaseUrl(inject('mongodbUrl')), redisUrl: inject('redisUrl') };
    const model = await startFakeAnthropic();
    const gate = held();
    model.play(({ body }) => [
      { do: 'tokens', tokens: tokensFor(body, words), everyMs: 1 },
      { do: 'hold', until: gate.until },
      stop(),
    ]);
    const env = { ANTHROPIC_API_KEY: 'key', ANTHROPIC_BASE_URL: model.url };
    await using a = await openHub({ ...servers, env });
    await using b = await openHub({ ...servers, env });
    const agent = await demoPerson(a.url, 'agent');
    const supervisor = await demoPerson(b.url, 'supervisor');
    const visitor = await openVisitor(a.url);
    const { conversationId } = visitor;
    await visitor.command('human-request', { topic: 'the price' });
    for (const client of [agent, supervisor]) await client.send('conversation-open', { conversationId });
    const streamId = String((await agent.command('qualify-start', { conversationId })).streamId);
    await supervisor.until('stream-delta', () => textOf(supervisor, streamId).length > 100);
    const late = await demoPerson(b.url, 'admin');
    await late.send('conversation-open', { conversationId });
    const synced = await late.send('stream-sync', { streamId, attempt: 1, length: 10 });
    expect(synced).toMatchObject({ offset: 10, state: 'open' });
    expect(words.slice(10).startsWith(String(synced.text))).toBe(true);
    await supervisor.command('stream-stop', { streamId });
    const ends = await Promise.all(
      [agent, supervisor, late].map((client) => client.until('stream-end', (end) => end.streamId === streamId)),
    );
    for (const [index, client] of [agent, supervisor, late].entries()) {
      expect(ends[index]).toEqual(ends[0]);
      expect(hashOf(textOf(client, streamId))).toBe(ends[0]?.sha256);
    }
    expect(ends[0]?.status).toBe('stopped');
    for (const client of [agent, supervisor])
      expect(await codeOf(client, 'stream-stop', { commandId: randomUUID(), streamId })).toBe('STREAM_ENDED');
    expect(await supervisor.send('stream-sync', { streamId, attempt: 1, length: 0 })).toMatchObject({
      state: 'ended',
      end: ends[0],
    });
    gate.go();
    for (const client of [agent, supervisor, late, visitor]) client.close();
    await model.close();
  });
});
