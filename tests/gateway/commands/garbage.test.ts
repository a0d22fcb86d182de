import { randomInt, randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { z } from 'zod';
import { errorTable } from '../../../src/contract/errors.ts';
import { type Namespace, namespaces } from '../../../src/contract/socket/commands.ts';
import type { Ack } from '../../../src/contract/socket/events.ts';
import type { CommandSchema } from '../../../src/contract/socket/sharedCommands.ts';
import { HubError } from '../../../src/kernel/hubError.ts';
import { type Logger, silentLogger } from '../../../src/kernel/observe.ts';
import { connect, type HubClient, openVisitor } from '../../support/hubClient.ts';
import { type OpenHub, openHub } from '../../support/openHub.ts';
import { uniqueDatabaseUrl } from '../../support/servers.ts';
import { demoPerson, widgetToken } from '../people.ts';
import { openRaw } from '../rawSocket.ts';

/** The refusals that say more than the table's words: never with anything of the input in it. */
const ownWords = new RegExp(
  `^(?:${[
    'This conversation is closed',
    '[A-Z]\\w+ [A-Z]\\w+ is handling this conversation',
    'Jorge is answering from the playbook here, which can’t take whispers',
    'Choose a future time within a year, on the hour or half hour',
    'This person doesn’t take appointments',
    'That home isn’t on file',
    'Choose a future time within two years',
    'This person isn’t on your team',
    'Someone mentioned here isn’t on your team',
  ].join('|')})\\.$`,
);

/** Set HUB_TEST_SEED to play a run again. */
const seed = Number(process.env.HUB_TEST_SEED ?? randomInt(2 ** 31));
const atOnce = 15;
const fuzzedPackets = 400;

const badTexts = [
  '',
  ' ',
  '\u0000',
  '\ud800',
  '$where',
  '__proto__',
  '{"$gt":""}',
  '../../x',
  "' OR 1=1",
  '\u202e',
  'x'.repeat(5000),
];
const garbage = fc.oneof(
  fc.jsonValue({ maxDepth: 4 }) as fc.Arbitrary<unknown>,
  fc.constantFrom<unknown>(
    null,
    [],
    {},
    0,
    -1,
    1e300,
    2 ** 53,
    true,
    { $gt: '' },
    { $where: 'sleep(1)' },
    [[[[]]]],
    ...badTexts,
  ),
);

interface Known {
  conversationId: string;
  streamId: string;
  /** Names of nothing, drawn beside the known ones. */
  strange: readonly string[];
}

/** Values that a schema allows, as good as its JSON Schema tells them; plain ones where nothing strange is known. */
function aValueOf(schema: Record<string, unknown>, name: string, known: Known): fc.Arbitrary<unknown> {
  const options = (schema.anyOf ?? schema.oneOf) as Record<string, unknown>[] | undefined;
  if (options !== undefined) return fc.oneof(...options.map((option) => aValueOf(option, name, known)));
  if (schema.enum !== undefined) return fc.constantFrom(...(schema.enum as unknown[]));
  if (schema.const !== undefined) return fc.constant(schema.const);
  switch (schema.type) {
    case 'object':
      return objectOf(schema, known);
    case 'string':
      if (name === 'commandId') return fc.constant(null).map(() => randomUUID());
      if (name === 'conversationId') return fc.constantFrom(known.conversationId, ...known.strange);
      if (name === 'streamId') return fc.constantFrom(known.streamId, ...known.strange);
      if (name === 'log')
        return fc.constantFrom(`public:${known.conversationId}`, `internal:${known.conversationId}`, ...known.strange);
      if (schema.format === 'date-time') return fc.constant(new Date().toISOString());
      return known.strange.length === 0
        ? fc.constantFrom('a', '🏡')
        : fc.oneof(fc.string({ unit: 'binary', minLength: 1, maxLength: 30 }), fc.constantFrom('a', '🏡', '$x', 'a.b'));
    case 'integer':
    case 'number':
      return fc.oneof(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0 }));
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    default:
      return garbage;
  }
}

function objectOf(schema: Record<string, unknown>, known: Known): fc.Arbitrary<object> {
  const properties = (schema.properties ?? {}) as Record<string, Record<string, unknown>>;
  const required = (schema.required ?? []) as string[];
  const fields = Object.fromEntries(
    Object.entries(properties).map(([name, property]) => [name, aValueOf(property, name, known)]),
  );
  return fc.record(fields, { requiredKeys: required.filter((name) => name in fields) });
}

const rightPayloadOf = (schema: CommandSchema, known: Known) =>
  objectOf(z.toJSONSchema(schema.payload, { io: 'input', unrepresentable: 'any' }) as Record<string, unknown>, known);

/** A payload of the right shape, with something wrong in it, or nothing but garbage. */
function payloadOf(schema: CommandSchema, known: Known): fc.Arbitrary<unknown> {
  const right = rightPayloadOf(schema, known);
  const spoiled = fc
    .tuple(right, garbage, fc.nat(), fc.constantFrom('replace', 'drop', 'add'))
    .map(([payload, bad, at, how]) => {
      const names = Object.keys(payload);
      const name = names[at % Math.max(1, names.length)];
      if (how === 'add' || name === undefined) return { ...payload, [`extra${at}`]: bad };
      const { [name as never]: _, ...rest } = payload;
      return how === 'drop' ? rest : { ...rest, [name]: bad };
    });
  return fc.oneof(
    { arbitrary: spoiled, weight: 5 },
    { arbitrary: right, weight: 2 },
    { arbitrary: garbage, weight: 2 },
  );
}

describe.each([
  ['memory', 45],
  ['MongoDB', 15],
] as const)(`generated garbage on %s, HUB_TEST_SEED=${seed}`, (store, runsPerCommand) => {
  let hub: OpenHub;
  let healthy: HubClient & { conversationId: string };
  let known: Known;
  const faults: unknown[] = [];
  const onFault = (fault: unknown): void => void faults.push(fault);
  const errors: unknown[] = [];
  const log: Logger = {
    ...silentLogger,
    error(message, fields) {
      // A database that a busy machine kept from answering in time is no answer to garbage.
      if (fields?.err instanceof HubError && fields.err.code === 'DEPENDENCY_DOWN') return;
      errors.push([message, fields?.command, String(fields?.err)]);
    },
  };
  beforeAll(async () => {
    process.on('uncaughtException', onFault);
    process.on('unhandledRejection', onFault);
    const given = { log, env: { HUB_LIMIT_VISITOR_BURST: '1000000' } };
    hub = await openHub(store === 'memory' ? given : { ...given, mongodbUrl: uniqueDatabaseUrl(inject('mongodbUrl')) });
    healthy = await openVisitor(hub.url);
    await healthy.command('chat-send', { text: 'hello' });
    const agent = await demoPerson(hub.url, 'agent');
    const { streamId } = await agent.command('coach-start', { conversationId: healthy.conversationId });
    known = {
      conversationId: healthy.conversationId,
      streamId: String(streamId),
      strange: ['nothing', 'a\u0000b', 'x'],
    };
    agent.close();
  });
  afterAll(async () => {
    healthy.close();
    await hub.close();
    process.off('uncaughtException', onFault);
    process.off('unhandledRejection', onFault);
  });
  async function stillServed(): Promise<void> {
    const fresh = await openVisitor(hub.url);
    const { seq } = await fresh.command('chat-send', { text: 'still served?' });
    expect(seq).toBe(1);
    fresh.close();
    expect(faults).toEqual([]);
    expect(errors).toEqual([]);
  }

  it.each(Object.keys(namespaces) as Namespace[])(
    'every command of %s answers anything with an ack that the page knows',
    async (namespace) => {
      const token =
        namespace === '/widget'
          ? String((await widgetToken(hub.url)).token)
          : await demoPerson(hub.url, namespace === '/agent' ? 'agent2' : 'supervisor').then((one) => {
              one.close();
              return (one.socket.auth as { token: string }).token;
            });
      const good = new Set<string>();
      const table: Record<string, CommandSchema> = namespaces[namespace];
      for (const [name, schema] of Object.entries(table)) {
        await fc.assert(
          fc.asyncProperty(
            fc.array(payloadOf(schema, known), { minLength: atOnce - 1, maxLength: atOnce - 1 }),
            // By luck alone a command might never be done: one payload is sure to be of its schema, and plain.
            rightPayloadOf(schema, { ...known, strange: [] }).filter((it) => schema.payload.safeParse(it).success),
            async (garbled, right) => {
              const payloads = [...garbled, right];
              // Each time on a connection of its own: one that is refused a hundred times is ended.
              const client = await connect(hub.url, namespace, token);
              // A visitor's commands are about the talk that this connection has open.
              if (namespace === '/widget') await client.emit('chat-open', {});
              const acks: Ack[] = await Promise.all(payloads.map((payload) => client.emit(name, payload)));
              client.close();
              for (const [index, ack] of acks.entries()) {
                if (ack.ok) {
                  good.add(name);
                  expect([name, schema.data.safeParse(ack.data).error]).toEqual([name, undefined]);
                  continue;
                }
                expect(Object.keys(errorTable)).toContain(ack.error.code);
                const { status, message, retryable } = errorTable[ack.error.code];
                expect([name, payloads[index], status]).not.toEqual([name, payloads[index], 500]);
                if (!ownWords.test(ack.error.message)) expect(ack.error.message).toBe(message);
                expect(ack.error).toMatchObject({ retryable, trace: expect.any(String) });
              }
            },
          ),
          { seed, numRuns: runsPerCommand / atOnce },
        );
      }
      // Garbage alone would prove little: some of what was sent must have been done.
      expect(good.size).toBeGreaterThan(namespace === '/widget' ? 3 : 8);
      await stillServed();
    },
  );

  it('packets of every kind, broken in every way, end at most their own connection', async () => {
    const token = String((await widgetToken(hub.url)).token);
    const namespace = fc.constantFrom('', '/widget,', '/agent,', '/x,', '/widget?token=a,', '/'.repeat(50), ',');
    const packet = fc.tuple(
      fc.constantFrom(
        '',
        '0',
        '1',
        '2',
        '3',
        '4',
        '5',
        '6',
        '7',
        '40',
        '41',
        '42',
        '43',
        '44',
        '45',
        '451-',
        '46',
        '47',
        '4a',
        'b',
        'bAAAA',
      ),
      namespace,
      fc.oneof(fc.constant(''), fc.nat().map(String), fc.constantFrom('-1', '1e9', '007', 'NaN')),
      fc.oneof(
        fc.json({ maxDepth: 3 }),
        fc.string({ unit: 'binary', maxLength: 40 }),
        fc.constantFrom(
          '[',
          '[]',
          '[null]',
          '[[]]',
          '[{}]',
          '["chat-open"',
          '["chat-open",{}]',
          '["chat-send",{"text":',
          `{"token":"${token}"}`,
        ),
      ),
    );
    const line = fc.oneof(
      packet.map((parts) => parts.join('')),
      fc.string({ unit: 'binary', maxLength: 60 }),
    );
    const lines = fc.sample(line, { seed, numRuns: fuzzedPackets });
    for (let at = 0; at < lines.length; ) {
      const client = await openRaw(hub.url);
      if (at % 3 !== 0) await client.join('/widget', token);
      // Until one of them ends the connection.
      for (const stopAt = at + 12; at < stopAt && at < lines.length && !client.isClosed(); at += 1) {
        client.socket.send(lines[at] ?? '');
        await new Promise((resolve) => setImmediate(resolve));
      }
      client.socket.terminate();
    }
    await stillServed();
  });
});
