import mongoose from 'mongoose';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { mayReach } from '../../src/features/profiles/mayReach.ts';
import { demoPerson, widgetToken } from '../gateway/people.ts';
import { runAdmin } from '../support/adminProcess.ts';
import { connect, type HubClient, openVisitor } from '../support/hubClient.ts';
import { type OpenHub, openHub } from '../support/openHub.ts';
import { uniqueDatabaseUrl } from '../support/servers.ts';

/** Words of the person, in every way that somebody can say or note them. */
const theirs = [
  'zephyrine',
  'quokkafarm',
  'quokkapage',
  'quokkanote',
  'quokkahint',
  'quokkatask',
  'quokkawhy',
  'quokkatalk',
  'quokkatopic',
  'quokkatwo',
  '555-0147',
];

let url: string;
let hub: OpenHub;
let database: mongoose.Connection;
let agent: HubClient;
let boss: HubClient;
beforeAll(async () => {
  url = uniqueDatabaseUrl(inject('mongodbUrl'));
  database = await mongoose.createConnection(url).asPromise();
  hub = await openHub({ mongodbUrl: url });
  agent = await demoPerson(hub.url, 'agent');
  boss = await demoPerson(hub.url, 'supervisor');
});
afterAll(async () => {
  agent?.close();
  boss?.close();
  await hub?.close();
  await database?.dropDatabase();
  await database?.close();
});

const admin = (...args: string[]) => runAdmin({ MONGODB_URL: url, PUBLIC_URL: 'https://hub.example' }, ...args);

/** All that the database holds, by collection. */
async function dump(): Promise<Record<string, string>> {
  const all: Record<string, string> = {};
  for (const { name } of (await database.db?.listCollections().toArray()) ?? []) {
    const rows = (await database.db?.collection(name).find().toArray()) ?? [];
    // A node's sign of life goes on by the clock.
    const kept = name === 'rowKeepers' ? rows.map(({ at: _, ...row }) => row) : rows;
    all[name] = JSON.stringify(kept.sort((a, b) => (String(a._id) < String(b._id) ? -1 : 1)));
  }
  return all;
}
const holding = (all: Record<string, string>, words: readonly string[]): string[] =>
  Object.entries(all).flatMap(([name, rows]) =>
    words.filter((word) => rows.toLowerCase().includes(word)).map((word) => `${name}: ${word}`),
  );

type Visitor = Awaited<ReturnType<typeof openVisitor>>;
async function say(visitor: Visitor, words: string): Promise<void> {
  const heard = visitor.entries('message-created').filter(({ actor }) => actor.kind === 'bot').length;
  await visitor.command('chat-send', { text: words });
  await expect
    .poll(() => visitor.entries('message-created').filter(({ actor }) => actor.kind === 'bot').length)
    .toBeGreaterThan(heard);
}

test('a person’s words are gone from every collection; their opt-out, the logs’ numbers and everybody else stay', async () => {
  const page = { url: `${hub.url}/demo?from=quokkapage`, title: 'quokkapage' };
  const one = await openVisitor(hub.url, { page });
  const other = await openVisitor(hub.url);
  await say(other, 'I keep a wombat and want to buy in Hyde Park, budget 450k');
  await say(one, 'quokkafarm! I want to sell my house');
  await say(one, "I'm Zephyrine, can you call me at 512-555-0147?");
  const { conversationId } = one;
  await boss.command('whisper-send', { conversationId, to: 'agent', text: 'quokkahint' });
  await agent.command('note-add', { conversationId, text: 'quokkanote' });
  const dueAt = new Date(Date.now() + 86_400_000).toISOString();
  await agent.command('task-add', { conversationId, text: 'quokkatask', dueAt });
  await agent.send('conversation-open', { conversationId });
  await agent.command('ask-start', { conversationId, question: 'What about the quokkawhy?' });
  await agent.untilEntry('answer-created');
  await agent.command('takeover-start', { conversationId, reason: 'quokkawhy' });
  await agent.command('message-send', { conversationId, text: 'quokkatalk' });
  await agent.command('takeover-end', { conversationId });
  await say(one, 'please delete all my data');
  await one.command('human-request', { topic: 'quokkatopic' });
  await say(one, 'STOP');
  const two = await openVisitor(hub.url);
  await say(two, "quokkatwo, I'm Zephyrine, text me at (512) 555-0147");
  one.close();
  two.close();

  const conversation = await database.db?.collection('conversations').findOne({ _id: conversationId as never });
  const { tenantId, leadId } = conversation as unknown as { tenantId: string; leadId: string };
  const isLinked = async () => (await hub.stores.leads.linkedTo(tenantId, leadId)).length;
  await expect.poll(isLinked).toBe(1);
  await expect
    .poll(async () => (await hub.stores.records.ofLead(tenantId, leadId)).map(({ kind }) => kind).sort())
    .toEqual(expect.arrayContaining(['consent', 'deletion-request', 'suppression']));
  const heads = async () => [
    await hub.stores.entries.head(conversationId, 'public'),
    await hub.stores.entries.head(conversationId, 'internal'),
  ];
  const ofOther = async () => {
    const rows = await dump();
    return ['conversations', 'entries', 'turns', 'leads', 'searchLines'].map((name) =>
      (JSON.parse(rows[name] ?? '[]') as { _id: string; conversationId?: string }[]).filter(
        (row) => row.conversationId === other.conversationId || row._id === other.conversationId,
      ),
    );
  };
  const [before, others, numbers] = [await dump(), await ofOther(), await heads()];
  for (const word of theirs) expect(holding(before, [word]), word).not.toEqual([]);

  const shown = await admin('lead-delete', '--tenant', tenantId, '--lead', leadId);
  expect(shown.out).toMatch(
    /Records: 2[\s\S]*linked to \S+ by a phone number\nConversations: 2[\s\S]*Nothing was deleted/,
  );
  expect(holding(await dump(), ['quokkafarm'])).not.toEqual([]);
  const done = await admin('lead-delete', '--tenant', tenantId, '--lead', leadId, '--by', 'Ana Ruiz');
  expect(done, done.err).toMatchObject({ code: 0, out: expect.stringContaining('Requests closed by Ana Ruiz: 1.') });

  const after = await dump();
  expect(holding(after, theirs)).toEqual([]);
  expect(await ofOther()).toEqual(others);
  // The closing line, and nothing lost.
  expect(await heads()).toEqual([(numbers[0] ?? 0) + 1, numbers[1]]);
  const log = await hub.stores.entries.read(conversationId, 'public', 1, 500, 500);
  expect(log.map(({ seq }) => seq)).toEqual(log.map((_, index) => index + 1));
  const records = await hub.stores.records.ofLead(tenantId, leadId);
  expect(records.find(({ kind }) => kind === 'deletion-request')?.closed?.by).toBe('Ana Ruiz');
  expect(records.find(({ kind }) => kind === 'consent')).toMatchObject({
    said: '[deleted]',
    to: expect.stringMatching(/^keyed:/),
  });

  await admin('lead-delete', '--tenant', tenantId, '--lead', leadId, '--by', 'Somebody Else');
  expect(await dump()).toEqual(after);
  await admin('search-reindex');
  expect(holding(await dump(), theirs)).toEqual([]);

  const again = await widgetToken(hub.url, { visitorToken: one.session.visitorToken });
  expect(again.conversationId).toBeUndefined();
  const returned = await connect(hub.url, '/widget', again.token ?? '');
  const opened = await returned.send('chat-open');
  expect(opened.conversationId).not.toBe(conversationId);
  const client = Object.assign(returned, { session: one.session, conversationId: String(opened.conversationId) });
  await say(client, 'hi');
  const words = client.entries('message-created').map(({ data }) => data.text);
  expect(holding({ words: JSON.stringify(words) }, theirs)).toEqual([]);
  client.close();

  for (const channel of ['call', 'text', 'email'] as const)
    expect(await mayReach(hub.stores, tenantId, leadId, channel)).toBe('suppressed');
  const third = await openVisitor(hub.url);
  await say(third, 'call me at 512 555 0147');
  const row = await hub.stores.conversations.find(tenantId, third.conversationId);
  await expect.poll(() => mayReach(hub.stores, tenantId, row?.leadId ?? '', 'call')).toBe('suppressed');
  third.close();
  other.close();

  const linked = (await hub.stores.leads.linkedTo(tenantId, leadId))[0]?.id ?? '';
  const unlink = () => admin('lead-unlink', '--tenant', tenantId, '--lead', linked);
  expect((await unlink()).out).toContain(`Separated from ${leadId}`);
  expect(await unlink()).toMatchObject({ code: 1, err: expect.stringContaining('isn’t linked to an older one') });
  expect(await hub.stores.leads.find(tenantId, linked)).toMatchObject({ link: null });
});

test('of nobody there is nothing to delete and nothing to part', async () => {
  for (const name of ['lead-delete', 'lead-unlink'])
    expect(await admin(name, '--tenant', 't', '--lead', 'nobody')).toMatchObject({
      code: 1,
      out: '',
      err: expect.stringContaining('This tenant has no such lead'),
    });
});
