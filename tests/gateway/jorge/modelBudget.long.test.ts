import { afterAll, afterEach, expect, inject, it } from 'vitest';
import { demoTenantId } from '../../../src/app/demoTenant.ts';
import { type FakeAnthropic, startFakeAnthropic, stop, tokensFor } from '../../support/fakeAnthropic.ts';
import { type HubClient, openVisitor } from '../../support/hubClient.ts';
import { type OpenHub, openHub } from '../../support/openHub.ts';
import { uniqueDatabaseUrl } from '../../support/servers.ts';
import { demoPerson, tokenOf } from '../people.ts';

const model: FakeAnthropic = await startFakeAnthropic(({ body }) => [
  { do: 'tokens', tokens: tokensFor(body, 'It has a fenced yard.'), everyMs: 0 },
  stop(),
]);
afterAll(() => model.close());
const hubs: OpenHub[] = [];
afterEach(async () => {
  for (const hub of hubs.splice(0)) await hub.close();
  model.requests.length = 0;
});
async function openWith(limits: object, servers: Parameters<typeof openHub>[0] = {}): Promise<OpenHub> {
  // Readings have the same budget; here answers are counted.
  const env = { ANTHROPIC_API_KEY: 'key', ANTHROPIC_BASE_URL: model.url, HUB_MODEL_OFF: 'understand', ...limits };
  const hub = await openHub({ ...servers, env });
  hubs.push(hub);
  return hub;
}

/** Asks what only the home's file or Claude can answer, and waits for Jorge's answer. */
async function ask(visitor: HubClient, text: string): Promise<string> {
  const { seq } = await visitor.command('chat-send', { text });
  const answer = await visitor.untilEntry(
    'message-created',
    (entry) => entry.actor.kind === 'bot' && entry.seq > Number(seq),
  );
  return answer.data.text;
}
const claudeSays = 'It has a fenced yard.';
/** One answer is counted with about 5,000 tokens. */
const forFive = '25000';

it('S68: forty visitors of one address who ask and ask use up the address’s budget, all are answered in time, and the admin reads it once', async () => {
  const hub = await openWith({ HUB_LIMIT_MODEL_ADDRESS: forFive });
  const admin = await demoPerson(hub.url, 'admin');
  await admin.send('board-watch', {});
  const visitors = await Promise.all(Array.from({ length: 40 }, () => openVisitor(hub.url)));
  for (const question of ['Hello, does it have a fenced yard?', 'And how old is the roof?']) {
    const answers = await Promise.all(visitors.map((visitor) => ask(visitor, question)));
    expect(answers.every((text) => text.length > 20)).toBe(true);
  }
  expect(model.requests.length).toBeGreaterThan(2);
  expect(model.requests.length).toBeLessThan(10);

  const alertsOf = () =>
    new Map(admin.all('board-row').flatMap(({ alerts = [] }) => alerts.map((alert) => [alert.alertId, alert.kind])));
  await expect.poll(() => [...alertsOf().values()]).toContain('model-budget');
  expect([...alertsOf().values()].filter((kind) => kind === 'model-budget')).toHaveLength(1);
  for (const client of [...visitors, admin]) client.close();
});

it('S68: a visitor who has used up their budget is answered by the playbook, and a neighbor at the same address by Claude', async () => {
  const hub = await openWith({ HUB_LIMIT_MODEL_VISITOR: '4000' });
  const [greedy, neighbour] = await Promise.all([openVisitor(hub.url), openVisitor(hub.url)]);
  const answers: string[] = [];
  for (const what of ['a fenced yard', 'a garage', 'a pool', 'central heating'])
    answers.push(await ask(greedy, `Does it have ${what}?`));
  expect(answers[0]).toContain(claudeSays);
  expect(answers.at(-1)).not.toContain(claudeSays);
  expect(await ask(neighbour, 'Does it have a fenced yard?')).toContain(claudeSays);
  for (const client of [greedy, neighbour]) client.close();
});

it('S68: the team’s own requests are not counted, even when the visitor’s budget is used up', async () => {
  const hub = await openWith({ HUB_LIMIT_MODEL_VISITOR: '1' });
  const visitor = await openVisitor(hub.url);
  expect(await ask(visitor, 'Does it have a fenced yard?')).not.toContain(claudeSays);
  expect(model.requests).toHaveLength(0);
  const agent = await demoPerson(hub.url, 'agent');
  const { conversationId } = visitor;
  await agent.send('conversation-open', { conversationId });
  const { streamId } = await agent.command('coach-start', { conversationId });
  await agent.until('stream-end', (end) => end.streamId === streamId);
  expect(model.requests.length).toBeGreaterThan(0);

  // Coaching that starts because the visitor spoke comes from the playbook.
  const pressed = model.requests.length;
  const { seq } = await visitor.command('chat-send', { text: 'And a garage?' });
  await agent.untilEntry(
    'suggestion-created',
    (entry) => entry.data.streamId !== streamId && entry.data.basis === 'rules',
  );
  await visitor.untilEntry('message-created', (entry) => entry.actor.kind === 'bot' && entry.seq > Number(seq));
  expect(model.requests).toHaveLength(pressed);
  for (const client of [visitor, agent]) client.close();
});

it('S68: two nodes share one count', async () => {
  const servers = { mongodbUrl: uniqueDatabaseUrl(inject('mongodbUrl')), redisUrl: inject('redisUrl') };
  const limits = { HUB_LIMIT_MODEL_VISITOR: '4000' };
  const [one, other] = [await openWith(limits, servers), await openWith(limits, servers)];
  const here = await openVisitor(one.url);
  await ask(here, 'Does it have a fenced yard?');
  await ask(here, 'Does it have a garage?');
  const calls = model.requests.length;
  expect(calls).toBeGreaterThan(0);
  await one.close();
  const there = await openVisitor(other.url, { visitorToken: here.session.visitorToken });
  expect(await ask(there, 'And a pool?')).not.toContain(claudeSays);
  expect(model.requests).toHaveLength(calls);
  for (const client of [here, there]) client.close();
});

it('when an hour’s money is gone the team coaches and visitors are answered by rules, the admin reads it, and the wall shows it', async () => {
  // A hundred tokens in cost a dollar.
  const hub = await openWith({
    HUB_LIMIT_SPEND_TENANT: '1',
    HUB_PRICES: 'claude-sonnet-5-5=10000/0/0/0,claude-haiku-5-5=10000/0/0/0',
  });
  const admin = await demoPerson(hub.url, 'admin');
  await admin.send('board-watch', {});
  const visitor = await openVisitor(hub.url);
  await visitor.command('human-request', { topic: 'the price' });
  const agent = await demoPerson(hub.url, 'agent');
  const { conversationId } = visitor;
  await agent.send('conversation-open', { conversationId });
  const press = async () => {
    const { streamId } = await agent.command('coach-start', { conversationId });
    return agent.until('stream-end', (end) => end.streamId === streamId);
  };
  expect(await press()).toMatchObject({ status: 'done', usage: { costMicroUsd: 1_000_000 } });
  const paid = model.requests.length;

  expect(await press()).toMatchObject({ status: 'done', code: 'COST_LIMIT' });
  expect(await ask(await openVisitor(hub.url), 'Does it have a fenced yard?')).not.toContain(claudeSays);
  expect(model.requests).toHaveLength(paid);
  const alerts = () => admin.all('board-row').flatMap(({ alerts: all = [] }) => all.map(({ kind }) => kind));
  await expect.poll(alerts).toContain('model-spending-off');
  const day = await fetch(`${hub.url}/api/v1/day`, {
    headers: { authorization: `Bearer ${await tokenOf(hub.url, 'admin')}` },
  });
  expect(await day.json()).toMatchObject({ model: { hourMicroUsd: 1_000_000, stopMicroUsd: 1_000_000, state: 'off' } });
  const noted = async () =>
    (await hub.stores.ledger.newest(demoTenantId, 9)).map(({ task, version, costMicroUsd }) => [
      task,
      version,
      costMicroUsd,
    ]);
  await expect.poll(noted).toEqual([['coach', 2, 1_000_000]]);
  for (const client of [visitor, agent, admin]) client.close();
});

it('S68: an hour’s money goes step by step: a note, the small model for the team, rules for the team, rules for all, and the wall shows each', async () => {
  // A call of the large model costs two dollars, one of the small model a dollar and a half.
  const hub = await openWith({
    HUB_LIMIT_SPEND_TENANT: '10',
    HUB_PRICES: 'claude-sonnet-5-5=20000/0/0/0,claude-haiku-5-5=15000/0/0/0',
  });
  const admin = await demoPerson(hub.url, 'admin');
  await admin.send('board-watch', {});
  const authorization = `Bearer ${await tokenOf(hub.url, 'admin')}`;
  /** The figures of a day are up to five seconds old. */
  const wallShows = (hourMicroUsd: number, state: string) =>
    expect
      .poll(
        async () => {
          const day = await fetch(`${hub.url}/api/v1/day`, { headers: { authorization, connection: 'close' } });
          return ((await day.json()) as { model?: object }).model;
        },
        { interval: 500 },
      )
      .toEqual({ hourMicroUsd, stopMicroUsd: 10_000_000, state });
  const told = () =>
    new Set(
      admin
        .all('board-row')
        .flatMap(({ alerts = [] }) => alerts.map(({ reason }) => /\d+%|the playbook coaches and/i.exec(reason)?.[0])),
    );
  const team = await openVisitor(hub.url);
  await team.command('human-request', { topic: 'the price' });
  const agent = await demoPerson(hub.url, 'agent');
  const { conversationId } = team;
  await agent.send('conversation-open', { conversationId });
  const press = async () => {
    const { streamId } = await agent.command('coach-start', { conversationId });
    const { code } = await agent.until('stream-end', (end) => end.streamId === streamId);
    return { code, by: model.requests.at(-1)?.body.model };
  };

  expect(await press()).toMatchObject({ by: 'claude-sonnet-5-5' });
  await wallShows(2_000_000, 'well');
  await press();
  await press();
  await wallShows(6_000_000, 'note');
  expect(await press()).toMatchObject({ by: 'claude-sonnet-5-5' });
  await expect.poll(told).toContain('60%');
  await wallShows(8_000_000, 'small');
  expect(await press()).toEqual({ code: undefined, by: 'claude-haiku-5-5' });
  await expect.poll(told).toContain('80%');
  await wallShows(9_500_000, 'rules');
  const paid = model.requests.length;
  expect(await press()).toMatchObject({ code: 'COST_LIMIT' });
  expect(model.requests).toHaveLength(paid);
  await expect.poll(told).toContain('95%');

  // Visitors lose Claude last.
  const visitor = await openVisitor(hub.url);
  expect(await ask(visitor, 'Does it have a fenced yard?')).toContain(claudeSays);
  await wallShows(11_000_000, 'off');
  const last = model.requests.length;
  expect(await ask(visitor, 'Does it have a garage?')).not.toContain(claudeSays);
  expect(await press()).toMatchObject({ code: 'COST_LIMIT' });
  expect(model.requests).toHaveLength(last);
  await expect.poll(told).toContain('The playbook coaches and');
  for (const client of [team, agent, visitor, admin]) client.close();
});

it('an agent’s twenty-first request in an hour is refused, and a colleague may still ask', async () => {
  const hub = await openWith({ HUB_MODEL_OFF: 'coach' });
  const visitor = await openVisitor(hub.url);
  await visitor.command('human-request', { topic: 'the price' });
  const { conversationId } = visitor;
  const [agent, colleague] = [await demoPerson(hub.url, 'agent'), await demoPerson(hub.url, 'agent2')];
  for (let n = 0; n < 20; n++) await agent.command('coach-start', { conversationId });
  await expect(agent.command('coach-start', { conversationId })).rejects.toThrow('QUOTA_EXCEEDED');
  await colleague.command('coach-start', { conversationId });
  // The task is switched off: the playbook did all that.
  expect(model.requests).toHaveLength(0);
  for (const client of [visitor, agent, colleague]) client.close();
});
