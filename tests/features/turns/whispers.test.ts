import { expect, it } from 'vitest';
import { addNote } from '../../../src/features/conversations/log/addNote.ts';
import { whisper } from '../../../src/features/conversations/log/whisper.ts';
import type { LanguageModel } from '../../../src/features/llm/ports.ts';
import { writeSpoken } from '../../support/answering.ts';
import { agent, command, turnWorld } from './turnWorld.ts';

/** A world whose model is only asked, and the questions it got. */
async function listeningWorld() {
  const asked: string[] = [];
  const model: LanguageModel = {
    basis: 'model',
    async write({ prompt }, { onText }) {
      asked.push(prompt);
      onText(writeSpoken([{ text: 'I don’t have that on file, so I’ll ask the team.', facts: [] }]));
      return { status: 'done', basis: 'model', answer: null, started: true };
    },
  };
  const world = await turnWorld({ model });
  const whispered = (text: string, to: 'agent' | 'bot' = 'bot', expiresInMs?: number) =>
    whisper(world.parts, agent, command(), { conversationId: world.id, to, text, expiresInMs });
  return {
    world,
    whispered,
    /** What Jorge heeds of the whispers when a visitor asks now. */
    async heeded(): Promise<string> {
      await world.say('Is the roof new?');
      await world.settle();
      return asked.at(-1) ?? '';
    },
  };
}

it('a whisper without an end is heeded however much the team writes after it', async () => {
  const { world, whispered, heeded } = await listeningWorld();
  await whispered('Never speak of the neighbour');
  for (let notes = 0; notes < 250; notes += 1)
    await addNote({ ...world.parts, peopleOf: async () => [] }, agent, command(), {
      conversationId: world.id,
      text: `note ${notes}`,
    });
  await whispered('for the agent alone', 'agent');
  await whispered('soon over', 'bot', 1000);
  await world.clock.pass(2000);
  const prompt = await heeded();
  expect(prompt).toContain('Never speak of the neighbour');
  expect(prompt).not.toContain('for the agent alone');
  expect(prompt).not.toContain('soon over');
});

it('of very many whispers the newest are heeded', async () => {
  const { whispered, heeded } = await listeningWorld();
  for (let n = 100; n < 130; n += 1) await whispered(`heed ${n}`);
  const prompt = await heeded();
  expect(prompt.match(/heed \d+/g)).toEqual(Array.from({ length: 20 }, (_, n) => `heed ${n + 110}`));
});
