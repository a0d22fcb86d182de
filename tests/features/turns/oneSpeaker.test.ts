import { expect, it, test } from 'vitest';
import { pauseBot, takeOver } from '../../../src/features/conversations/speaker/changeSpeaker.ts';
import { lookAtPause } from '../../../src/features/turns/mendSpeaker.ts';
import { agent, command, turnWorld } from './turnWorld.ts';

it('of an answer that was decided just before a person took over not a word is seen', async () => {
  const seen: string[] = [];
  const world = await turnWorld({
    turns: (store) => ({
      async insert(turn) {
        const inserted = await store.insert(turn);
        await takeOver(world.parts, agent, command(), { conversationId: world.id });
        return inserted;
      },
    }),
    streamLog: (log) => ({
      append(streamId, attempt, offset, text) {
        seen.push(text);
        return log.append(streamId, attempt, offset, text);
      },
    }),
  });
  await world.say('I want to buy a home');
  await world.clock.pass(10_000);
  await world.run();
  await world.settle();
  expect(seen).toEqual([]);
  expect(await world.botMessages()).toEqual([]);
  expect(await world.deps.streamLog.running(world.id)).toEqual([]);
});

it('when a pause is over the log says that its person left, and that nobody has the talk', async () => {
  const world = await turnWorld();
  await world.say('hello');
  await pauseBot(world.parts, agent, command(), { conversationId: world.id, minutes: 5 });
  await world.clock.pass(5 * 60_000);
  await world.runJobs();
  const log = await world.publicLog();
  expect(log.filter(({ type }) => type === 'participant-changed').map(({ data }) => data)).toEqual([
    { kind: 'agent', name: 'Ana', present: true },
    { kind: 'agent', name: 'Ana', present: false },
  ]);
  expect((await world.plain.entries.newestOf(world.id, 'assignment-changed'))?.data).toEqual({ reason: 'pause-ended' });
});

test.each([
  ['of nobody having it', 0],
  ['of who left', 1],
  ['of Jorge being back', 2],
])('a pause whose end a crash cut off before the line %s is told whole by the next turn', async (_, cut) => {
  const world = await turnWorld();
  await world.say('hello');
  await world.settle();
  await pauseBot(world.parts, agent, command(), { conversationId: world.id, minutes: 5 });
  await world.settle();
  await world.clock.pass(5 * 60_000);
  let written = 0;
  const { appender } = world.parts;
  const dying: typeof appender = {
    ...appender,
    async append(place, draft) {
      if (written === cut) throw new Error('the process died');
      written += 1;
      return appender.append(place, draft);
    },
  };
  const place = { tenantId: 't1', conversationId: world.id };
  await expect(lookAtPause({ ...world.parts, appender: dying }, place)).rejects.toThrow('died');
  await world.clock.pass(10_000);
  await world.run();
  await world.settle();
  const log = await world.publicLog();
  expect(log.filter(({ type }) => type === 'participant-changed').map(({ data }) => data)).toEqual([
    { kind: 'agent', name: 'Ana', present: true },
    { kind: 'agent', name: 'Ana', present: false },
  ]);
  expect(log.findLast(({ type }) => type === 'conversation-changed')?.data).toMatchObject({ mode: 'bot' });
  const internal = await world.plain.entries.read(world.id, 'internal', 1, 1000, 1000);
  expect(internal.flatMap((entry) => (entry.type === 'assignment-changed' ? [entry.data.reason] : []))).toEqual([
    'bot-paused',
    'pause-ended',
  ]);
});

it('a talk that waits for a person stays so, however late the turn came', async () => {
  const world = await turnWorld();
  await world.say('Can I talk to a real person please?');
  // Longer than the grace that a writer gets for its line: the turn must not take its own change for one that a crash left.
  await world.clock.pass(10_000);
  expect(await world.run()).toBeNull();
  await world.settle();
  const modes = (await world.publicLog()).flatMap((entry) =>
    entry.type === 'conversation-changed' ? [entry.data.mode] : [],
  );
  expect(modes).toEqual(['waiting']);
  expect(await world.owed()).toBeNull();
});

it('a bot that fails on what was said leaves the visitor with an honest wait, and the team knows', async () => {
  const world = await turnWorld();
  const { step } = world.parts;
  world.parts.step = () => {
    throw new Error('a fault in a machine');
  };
  await world.say('Hello');
  await world.clock.pass(10_000);
  expect(await world.run()).toBeNull();
  await world.settle();
  const changed = (await world.publicLog()).filter((entry) => entry.type === 'conversation-changed');
  expect(changed.map((entry) => entry.data.mode)).toEqual(['waiting']);
  expect((await world.parts.entries.newestOf(world.id, 'alert-raised'))?.data).toMatchObject({ kind: 'bot-failed' });

  world.parts.step = step;
  await world.say('Hello again');
  await world.clock.pass(10_000);
  await world.run();
  await world.settle();
  expect(
    (await world.publicLog()).some((entry) => entry.actor.kind === 'bot' && entry.type === 'message-created'),
  ).toBe(true);
});

it('an opt-out holds even when the bot fails on it, and later messages are answered', async () => {
  const world = await turnWorld();
  const { step } = world.parts;
  world.parts.step = () => {
    throw new Error('a fault in a machine');
  };
  await world.say('STOP');
  await world.clock.pass(10_000);
  await world.run();
  await world.settle();
  const { leadId } = (await world.parts.conversations.find('t1', world.id)) ?? {};
  const records = await world.records.ofLead('t1', leadId ?? '');
  expect(records).toMatchObject([{ kind: 'suppression', channels: ['call', 'text', 'email'], said: 'STOP' }]);

  expect(await world.botMessages()).toEqual([]);

  world.parts.step = step;
  await world.say('Hello?');
  await world.clock.pass(10_000);
  await world.run();
  await world.settle();
  expect(await world.botMessages()).toEqual([expect.stringMatching(/unless you write START/)]);
});

it('a state that an older version kept is gone on from', async () => {
  const world = await turnWorld();
  await world.say('I want to buy a home');
  await world.clock.pass(10_000);
  await world.run();
  await world.settle();
  const newest = await world.parts.turns.newest(world.id);
  const { version, bot, at, slots, mode, disclosed } = newest?.stateAfter ?? {};
  // As if only these had been kept.
  Object.assign(newest ?? {}, { stateAfter: { version, bot, at, slots, mode, disclosed } });
  world.parts.turns.newest = async () => newest;
  await world.say('around 500k');
  await world.clock.pass(10_000);
  await world.run();
  await world.settle();
  const said = (await world.publicLog()).filter(
    (entry) => entry.type === 'message-created' && entry.actor.kind === 'bot',
  );
  expect(said).toHaveLength(2);
  expect(await world.parts.entries.newestOf(world.id, 'alert-raised')).toBeNull();
});
