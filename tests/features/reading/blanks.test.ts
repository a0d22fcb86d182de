import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { readMessage } from '../../../src/features/bots/understand/readMessage.ts';
import { asksWhetherAi } from '../../../src/features/reading/dialogue/readAiQuestion.ts';
import { asksForDeletion } from '../../../src/features/reading/optOut/readDeletion.ts';
import { readOptOut } from '../../../src/features/reading/optOut/readOptOut.ts';
import { readDanger } from '../../../src/features/reading/person/readDanger.ts';

const folder = resolve(import.meta.dirname, '../../../training/lines');
const lines = readdirSync(folder).flatMap((name) =>
  readFileSync(resolve(folder, name), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as { text: string; asked: string | null })
    .filter(({ text }) => !/[ \t]{2}/.test(text)),
);
const widened = (text: string): string => text.replaceAll(' ', '    ');

test('several blanks between words read as one, to whoever reads a message', () => {
  const read = (text: string, asked: string | null) => {
    const {
      message: _,
      home,
      manyHomes,
      ...reading
    } = readMessage({ log: 'public', seq: 1, text }, asked, '2026-11-21T15:00:00.000Z');
    return { ...reading, wishes: home.wishes, manyHomes: manyHomes?.value ?? null };
  };
  // Not all of the lines: each is read twice in whole.
  const some = lines.filter((_, index) => index % 50 === 0);
  const long = { text: `${'so much to tell you of us '.repeat(30)}. Show me 3 bedrooms under 600k`, asked: null };
  expect(widened(long.text).length).toBeGreaterThan(1000);
  for (const { text, asked } of [...some, long])
    expect.soft(read(widened(text), asked), text).toEqual(read(text, asked));
});

test('nobody has to write the words of an opt-out, of a deletion, of danger or of the question for a machine with single blanks', () => {
  const said = (text: string) => ({
    optOut: readOptOut(text)?.value ?? null,
    deletion: asksForDeletion(text),
    danger: readDanger(text),
    ai: asksWhetherAi(text),
  });
  const more = ['please stop texting me', 'take me off your list', 'delete my data', 'are you a bot or a person?'];
  const some = lines.filter((_, index) => index % 10 === 0).map(({ text }) => text);
  for (const text of [...more, ...some]) expect.soft(said(widened(text)), text).toEqual(said(text));
});
