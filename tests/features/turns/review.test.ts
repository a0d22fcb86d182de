import { describe, expect, it } from 'vitest';
import { handBack, takeOver } from '../../../src/features/conversations/changeSpeaker.ts';
import { reviewLateMs } from '../../../src/features/conversations/judgeAlerts.ts';
import { raiseLongWaits } from '../../../src/features/conversations/raiseAlert.ts';
import { noteReviewLate } from '../../../src/features/turns/noteReviewLate.ts';
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
/** As every node does each second, several at once. */
async function lookAround(world: World, redMs = 300_000): Promise<void> {
  const look = () =>
    raiseLongWaits(
      world.parts,
      async () => redMs,
      (one, since) => noteReviewLate(world.parts, one, since),
    );
  await Promise.all([look(), look(), look()]);
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
    expect(said[0]).toMatch(/AI assistant of Barton Ridge Realty.*person on the team/);
    expect((await internal(world)).filter(({ type }) => type === 'review-overdue')).toHaveLength(1);
    expect((await world.plain.conversations.find('t1', world.id))?.mode).toBe('waiting');
  });

  it('is told of in time though the tenant lets visitors wait longer before it alarms', async () => {
    const world = await heldWorld();
    await passMinutes(world, 17, 3_600_000);
    expect(await world.botMessages()).toHaveLength(1);
  });

  it('brings one turn for that, though the wait is looked at until it alarms', async () => {
    const world = await heldWorld();
    let marks = 0;
    const { conversations } = world.parts;
    world.parts.conversations = {
      ...conversations,
      markDue(...given) {
        marks += 1;
        return conversations.markDue(...given);
      },
    };
    await passMinutes(world, 40, 3_600_000);
    expect(await world.botMessages()).toHaveLength(1);
    // Three look at once, before the turn could read the line.
    expect(marks).toBeLessThanOrEqual(3);
  });

  it('is told of to the visitor though the first who looked died before the turn was due', async () => {
    const world = await heldWorld();
    await world.clock.pass(reviewLateMs);
    const found = await world.plain.conversations.find('t1', world.id);
    const markDue = async (): Promise<never> => {
      throw new Error('the process died');
    };
    const dying = { ...world.parts, conversations: { ...world.parts.conversations, markDue } };
    await expect(noteReviewLate(dying, found!, found!.board.waitingSince!)).rejects.toThrow('died');
    await passMinutes(world, 2, 3_600_000);
    expect(await world.botMessages()).toHaveLength(1);
  });

  it('that a person took up is not told of', async () => {
    const world = await heldWorld();
    await passMinutes(world, 5);
    await takeOver(world.parts, agent, world.id, command());
    await passMinutes(world, 20);
    expect(await world.botMessages()).toEqual([]);
    await handBack(world.parts, agent, world.id, command());
    await world.settle();
    expect(await world.botMessages()).toHaveLength(1);
    expect((await world.botMessages())[0]).not.toMatch(/still has to look/);
  });
});
