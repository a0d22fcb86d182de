import mongoose from 'mongoose';
import { expect, inject, it } from 'vitest';
import { connect, openVisitor, signIn } from '../support/hubClient.ts';
import { startHubProcess } from '../support/hubProcess.ts';
import { demoPassword } from '../support/openHub.ts';
import { uniqueDatabaseUrl } from '../support/servers.ts';

it('jobs that came due while the hub was dead are done once, by the first node up: a pause, a long wait, the tidying up', async () => {
  const url = uniqueDatabaseUrl(inject('mongodbUrl'));
  const env = { MONGODB_URL: url, HUB_SECRET: 'a-secret-for-this-test-of-32-chars!' };
  const hub = await startHubProcess(env);
  const visitor = await openVisitor(hub.url);
  const { conversationId } = visitor;
  await visitor.command('chat-send', { text: 'I want to buy a home' });
  await visitor.untilEntry('message-created', (entry) => entry.actor.kind === 'bot');
  const { accessToken } = await signIn(hub.url, 'agent@demo.example', demoPassword);
  const agent = await connect(hub.url, '/agent', accessToken);
  await agent.command('bot-pause', { conversationId, minutes: 60 });
  await visitor.untilEntry('conversation-changed', (entry) => entry.data.mode === 'human');
  const waiting = await openVisitor(hub.url);
  await waiting.command('human-request', {});
  await waiting.untilEntry('conversation-changed', (entry) => entry.data.mode === 'waiting');
  await hub.kill();
  visitor.close();
  waiting.close();
  agent.close();

  const database = await mongoose.createConnection(url).asPromise();
  const conversations = database.collection<{ _id: string; pausedUntil: number }>('conversations');
  const jobs = database.collection<{ _id: string; at: number; about: string; kind: string }>('jobs');
  const pause = { kind: 'pause', about: conversationId };
  expect(await jobs.countDocuments(pause)).toBe(1);
  // As if an hour had gone by.
  const past = Date.now() - 60_000;
  await conversations.updateOne({ _id: conversationId }, { $set: { pausedUntil: past } });
  await conversations.updateOne({ _id: waiting.conversationId }, { $set: { 'board.waitingSince': past - 3_600_000 } });
  const wait = { kind: 'wait', about: waiting.conversationId };
  const tidying = { kind: 'forget-past' };
  for (const one of [pause, wait, tidying]) {
    expect(await jobs.countDocuments(one)).toBe(1);
    await jobs.updateOne(one, { $set: { at: past } });
  }

  // Without Redis: nothing but the database keeps them apart.
  const nodes = await Promise.all([startHubProcess(env), startHubProcess(env)]);
  const url0 = nodes[0]?.url ?? '';
  const again = await openVisitor(url0, { visitorToken: visitor.session.visitorToken });
  await again.untilEntry('conversation-changed', (entry) => entry.data.reason === 'pause-ended');
  await again.command('chat-send', { text: 'around 500k' });
  const asked = again.entries('message-created').at(-1)?.seq ?? 0;
  await again.untilEntry('message-created', (entry) => entry.actor.kind === 'bot' && entry.seq > asked);
  const ends = again.entries('conversation-changed').filter((entry) => entry.data.reason === 'pause-ended');
  expect(new Set(ends.map(({ seq }) => seq)).size).toBe(1);
  expect(await jobs.countDocuments(pause)).toBe(0);
  const alerts = database.collection('entries').find({ conversationId: waiting.conversationId, type: 'alert-raised' });
  await expect
    .poll(async () =>
      (await alerts.clone().toArray()).map(({ data }) => data.kind).filter((kind) => kind === 'waits-long'),
    )
    .toEqual(['waits-long']);
  await expect.poll(() => jobs.countDocuments(wait)).toBe(0);
  const [tidiesAgain] = await jobs.find(tidying).toArray();
  expect(tidiesAgain?.at).toBeGreaterThan(Date.now());
  expect(nodes.map((node) => node.printed()).join('\n')).toContain('jobs ran late');
  again.close();
  await Promise.all(nodes.map((node) => node.stop()));
  await database.dropDatabase();
  await database.close();
});
