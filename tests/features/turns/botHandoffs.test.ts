import { describe, expect, it } from 'vitest';
import { step } from '../../../src/features/bots/step.ts';
import { replayTurns } from '../../../src/features/turns/replayTurns.ts';
import { packWorld } from './packWorld.ts';
import { turnWorld } from './turnWorld.ts';

type World = Awaited<ReturnType<typeof turnWorld>>;

/** With what Jorge knows as the hub puts it together. */
async function worldWithPacks(instead: Parameters<typeof turnWorld>[0] = {}): Promise<World> {
  const world = await turnWorld(instead);
  world.parts.packOf = packWorld(world).packOf;
  return world;
}
const tell = async (world: World, text: string): Promise<void> => {
  await world.say(text);
  await world.settle();
};
const stateOf = async ({ plain, id }: World) => (await plain.turns.newest(id))!.stateAfter;
const replay = async (world: World, bot = step) =>
  replayTurns(await world.plain.turns.list(world.id, 100), { step: bot, firstState: world.parts.firstState });

describe('hand-overs between bots, by what was measured', () => {
  it('a bot whose turns fail gets no new talks, until it has no failures of the last quarter of an hour', async () => {
    const world = await worldWithPacks();
    for (let n = 0; n < 12; n++) world.botHealth.note('buyer', n < 2 ? 'failed' : { ms: 900 });
    expect(world.botHealth.unwell()).toEqual(['buyer']);
    await tell(world, 'I want to buy a house');
    expect(await stateOf(world)).toMatchObject({ bot: 'lead', deferred: { to: 'buyer', times: 1 } });
    await world.clock.pass(31 * 60_000);
    await tell(world, 'hello?');
    expect(await stateOf(world)).toMatchObject({ bot: 'buyer', deferred: null });
    // The measurements are among what each turn knew.
    expect(await replay(world)).toEqual([]);
  });

  it('a reply that fails is a failure of its bot, and a reply in time is none', async () => {
    let losses = 3;
    const world = await worldWithPacks({
      streamLog: (log) => ({
        append: async (...args) => (losses > 0 ? false : log.append(...args)),
        end: async (...args) => (losses-- > 0 ? false : log.end(...args)),
      }),
    });
    await tell(world, 'hi');
    for (const text of ['is it quiet there?', 'hello?', 'are you there?', 'hm?', 'anyone?', 'so?'])
      await tell(world, text);
    const health = world.botHealth.healthOf('lead');
    expect(health?.errors).toBeCloseTo(0.3, 5);
    expect(world.botHealth.unwell()).toEqual(['lead']);
    expect(await world.botMessages()).toHaveLength(7);
  });

  it('the bot that has the talk goes on when the other one fails to take over; it counts as failed, and replays alike', async () => {
    const world = await worldWithPacks();
    const broken: typeof step = (state, event, pack) => {
      const result = step(state, event, pack);
      if (result.state.bot === 'buyer') throw new Error('the buyer bot is broken');
      return result;
    };
    world.parts.step = broken;
    await tell(world, 'I want to buy a house');
    expect(await stateOf(world)).toMatchObject({ bot: 'lead', mode: 'bot', deferred: { to: 'buyer', times: 1 } });
    expect(await world.botMessages()).toHaveLength(1);
    expect(await world.outcomes.of('t1')).toEqual({ 'lead>buyer': { samples: 1, success: 0 } });
    const { effects } = (await world.plain.turns.newest(world.id))!;
    expect(effects.some((effect) => effect.kind === 'tag' && effect.add.includes('Buyer-Lead'))).toBe(false);
    expect(await replay(world, broken)).toEqual([]);
  });

  it('a first answer that takes longer than a minute is a timeout, and is said once', async () => {
    let stuck = true;
    const world = await worldWithPacks({
      streamLog: (log) => ({
        append: async (...args) => (stuck ? false : log.append(...args)),
        end: async (...args) => (stuck ? false : log.end(...args)),
      }),
    });
    await world.say('I want to buy a house');
    await world.clock.pass(2_000);
    await expect(world.run()).rejects.toThrow();
    await world.clock.pass(61_000);
    stuck = false;
    await world.settle();
    expect(await world.botMessages()).toHaveLength(1);
    expect(await world.outcomes.of('t1')).toEqual({ 'lead>buyer': { samples: 1, success: 0 } });
    await tell(world, '500k');
    // The talk went on with it all the same: the last word counts.
    expect(await world.outcomes.of('t1')).toEqual({ 'lead>buyer': { samples: 1, success: 1 } });
  });

  it('ten hand-overs that went badly make the tenant’s lead bot keep who only seems to buy', async () => {
    const world = await worldWithPacks();
    for (let n = 0; n < 10; n++)
      await world.outcomes.note('t1', 'lead>buyer', { id: `h${n}`, outcome: n < 4 ? 'successful' : 'reverted' });
    for (const text of ['hi', 'buy', 'in 2 months', 'mornings', 'Friday', 'ana@example.com', "I'm Ana"])
      await tell(world, text);
    expect((await stateOf(world)).bot).toBe('lead');
    expect(await replay(world)).toEqual([]);
    const { knew } = (await world.plain.turns.list(world.id, 1))[0]!;
    expect(knew?.facts?.handoffs).toEqual({ unwell: [], shifts: { 'lead>buyer': 0.1 } });
  });
});
