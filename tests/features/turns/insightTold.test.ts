/** The reading of the person in a talk, as a line for the team. Costs: about 1.5 s. */
import { expect, it } from 'vitest';
import { withoutWords } from '../../../src/features/conversations/log/withoutWords.ts';
import { takeOver } from '../../../src/features/conversations/speaker/changeSpeaker.ts';
import { agent, command, turnWorld } from './turnWorld.ts';

it('tells the team what a talk says of the person when it moved, and nothing while it stands', async () => {
  const world = await turnWorld();
  const lines = async () =>
    (await world.plain.entries.read(world.id, 'internal', 1, 1000, 1000)).filter(
      (entry) => entry.type === 'insight-changed',
    );
  const tell = async (words: string) => {
    await world.say(words);
    await world.settle();
  };
  await tell('I want to sell my house at 12 Oak Street');
  const [first, ...more] = await lines();
  expect(more).toEqual([]);
  expect(first?.data.readings.urgency.value).toBeNull();
  expect(first?.data.readings.conversion).toMatchObject({ calibrated: false, version: 'readings-2' });
  await tell('We need to be out within 30 days');
  const second = (await lines()).at(-1);
  expect(second?.data.readings.urgency.value).toBe(1);
  const told = (await lines()).length;
  await tell('Thanks');
  expect(await lines()).toHaveLength(told);
  const erased = second === undefined ? null : withoutWords(second).data;
  expect(JSON.stringify(erased)).not.toMatch(/Silence|public:/);
  expect(erased).toMatchObject({ stage: null, readings: { urgency: { value: null, evidence: [] } } });
});

it('tells the team what moved also while a colleague has the talk and Jorge says nothing', async () => {
  const world = await turnWorld();
  await world.say('Hi, I am looking at this home');
  await world.settle();
  const lines = async () =>
    (await world.plain.entries.read(world.id, 'internal', 1, 1000, 1000)).flatMap((entry) =>
      entry.type === 'insight-changed' ? [entry.data.readings.appointment.value] : [],
    );
  const before = await lines();
  await takeOver(world.parts, agent, command(), { conversationId: world.id });
  await world.say('Can we meet and look at it together?');
  await world.settle();
  expect((await lines()).length).toBeGreaterThan(before.length);
  expect((await lines()).at(-1) ?? 0).toBeGreaterThan(before.at(-1) ?? 0);
});
