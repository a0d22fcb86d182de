import { createRequire } from 'node:module';
import mongoose from 'mongoose';
import { afterEach, expect, inject, it, vi } from 'vitest';
import type { LeadsAnswer } from '../../src/contract/rest/leads.ts';
import { demoPerson, tokenOf } from '../gateway/people.ts';
import { openVisitor } from '../support/hubClient.ts';
import { openHub } from '../support/openHub.ts';
import { uniqueDatabaseUrl } from '../support/servers.ts';

const fromMongoose = createRequire(createRequire(import.meta.url).resolve('mongoose'));
const { Connection } = fromMongoose('mongodb/lib/cmap/connection.js') as {
  Connection: {
    prototype: { command(namespace: { db: string }, command: object, ...rest: unknown[]): Promise<unknown> };
  };
};

interface Asked {
  collection: string;
  kind: string;
  filter: Record<string, unknown>;
  sort?: unknown;
}

/** The requests of a command to a collection; a command may have several. */
function askedBy(command: Record<string, unknown>): Asked[] {
  const [kind = ''] = Object.keys(command);
  const collection = String(command[kind]);
  const of = (filter: unknown, sort?: unknown): Asked => ({
    ...{ collection, kind, filter: (filter ?? {}) as Asked['filter'] },
    ...(sort === undefined ? {} : { sort }),
  });
  if (kind === 'find') return [of(command.filter, command.sort)];
  if (kind === 'findAndModify') return [of(command.query, command.sort)];
  const given = kind === 'update' ? command.updates : kind === 'delete' ? command.deletes : [];
  // Of a bulk write they are a sequence of documents.
  const many = (Array.isArray(given) ? given : (given as { documents: object[] }).documents) as { q: object }[];
  return many.map(({ q }) => of(q));
}

/** The same question with other values has the same shape. */
const shapeOf = ({ collection, kind, filter, sort }: Asked): string => {
  const fields = Object.entries(filter).map(([field, value]) => {
    const isPlain =
      value === null || typeof value !== 'object' || Object.keys(value).every((key) => !key.startsWith('$'));
    return isPlain ? field : `${field} ${Object.keys(value as object).join(',')}`;
  });
  return `${kind} ${collection} {${fields.sort().join('; ')}} ${JSON.stringify(sort ?? {})}`;
};

afterEach(() => vi.restoreAllMocks());

it('an index serves every query of a talk, so none reads a whole collection', async () => {
  const mongodbUrl = uniqueDatabaseUrl(inject('mongodbUrl'));
  const database = new URL(mongodbUrl).pathname.slice(1);
  const asked = new Map<string, Asked>();
  const { command: send } = Connection.prototype;
  vi.spyOn(Connection.prototype, 'command').mockImplementation(function record(
    this: unknown,
    namespace,
    command,
    ...rest
  ) {
    if (namespace.db === database)
      for (const one of askedBy(command as Record<string, unknown>)) asked.set(shapeOf(one), one);
    return send.call(this as never, namespace, command, ...rest);
  });
  {
    await using hub = await openHub({ mongodbUrl });
    const visitor = await openVisitor(hub.url);
    const agent = await demoPerson(hub.url, 'agent');
    const { conversationId } = visitor;
    asked.clear();
    await agent.send('board-watch');
    await visitor.command('chat-send', { text: 'I want to buy a home with 3 bedrooms around 500k' });
    await visitor.untilEntry('message-created', ({ actor }) => actor.kind === 'bot');
    await agent.send('conversation-open', { conversationId });
    await visitor.command('chat-send', { text: 'Can somebody call me? 512 555 0137' });
    await agent.untilEntry('bot-turn', ({ data }) => data.turnNo === 2);
    const toSupervisor = { authorization: `Bearer ${await tokenOf(hub.url, 'supervisor')}` };
    const user = (await (await fetch(`${hub.url}/api/v1/me`, { headers: toSupervisor })).json()) as { id: string };
    await agent.command('note-add', { conversationId, text: 'Calls tomorrow', mentions: [user.id] });
    const dueAt = new Date(Date.now() + 86_400_000).toISOString();
    const { taskId } = await agent.command('task-add', { conversationId, text: 'Call back', dueAt });
    await agent.command('task-change', { conversationId, taskId, done: true });
    const headers = { authorization: `Bearer ${await tokenOf(hub.url, 'agent')}` };
    const { items } = (await (await fetch(`${hub.url}/api/v1/leads`, { headers })).json()) as LeadsAnswer;
    for (const path of [
      ...[
        'leads?q=buy',
        'leads?q=5125550137',
        'leads?sort=score',
        'leads?tag=x',
        'leads?tag=x&sort=score',
        `leads?sort=score&cursor=score.${Buffer.from('[50,"x"]').toString('base64url')}`,
        'tasks',
        'tasks?state=done&userId=x',
        'busy-calendar',
        'me/notifications',
      ],
      ...[`tasks?leadId=${items[0]?.id}`, `appointments?leadId=${items[0]?.id}`, 'appointments/times?kind=call'],
    ])
      expect((await fetch(`${hub.url}/api/v1/${path}`, { headers })).status).toBe(200);
    await agent.command('takeover-start', { conversationId });
    await agent.command('message-send', { conversationId, text: 'Hello, this is Owen' });
    await agent.command('takeover-end', { conversationId });
    await agent.command('conversation-close', { conversationId, disposition: 'Spam' });
    agent.close();
    visitor.close();
    // Closing the hub compares every row with its logs, which reads whole collections.
    vi.restoreAllMocks();
  }
  const connection = await mongoose.createConnection(mongodbUrl).asPromise();
  async function isFoundByIndex({ collection }: Asked, filter: object, sort?: unknown): Promise<boolean> {
    const find = { find: collection, filter, ...(sort === undefined ? {} : { sort }) };
    const plan = await connection.db?.command({ explain: find });
    return !JSON.stringify(plan?.queryPlanner).includes('COLLSCAN');
  }
  const scans: string[] = [];
  for (const [shape, one] of asked) {
    const { kind, filter, sort } = one;
    // SecantusDB looks for a write by the fields of its filter, and reads everything where an operator stands beside them.
    const hasOperator = kind !== 'find' && Object.keys(filter).some((field) => field.startsWith('$'));
    const parts = Object.entries(filter).map(([field, value]) => ({ [field]: value }));
    const found = await Promise.all([
      isFoundByIndex(one, filter, sort),
      // If no index has all of the fields, it takes one that has the first of them, and the key of the collection.
      ...parts.map(async (part) => '_id' in part || isFoundByIndex(one, part)),
    ]);
    if (hasOperator || !found.includes(true)) scans.push(shape);
  }
  await connection.close();
  expect(asked.size).toBeGreaterThan(20);
  expect(scans).toEqual([]);
});
