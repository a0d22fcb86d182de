import { describe, expect, it } from 'vitest';
import { closeConversation, takeOver } from '../../../src/features/conversations/changeSpeaker.ts';
import { quietMs } from '../../../src/features/conversations/model.ts';
import { noteQuiet } from '../../../src/features/turns/noteQuiet.ts';
import { replayTurns } from '../../../src/features/turns/replayTurns.ts';
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
/** As every node does each second, several at once. */
async function lookAround({ parts }: World): Promise<void> {
  const quiet = await parts.conversations.listQuiet(parts.clock.now(), 100);
  await Promise.all([1, 2, 3].flatMap(() => quiet.map((one) => noteQuiet(parts, one))));
}
const stateOf = async ({ plain, id }: World) => (await plain.turns.newest(id))!.stateAfter;
const quietLines = async ({ plain, id }: World) =>
  (await plain.entries.read(id, 'internal', 1, 1000, 1000)).filter(({ type }) => type === 'quiet-noticed');

describe('a talk that went quiet', () => {
  it('is dormant after thirty days, once, and nothing is said; a reply goes on where it was', async () => {
    const world = await worldWithTalk();
    const { asked } = await stateOf(world);
    const said = await world.botMessages();
    await world.clock.pass(quietMs - 60_000);
    await lookAround(world);
    await world.settle();
    expect((await stateOf(world)).at).toBe('QUALIFY');
    await world.clock.pass(60_000);
    await lookAround(world);
    await world.settle();
    await lookAround(world);
    await world.settle();
    expect(await quietLines(world)).toHaveLength(1);
    expect((await stateOf(world)).at).toBe('DORMANT');
    expect((await world.plain.conversations.find('t1', world.id))?.board.stage).toBe('DORMANT');
    expect(await world.botMessages()).toEqual(said);
    expect(await world.parts.conversations.listQuiet(world.clock.now() + quietMs, 10)).toEqual([]);

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
    const { step, firstState } = world.parts;
    expect(replayTurns(turns, { step, firstState: firstState('en') })).toEqual([]);
  });

  it('is noted once though the process died between the line and taking it off the list', async () => {
    const world = await worldWithTalk();
    const { settleQuiet } = world.parts.conversations;
    await world.clock.pass(quietMs);
    world.parts.conversations.settleQuiet = () => Promise.reject(new Error('the process is dead'));
    await expect(lookAround(world)).rejects.toThrow('dead');
    world.parts.conversations.settleQuiet = settleQuiet;
    await lookAround(world);
    await world.settle();
    expect(await quietLines(world)).toHaveLength(1);
    expect((await stateOf(world)).at).toBe('DORMANT');
  });

  it('that is closed, or in the hands of a person, is looked at once and brings no turn', async () => {
    for (const ends of [
      (world: World) => closeConversation(world.parts, agent, world.id, command()),
      (world: World) => takeOver(world.parts, agent, world.id, command()),
    ]) {
      const world = await worldWithTalk();
      await ends(world);
      await world.settle();
      await world.clock.pass(quietMs);
      const turn = (await world.plain.turns.newest(world.id))!.turnNo;
      await lookAround(world);
      await world.settle();
      expect(await quietLines(world)).toEqual([]);
      expect((await world.plain.turns.newest(world.id))!.turnNo).toBe(turn);
      expect(await world.due()).toBeNull();
      expect(await world.parts.conversations.listQuiet(world.clock.now() + quietMs, 10)).toEqual([]);
    }
  });

  it('keeps an end of its own: who opted out stays opted out', async () => {
    const world = await worldWithTalk();
    await world.say('STOP');
    await world.settle();
    await world.clock.pass(quietMs);
    await lookAround(world);
    await world.settle();
    expect(await stateOf(world)).toMatchObject({ at: 'OPTED_OUT', ended: 'opted-out' });
  });
});
