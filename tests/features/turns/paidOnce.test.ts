import { expect, it } from 'vitest';
import { createWrittenEntries } from '../../../src/features/conversations/log/writtenEntries.ts';
import type { LanguageModel } from '../../../src/features/llm/ports.ts';
import { createModelReadings } from '../../../src/features/turns/modelReadings.ts';
import { runTurn } from '../../../src/features/turns/runTurn.ts';
import { silentLogger } from '../../../src/kernel/observe.ts';
import { startReactions } from '../../../src/reactions/startReactions.ts';
import { turnWorld } from './turnWorld.ts';

it('a reading is paid for once where two nodes look at the same time for what a dead one left', async () => {
  let paid = 0;
  const model: LanguageModel = {
    basis: 'model',
    async write() {
      paid += 1;
      return { status: 'done', basis: 'model', answer: null, started: false };
    },
  };
  const world = await turnWorld();
  await world.say('we like it where the tall pines are, near the water');
  await world.clock.pass(5000);
  const owed = await world.plain.entries.listOwed(world.clock.now(), 9);
  expect(owed.map(({ entry }) => entry.seq)).toEqual([1]);

  const nodes = [0, 1].map(() => {
    const modelReadings = createModelReadings({
      ...{ ...world.parts, model },
      homesNamed: async () => [],
      homeOf: async () => null,
    });
    const deps: Partial<Parameters<typeof startReactions>[0]> = {
      rows: world.rows,
      log: silentLogger,
      written: createWrittenEntries(),
      turns: { heard() {} },
      modelReadings,
      quietCoach: { leadSpoke() {} },
      cues: { heard: async () => {} },
      spoken: { heard: async () => {} },
    };
    const react = startReactions(deps as Parameters<typeof startReactions>[0]);
    return { react, run: () => runTurn({ ...world.parts, modelReadings }, 't1', world.id) };
  });
  for (const { react } of nodes) for (const { entry } of owed) react({ tenantId: 't1', entry });
  await Promise.all(nodes.map(({ run }) => run()));
  expect((await world.plain.turns.newest(world.id))?.throughSeq).toBe(1);
  expect(paid).toBe(1);
});
