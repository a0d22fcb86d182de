import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { BoardRow } from '../../../src/contract/socket/board.ts';
import { connect, type HubClient, openVisitor, widgetSession } from '../../support/hubClient.ts';
import { type OpenHub, openHub } from '../../support/openHub.ts';
import { uniqueDatabaseUrl } from '../../support/servers.ts';
import { codeOf, demoPerson } from '../people.ts';

function expectRising(answers: Record<string, unknown>[]): void {
  const places = answers.map(({ seq }) => Number(seq));
  expect(places).toEqual([...places].sort((a, b) => a - b));
}

describe.each(['memory', 'MongoDB'])('commands on %s', (store) => {
  let hub: OpenHub;
  let agent: HubClient;
  let supervisor: HubClient;
  beforeAll(async () => {
    hub = await openHub(store === 'memory' ? {} : { mongodbUrl: uniqueDatabaseUrl(inject('mongodbUrl')) });
    [agent, supervisor] = await Promise.all([demoPerson(hub.url, 'agent'), demoPerson(hub.url, 'supervisor')]);
  });
  afterAll(async () => {
    agent.close();
    supervisor.close();
    await hub.close();
  });

  it('a message is stored as the page says, and acked with its place', async () => {
    const visitor = await openVisitor(hub.url);
    const commandId = randomUUID();
    const ack = await visitor.emit('chat-send', { commandId, text: '  Cafe\u0301\r\nat\u0000 9\r? \n' });
    expect(ack).toEqual({
      ok: true,
      data: { conversationId: visitor.conversationId, messageId: expect.any(String), seq: 1 },
    });
    const entry = await visitor.untilEntry('message-created');
    expect(entry).toEqual({
      v: 1,
      id: expect.any(String),
      log: `public:${visitor.conversationId}`,
      seq: 1,
      type: 'message-created',
      at: expect.stringMatching(/Z$/),
      conversationId: visitor.conversationId,
      actor: { kind: 'visitor', id: visitor.session.visitorId },
      cause: { principalId: visitor.session.visitorId, commandId },
      data: { messageId: ack.ok && ack.data.messageId, text: 'Café\nat 9?', channel: 'widget', language: 'en' },
    });
    for (const id of [entry.id, entry.data.messageId, visitor.conversationId])
      expect(id.length).toBeLessThanOrEqual(64);
    visitor.close();
  });

  it('a bad payload gets one code, the name of the field, and nothing of what was sent', async () => {
    const visitor = await openVisitor(hub.url);
    const commandId = randomUUID();
    const bad: [unknown, string | undefined][] = [
      [{ commandId, text: '' }, 'text'],
      [{ commandId, text: ' \u0000\r ' }, 'text'],
      [{ commandId, text: 'a'.repeat(4001) }, 'text'],
      [{ commandId, text: '🏡'.repeat(2001) }, 'text'],
      [{ commandId, text: 7 }, 'text'],
      [{ commandId, text: { $gt: '' } }, 'text'],
      [{ text: 'hi' }, 'commandId'],
      [{ commandId: 'SECRET-7', text: 'hi' }, 'commandId'],
      [{ commandId, text: 'hi', 'SECRET-7': 1 }, undefined],
      [{ commandId, text: 'hi', tenantId: 'demo' }, undefined],
      [{ commandId, text: 'hi', choiceId: 'SECRET-7'.repeat(10) }, 'choiceId'],
      [null, undefined],
      [[], undefined],
      ['SECRET-7', undefined],
      [undefined, undefined],
    ];
    for (const [payload, field] of bad) {
      const ack = await visitor.emit('chat-send', payload);
      expect(ack).toEqual({
        ok: false,
        error: {
          code: 'VALIDATION_FAILED',
          message: expect.any(String),
          ...(field === undefined ? {} : { field }),
          retryable: false,
          trace: expect.any(String),
        },
      });
      expect(JSON.stringify(ack)).not.toContain('SECRET-7');
    }
    expect(await visitor.send('log-fetch', { log: `public:${visitor.conversationId}`, fromSeq: 1 })).toEqual({
      entries: [],
      head: 0,
    });
    visitor.close();
  });

  it('names that nobody knows, names of others and names of later are told apart', async () => {
    const visitor = await openVisitor(hub.url);
    const { conversationId } = visitor;
    const commandId = randomUUID();
    expect(await codeOf(visitor, 'nothing-known', {})).toBe('UNKNOWN_EVENT');
    expect(await codeOf(visitor, 'Chat-Send', {})).toBe('UNKNOWN_EVENT');
    for (const name of [
      'board-watch',
      'takeover-start',
      'message-send',
      'whisper-send',
      'note-add',
      'conversation-open',
    ])
      expect([name, await codeOf(visitor, name, { conversationId, commandId, text: 'x' })]).toEqual([
        name,
        'FORBIDDEN',
      ]);
    for (const name of ['chat-open', 'chat-send', 'human-request', 'monitor-start', 'whisper-send', 'alert-answer'])
      expect([name, await codeOf(agent, name, {})]).toEqual([name, 'FORBIDDEN']);
    expect(await codeOf(supervisor, 'whisper-send', { commandId, conversationId, to: 'bot', text: 't' })).toBe(
      'NOT_CONFIGURED',
    );
    expect(await codeOf(supervisor, 'alert-answer', { commandId, alertId: 'a' })).toBe('NOT_FOUND');
    visitor.close();
  });

  it('C20: a message sent again, together, later, on another connection or after the end, is one message', async () => {
    const visitor = await openVisitor(hub.url);
    const commandId = randomUUID();
    const together = await Promise.all(
      Array.from({ length: 6 }, () => visitor.send('chat-send', { commandId, text: 'once' })),
    );
    expect(together.filter((data) => data.duplicate === undefined)).toHaveLength(1);
    const [first] = together.map(({ duplicate: _, ...data }) => data);
    for (const { duplicate: _, ...data } of together) expect(data).toEqual(first);
    expect(await codeOf(visitor, 'chat-send', { commandId, text: 'twice' })).toBe('COMMAND_REUSED');
    visitor.close();
    const back = await connect(hub.url, '/widget', visitor.session.token);
    expect(await back.send('chat-send', { commandId, text: 'once' })).toEqual({ ...first, duplicate: true });
    await back.send('chat-open');
    await back.command('chat-end');
    expect(await back.send('chat-send', { commandId, text: 'once' })).toEqual({ ...first, duplicate: true });
    await back.send('chat-open');
    expect(await back.send('chat-send', { commandId, text: 'once' })).toEqual({ ...first, duplicate: true });
    const log = await back.send('log-fetch', { log: `public:${visitor.conversationId}`, fromSeq: 1 });
    const messages = (log.entries as { type: string; cause?: { commandId: string } }[]).filter(
      (entry) => entry.cause?.commandId === commandId,
    );
    expect(messages).toHaveLength(1);
    back.close();
  });

  it('any other command sent again is done once and answered as before', async () => {
    const visitor = await openVisitor(hub.url);
    const { conversationId } = visitor;
    await visitor.command('chat-send', { text: 'hello' });
    const commandId = randomUUID();
    const note = { commandId, conversationId, text: 'remember the dog' };
    const together = await Promise.all(Array.from({ length: 5 }, () => agent.send('note-add', note)));
    expect(together.filter((data) => data.duplicate === true)).toHaveLength(4);
    expect(new Set(together.map((data) => data.seq)).size).toBe(1);
    expect(await codeOf(agent, 'note-add', { ...note, text: 'other' })).toBe('COMMAND_REUSED');
    expect(await codeOf(agent, 'takeover-start', { commandId, conversationId })).toBe('COMMAND_REUSED');
    // Somebody else's id of the same letters is another id.
    expect((await supervisor.send('note-add', note)).duplicate).toBeUndefined();
    const taken = randomUUID();
    const over = await agent.send('takeover-start', { commandId: taken, conversationId });
    expect(await agent.send('takeover-start', { commandId: taken, conversationId })).toEqual({
      ...over,
      duplicate: true,
    });
    const { entries } = (await agent.send('log-fetch', { log: `internal:${conversationId}`, fromSeq: 1 })) as {
      entries: { type: string; actor: { kind: string }; cause?: { commandId: string } }[];
    };
    const notes = entries.filter((entry) => entry.type === 'note-created');
    expect(notes.map((entry) => [entry.actor.kind, entry.cause?.commandId])).toEqual([
      ['agent', commandId],
      ['supervisor', commandId],
    ]);
    visitor.close();
  });

  it('one id is one command, messages and all others together', async () => {
    const visitor = await openVisitor(hub.url);
    const { conversationId } = visitor;
    const spent = randomUUID();
    await visitor.send('chat-send', { commandId: spent, text: 'hello' });
    expect(await codeOf(visitor, 'human-request', { commandId: spent })).toBe('COMMAND_REUSED');
    const noted = randomUUID();
    await agent.send('note-add', { commandId: noted, conversationId, text: 'n' });
    expect(await codeOf(agent, 'message-send', { commandId: noted, conversationId, text: 'n' })).toBe('COMMAND_REUSED');
    visitor.close();
  });

  it('S70: nobody tells the hub what it knows of them: states and slots are refused, a choice that was not offered is only words', async () => {
    const visitor = await openVisitor(hub.url);
    const { conversationId } = visitor;
    const sends = (more: object) => codeOf(visitor, 'chat-send', { commandId: randomUUID(), text: 'Hello', ...more });
    for (const forged of [{ qualified: true }, { state: 'BOOKED' }, { slots: { budget: 1 } }, { role: 'agent' }])
      expect(await sends(forged)).toBe('VALIDATION_FAILED');
    expect(await codeOf(visitor, 'slot-choose', { commandId: randomUUID(), offerId: 'o', slotId: 's' })).not.toBe('ok');

    const { seq } = await visitor.command('chat-send', { text: 'Hello', choiceId: 'qualified' });
    await visitor.untilEntry('message-created', (entry) => entry.actor.kind === 'bot' && entry.seq > Number(seq));
    const found = await hub.stores.entries.newestOf(conversationId, 'qualification-changed');
    const slots = found?.type === 'qualification-changed' ? Object.values(found.data.slots) : [];
    expect(slots.filter(({ state }) => state === 'answered')).toEqual([]);

    // A command done once is not done again under the same ID with other words.
    const commandId = randomUUID();
    await visitor.send('chat-send', { commandId, text: 'I want to buy' });
    expect(await sends({ commandId, text: 'I want to sell' })).toBe('COMMAND_REUSED');
    visitor.close();
  });

  it('words of a person may be as long as the page says, whatever they are for', async () => {
    const visitor = await openVisitor(hub.url);
    const { conversationId } = visitor;
    const long = 'x'.repeat(4000);
    await visitor.command('human-request', { topic: long });
    await agent.command('takeover-start', { conversationId, reason: long });
    await agent.command('takeover-end', { conversationId });
    await agent.command('ask-start', { conversationId, question: long });
    await agent.command('coach-start', { conversationId, focus: long });
    await agent.command('handoff-request', { conversationId, to: 'seller', reason: long });
    await agent.command('conversation-close', { conversationId, disposition: long });
    const tooLong = { commandId: randomUUID(), conversationId, disposition: `${long}x` };
    expect(await codeOf(agent, 'conversation-close', tooLong)).toBe('VALIDATION_FAILED');
    const { rows } = await agent.send('board-watch', { filter: { mode: 'closed' } });
    const row = (rows as BoardRow[]).find((one) => one.conversationId === conversationId);
    for (const { reason } of [...(row?.flags ?? []), ...(row?.alerts ?? [])]) expect(reason.length).toBeLessThan(501);
    visitor.close();
  });

  it('commands sent without waiting for the acks are done in the order in which they were sent', async () => {
    const { token } = await widgetSession(hub.url);
    const visitor = await connect(hub.url, '/widget', token);
    const words = Array.from({ length: 15 }, (_, i) => `line ${i}`);
    const opened = visitor.send('chat-open');
    const sent = await Promise.all(words.map((text) => visitor.command('chat-send', { text })));
    expectRising(sent);
    const { conversationId } = await opened;
    const order = await Promise.all([
      agent.command('takeover-start', { conversationId }),
      agent.command('message-send', { conversationId, text: 'one' }),
      agent.command('message-send', { conversationId, text: 'two' }),
      agent.command('takeover-end', { conversationId }),
    ]);
    expectRising(order);
    visitor.close();
  });

  it('after twenty messages at once a visitor is told how long to wait, on every connection, and nothing is half sent', async () => {
    const visitor = await openVisitor(hub.url);
    const second = await connect(hub.url, '/widget', visitor.session.token);
    const acks = await Promise.all(
      Array.from({ length: 30 }, (_, i) =>
        (i % 2 ? second : visitor).emit('chat-send', { commandId: randomUUID(), text: `m${i}` }),
      ),
    );
    const refused = acks.flatMap((ack) => (ack.ok ? [] : [ack.error]));
    expect(acks.filter((ack) => ack.ok).length).toBeGreaterThanOrEqual(20);
    expect(refused.length).toBeGreaterThanOrEqual(5);
    for (const error of refused) {
      expect(error).toMatchObject({ code: 'RATE_LIMITED', retryable: true });
      expect(error.retryAfterMs).toBeGreaterThan(0);
    }
    const { entries } = await visitor.send('log-fetch', { log: `public:${visitor.conversationId}`, fromSeq: 1 });
    const kept = (entries as { actor: { kind: string } }[]).filter((entry) => entry.actor.kind === 'visitor');
    expect(kept).toHaveLength(acks.length - refused.length);
    visitor.close();
    second.close();
  });
});
