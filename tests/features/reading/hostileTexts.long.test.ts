import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { limits } from '../../../src/contract/values.ts';
import { reviewWords } from '../../../src/features/compliance/reviewWords.ts';
import { addressesIn, linksIn } from '../../../src/features/composing/linksIn.ts';
import { indexAsks, nearness } from '../../../src/features/reading/text/askIndex.ts';
import { sentencesOf } from '../../../src/features/reading/text/sentencesOf.ts';
import { longestRememberedChars } from '../../../src/kernel/rememberRecent.ts';
import { growthOf, spentMs } from '../../support/growthOf.ts';

type Reader = (...given: unknown[]) => unknown;

const folder = resolve(import.meta.dirname, '../../../src/features/reading');
const areas = ['Hyde Park', 'East Austin', 'Round Rock'];
const at = '2026-11-21T15:00:00.000Z';
/** Everything that readers are told beside the words; each takes what it knows. */
const beside = { asked: true, askedName: true, bare: true, said: '', at, areas, cities: areas, errand: 'search' };
/** Those that take something else there. */
const takes: Record<string, unknown[]> = {
  fixTypos: [areas],
  readArea: [areas],
  readAreas: [areas],
  readQuestion: [() => false],
  readLanguage: ['en', true],
  namesStreet: ['508 Pecan Bend'],
  readName: [[], { askedName: true }],
  readTimeChoice: [[], { at, zone: 'America/Chicago' }],
  readQuotedChoice: [[], { at, zone: 'America/Chicago' }],
  followsOpenHouse: [['is there an open house?']],
};
const anIndex = indexAsks([{ asks: { en: ['how old is the roof', 'is there a pool'], es: ['hay alberca'] } }]);
/** Those that read no words: they work on what others have read. */
const readNoWords = new Set([
  'followHomeTalk',
  'noteNamed',
  'matchesIn',
  'askedAmenities',
  'fitsWish',
  'indexAsks',
  'anyOf',
  'shows',
  'showsTwo',
]);

/** Those that are given a message sentence by sentence. */
const readSentences = new Set(['asksBesideVisit']);

async function allReaders(): Promise<[string, (text: string) => unknown][]> {
  const readers: [string, (text: string) => unknown][] = [
    ['reviewWords', (text) => reviewWords(text, { audience: 'public', brokerage: 'Barton Ridge Realty' })],
    ['linksIn', linksIn],
    ['addressesIn', addressesIn],
  ];
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
  for (const file of files) {
    const module = (await import(pathToFileURL(resolve(folder, file)).href)) as Record<string, unknown>;
    for (const [name, exported] of Object.entries(module)) {
      if (typeof exported !== 'function' || readNoWords.has(name)) continue;
      if (name === 'nearness') {
        readers.push([name, (text) => nearness(anIndex, text)]);
        continue;
      }
      const more = takes[name] ?? [{ ...beside, before: 'search' }];
      const read = (text: string) => (exported as Reader)(text, ...more);
      const readEach = (text: string) => sentencesOf(text).map(({ plain }) => read(plain));
      readers.push([name, readSentences.has(name) ? readEach : read]);
    }
  }
  return readers;
}

/** Beginnings of what the rules look for, and what keeps them looking. */
// biome-ignore format: a list of fragments, read across
const pieces = [
  'need to talk ', 'looking for a ', 'not a by the ', 'want to see ', 'i have not before ', 'the 1st of ', 'is it there ', 'A ', 'Aa de la ',
  'a at a dot ', 'a @ a . ', '512-555-0101 ', '1-1-1-', '$1,1', '9', 'x', '!', ' ', '\n', "don't ", 'no email only ', 'stop messaging ',
  'delete all of the ', 'me and my wife ', 'my our the ', 'cash and ', 'between 3 and ', 'under 400k or ', 'perfect for a ', 'are you a an the ',
  'no me vuelvan a ', 'busco una ', 'ni ', '🏡', '的', 'ß', "i'm with the ", 'what is my ', 'sell to accept ', '3 bed 2 bath ',
];
const filled = (piece: string): string => piece.repeat(limits.textChars).slice(0, limits.textChars);
const mixed = fc.sample(
  fc.array(fc.constantFrom(...pieces), { minLength: 2, maxLength: 5 }).map((some) => filled(some.join(''))),
  { seed: 40, numRuns: 16 },
);
const hostile = [...pieces.map(filled), ...mixed];

/** A reader that costs less than this on a message of the greatest length may grow as it likes. */
const cheapMs = 1;
/** Eight times the words: in a straight line eight times the cost, squared sixty-four. */
const times = 8;
const steepFrom = 24;

/** A first look, quicker than `growthOf` and with more noise in it. */
function looksSteep(read: (text: string) => unknown, text: string): boolean {
  const short = text.slice(0, text.length / times);
  const ofLong = Math.min(...[1, 2].map(() => spentMs(() => read(text))));
  if (ofLong < cheapMs) return false;
  const ofShort = Math.min(
    ...[1, 2].map(() =>
      spentMs(() => {
        for (let round = 0; round < times; round += 1) read(short);
      }),
    ),
  );
  return (ofLong / ofShort) * times >= steepFrom;
}

test('S40: the cost of every reader and of the gate grows with the length of hostile text, not with its square', async () => {
  // A remembered text costs nothing the second time, at either length.
  expect(limits.textChars / times).toBeGreaterThan(longestRememberedChars);
  const readers = await allReaders();
  expect(readers.length).toBeGreaterThan(100);
  const steep: string[] = [];
  for (const [name, read] of readers) {
    for (const text of hostile) {
      if (!looksSteep(read, text)) continue;
      const growth = growthOf(read, text, times);
      if (growth >= steepFrom)
        steep.push(`${name} on ${JSON.stringify(text.slice(0, 40))}: ${growth.toFixed(0)} times`);
    }
  }
  expect(steep).toEqual([]);
});
