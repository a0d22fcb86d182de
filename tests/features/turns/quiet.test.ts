import { describe, expect, it } from 'vitest';
import { quietMs } from '../../../src/features/conversations/model.ts';
import { closeConversation, takeOver } from '../../../src/features/conversations/speaker/changeSpeaker.ts';
import { replayTurns } from '../../../src/features/turns/replayTurns.ts';
import { leaseMs } from '../../../src/kernel/jobs.ts';
import { agent, command, turnWorld } from './turnWorld.ts';

type World = Awaited<ReturnType<typeof turnWorld>>;

async function worldWithTalk() {
  const world = await turnWorld();
  await world.say('I want to buy a house');
  await world.settle();
  await world.say('500k');
  await world.settle();
  return world;
}
const quietJobs = async ({ jobStore, id }: World) =>
  (await jobStore.take({ lane: 'scheduled', now: Number.MAX_SAFE_INTEGER, limit: 100, leaseMs: 0, aheadMs: 0 })).jobs
    .filter((job) => job.kind === 'quiet' && job.about === id)
    .map(({ dueAt }) => dueAt);
const lastAtOf = async ({ plain, id }: World) => (await plain.conversations.find('t1', id))!.board.lastAt;
const stateOf = async ({ plain, id }: World) => (await plain.turns.newest(id))!.stateAfter;
const quietLines = async ({ plain, id }: World) =>
  (await plain.entries.read(id, 'internal', 1, 1000, 1000)).filter(({ type }) => type === 'quiet-noticed');

describe('a talk that went quiet', () => {
  it('is dormant after thirty days, once, and nothing is said; a reply goes on where it was', async () => {
    const world = await worldWithTalk();
    const { asked } = await stateOf(world);
    const said = await world.botMessages();
    await world.clock.pass(quietMs - 60_000);
    await world.runJobs();
    await world.settle();
    expect((await stateOf(world)).at).toBe('QUALIFY');
    await world.clock.pass(60_000);
    await world.runJobs();
    await world.settle();
    await world.runJobs();
    await world.settle();
    expect(await quietLines(world)).toHaveLength(1);
    expect((await stateOf(world)).at).toBe('DORMANT');
    expect((await world.plain.conversations.find('t1', world.id))?.board.stage).toBe('DORMANT');
    expect(await world.botMessages()).toEqual(said);
    await world.say('sorry, back again. I am pre-approved');
    await world.settle();
    const state = await stateOf(world);
    expect([asked?.question, state.at, state.asked?.question]).toEqual(['preApproval', 'QUALIFY', 'beds']);
    expect(state.slots.budget?.state).toBe('answered');
    expect(await world.botMessages()).toHaveLength(said.length + 1);
    const turns = await world.plain.turns.list(world.id, 100);
    expect(turns.flatMap(({ effects }) => effects.filter(({ kind }) => kind === 'tag'))).toEqual(
      expect.arrayContaining([
        { kind: 'tag', add: ['Dormant'], remove: [] },
        { kind: 'tag', add: [], remove: ['Dormant'] },
      ]),
    );
    const [nextAt = 0] = await quietJobs(world);
    expect(nextAt).toBeGreaterThan(world.clock.now() + quietMs - 60_000);
    expect(nextAt).toBeLessThanOrEqual((await lastAtOf(world)) + quietMs);
    const { step, firstState } = world.parts;
    expect(replayTurns(turns, { step, firstState })).toEqual([]);
  });

  it('is noted once though the node died between the line and the end of the job', async () => {
    const world = await worldWithTalk();
    const { done } = world.jobStore;
    await world.clock.pass(quietMs);
    world.jobStore.done = () => Promise.reject(new Error('the process is dead'));
    await expect(world.runJobs()).rejects.toThrow('dead');
    world.jobStore.done = done;
    await world.clock.pass(leaseMs);
    await world.runJobs();
    await world.settle();
    expect(await quietLines(world)).toHaveLength(1);
    expect((await stateOf(world)).at).toBe('DORMANT');
  });

  it('that is closed, or in the hands of a person, is looked at once and brings no turn', async () => {
    for (const ends of [
      (world: World) => closeConversation(world.parts, agent, command(), { conversationId: world.id }),
      (world: World) => takeOver(world.parts, agent, command(), { conversationId: world.id }),
    ]) {
      const world = await worldWithTalk();
      await ends(world);
      await world.settle();
      await world.clock.pass(quietMs);
      const turn = (await world.plain.turns.newest(world.id))!.turnNo;
      await world.runJobs();
      await world.settle();
      expect(await quietLines(world)).toEqual([]);
      expect((await world.plain.turns.newest(world.id))!.turnNo).toBe(turn);
      expect(await world.owed()).toBeNull();
      expect(await quietJobs(world)).toEqual([]);
    }
  });

  it('keeps an end of its own: a lead who opted out stays opted out', async () => {
    const world = await worldWithTalk();
    await world.say('STOP');
    await world.settle();
    await world.clock.pass(quietMs);
    await world.runJobs();
    await world.settle();
    expect(await stateOf(world)).toMatchObject({ at: 'OPTED_OUT', ended: 'opted-out' });
  });
});
