import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { connect, type HubClient, openVisitor } from '../../support/hubClient.ts';
import { type OpenHub, openHub } from '../../support/openHub.ts';
import { uniqueDatabaseUrl } from '../../support/servers.ts';
import { codeOf, demoPerson } from '../people.ts';

type Numbered = { seq: number; type: string; log: string };
/** As clients do: a command that may be tried again is sent again, as the same one. Returns the seq. */
async function sendUntilAcked(client: HubClient, text: string): Promise<number> {
  const command = { commandId: randomUUID(), text };
  for (;;) {
    const ack = await client.emit('chat-send', command);
    if (ack.ok) return Number(ack.data.seq);
    if (!ack.error.retryable) throw new Error(ack.error.code);
  }
}

const seqsOf = (client: HubClient, log: string): number[] =>
  client.all('entry').flatMap((entry) => (entry.log === log ? [entry.seq] : []));
const upTo = (head: number, from = 1): number[] => Array.from({ length: head - from + 1 }, (_, i) => from + i);

describe.each([
  ['memory', 100],
  ['MongoDB', 40],
] as const)('the logs on %s', (store, messages) => {
  let hub: OpenHub;
  let agent: HubClient;
  beforeAll(async () => {
    const env = { HUB_LIMIT_VISITOR_BURST: '1000' };
    hub = await openHub(store === 'memory' ? { env } : { mongodbUrl: uniqueDatabaseUrl(inject('mongodbUrl')), env });
    agent = await demoPerson(hub.url, 'agent');
  });
  afterAll(async () => {
    agent.close();
    await hub.close();
  });

  it('messages of many at once are one gapless order, the same for every reader', async () => {
    const visitors = await Promise.all(Array.from({ length: 4 }, () => openVisitor(hub.url)));
    const others = await Promise.all(visitors.map((visitor) => connect(hub.url, '/widget', visitor.session.token)));
    await Promise.all(others.map((other) => other.send('chat-open')));
    await Promise.all(visitors.map(({ conversationId }) => agent.send('conversation-open', { conversationId })));
    const acks = await Promise.all(
      Array.from({ length: messages }, async (_, i) => {
        const client = (i % 8 < 4 ? visitors : others)[i % 4] as HubClient;
        return { of: i % 4, seq: await sendUntilAcked(client, `message ${i}`) };
      }),
    );
    for (const [index, visitor] of visitors.entries()) {
      const log = `public:${visitor.conversationId}`;
      const seqs = acks.flatMap((ack) => (ack.of === index ? [ack.seq] : []));
      expect(new Set(seqs).size).toBe(messages / 4);
      const last = Math.max(...seqs);
      for (const reader of [visitor, others[index] as HubClient, agent])
        await reader.until('entry', (entry) => entry.log === log && entry.seq >= last);
      const read = (reader: HubClient) => reader.all('entry').filter((entry) => entry.log === log && entry.seq <= last);
      expect(read(visitor).map((entry) => entry.seq)).toEqual(upTo(last));
      expect(read(others[index] as HubClient)).toEqual(read(visitor));
      expect(read(agent)).toEqual(read(visitor));
    }
    for (const client of [...visitors, ...others]) client.close();
  });

  it('an agent gets both logs, each from where they were', async () => {
    const visitor = await openVisitor(hub.url);
    const { conversationId } = visitor;
    // Jorge is silent: nothing else comes into the logs meanwhile.
    await agent.command('takeover-start', { conversationId });
    for (const text of ['one', 'two', 'three']) await visitor.command('chat-send', { text });
    for (const text of ['a', 'b']) await agent.command('note-add', { conversationId, text });
    const fresh = await demoPerson(hub.url, 'agent2');
    const opened = (await fresh.send('conversation-open', { conversationId, publicSeq: 2, internalSeq: 1 })) as Record<
      string,
      number
    >;
    const ofPublic = await fresh.until('log-synced', ({ log }) => log === `public:${conversationId}`);
    const ofInternal = await fresh.until('log-synced', ({ log }) => log === `internal:${conversationId}`);
    expect([ofPublic.fromSeq, ofInternal.fromSeq]).toEqual([3, 2]);
    // The coach's lines between the answer and the end of the log came after the heads.
    expect(opened.publicHead).toBe(ofPublic.seq);
    expect(opened.internalHead).toBeGreaterThanOrEqual(3);
    expect(opened.internalHead).toBeLessThanOrEqual(Number(ofInternal.seq));
    expect(opened).toMatchObject({
      mode: 'human',
      // The coach may have begun to write meanwhile.
      streams: expect.any(Array),
    });
    expect(opened.lead).toEqual({ id: expect.any(String) });
    expect(seqsOf(fresh, `public:${conversationId}`).slice(0, 1)).toEqual([3]);
    expect(seqsOf(fresh, `internal:${conversationId}`).slice(0, 1)).toEqual([2]);
    const order = fresh.heard.filter(({ event }) => event === 'entry' || event === 'log-synced');
    expect(order[0]?.event).toBe('entry');
    await fresh.send('conversation-leave', { conversationId });
    const { seq } = await visitor.command('chat-send', { text: 'four' });
    await agent.send('conversation-open', { conversationId });
    await agent.until('entry', (entry) => entry.log === `public:${conversationId}` && entry.seq === seq);
    expect(seqsOf(fresh, `public:${conversationId}`)).not.toContain(seq);
    fresh.close();
    visitor.close();
  });

  it('a conversation left before it has opened is not followed, and one opened again is', async () => {
    const visitor = await openVisitor(hub.url);
    const { conversationId } = visitor;
    const log = `public:${conversationId}`;
    await visitor.command('chat-send', { text: 'one' });
    const hasty = await demoPerson(hub.url, 'agent2');
    const both = [
      hasty.send('conversation-open', { conversationId }),
      hasty.send('conversation-leave', { conversationId }),
    ];
    await Promise.all(both);
    const { seq } = await visitor.command('chat-send', { text: 'two' });
    await agent.send('conversation-open', { conversationId });
    await agent.until('entry', (entry) => entry.log === log && entry.seq === seq);
    await hasty.send('log-fetch', { log, fromSeq: 1 });
    expect(seqsOf(hasty, log)).toEqual([]);
    await hasty.send('conversation-open', { conversationId });
    await hasty.until('entry', (entry) => entry.log === log && entry.seq === seq);
    hasty.close();
    visitor.close();
  });

  it('a log fetch is bounded, and a log that is not theirs does not exist for the reader', async () => {
    const visitor = await openVisitor(hub.url);
    const stranger = await openVisitor(hub.url);
    await visitor.command('chat-send', { text: 'hello' });
    const log = `public:${visitor.conversationId}`;
    const none = { fromSeq: 1 };
    for (const payload of [
      { log, fromSeq: -1 },
      { log, fromSeq: 1.5 },
      { log, fromSeq: '1' },
      { log, fromSeq: 1e300 },
      { log, fromSeq: 5, toSeq: 2 },
      { log, fromSeq: null },
      { log: 'neither', ...none },
      { log: `other:${visitor.conversationId}`, ...none },
      { log: { $ne: '' }, ...none },
    ])
      expect([payload, await codeOf(visitor, 'log-fetch', payload)]).toEqual([payload, 'VALIDATION_FAILED']);
    for (const name of [
      `internal:${visitor.conversationId}`,
      `public:${stranger.conversationId}`,
      'public:x',
      'internal:x',
    ])
      expect([name, await codeOf(visitor, 'log-fetch', { log: name, ...none })]).toEqual([name, 'NOT_FOUND']);
    expect(await codeOf(agent, 'log-fetch', { log: 'public:x', ...none })).toBe('NOT_FOUND');
    const beyond = await visitor.send('log-fetch', { log, fromSeq: 500, toSeq: 900 });
    expect(beyond.entries).toEqual([]);
    const wide = (await visitor.send('log-fetch', { log, fromSeq: 1, toSeq: 1_000_000 })) as {
      entries: Numbered[];
      head: number;
    };
    expect(wide.entries.map((entry) => entry.seq)).toEqual(upTo(wide.head));
    visitor.close();
    stranger.close();
  });

  it('chats opened together are one conversation, and it reaches the board with the first words', async () => {
    await agent.send('board-watch');
    const visitor = await openVisitor(hub.url);
    const sockets = await Promise.all(
      Array.from({ length: 5 }, () => connect(hub.url, '/widget', visitor.session.token)),
    );
    const opened = await Promise.all([...sockets, ...sockets].map((socket) => socket.send('chat-open')));
    expect(new Set(opened.map((one) => one.conversationId))).toEqual(new Set([visitor.conversationId]));
    expect(opened[0]).toMatchObject({ head: 0, mode: 'bot', streams: [] });
    const { rows } = (await agent.send('board-watch')) as { rows: { conversationId: string }[] };
    expect(rows.map((row) => row.conversationId)).not.toContain(visitor.conversationId);
    expect(agent.all('board-row').filter((row) => row.conversationId === visitor.conversationId)).toEqual([]);
    // While somebody of the team writes, Jorge does not answer: the row is that of these words.
    const { conversationId } = visitor;
    await agent.send('conversation-open', { conversationId });
    await agent.send('typing-set', { conversationId, on: true });
    await visitor.command('chat-send', { text: 'First words' });
    const row = await agent.until('board-row', (one) => one.conversationId === visitor.conversationId);
    expect(row).toMatchObject({
      channel: 'widget',
      mode: 'bot',
      unread: 1,
      lastText: 'First words',
      flags: [],
      language: 'en',
    });
    await agent.send('conversation-leave', { conversationId });
    for (const socket of sockets) socket.close();
    visitor.close();
  });

  it('a closed conversation takes no more words; opening the chat makes a new one', async () => {
    const visitor = await openVisitor(hub.url);
    await visitor.command('chat-send', { text: 'bye' });
    await agent.command('conversation-close', { conversationId: visitor.conversationId, disposition: 'Spam and rude' });
    const closed = await visitor.untilEntry('conversation-changed', (entry) => entry.data.mode === 'closed');
    expect(JSON.stringify(closed)).not.toContain('Spam');
    expect(await codeOf(visitor, 'chat-send', { commandId: randomUUID(), text: 'one more' })).toBe('CONFLICT');
    expect(await codeOf(visitor, 'human-request', { commandId: randomUUID() })).toBe('CONFLICT');
    for (const name of ['takeover-start', 'takeover-end', 'bot-pause'])
      expect(await codeOf(agent, name, { commandId: randomUUID(), conversationId: visitor.conversationId })).toBe(
        'CONFLICT',
      );
    const { entries } = (await agent.send('log-fetch', { log: `internal:${visitor.conversationId}`, fromSeq: 1 })) as {
      entries: unknown[];
    };
    expect(JSON.stringify(entries)).toContain('"data":{"disposition":"Spam and rude"}');
    const { conversationId } = await visitor.send('chat-open', { sinceSeq: 2 });
    expect(conversationId).not.toBe(visitor.conversationId);
    expect(await visitor.until('log-synced', ({ log }) => log === `public:${conversationId}`)).toMatchObject({
      fromSeq: 1,
      seq: 0,
    });
    const { seq } = await visitor.command('chat-send', { text: 'again' });
    expect(seq).toBe(1);
    const old = await visitor.send('log-fetch', { log: `public:${visitor.conversationId}`, fromSeq: 1 });
    expect((old.entries as Numbered[]).length).toBeGreaterThanOrEqual(2);
    visitor.close();
  });
});

describe('a long absence', () => {
  it('after an absence of any length a client gets what it missed, or is told what to fetch', async () => {
    await using hub = await openHub({ env: { HUB_LIMIT_VISITOR_BURST: '1000' } });
    const agent = await demoPerson(hub.url, 'agent');
    const visitor = await openVisitor(hub.url);
    const { conversationId } = visitor;
    const log = `public:${conversationId}`;
    // Jorge is silent: the head stands still while it is looked at.
    await agent.command('takeover-start', { conversationId });
    for (let i = 0; i < 230; i += 1) await visitor.command('chat-send', { text: `m${i}` });
    visitor.close();
    const { head } = (await agent.send('log-fetch', { log, fromSeq: 1 })) as { head: number };
    expect(head).toBeGreaterThanOrEqual(230);

    const back = await connect(hub.url, '/widget', visitor.session.token);
    const opened = (await back.send('chat-open', { sinceSeq: 5 })) as { head: number };
    const synced = await back.until('log-synced');
    expect(synced).toEqual({ log, fromSeq: opened.head - 199, seq: opened.head });
    expect(seqsOf(back, log)).toEqual(upTo(opened.head, synced.fromSeq));
    const rest = (await back.send('log-fetch', { log, fromSeq: 6, toSeq: synced.fromSeq - 1 })) as {
      entries: Numbered[];
    };
    expect(rest.entries.map((entry) => entry.seq)).toEqual(upTo(synced.fromSeq - 1, 6));

    const level = await connect(hub.url, '/widget', visitor.session.token);
    await level.send('chat-open', { sinceSeq: opened.head });
    const levelled = await level.until('log-synced');
    expect(levelled.fromSeq).toBe(opened.head + 1);
    expect(seqsOf(level, log).filter((seq) => seq <= opened.head)).toEqual([]);

    const ahead = await connect(hub.url, '/widget', visitor.session.token);
    await ahead.send('chat-open', { sinceSeq: 999_999 });
    const told = await ahead.until('log-synced');
    expect(told.seq).toBeLessThan(999_999);
    const next = await ahead.command('chat-send', { text: 'still here' });
    await ahead.until('entry', (entry) => entry.seq === next.seq);
    for (const client of [back, level, ahead, agent]) client.close();
  });
});
