/** A reply carries the facts behind what it says. Costs: about a second. */
import { describe, expect, it } from 'vitest';
import type { Fact } from '../../../src/contract/readings.ts';
import { withoutWords } from '../../../src/features/conversations/log/withoutWords.ts';
import type { LanguageModel } from '../../../src/features/llm/ports.ts';
import { writeSpoken } from '../../support/answering.ts';
import { home } from '../../support/talk.ts';
import { turnWorld } from './turnWorld.ts';

/** Claude, who gives these answers one after the other, then nothing. */
function claude(answers: string[]): LanguageModel {
  return {
    basis: 'model',
    async write(order, { onText }) {
      if (order.task.name !== 'speak') return { status: 'failed', basis: 'model', answer: null, started: false };
      onText(answers.shift() ?? '');
      return { status: 'done', basis: 'model', answer: null, started: true };
    },
  };
}

/** Jorge's answer to it; `cards`: the facts found on the shelf for a question. */
async function ask(text: string, { answers, cards = [] }: { answers?: string[]; cards?: readonly Fact[] } = {}) {
  const world = await turnWorld({
    listings: [home],
    books: true,
    ...(answers === undefined ? {} : { model: claude(answers) }),
  });
  world.parts.factsFor = async () => [...cards];
  await world.say(text);
  expect(await world.settle()).toEqual([]);
  const entry = (await world.publicLog()).findLast(({ type }) => type === 'message-created');
  if (entry?.type !== 'message-created') throw new Error('nothing was said');
  const ids = entry.data.sources?.map(({ factId }) => factId) ?? null;
  return { entry, ids, turn: await world.plain.turns.newest(world.id) };
}
const beds = { text: 'It has 2 bedrooms.', facts: ['home.beds'] };
const card = (words: string, audience: Fact['audience'] = 'visitor'): Fact => ({
  ...{ id: 'card:own', words, source: 'Barton Ridge Realty, its team', asOf: '2026-11-02', audience },
});

describe('an answer from the home’s file', () => {
  it('carries its facts with their source and date, and names no source in the talk', async () => {
    const { entry, turn } = await ask('how many bedrooms does it have?');
    expect(entry.data.text).toContain('It has 2 bedrooms.');
    expect(entry.data.text).not.toMatch(/source|the listing agent|November/i);
    expect(entry.data.sources).toEqual([
      { factId: 'home.beds', words: 'It has 2 bedrooms.', source: 'the listing agent', date: '2026-11-01' },
    ]);
    expect(Object.values(turn?.factIds ?? {})).toEqual([['home.beds']]);
  });

  it('carries the facts that it puts together, and not the whole file', async () => {
    expect((await ask('how many beds and baths, and any HOA?')).ids?.toSorted()).toEqual([
      'home.baths',
      'home.beds',
      'home.hoa',
    ]);
  });

  it('in Spanish names none in the talk either', async () => {
    const { entry, ids } = await ask('¿cuántas recámaras tiene?');
    expect(entry.data.text).toContain('Tiene 2 recámaras.');
    expect(entry.data.text).not.toMatch(/fuente|noviembre/i);
    expect(ids).toEqual(['home.beds']);
  });

  it('that has nothing on file carries nothing', async () => {
    const { entry, turn } = await ask('how much are the property taxes?');
    expect(entry.data.text).toContain('nothing on file');
    expect(entry.data).not.toHaveProperty('sources');
    expect(turn).not.toHaveProperty('factIds');
  });
});

describe('a card', () => {
  const words = 'Yes, we answer on weekends too.';

  it('that is told carries where it comes from', async () => {
    const { entry } = await ask('Do you work on weekends?', { cards: [card(words)] });
    expect(entry.data.text).toContain(words);
    expect(entry.data.sources).toEqual([
      { factId: 'card:own', words, source: 'Barton Ridge Realty, its team', date: '2026-11-02' },
    ]);
  });

  it('for the team only is neither told nor a source', async () => {
    const { entry } = await ask('Do you work on weekends?', { cards: [card(words, 'staff')] });
    expect(JSON.stringify(entry)).not.toMatch(/card:own|weekends too/);
  });
});

describe('a reply that Claude writes', () => {
  it('carries the facts that its sentences cite, and not those of a sentence that was dropped', async () => {
    const lie = { text: 'The HOA fee is $9 a month.', facts: ['home.hoa'] };
    const { entry, ids, turn } = await ask('how many bedrooms? and the HOA?', {
      answers: [writeSpoken([beds, lie]), writeSpoken([])],
    });
    expect(entry.data.text).toContain('It has 2 bedrooms.');
    expect(entry.data.text).not.toContain('$9');
    expect(ids).toEqual(['home.beds']);
    expect(Object.values(turn?.factIds ?? {})).toEqual([['home.beds']]);
  });

  it('carries those of the authored words where it was taken back', async () => {
    const lie = writeSpoken([{ text: 'It has 9 bathrooms.', facts: ['home.baths'] }]);
    const { ids } = await ask('how many bedrooms?', { answers: [lie, lie] });
    expect(ids).toEqual(['home.beds']);
  });

  it('carries none for what was done and what the visitor said', async () => {
    const passedOn = { text: 'I’ve passed that on to the team.', facts: ['tell'] };
    const { entry } = await ask('email only, never before noon', {
      answers: [writeSpoken([passedOn], { tell: 'Wants an email, and nothing before noon.' })],
    });
    expect(entry.data.text).toContain('passed that on');
    expect(entry.data).not.toHaveProperty('sources');
  });
});

it('nothing of the sources is left once the words are deleted', async () => {
  const { entry } = await ask('how many bedrooms does it have?');
  expect(withoutWords(entry).data).not.toHaveProperty('sources');
});
