import fc from 'fast-check';
import { expect, test } from 'vitest';
import { narrateOrder } from '../../../src/features/composing/narratives/narrateTask.ts';
import { writeSentences } from '../../../src/features/composing/narratives/writeSentences.ts';
import type { LanguageModel } from '../../../src/features/llm/ports.ts';

const order = narrateOrder({
  ...{ tenantId: 't', brokerage: 'Barton Ridge Realty', facts: [], wishes: [], people: [] },
  ask: { style: 'luxury', length: 'short', language: 'en' },
});

/** A model that writes its answer in these pieces. */
const writing = (pieces: readonly string[]): LanguageModel => ({
  basis: 'model',
  async write(_, { onText }) {
    for (const piece of pieces) onText(piece);
    return { status: 'done', basis: 'model', answer: null, started: true };
  },
});

test('the words of a story come as they are written, each once, and no piece ends in the middle of a sign', async () => {
  const text = fc.string({
    unit: fc.constantFrom('a', ' ', '"', '\\', '\n', 'é', '😀', '🏡'),
    minLength: 1,
    maxLength: 12,
  });
  await fc.assert(
    fc.asyncProperty(
      fc.array(text, { maxLength: 4 }),
      fc.integer({ min: 1, max: 9 }),
      fc.boolean(),
      async (...given) => {
        const [texts, size, isEscaped] = given;
        const json = JSON.stringify({ sentences: texts.map((one) => ({ text: one, facts: [] })) });
        const sent = isEscaped
          ? json.replace(/[^ -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
          : json;
        const pieces = Array.from({ length: Math.ceil(sent.length / size) }, (_, at) =>
          sent.slice(at * size, (at + 1) * size),
        );
        const heard: string[] = [];
        const out = { onText: (words: string) => void heard.push(words), signal: new AbortController().signal };
        const sentences = await writeSentences(writing(pieces), order, out);
        expect(sentences?.map((one) => one.text)).toEqual(texts);
        expect(heard.join('')).toBe(texts.join(' '));
        expect(heard.every((words) => words.isWellFormed())).toBe(true);
      },
    ),
  );
});
