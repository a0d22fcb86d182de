import { expect, it } from 'vitest';
import { correctSlot } from '../../../src/features/conversations/log/correctSlot.ts';
import type { LanguageModel } from '../../../src/features/llm/ports.ts';
import { peopleOf } from '../../../src/features/turns/peopleOf.ts';
import { createTalkReader } from '../../../src/features/turns/readTalk.ts';
import { writeSpoken } from '../../support/answering.ts';
import { agent, command, turnWorld } from './turnWorld.ts';

/** A world whose rows show a name that nobody told, as a row may that is behind its log. */
async function staleWorld() {
  const hidden = new Map<string, readonly string[]>();
  const model: LanguageModel = {
    basis: 'model',
    async write({ task, people }, { onText }) {
      hidden.set(task.name, people ?? []);
      onText(writeSpoken([{ text: 'I don’t have that on file, so I’ll ask the team.', facts: [] }]));
      return { status: 'done', basis: 'model', answer: null, started: true };
    },
  };
  const world = await turnWorld({
    model,
    conversations: (store) => ({
      async find(...which) {
        const found = await store.find(...which);
        return found === null ? null : { ...found, board: { ...found.board, leadName: 'Stale Row' } };
      },
    }),
  });
  return { world, hidden, readTalk: createTalkReader(world.parts) };
}

it('the names hidden from models and the coach’s name for the lead follow from the log, whatever the row shows', async () => {
  const { world, hidden, readTalk } = await staleWorld();
  await world.say('I want to buy a house');
  await world.settle();
  expect((await readTalk('t1', world.id))?.leadName).toBeNull();
  const name = { conversationId: world.id, slot: 'name', value: 'Annabel Lee' };
  await correctSlot(world.parts, agent, command(), name);
  expect((await readTalk('t1', world.id))?.leadName).toBe('Annabel Lee');
  hidden.clear();
  await world.say('Is the roof new?');
  await world.settle();
  expect([...hidden.values()]).toEqual([['Annabel Lee'], ['Annabel Lee']]);
});

it('a name that was taken back is hidden still: it stands in what was said', async () => {
  const { world, readTalk } = await staleWorld();
  await world.say('I want to buy a house');
  await world.settle();
  const name = { conversationId: world.id, slot: 'name' };
  await correctSlot(world.parts, agent, command(), { ...name, value: 'Annabel Lee' });
  await correctSlot(world.parts, agent, command(), { ...name, value: null });
  const [conversation, talk] = await Promise.all([world.parts.folds.find('t1', world.id), readTalk('t1', world.id)]);
  if (conversation === null) throw new Error('there is no conversation');
  expect(await peopleOf(world.parts.folds.entries, conversation, { slots: {} })).toEqual(['Annabel Lee']);
  expect(talk?.leadName).toBe('Annabel Lee');
});
