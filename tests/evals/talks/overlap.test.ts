import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readParaphrases } from '../nlu/paraphrases.ts';
import { parseLines } from '../readHalves.ts';
import { overlapsIn } from './overlap.ts';
import { readTalks } from './readTalks.ts';

const share = 0.6;
const folder = resolve(import.meta.dirname, '../../../training/lines');

describe('the reader’s training data', () => {
  const training = readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .flatMap((name) =>
      parseLines(readFileSync(join(folder, name), 'utf8')).map((line, at) => ({
        where: `${name}:${at + 1}`,
        text: (line as { text: string }).text,
      })),
    );
  // By place alone: the words would tell what is in the half that nobody reads.
  const learnedOf = (measured: readonly string[], shortest?: number) =>
    overlapsIn(
      measured,
      training.map(({ text }) => text),
      share,
      shortest,
    ).map((at) => training[at]?.where);

  it('holds no line of the talks that it is measured by, and none that is much like one', () => {
    const { seen, unseen } = readTalks();
    const measured = [...seen, ...unseen].flatMap(({ lines }) =>
      lines.flatMap((line) => ('answer' in line ? [] : [line.text])),
    );
    expect(learnedOf(measured)).toEqual([]);
  });

  it('holds none of the paraphrases of intents, the shortest of them included', () => {
    const { seen, unseen } = readParaphrases();
    expect(
      learnedOf(
        [...seen, ...unseen].map(({ text }) => text),
        1,
      ),
    ).toEqual([]);
  });
});

describe('two lines', () => {
  const asked = 'how old is the roof and the ac, do you know';

  it('overlap where most of the measured one lies in the other, however much else that holds', () => {
    expect(overlapsIn([asked], [asked.toUpperCase()], share)).toEqual([0]);
    expect(
      overlapsIn([asked], [`hi! ${asked}? we would come on Saturday with my brother and look at the studio`], share),
    ).toEqual([0]);
    expect(
      overlapsIn([asked], ['Old roof? And how about the heating', 'how old is the roof and the oven'], share),
    ).toEqual([1]);
  });

  it('do not overlap for a few common words, or where they are short', () => {
    expect(overlapsIn([asked], ['do you know how old the owner is'], share)).toEqual([]);
    expect(overlapsIn(['can i see it'], ['can i see it'], share)).toEqual([]);
  });
});
