import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { faultsOf, textsOfBots } from '../../../../scripts/lintTexts.ts';
import { machineOf } from '../../../../src/features/bots/flows/machines.ts';
import { identityTexts } from '../../../../src/features/bots/say/identityTexts.ts';
import { reviewWords } from '../../../../src/features/compliance/reviewWords.ts';
import { splitSentences } from '../../../../src/features/compliance/splitSentences.ts';

const root = resolve(import.meta.dirname, '../../../..');
const authored = await textsOfBots(root);

test('the build finds every text: none that is written is left out', () => {
  const found = new Set(authored.map(({ wordings }) => wordings.en));
  expect(found).toContain(identityTexts.stillWaiting.en);
  for (const bot of ['buyer', 'seller'] as const) {
    for (const slot of machineOf(bot).slots) {
      const question = machineOf(bot).question(slot, {} as never);
      expect(found, slot).toContain(question?.wordings.en);
    }
  }
  const folder = resolve(root, 'src/features/bots');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
  const written = files.flatMap((file) => readFileSync(resolve(folder, file), 'utf8').match(/\ben: \[/g) ?? []);
  expect(authored.length).toBe(written.length);
});

test('no text of the bots has a fault', () => {
  expect(faultsOf(authored)).toEqual([]);
});

test.each([
  ['a figure without a source', ['We sold 40 homes.', 'Forty homes were sold.']],
  ['an emoji, a dash, markdown or a link', ['Hello 🙂', 'Hello']],
  ['longer than 320 characters', [`${'word '.repeat(70)}.`, 'Hello']],
  ['more than one question', ['Now? Or later?', 'Hello']],
  ['a semicolon, or words of a form', ['It has one; ask me more.', 'Hello']],
  ['a semicolon, or words of a form', ['Noted, thanks.', 'Hello']],
  ['more than 2 sentences', ['It is old. It is small. It is far.', 'Hello']],
  ['fewer than 2 wordings', ['Hello', 'Hello']],
])('the build refuses %s', (fault, en) => {
  const faults = faultsOf([{ where: 'a text', wordings: { en, es: ['Hola', 'Buenas'] }, isQuestion: false }]);
  expect(faults.join('\n')).toContain(fault);
});

test('every text of the playbook passes the gate', () => {
  const folder = resolve(root, 'src/features');
  const writers = ['answerAgent', 'coachByRules', 'qualifyInProse', 'situations', 'slotWords'];
  const files = [...writers.map((name) => `coaching/${name}.ts`), 'composing/answerFromListing.ts'];
  const texts = files.flatMap((file) =>
    [
      ...readFileSync(resolve(folder, file), 'utf8').matchAll(
        /'((?:[^'\\\n]|\\.){25,})'|"([^"\n]{25,})"|`([^`]{25,})`/g,
      ),
    ].map((found) => (found[1] ?? found[2] ?? found[3] ?? '').replaceAll("\\'", "'")),
  );
  expect(texts.length).toBeGreaterThan(30);
  expect(texts.filter((text) => reviewWords(text, { audience: 'public' }).action === 'cut')).toEqual([]);
});

test('every text passes the gate sentence by sentence, those to people in danger too', () => {
  const texts = authored.flatMap(({ wordings }) => Object.values(wordings).flat());
  const cut = texts.flatMap((text) => {
    const splitter = splitSentences();
    const sentences = [...splitter.push(text.replaceAll('{brokerage}', 'Barton Ridge Realty')), splitter.flush()];
    return sentences.filter(
      (one) => reviewWords(one, { audience: 'public', brokerage: 'Barton Ridge Realty' }).action !== 'pass',
    );
  });
  expect(cut).toEqual([]);
});
