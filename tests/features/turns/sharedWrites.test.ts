/** The lines of a turn share their writes with its reply. Costs: two seconds, on memory stores. */
import { expect, it } from 'vitest';
import type { EntryRecord } from '../../../src/features/conversations/ports.ts';
import { turnWorld } from './turnWorld.ts';

const talk = [
  'Hi, is this home still available?',
  'Show me 3 bedrooms under 600k',
  'How many bedrooms does it have?',
  'Is there parking?',
];

/** A talk in which a score follows right after a reply; `dies`: the process, over the first line of a score that comes so. */
async function played(dies: boolean) {
  const writes: string[][] = [];
  const isLine = ({ entry }: EntryRecord): boolean => entry.type === 'score-changed';
  let hasDied = !dies;
  const world = await turnWorld({
    entries: (store) => ({
      async insertAll(all) {
        const types = all.map(({ entry }) => entry.type);
        if (!hasDied && types.includes('bot-turn') && all.some(isLine)) {
          hasDied = true;
          throw new Error('the process is dead');
        }
        writes.push(types);
        return store.insertAll(all);
      },
    }),
  });
  const failures: unknown[] = [];
  for (const text of talk) {
    await world.say(text);
    failures.push(...(await world.settle()));
  }
  const turns = await world.plain.turns.list(world.id, 100);
  const follows = turns.filter(({ effects }) =>
    effects.some(({ kind }, index) => kind === 'score' && effects[index - 1]?.kind === 'reply'),
  );
  const scored = turns.flatMap(({ effects }) => effects.filter(({ kind }) => kind === 'score'));
  const team = await world.plain.entries.read(world.id, 'internal', 1, 1000, 1000);
  return { world, writes, failures, turns, follows, scored, team };
}

it('a score right after a reply goes to the team with the line of its turn', async () => {
  const { writes, follows, scored, team } = await played(false);
  expect(follows).not.toEqual([]);
  expect(writes).toContainEqual(['bot-turn', 'score-changed']);
  expect(team.filter(({ type }) => type === 'score-changed')).toHaveLength(scored.length);
});

it('a process that dies over both leaves each of them once, and one reply', async () => {
  const { world, failures, turns, scored, team } = await played(true);
  expect(failures).toHaveLength(1);
  expect(team.filter(({ type }) => type === 'score-changed')).toHaveLength(scored.length);
  expect(team.filter(({ type }) => type === 'bot-turn')).toHaveLength(turns.length);
  expect(await world.botMessages()).toHaveLength(talk.length);
});
