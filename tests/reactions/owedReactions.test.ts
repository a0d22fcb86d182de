import { expect, it } from 'vitest';
import { createMemorySearchStore } from '../../src/adapters/memory/searchStore.ts';
import { startTurnWorker } from '../../src/app/turnWorker.ts';
import { messageFrom } from '../../src/features/channels/messageFrom.ts';
import type { Channel } from '../../src/features/channels/model.ts';
import { botActor } from '../../src/features/conversations/actors.ts';
import { assignConversation } from '../../src/features/conversations/speaker/assignConversation.ts';
import { requestHuman, takeOver } from '../../src/features/conversations/speaker/changeSpeaker.ts';
import { sendAsStaff } from '../../src/features/conversations/speaker/sendAsStaff.ts';
import type { StaffScope } from '../../src/features/identity/model.ts';
import { receiveMessage } from '../../src/features/turns/receiveMessage.ts';
import { runTurn } from '../../src/features/turns/runTurn.ts';
import { createTurnQueue } from '../../src/features/turns/turnQueue.ts';
import { startReactions } from '../../src/reactions/startReactions.ts';
import { agent, command, type Instead, turnWorld, visitor } from '../features/turns/turnWorld.ts';

const supervisor: StaffScope = {
  tenantId: 't1',
  principal: { kind: 'staff', id: 's1', role: 'supervisor', name: 'Sue' },
};

/** A node with the whole table of reactions, which loses as many calls of the job store as `lost` says. */
async function reactingWorld(instead: Instead = {}) {
  const sent: string[] = [];
  const sms: Channel = { kind: 'sms', listen: null, send: async ({ text }) => void sent.push(text) };
  const world = await turnWorld({ ...instead, channels: [sms] });
  const { parts, deps, plain, clock, wakeups, written, rows, jobs } = { ...world, wakeups: world.parts.wakeups };
  const losses = { sending: 0 };
  const schedule: typeof jobs.schedule = async (job) => {
    if (job.kind === 'sending' && losses.sending-- > 0) throw new Error('the jobs are away');
    return jobs.schedule(job);
  };
  const queue = createTurnQueue({ ...parts, runTurn: (...of) => runTurn(parts, ...of) });
  const react = startReactions({
    rows,
    conversations: { ...parts, jobs: { schedule } },
    turns: queue,
    modelReadings: null,
    quietCoach: { leadSpoke() {} },
    cues: { heard: async () => {} },
    spoken: { heard: async () => {} },
    ...{ leads: deps.leads, records: world.records, search: createMemorySearchStore() },
    ...world.outgoing,
    notifying: { notifications: world.stores.notifications, wakeups },
    silence: { heard: async () => {} },
    exposing: { experiments: world.stores.experiments, conversations: world.stores.conversations },
    streams: { log: plain.streamLog, wakeups, clock },
    written,
    log: parts.log,
  });
  const startWorker = () => startTurnWorker({ ...parts, streamLog: plain.streamLog, turnQueue: queue, react });
  const blocklist = { find: async () => null };
  async function text(words: string): Promise<string> {
    const inbound = { tenantId: 't1', from: '512-555-0137', providerId: words, text: words };
    return (await receiveMessage(parts, await messageFrom({ ...deps, blocklist }, 'sms', inbound))).conversationId;
  }
  return {
    ...world,
    queue,
    sent,
    losses,
    text,
    startWorker,
    owed: async () => (await plain.entries.listOwed(Number.MAX_SAFE_INTEGER, 100)).map(({ settledBy }) => settledBy),
    /** As after the death of the process: nothing follows from what is written. */
    dies: () => written.listen(() => {}),
    revives: () => written.listen((one) => void react(one).catch(() => {})),
  };
}

/** A talk by text messages that Jorge has begun. */
async function textedWorld() {
  const world = await reactingWorld();
  const conversationId = await world.text('I want to buy a house');
  await world.clock.pass(5_000);
  await world.runJobs();
  world.sent.length = 0;
  return { ...world, conversationId };
}

/** The next look for owed reactions sends the words once, and leaves none owed. */
async function leavesOnceLooked(world: Awaited<ReturnType<typeof textedWorld>>): Promise<void> {
  const worker = world.startWorker();
  await world.clock.pass(20_000);
  await world.runJobs();
  expect(world.sent).toEqual(['A new home came in']);
  await world.clock.pass(5_000);
  expect(await world.owed()).toEqual([]);
  worker.stop();
}

it('a person’s words that could not be sent at once are sent later, though a turn has read them', async () => {
  const world = await textedWorld();
  const { conversationId, clock, losses, sent } = world;
  losses.sending = 2;
  await sendAsStaff(world.parts, agent, command(), { conversationId, text: 'A new home came in' });
  await clock.pass(2_500);
  expect((await world.plain.turns.newest(conversationId))?.event.happened).toContainEqual(
    expect.objectContaining({ kind: 'agent-message' }),
  );
  await world.runJobs();
  expect(sent).toEqual([]);
  await leavesOnceLooked(world);
});

it('words said right before a crash leave by their channel, though later words were answered in between', async () => {
  const world = await textedWorld();
  const { conversationId, clock, sent } = world;
  world.dies();
  await sendAsStaff(world.parts, agent, command(), { conversationId, text: 'A new home came in' });
  world.revives();
  await world.text('Thanks');
  await clock.pass(2_500);
  expect((await world.plain.turns.newest(conversationId))?.throughSeq).toBeGreaterThan(3);
  await world.runJobs();
  expect(sent).not.toContain('A new home came in');
  const worker = world.startWorker();
  await clock.pass(10_000);
  await world.runJobs();
  expect(sent.filter((text) => text === 'A new home came in')).toHaveLength(1);
  await clock.pass(5_000);
  expect(await world.owed()).toEqual([]);
  worker.stop();
});

it('a mark of an earlier version, which any turn may settle, is left to none once a reaction to it failed', async () => {
  const world = await textedWorld();
  const { conversationId, clock, losses, plain } = world;
  // So that Jorge says nothing, which would take it along.
  await takeOver(world.parts, agent, command(), { conversationId });
  await clock.pass(2_500);
  world.dies();
  await sendAsStaff(world.parts, agent, command(), { conversationId, text: 'A new home came in' });
  const [owed] = await plain.entries.listOwed(Number.MAX_SAFE_INTEGER, 1);
  if (owed === undefined) throw new Error('nothing is owed');
  await plain.entries.setOwed(owed.entry, { at: clock.now(), settledBy: 'turn' });
  losses.sending = 1;
  await leavesOnceLooked(world);
});

it('a hot lead that nobody has anymore is told, though telling failed at first and a turn went well', async () => {
  let failures = 0;
  const world = await reactingWorld({
    entries: (store) => ({
      async newestOf(id, type) {
        if (type === 'score-changed' && failures-- > 0) throw new Error('the database is away');
        return store.newestOf(id, type);
      },
    }),
  });
  const { parts, plain, clock, id } = world;
  const place = { tenantId: 't1', conversationId: id };
  const none = { display10: null, confidence: null, basis: 'rules', calibrated: false, components: {}, version: '1' };
  const data = { ...none, score: 90, temperature: 'hot' as const, reasons: [], evidence: [] };
  await world.say('Is the roof new?');
  await world.settle();
  await parts.appender.append(place, { type: 'score-changed', data, actor: botActor, onceKey: 'hot' });
  await requestHuman(parts, visitor, command(), { conversationId: id });
  failures = 1;
  // As after a pause of the process: its copy of the log is read again.
  parts.folds.forget(id);
  await assignConversation(parts, supervisor, command(), { conversationId: id, owner: null });
  await world.say('Hello?');
  await clock.pass(2_900);
  const raised = async () =>
    (await plain.entries.listOf(id, 'alert-raised', 9)).map(({ data }) => 'kind' in data && data.kind);
  expect(await raised()).not.toContain('hot-lead');
  const worker = world.startWorker();
  await clock.pass(10_000);
  expect(await raised()).toContain('hot-lead');
  expect(await world.owed()).toEqual([]);
  worker.stop();
});

it('a reaction that fails on is tried ever less often, within a minute, and stands in no turn’s way', async () => {
  const world = await textedWorld();
  const { conversationId, clock, losses } = world;
  losses.sending = Number.POSITIVE_INFINITY;
  let tries = 0;
  const { setOwed } = world.plain.entries;
  world.parts.entries.setOwed = async (entry, owed) => {
    tries += 1;
    return setOwed(entry, owed);
  };
  await sendAsStaff(world.parts, agent, command(), { conversationId, text: 'A new home came in' });
  const worker = world.startWorker();
  await clock.pass(10 * 60_000);
  expect(tries).toBeGreaterThan(9);
  expect(tries).toBeLessThan(25);
  const before = (await world.plain.turns.newest(conversationId))?.turnNo ?? 0;
  await world.text('Thanks');
  await clock.pass(5_000);
  expect((await world.plain.turns.newest(conversationId))?.turnNo).toBe(before + 1);
  worker.stop();
});
