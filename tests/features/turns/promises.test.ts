import { expect, it } from 'vitest';
import type { LanguageModel } from '../../../src/features/llm/ports.ts';
import { writeSpoken } from '../../support/answering.ts';
import { turnWorld } from './turnWorld.ts';

/** A model that has nothing on file and says that it will ask. */
const asks: LanguageModel = {
  basis: 'model',
  async write(_order, { onText }) {
    onText(writeSpoken([{ text: 'I don’t have that on file, so I’ll ask the team.', facts: [] }]));
    return { status: 'done', basis: 'model', answer: null, started: true };
  },
};
const question = 'Is the roof new?';

async function noted({ plain, id }: Awaited<ReturnType<typeof turnWorld>>) {
  const log = await plain.entries.read(id, 'internal', 1, 1000, 1000);
  return log.flatMap((entry) => (entry.type === 'note-created' ? [entry.data.text] : []));
}
async function flags({ plain, id }: Awaited<ReturnType<typeof turnWorld>>) {
  return (await plain.conversations.find('t1', id))?.board.flags.map(({ kind }) => kind) ?? [];
}

it('a question that Jorge promises to ask reaches the team, in a note and on the row', async () => {
  const world = await turnWorld({ model: asks });
  await world.say(question);
  await world.settle();
  expect(await noted(world)).toEqual([expect.stringContaining(question)]);
  expect(await flags(world)).toContain('question-open');
});

it('the team has it once though the process died over the note', async () => {
  let lives = false;
  const world = await turnWorld({
    model: asks,
    entries: (store) => ({
      async insertAll(all) {
        if (!lives && all.some(({ entry }) => entry.type === 'note-created')) {
          lives = true;
          throw new Error('the process is dead');
        }
        return store.insertAll(all);
      },
    }),
  });
  await world.say(question);
  expect(await world.settle()).toHaveLength(1);
  expect(await noted(world)).toEqual([expect.stringContaining(question)]);
  expect(await flags(world)).toContain('question-open');
  expect((await world.botMessages()).filter((text) => text.includes('I’ll ask the team'))).toHaveLength(1);
});

it('a flag that was raised while Jorge spoke stays when he then waits for a person', async () => {
  const world = await turnWorld({ model: asks });
  await world.say(`${question} And can I talk to a real person please?`);
  await world.settle();
  expect(await flags(world)).toEqual(expect.arrayContaining(['question-open']));
});
