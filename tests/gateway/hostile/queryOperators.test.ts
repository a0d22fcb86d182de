import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest';
import { connect, type HubClient, openVisitor, post } from '../../support/hubClient.ts';
import { demoPassword, type OpenHub, openHub } from '../../support/openHub.ts';
import { uniqueDatabaseUrl } from '../../support/servers.ts';
import { codeOf, demoPerson, tokenOf } from '../people.ts';

const operators: unknown[] = [
  { $gt: '' },
  { $ne: null },
  { $regex: '.*' },
  { $where: 'sleep(1000) || true' },
  { $in: ['admin@demo.example'] },
  { $expr: { $eq: [1, 1] } },
  ['admin@demo.example'],
];

describe('queries in values, on MongoDB', () => {
  let hub: OpenHub;
  let visitor: Awaited<ReturnType<typeof openVisitor>>;
  let supervisor: HubClient;
  let token: string;
  beforeAll(async () => {
    const many = '1000000';
    hub = await openHub({
      mongodbUrl: uniqueDatabaseUrl(inject('mongodbUrl')),
      env: { HUB_LIMIT_LOGINS: many, HUB_LIMIT_CALLS_ADDRESS: many, HUB_LIMIT_VISITOR_BURST: many },
    });
    visitor = await openVisitor(hub.url);
    supervisor = await demoPerson(hub.url, 'supervisor');
    // The board finds by the last words: nobody else says any.
    await supervisor.command('takeover-start', { conversationId: visitor.conversationId });
    const text = 'Is the price of (a+)+$ right?';
    await visitor.command('chat-send', { text });
    await vi.waitFor(async () => {
      const { rows } = (await supervisor.send('board-watch')) as { rows: { lastText: string }[] };
      expect(rows.map(({ lastText }) => lastText)).toEqual([text]);
    }, 45_000);
    token = await tokenOf(hub.url, 'admin');
  });
  afterAll(async () => {
    visitor.close();
    supervisor.close();
    await hub.close();
  });

  const statusAndCode = async (answer: Response) => [
    answer.status,
    ((await answer.json()) as { error?: { code: string } }).error?.code,
  ];
  const get = (path: string) =>
    fetch(`${hub.url}/api/v1${path}`, { headers: { authorization: `Bearer ${token}`, connection: 'close' } });

  it('S38: an operator where a word belongs is refused before any query, in every body and in every query', async () => {
    for (const bad of operators) {
      const page = { url: '/demo' };
      const bodies: [string, object][] = [
        ['/auth/login', { email: bad, password: demoPassword }],
        ['/auth/login', { email: 'admin@demo.example', password: bad }],
        ['/auth/refresh', { refreshToken: bad }],
        ['/widget/sessions', { siteKey: bad, page }],
        ['/widget/sessions', { siteKey: 'demo', visitorToken: bad, page }],
        ['/widget/sessions', { siteKey: 'demo', page: { url: '/demo', listingId: bad } }],
        ['/invites/look', { token: bad }],
        ['/saved-replies', { title: bad, text: 'Hello', for: 'me' }],
        ['/api-keys', { name: 'CRM', role: bad }],
      ];
      for (const [path, body] of bodies) {
        const answer = await post(hub.url, path, body, { authorization: `Bearer ${token}` });
        expect([path, answer.status, (answer.body.error as { code: string } | undefined)?.code]).toEqual([
          path,
          400,
          'VALIDATION_FAILED',
        ]);
      }
    }
    for (const query of ['state[$ne]=closed', 'cursor[$gt]=', 'limit[$gt]=1', 'state=%7B%22$ne%22:1%7D', '$where=1'])
      expect(await statusAndCode(await get(`/conversations?${query}`))).toEqual([400, 'VALIDATION_FAILED']);
    const cursor = Buffer.from(JSON.stringify([{ $gt: 0 }, { $gt: '' }])).toString('base64url');
    expect(await statusAndCode(await get(`/conversations?cursor=${cursor}`))).toEqual([400, 'VALIDATION_FAILED']);
    expect(await statusAndCode(await get('/search?q[$regex]=.*'))).toEqual([400, 'VALIDATION_FAILED']);
    for (const path of ['conversations', 'leads', 'listings'])
      expect(await statusAndCode(await get(`/${path}/${encodeURIComponent('{"$gt":""}')}`))).toEqual([
        404,
        'NOT_FOUND',
      ]);
  });

  it('S38: an operator where a word belongs is refused in every command', async () => {
    const { conversationId } = visitor;
    for (const bad of operators) {
      const commandId = randomUUID();
      const payloads: [HubClient, string, object][] = [
        [visitor, 'log-fetch', { log: bad, fromSeq: 1 }],
        [visitor, 'chat-open', { sinceSeq: bad }],
        [visitor, 'chat-send', { commandId, text: bad }],
        [visitor, 'chat-send', { commandId: bad, text: 'hi' }],
        [visitor, 'card-tap', { commandId, listingId: bad }],
        [visitor, 'slot-choose', { commandId, offerId: bad, slotId: bad }],
        [visitor, 'stream-sync', { streamId: bad, attempt: 1, length: 0 }],
        [supervisor, 'conversation-open', { conversationId: bad }],
        [supervisor, 'board-watch', { filter: bad }],
        [supervisor, 'board-watch', { filter: { text: bad } }],
        [supervisor, 'board-watch', { filter: { mode: bad } }],
        [supervisor, 'suggestion-answer', { commandId, suggestionId: bad, action: 'accepted' }],
        [supervisor, 'alert-answer', { commandId, alertId: bad }],
        [supervisor, 'slot-correct', { commandId, conversationId, slot: bad, value: 'buy' }],
        [supervisor, 'slot-correct', { commandId, conversationId, slot: 'intent', value: bad }],
      ];
      for (const [client, name, payload] of payloads)
        expect([name, payload, await codeOf(client, name, payload)]).toEqual([name, payload, 'VALIDATION_FAILED']);
    }
    for (const slot of ['$set', '$where', '__proto__', 'a.b'])
      expect(
        await codeOf(supervisor, 'slot-correct', { commandId: randomUUID(), conversationId, slot, value: 'buy' }),
      ).toBe('NOT_FOUND');
    for (const auth of operators)
      await expect(connect(hub.url, '/widget', auth as string)).rejects.toThrow('AUTH_INVALID');
  });

  it('S38: an operator that came as far as a store would find nobody', async () => {
    const { identity } = hub.stores;
    const found = (asked: Promise<unknown>) => asked.catch(() => null);
    const operator = (value: object) => value as never;
    for (const bad of [{ $gt: '' }, { $ne: null }, { $exists: true }, { $regex: '.*' }]) {
      expect(await found(identity.findUserByEmail(operator(bad)))).toBeNull();
      expect(await found(identity.findSiteByKey(operator(bad)))).toBeNull();
      expect(await found(hub.stores.conversations.findOpen('x', operator(bad)))).toBeNull();
    }
    // So that nothing found is not merely nobody there.
    expect(await identity.findUserByEmail('admin@demo.example')).toMatchObject({ role: 'admin' });
  });

  it('S39: words of a filter and of a search are plain words, and only known filters are taken', async () => {
    const rowsWith = async (filter: object) =>
      ((await supervisor.send('board-watch', { filter })) as { rows: { conversationId: string }[] }).rows.length;
    expect(await rowsWith({ text: 'price' })).toBe(1);
    expect(await rowsWith({ text: '(A+)+$' })).toBe(1);
    const evil = ['.*', '.', '^', 'p.ice', 'p|q', '.*(a+)+$', '(a|a)*$', `${'a'.repeat(150)}!`];
    for (const text of evil) expect([text, await rowsWith({ text })]).toEqual([text, 0]);
    for (const q of [...evil, '[', '(', '\\'])
      expect([q, await (await get(`/search?q=${encodeURIComponent(q)}`)).json()]).toEqual([q, { items: [] }]);
    for (const filter of [{ lastText: 'x' }, { 'board.lastText': 'x' }, { tenantId: 'x' }, { text: 'x', $or: [] }])
      expect(await codeOf(supervisor, 'board-watch', { filter })).toBe('VALIDATION_FAILED');
  });
});
