import { expect, test } from 'vitest';
import type { EntryData } from '../../../src/contract/log/entry.ts';
import type { Slot } from '../../../src/contract/log/parts.ts';
import { firstState } from '../../../src/features/bots/state/firstState.ts';
import { step } from '../../../src/features/bots/step.ts';
import { coachActor } from '../../../src/features/coaching/actor.ts';
import { austin } from '../../../src/features/packs/austin.ts';
import { replayTurns } from '../../../src/features/turns/replayTurns.ts';
import { runTurn } from '../../../src/features/turns/runTurn.ts';
import { turnWorld } from './turnWorld.ts';

const words = 'We love tall pines near the water and we can put in half of what we got';
const read = (value: unknown, conversationId: string): Slot => ({
  value,
  state: 'answered',
  confidence: null,
  evidence: [{ log: `public:${conversationId}`, seq: 2, start: 8, end: 34 }],
});

async function newest(world: Awaited<ReturnType<typeof turnWorld>>): Promise<EntryData<'qualification-changed'>> {
  const entry = await world.plain.entries.newestOf(world.id, 'qualification-changed');
  if (entry?.type !== 'qualification-changed') throw new Error('nothing is known yet');
  return entry.data;
}

/** A buyer, of whom a model has just read the area beside the rules. */
async function withReading() {
  const world = await turnWorld();
  await world.say("I'm looking to buy a house");
  await world.settle();
  await world.say(words);
  await world.settle();
  const known = await newest(world);
  const slots = { ...known.slots, area: read('tall pines near the water', world.id) };
  await world.parts.appender.append(
    { tenantId: 't1', conversationId: world.id },
    {
      type: 'qualification-changed',
      data: { ...known, slots, missing: known.missing.filter((slot) => slot !== 'area'), read: ['area'] },
      actor: coachActor,
      onceKey: 'reading-1',
    },
  );
  await world.settle();
  return world;
}

test('a value that a model read enters the state of the bot, and stays through what the bot learns next', async () => {
  const world = await withReading();
  await world.say('up to 500k');
  await world.settle();
  const { slots, missing } = await newest(world);
  expect(slots.area).toMatchObject({ value: 'tall pines near the water', state: 'answered', confidence: null });
  expect(slots.area?.evidence).toHaveLength(1);
  expect(slots.budget?.state).toBe('answered');
  expect(missing).not.toContain('area');
});

test('a reading takes no turn of talk: nothing is said to the visitor', async () => {
  const world = await turnWorld();
  await world.say("I'm looking to buy a house");
  await world.settle();
  const said = (await world.botMessages()).length;
  await runTurn(world.parts, 't1', world.id);
  await world.settle();
  expect(await world.botMessages()).toHaveLength(said);
});

test('later words of the visitor replace a value that a model read', async () => {
  const world = await withReading();
  await world.say('Actually we would like to be in Hyde Park');
  await world.settle();
  expect((await newest(world)).slots.area?.value).toBe('Hyde Park');
});

test('a reading never takes the place of an answer, nor of a refusal, nor comes without words', () => {
  const state = {
    ...firstState(),
    bot: 'buyer' as const,
    slots: {
      area: { value: 'Hyde Park', state: 'answered' as const, confidence: null, evidence: [] },
      budget: { value: null, state: 'declined' as const, confidence: null, evidence: [] },
    },
  };
  const slots = {
    area: read('Mueller', 'c'),
    budget: read({ minCents: null, maxCents: 1, currency: 'USD' }, 'c'),
    beds: { ...read(3, 'c'), evidence: [] },
    baths: { ...read(null, 'c'), state: 'unknown' as const },
  };
  const at = '2026-11-21T15:00:00.000Z';
  const pack = { ...austin, brokerage: 'B', timeZone: 'America/Chicago' };
  const after = step(state, { at, happened: [{ kind: 'slots-read', seq: 9, slots }] }, pack);
  expect(after.state.slots).toEqual(state.slots);
  expect(after.effects).toEqual([]);
});

test('a talk with readings by a model replays alike', async () => {
  const world = await withReading();
  await world.say('up to 500k');
  await world.settle();
  const turns = await world.plain.turns.list(world.id, 100);
  expect(turns.some(({ event }) => event.happened.some(({ kind }) => kind === 'slots-read'))).toBe(true);
  expect(replayTurns(turns, { step, firstState })).toEqual([]);
});
