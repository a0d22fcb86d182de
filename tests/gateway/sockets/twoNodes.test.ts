import { randomUUID } from 'node:crypto';
import { expect, inject, it } from 'vitest';
import { conversationRoom } from '../../../src/gateway/ephemeral.ts';
import { startFakeAnthropic, stop, tokensFor } from '../../support/fakeAnthropic.ts';
import { openVisitor } from '../../support/hubClient.ts';
import { openHub } from '../../support/openHub.ts';
import { uniqueDatabaseUrl, untilReached } from '../../support/servers.ts';
import { demoPerson, textOf } from '../people.ts';

const servers = () => ({ mongodbUrl: uniqueDatabaseUrl(inject('mongodbUrl')), redisUrl: inject('redisUrl') });

it('a takeover on one node cuts the answer that Jorge is giving on another: nothing of it is said, there or later', async () => {
  const model = await startFakeAnthropic();
  let go = (): void => {};
  const until = new Promise<void>((resolve) => {
    go = resolve;
  });
  model.play(({ body }) => [
    { do: 'tokens', tokens: tokensFor(body, 'The kitchen has oak floors. '), everyMs: 0 },
    { do: 'hold', until },
    { do: 'tokens', tokens: ['The ', 'yard ', 'is ', 'fenced.'], everyMs: 0 },
    stop(),
  ]);
  const shared = servers();
  const model_ = { ANTHROPIC_API_KEY: 'key', ANTHROPIC_BASE_URL: model.url };
  // Turns are taken on the one, people sit on the other.
  const speaks = await openHub({ ...shared, env: model_ });
  await using staff = await openHub({ ...shared, env: { ...model_, HUB_ROLE: 'gateway', REDIS_URL: shared.redisUrl } });
  const agent = await demoPerson(staff.url, 'agent');
  const visitor = await openVisitor(speaks.url);
  const { conversationId } = visitor;
  await visitor.command('chat-send', { text: 'Hello, can you tell me about the kitchen?' });
  await agent.send('conversation-open', { conversationId });
  const { streamId } = await visitor.until('stream-start', (one) => one.kind === 'reply');
  await visitor.until('stream-delta', (delta) => delta.streamId === streamId);

  const { seq } = await agent.command('takeover-start', { conversationId });
  go();
  const end = await visitor.until('stream-end', (one) => one.streamId === streamId);
  expect(end.status).toBe('stopped');
  expect(textOf(visitor, streamId)).not.toContain('yard');
  const { messageId } = await agent.command('message-send', { conversationId, text: 'Maya here.' });
  await visitor.untilEntry('message-created', (entry) => entry.data.messageId === messageId);
  // It ends what it has begun before it is closed.
  await speaks.close();
  const said = await staff.stores.entries.read(conversationId, 'public', 1, 100, 100);
  expect(said.filter((entry) => entry.actor.kind === 'bot' && entry.seq > Number(seq))).toEqual([]);
  expect(JSON.stringify(said)).not.toContain('yard');
  for (const client of [agent, visitor]) client.close();
  await model.close();
});

it('C17, C18: two messages at once on two nodes are both taken up, each once, by one answer or two', async () => {
  const shared = servers();
  await using one = await openHub(shared);
  await using other = await openHub(shared);
  const here = await openVisitor(one.url);
  const there = await openVisitor(other.url, { visitorToken: here.session.visitorToken });
  expect(there.conversationId).toBe(here.conversationId);
  const { conversationId } = here;
  const agent = await demoPerson(one.url, 'agent');
  await Promise.all([
    here.command('chat-send', { text: 'I want to sell my house in Hyde Park because of a job relocation' }),
    there.command('chat-send', { text: 'we have to be gone within 60 days' }),
  ]);
  await agent.send('conversation-open', { conversationId });
  const learned = await agent.untilEntry('qualification-changed', ({ data }) => {
    const { motivation, timeline } = data.slots;
    return motivation?.state === 'answered' && timeline?.state === 'answered';
  });
  expect(learned.data.slots.timeline?.value).toMatchObject({ maxDays: 60 });
  const turns = await untilReached(() => one.stores.turns.list(conversationId, 100));
  const taken = turns.flatMap(({ event }) =>
    event.happened.flatMap((one) => (one.kind === 'visitor-message' ? [one.seq] : [])),
  );
  expect(taken.length).toBe(2);
  expect(new Set(taken).size).toBe(2);
  for (const client of [here, there, agent]) client.close();
});

it('a node finds the visitors of a conversation that are on another', async () => {
  const shared = servers();
  await using one = await openHub(shared);
  await using other = await openHub(shared);
  const visitor = await openVisitor(other.url);
  const site = await one.stores.identity.findSiteByKey('demo');
  const room = conversationRoom(site?.tenantId ?? '', visitor.conversationId);
  // On a busy machine a node may take longer than the adapter waits for its answer.
  await expect.poll(() => one.gateway.io.of('/widget').in(room).fetchSockets()).toHaveLength(1);
  visitor.close();
});

it('STOP on one node while another speaks ends it: one confirmation, and nothing more whatever is written', async () => {
  const shared = servers();
  await using one = await openHub(shared);
  await using other = await openHub(shared);
  const here = await openVisitor(one.url);
  const there = await openVisitor(other.url, { visitorToken: here.session.visitorToken });
  await Promise.all([
    here.command('chat-send', { text: 'I want to buy a home' }),
    there.command('chat-send', { text: 'please stop texting me' }),
  ]);
  const out = await here.untilEntry('conversation-changed', ({ data }) => data.reason === 'opted-out');
  await here.send('chat-send', { commandId: randomUUID(), text: 'STOP' });
  await there.send('chat-send', { commandId: randomUUID(), text: 'I changed my mind' });
  const { seq } = await here.command('chat-send', { text: 'START' });
  await here.untilEntry('message-created', (entry) => entry.actor.kind === 'bot' && entry.seq > Number(seq));
  const bots = here.entries('message-created').filter((entry) => entry.actor.kind === 'bot');
  expect(bots.filter((entry) => entry.seq > out.seq && entry.seq < Number(seq))).toEqual([]);
  for (const client of [here, there]) client.close();
});
