import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { notOfferedYet, supervisorCommands } from '../../src/contract/commands.ts';
import { connect, type HubClient, openVisitor } from '../support/hubClient.ts';
import { type OpenHub, openHub } from '../support/openHub.ts';
import { codeOf, demoPerson, secondTenant, widgetToken } from './people.ts';

describe('another brokerage’s things are not there (contract §9, §10.6)', () => {
  let hub: OpenHub;
  let agent: HubClient;
  let stranger: HubClient;
  let other: Awaited<ReturnType<typeof secondTenant>>;
  beforeAll(async () => {
    hub = await openHub();
    agent = await demoPerson(hub.url, 'agent');
    other = await secondTenant(hub);
    stranger = await connect(hub.url, '/supervisor', other.token);
  });
  afterAll(async () => {
    agent.close();
    stranger.close();
    await hub.close();
  });

  it('every command that names a thing answers for another tenant’s as for one that never was', async () => {
    const visitor = await openVisitor(hub.url);
    const { conversationId } = visitor;
    await visitor.command('chat-send', { text: 'CANARY too high a price' });
    await agent.send('conversation-open', { conversationId });
    await agent.command('coach-start', { conversationId });
    const { data } = await agent.untilEntry('suggestion-created');
    const { streamId } = data;
    await visitor.command('chat-send', { text: 'CANARY delete my data' });
    const { alertId } = (await agent.untilEntry('alert-raised')).data;
    await stranger.send('board-watch');

    const more: Record<string, object> = {
      'log-fetch': { log: `public:${conversationId}`, fromSeq: 1 },
      'stream-sync': { streamId, attempt: 1, length: 0 },
      'stream-stop': { streamId },
      'typing-set': { conversationId, on: true },
      'read-mark': { conversationId, seq: 1 },
      'conversation-open': { conversationId },
      'conversation-leave': { conversationId },
      'message-send': { conversationId, text: 'x' },
      'ask-start': { conversationId, question: 'who?' },
      'suggestion-answer': { suggestionId: data.suggestionId, action: 'accepted' },
      'slot-correct': { conversationId, slot: 'intent', value: 'buy' },
      'note-add': { conversationId, text: 'x' },
      'conversation-assign': { conversationId, to: null },
      'conversation-snooze': { conversationId, until: new Date().toISOString() },
      'conversation-close': { conversationId, disposition: 'x' },
      'monitor-start': { conversationId, mode: 'silent', reason: 'x' },
      'whisper-send': { conversationId, to: 'agent', text: 'x' },
      'handoff-request': { conversationId, to: 'buyer', reason: 'x' },
      'alert-answer': { alertId },
      'appointment-cancel': { conversationId, appointmentId: 'x' },
    };
    const nameless = new Set(['auth-refresh', 'board-watch', 'presence-set']);
    for (const [name, { payload }] of Object.entries(supervisorCommands)) {
      if (notOfferedYet.has(name) || nameless.has(name)) continue;
      const withId = 'commandId' in payload.shape ? { commandId: randomUUID() } : {};
      const theirs = { ...withId, ...(more[name] ?? { conversationId }) };
      expect([name, await codeOf(stranger, name, theirs)]).toEqual([name, 'NOT_FOUND']);
      const absent = JSON.parse(
        JSON.stringify(theirs)
          .replaceAll(conversationId, 'never')
          .replaceAll(streamId, 'never')
          .replaceAll(data.suggestionId, 'never')
          .replaceAll(alertId, 'never'),
      ) as object;
      expect([name, await codeOf(stranger, name, absent)]).toEqual([name, 'NOT_FOUND']);
    }
    const internal = { log: `internal:${conversationId}`, fromSeq: 1 };
    expect(await codeOf(stranger, 'log-fetch', internal)).toBe('NOT_FOUND');
    await visitor.command('chat-send', { text: 'CANARY again' });
    await agent.until('entry', (entry) => JSON.stringify(entry).includes('CANARY again'));
    expect(JSON.stringify(stranger.heard)).not.toContain('CANARY');
    expect(JSON.stringify(stranger.heard)).not.toContain(conversationId);
    expect((await agent.send('conversation-open', { conversationId })).mode).toBe('waiting');
    visitor.close();
  });

  it('S81: ids are not to be guessed: they follow from nothing, and four hundred tries find nothing', async () => {
    const visitors = await Promise.all([1, 2, 3].map(() => openVisitor(hub.url)));
    const { conversationId } = visitors[0]!;
    await visitors[0]!.command('chat-send', { text: 'CANARY mine' });
    const ids = visitors.flatMap((one) => [one.conversationId, one.session.visitorId]);
    for (const id of ids) expect(Buffer.from(id, 'base64url')).toHaveLength(16);
    // Two ids of the same moment agree in about one sign of sixty-four.
    const alike = (a: string, b: string) => [...a].filter((sign, place) => sign === b[place]).length;
    for (const a of ids) for (const b of ids) expect(a === b || alike(a, b) < 8, `${a} ${b}`).toBe(true);

    const nosy = await openVisitor(hub.url);
    const turned = (place: number) => {
      const sign = conversationId[place] === 'A' ? 'B' : 'A';
      return conversationId.slice(0, place) + sign + conversationId.slice(place + 1);
    };
    const guesses = [
      ...Array.from({ length: 22 }, (_, place) => turned(place)),
      ...Array.from({ length: 378 }, () => randomBytes(16).toString('base64url')),
    ];
    const codes = await Promise.all(
      guesses.map((id) => codeOf(nosy, 'log-fetch', { log: `public:${id}`, fromSeq: 1 })),
    );
    expect(new Set(codes)).toEqual(new Set(['NOT_FOUND', 'RATE_LIMITED']));
    expect(JSON.stringify(nosy.heard)).not.toContain('CANARY');
    for (const client of [...visitors, nosy]) client.close();
  });

  it('C19: a visitor sees their own conversation and no other, whatever they name', async () => {
    const visitor = await openVisitor(hub.url);
    await visitor.command('chat-send', { text: 'CANARY mine' });
    const answered = await visitor.untilEntry('message-created', (entry) => entry.actor.kind === 'bot');
    const { conversationId } = visitor;
    const elsewhere = await connect(
      hub.url,
      '/widget',
      String((await widgetToken(hub.url, { siteKey: other.siteKey })).token),
    );
    const neighbour = await openVisitor(hub.url);
    for (const nosy of [elsewhere, neighbour]) {
      expect(await codeOf(nosy, 'log-fetch', { log: `public:${conversationId}`, fromSeq: 1 })).toBe('NOT_FOUND');
      expect(await codeOf(nosy, 'stream-sync', { streamId: answered.data.streamId, attempt: 1, length: 0 })).toBe(
        'NOT_FOUND',
      );
      expect(await codeOf(nosy, 'typing-set', { conversationId, on: true })).toBe('NOT_FOUND');
      expect(await codeOf(nosy, 'read-mark', { conversationId, seq: 1 })).toBe('NOT_FOUND');
      expect(await codeOf(nosy, 'chat-open', { conversationId })).toBe('VALIDATION_FAILED');
      expect(JSON.stringify(nosy.heard)).not.toContain('CANARY');
      nosy.close();
    }
    visitor.close();
  });
});
