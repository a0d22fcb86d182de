import { describe, expect, it } from 'vitest';
import { reviewLateMs } from '../../../src/features/conversations/owed.ts';
import { handBack, takeOver } from '../../../src/features/conversations/speaker/changeSpeaker.ts';
import { agent, command, turnWorld } from './turnWorld.ts';

type World = Awaited<ReturnType<typeof turnWorld>>;

/** A seller whose price is beyond what Jorge may answer alone. */
async function heldWorld() {
  const review = { scoreOver: 90, valueOverCents: 120_000_000 };
  const world = await turnWorld({ pack: () => ({ review }) });
  await world.say('I want to sell my house at 12 Oak Street, I hope for $1,500,000');
  await world.settle();
  return world;
}
async function lookAround(world: World, redMs?: number): Promise<void> {
  await world.runJobs(redMs === undefined ? {} : { redMs });
  await world.settle();
}
async function passMinutes(world: World, minutes: number, redMs?: number): Promise<void> {
  for (let minute = 0; minute < minutes; minute++) {
    await world.clock.pass(60_000);
    await lookAround(world, redMs);
  }
}
const internal = async ({ plain, id }: World) => plain.entries.read(id, 'internal', 1, 1000, 1000);

describe('a reply that is held back for a person', () => {
  it('lies ready for the team, without the introduction that is Jorge’s alone', async () => {
    const world = await heldWorld();
    expect(await world.botMessages()).toEqual([]);
    const held = (await internal(world)).flatMap((entry) => (entry.type === 'note-created' ? [entry.data.held] : []));
    expect(held).toHaveLength(1);
    expect(held[0]?.text).toMatch(/\?$/);
    expect(held[0]?.text).not.toMatch(/AI assistant/);
    expect((await world.plain.conversations.find('t1', world.id))?.mode).toBe('waiting');
  });

  it('is told of to the visitor after a quarter of an hour, once, with who speaks, on any number of nodes', async () => {
    const world = await heldWorld();
    await passMinutes(world, reviewLateMs / 60_000 - 2);
    expect(await world.botMessages()).toEqual([]);
    await passMinutes(world, 30);
    const said = await world.botMessages();
    expect(said).toHaveLength(1);
    expect(said[0]).toMatch(/AI assistant at Barton Ridge Realty.*person on the team/);
    expect((await internal(world)).filter(({ type }) => type === 'review-overdue')).toHaveLength(1);
    expect((await world.plain.conversations.find('t1', world.id))?.mode).toBe('waiting');
  });

  it('is told of in time though the tenant lets visitors wait longer before it alarms', async () => {
    const world = await heldWorld();
    await passMinutes(world, 17, 3_600_000);
    expect(await world.botMessages()).toHaveLength(1);
  });

  it('is told of once, though the wait is looked at until it alarms', async () => {
    const world = await heldWorld();
    await passMinutes(world, 40, 3_600_000);
    expect(await world.botMessages()).toHaveLength(1);
    expect((await internal(world)).filter(({ type }) => type === 'review-overdue')).toHaveLength(1);
  });

  it('that a person took up is not told of', async () => {
    const world = await heldWorld();
    await passMinutes(world, 5);
    await takeOver(world.parts, agent, command(), { conversationId: world.id });
    await passMinutes(world, 20);
    expect(await world.botMessages()).toEqual([]);
    await handBack(world.parts, agent, command(), { conversationId: world.id });
    await world.settle();
    expect(await world.botMessages()).toHaveLength(1);
    expect((await world.botMessages())[0]).not.toMatch(/still has to look/);
  });
});
