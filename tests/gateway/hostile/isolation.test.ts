import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { WireError } from '../../../src/contract/errors.ts';
import type { Entry } from '../../../src/contract/log/entry.ts';
import { namespaces } from '../../../src/contract/socket/commands.ts';
import { supervisorCommands } from '../../../src/contract/socket/supervisorCommands.ts';
import { newId } from '../../../src/kernel/ids.ts';
import { connect, type HubClient, openVisitor, post } from '../../support/hubClient.ts';
import { type OpenHub, openHub } from '../../support/openHub.ts';
import { codeOf, demoPerson, secondTenant, widgetToken } from '../people.ts';

/** All that a refusal tells, but for the name of the trace. */
async function refusalOf(client: HubClient, name: string, payload: object): Promise<Partial<WireError>> {
  const ack = await client.emit(name, payload);
  if (ack.ok) throw new Error(`${name} was done`);
  const { trace: _, ...told } = ack.error;
  return told;
}

/** The paths of all objects in a JSON schema that take fields they do not name. */
function looseIn(schema: unknown, path: string): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const { type, properties, additionalProperties } = schema as Record<string, unknown>;
  const isLoose = type === 'object' && properties !== undefined && additionalProperties !== false;
  return [
    ...(isLoose ? [path] : []),
    ...Object.entries(schema).flatMap(([name, inner]) => looseIn(inner, `${path}/${name}`)),
  ];
}

describe('another brokerage’s things are not there', () => {
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

  it('S19: every command that names a thing answers for another tenant’s as for one that never was', async () => {
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
      'translate-start': { conversationId, seq: 1 },
      'suggestion-answer': { suggestionId: data.suggestionId, action: 'accepted' },
      'slot-correct': { conversationId, slot: 'intent', value: 'buy' },
      'note-change': { conversationId, seq: 1, pinned: true },
      'note-add': { conversationId, text: 'x' },
      'conversation-assign': { conversationId, to: null },
      'conversation-snooze': { conversationId, until: new Date().toISOString() },
      'conversation-unread': { conversationId },
      'message-schedule': { conversationId, text: 'x', at: new Date().toISOString() },
      'message-unschedule': { conversationId, scheduledId: 'x' },
      'conversation-prioritise': { conversationId, priority: 'high' },
      'conversation-tag': { conversationId, add: [], remove: [] },
      'conversation-close': { conversationId, disposition: 'x' },
      'monitor-start': { conversationId, mode: 'silent', reason: 'x' },
      'whisper-send': { conversationId, to: 'agent', text: 'x' },
      'handoff-request': { conversationId, to: 'buyer', reason: 'x' },
      'alert-answer': { alertId },
      'appointment-book': { conversationId, kind: 'call', startsAt: new Date().toISOString() },
      'appointment-move': { conversationId, appointmentId: 'x', startsAt: new Date().toISOString() },
      'appointment-note': { conversationId, appointmentId: 'x', note: 'x' },
      'task-add': { conversationId, text: 'x', dueAt: new Date(Date.now() + 86_400_000).toISOString() },
      'task-change': { conversationId, taskId: 'x', done: true },
      'call-start': { conversationId, direction: 'outbound' },
      'call-attach': { conversationId, callId: 'x', consent: null },
      'call-caller': { callId: 'x', isThem: false },
      'call-consent': { callId: 'x', party: 'lead', state: 'given' },
      'call-segment': {
        ...{ callId: 'x', utteranceId: 'u', seq: 1, speaker: 'lead', text: 't', startMs: 0, endMs: 1 },
        ...{ confidence: null, isFinal: true, language: 'en' },
      },
      'suggestion-seen': { suggestionId: data.suggestionId },
      'cue-answer': { cueId: 'x', action: 'used' },
      'call-recap': { callId: 'x' },
      'call-end': { callId: 'x', outcome: 'x' },
      'appointment-cancel': { conversationId, appointmentId: 'x' },
    };
    const nameless = new Set(['auth-refresh', 'board-watch', 'presence-set']);
    for (const [name, { payload }] of Object.entries(supervisorCommands)) {
      if (nameless.has(name)) continue;
      const withId = 'commandId' in payload.shape ? { commandId: randomUUID() } : {};
      const theirs = { ...withId, ...(more[name] ?? { conversationId }) };
      const foreign = await refusalOf(stranger, name, theirs);
      expect([name, foreign.code]).toEqual([name, 'NOT_FOUND']);
      const absent = JSON.parse(
        JSON.stringify(theirs)
          .replaceAll(conversationId, 'never')
          .replaceAll(streamId, 'never')
          .replaceAll(data.suggestionId, 'never')
          .replaceAll(alertId, 'never'),
      ) as object;
      expect([name, await refusalOf(stranger, name, absent)]).toEqual([name, foreign]);
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

    // A socket refused a hundred times in a row is cut off: fifty tries each.
    const nosy = await Promise.all(Array.from({ length: 8 }, () => openVisitor(hub.url)));
    const turned = (place: number) => {
      const sign = conversationId[place] === 'A' ? 'B' : 'A';
      return conversationId.slice(0, place) + sign + conversationId.slice(place + 1);
    };
    const guesses = [
      ...Array.from({ length: 22 }, (_, place) => turned(place)),
      ...Array.from({ length: 378 }, () => randomBytes(16).toString('base64url')),
    ];
    const codes = await Promise.all(
      guesses.map((id, at) => codeOf(nosy[at % nosy.length]!, 'log-fetch', { log: `public:${id}`, fromSeq: 1 })),
    );
    expect(new Set(codes)).toEqual(new Set(['NOT_FOUND', 'RATE_LIMITED']));
    expect(JSON.stringify(nosy.map(({ heard }) => heard))).not.toContain('CANARY');
    for (const client of [...visitors, ...nosy]) client.close();
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

  it('S18: no command and no body takes a field that says who somebody is, or any other it does not know', async () => {
    const loose = Object.values(namespaces).flatMap((table) =>
      Object.entries(table).flatMap(([name, { payload }]) =>
        looseIn(z.toJSONSchema(payload, { io: 'input', unrepresentable: 'any' }), name),
      ),
    );
    expect(loose).toEqual([]);
    const documented = (await (await fetch(`${hub.url}/openapi.json`)).json()) as {
      paths: Record<string, Record<string, { requestBody?: { content: Record<string, unknown> } }>>;
    };
    const bodies = Object.entries(documented.paths).flatMap(([path, methods]) =>
      Object.values(methods).flatMap(({ requestBody }) => (requestBody ? [[path, requestBody.content] as const] : [])),
    );
    expect(bodies.length).toBeGreaterThan(10);
    expect(bodies.flatMap(([path, content]) => looseIn(content, path))).toEqual([]);

    const visitor = await openVisitor(hub.url);
    const { conversationId } = visitor;
    const token = (agent.socket.auth as { token: string }).token;
    for (const more of [{ role: 'admin' }, { tenantId: other.tenantId }, { __v: 1 }]) {
      const commandId = randomUUID();
      expect(await codeOf(visitor, 'chat-send', { commandId, text: 'hi', ...more })).toBe('VALIDATION_FAILED');
      expect(await codeOf(agent, 'note-add', { commandId, conversationId, text: 'hi', ...more })).toBe(
        'VALIDATION_FAILED',
      );
      const body = { title: 'Hi', text: 'Hello', for: 'me', ...more };
      const kept = await post(hub.url, '/saved-replies', body, { authorization: `Bearer ${token}` });
      expect([kept.status, (kept.body.error as WireError).code]).toEqual([400, 'VALIDATION_FAILED']);
    }
    visitor.close();
  });

  it('S21: numbers that are none, or reach beyond what there is, tell no more than 200 entries at a time', async () => {
    const visitor = await openVisitor(hub.url);
    const { conversationId } = visitor;
    const tenantId = (await hub.stores.identity.findUserByEmail('admin@demo.example'))?.tenantId ?? '';
    const at = new Date().toISOString();
    const base = { v: 1, type: 'note-created', at, conversationId, log: `internal:${conversationId}` } as const;
    for (let seq = 1; seq <= 205; seq += 1) {
      const entry = { ...base, id: newId(), seq, actor: { kind: 'system', id: 's' }, data: { text: 'x' } } as Entry;
      await hub.stores.entries.insert({ tenantId, entry, onceKey: newId(), bodyHash: null, owedAt: null });
    }
    const log = base.log;
    const refused = 'VALIDATION_FAILED';
    for (const bad of [-1, '10', Number.NaN, Number.POSITIVE_INFINITY, 1.5, 2 ** 53, 1e300, null, [1], {}, true]) {
      expect([bad, await codeOf(agent, 'log-fetch', { log, fromSeq: bad })]).toEqual([bad, refused]);
      expect([bad, await codeOf(agent, 'log-fetch', { log, fromSeq: 1, toSeq: bad })]).toEqual([bad, refused]);
      expect([bad, await codeOf(agent, 'conversation-open', { conversationId, publicSeq: bad })]).toEqual([
        bad,
        refused,
      ]);
      expect([bad, await codeOf(agent, 'board-watch', { limit: bad })]).toEqual([bad, refused]);
    }
    expect(await codeOf(agent, 'log-fetch', { log, fromSeq: 5, toSeq: 4 })).toBe(refused);
    expect(await codeOf(agent, 'board-watch', { limit: 501 })).toBe(refused);
    const seqsOf = async (more: object) =>
      ((await agent.send('log-fetch', { log, ...more })) as { entries: Entry[] }).entries.map(({ seq }) => seq);
    expect(await seqsOf({ fromSeq: 1e9 })).toEqual([]);
    const page = await seqsOf({ fromSeq: 0, toSeq: Number.MAX_SAFE_INTEGER });
    expect([page.length, page[0], page.at(-1)]).toEqual([200, 1, 200]);
    visitor.close();
  });

  it('S22: neither a home nor a visitor of one brokerage is known on a page of another', async () => {
    const page = { url: `${hub.url}/demo`, listingId: 'demo-zilker-bungalow' };
    const own = await widgetToken(hub.url, { page });
    expect(own).toHaveProperty('listing');
    const there = await widgetToken(hub.url, { siteKey: other.siteKey, page });
    expect(there).not.toHaveProperty('listing');
    expect(JSON.stringify(there)).not.toContain('Zilker');
    for (const [siteKey, visitorToken] of [
      ['demo', there.visitorToken],
      [other.siteKey, own.visitorToken],
    ]) {
      const answer = await post(hub.url, '/widget/sessions', { siteKey, visitorToken, page });
      expect([answer.status, (answer.body.error as WireError).code]).toEqual([401, 'AUTH_INVALID']);
    }
  });

  it('S23: no client names a room, and the board of one brokerage is sent nothing of another', async () => {
    const visitor = await openVisitor(hub.url);
    await agent.send('board-watch');
    await stranger.send('board-watch');
    for (const name of ['join', 'subscribe', 'room', `tenant:${other.tenantId}`])
      for (const room of [visitor.conversationId, `conversation:${visitor.conversationId}`, visitor.socket.id ?? ''])
        expect(await codeOf(stranger, name, room)).toBe('UNKNOWN_EVENT');
    await visitor.command('chat-send', { text: 'CANARY on the board' });
    await visitor.send('typing-set', { on: true });
    await agent.until('board-row', ({ conversationId }) => conversationId === visitor.conversationId);
    await stranger.send('board-watch');
    const heard = JSON.stringify(stranger.heard);
    expect(heard).not.toContain('CANARY');
    expect(heard).not.toContain(visitor.conversationId);
    visitor.close();
  });
});
