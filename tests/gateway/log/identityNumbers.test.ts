import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { type FakeAnthropic, startFakeAnthropic, stop, tokensFor } from '../../support/fakeAnthropic.ts';
import { openVisitor, post } from '../../support/hubClient.ts';
import { type OpenHub, openHub } from '../../support/openHub.ts';
import { demoPerson, tokenOf } from '../people.ts';

let model: FakeAnthropic;
let hub: OpenHub;
beforeAll(async () => {
  model = await startFakeAnthropic(({ body }) => [
    { do: 'tokens', tokens: tokensFor(body, 'It is a home.'), everyMs: 0 },
    stop(),
  ]);
  hub = await openHub({ env: { ANTHROPIC_API_KEY: 'key', ANTHROPIC_BASE_URL: model.url } });
});
afterAll(async () => {
  await hub.close();
  await model.close();
});

const told = 'My SSN is 078-05-1120, card 4111 1111 1111 1111, routing 021000021. Does it have a garage?';
const digits = /078-05-1120|4111 1111|021000021/;

it('S64: identity numbers reach no model, no colleague’s screen, search or list, and the visitor keeps their own words', async () => {
  const visitor = await openVisitor(hub.url);
  const { conversationId } = visitor;
  const agent = await demoPerson(hub.url, 'agent');
  await agent.send('conversation-open', { conversationId });
  await visitor.command('chat-send', { text: told });
  await visitor.untilEntry('message-created', ({ actor }) => actor.kind === 'bot');
  for (const [name, more] of [
    ['coach-start', { focus: 'is 219-09-9999 theirs?' }],
    ['qualify-start', {}],
    ['ask-start', { question: 'whose is 219-09-9999?' }],
  ] as const) {
    const before = model.requests.length;
    await agent.command(name, { conversationId, ...more });
    await expect.poll(() => model.requests.length).toBeGreaterThan(before);
  }
  const asked = model.requests.map(({ body }) => JSON.stringify(body));
  expect(asked.filter((body) => body.includes('1120')).length).toBeGreaterThan(2);
  expect(asked.filter((body) => digits.test(body) || body.includes('219-09'))).toEqual([]);

  const seen = await agent.untilEntry('message-created', ({ actor }) => actor.kind === 'visitor');
  expect(seen.data).toMatchObject({
    text: 'My SSN is •••-••-1120, card •••• •••• •••• 1111, routing •••••0021. Does it have a garage?',
    masked: true,
  });
  const fetched = await agent.send('log-fetch', { log: `public:${conversationId}`, fromSeq: 1 });
  const board = await agent.send('board-watch', {});
  expect(JSON.stringify([agent.heard, fetched, board])).not.toMatch(digits);
  expect(JSON.stringify(board)).toContain('•••-••-1120');
  expect(JSON.stringify(await visitor.send('log-fetch', { log: `public:${conversationId}`, fromSeq: 1 }))).toMatch(
    digits,
  );

  const authorization = `Bearer ${await tokenOf(hub.url, 'agent')}`;
  for (const path of [
    `/conversations/${conversationId}/transcript`,
    '/search?limit=30&q=garage',
    '/search?limit=30&q=078',
  ]) {
    const answer = await fetch(`${hub.url}/api/v1${path}`, { headers: { authorization } });
    expect(await answer.text(), path).not.toMatch(digits);
  }
  const known = await fetch(`${hub.url}/api/v1/conversations/${conversationId}`, { headers: { authorization } });
  expect(JSON.stringify(await known.json())).not.toContain('21000021');
  for (const client of [visitor, agent]) client.close();
});

it('S64: a team member may look, and the look is on record', async () => {
  const visitor = await openVisitor(hub.url);
  const { conversationId } = visitor;
  const { seq } = await visitor.command('chat-send', { text: told });
  const path = `/conversations/${conversationId}/messages/${String(seq)}/reveal`;
  const noted = vi.spyOn(hub.stores.audit, 'add');
  const authorization = { authorization: `Bearer ${await tokenOf(hub.url, 'agent')}` };
  expect(await post(hub.url, path, undefined, authorization)).toMatchObject({ status: 200, body: { text: told } });
  const record = { conversationId, action: 'number-reveal', reason: `message ${String(seq)}` };
  expect(noted.mock.calls).toMatchObject([[record]]);
  // The team reads it in the talk: who, when, which message; and a second look of the day says no more.
  expect((await post(hub.url, path, undefined, authorization)).status).toBe(200);
  const notes = (await hub.stores.entries.read(conversationId, 'internal', 1, 50, 50)).filter(
    ({ type }) => type === 'note-created',
  );
  expect(notes).toMatchObject([{ actor: { kind: 'agent', name: 'Maya Torres' }, at: expect.any(String) }]);
  expect(notes[0]?.data).toEqual({
    text: `Viewed the hidden numbers in message ${String(seq)}: “My SSN is •••-••-1120, card •••• •••• •••• 1111, routing •••••0021. Does it have”`,
  });
  expect((await post(hub.url, path, undefined)).status).toBe(401);
  expect((await post(hub.url, path.replace(/\d+\/reveal/, '999/reveal'), undefined, authorization)).status).toBe(404);
  visitor.close();
});
