/** Stories of homes, and whether their checker sees what is wrong with one. Costs: a few seconds, for the gate. */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import type { NarrativeAnswer } from '../../src/contract/rest/narratives.ts';
import { home } from '../support/talk.ts';
import { expectFloors } from './expectFloors.ts';
import { checkNarrative, readHome } from './narratives/checkNarrative.ts';
import { homeOfAd } from './narratives/homesOfAds.ts';
import { adHomes, brokerage, demoHomes, forbiddenPhrases, measureNarratives } from './narratives.ts';

const data = resolve(import.meta.dirname, '../../../shared/data');
/** Two of each source: all of them are measured by `npm run eval -- narratives`. */
const few = 2;

const faultsOf = (text: string, facts: NarrativeAnswer['sentences'][number]['facts'] = []): string[] => {
  const words = Array(120).fill('word').join(' ');
  const answer = { text: words, sentences: [{ text, facts, paragraph: 0 }], flags: [], length: 'short' } as const;
  const found = checkNarrative(readHome(home), answer as unknown as NarrativeAnswer, { brokerage, phrases: [] });
  return found.flatMap(({ kind }) => (kind === 'excused' ? [] : [kind]));
};

test.each([
  ['figure', 'It has 3 bedrooms.'],
  ['figure', 'The asking price is $555,000.'],
  ['figure', 'It has four rooms on the ground.'],
  ['figure', 'Tiene tres recámaras.'],
  ['feature', 'The pool waits behind it.'],
  ['feature', 'Each room is bright.'],
  ['feature', 'Granite shines in the light.'],
  ['feature', 'Every evening is quiet here.'],
  ['feature', 'Los cuartos son luminosos.'],
  ['feature', 'Ask to see the fireplace.'],
  ['feature', 'It has no garage.'],
  ['quote', 'In the listing’s own words, it has “oak doors throughout”.'],
  ['discriminatory', 'A couple would like it.'],
  ['discriminatory', 'The schools are near.'],
  ['discriminatory', 'Es una zona segura.'],
  ['discriminatory', 'A church stands on the corner.'],
])('a fault is seen: %s in “%s”', (kind, text) => {
  expect(faultsOf(text)).toContain(kind);
});

test('a fact that the file doesn’t hold is seen, and one with a figure of its own', () => {
  expect(faultsOf('It is told.', [{ id: 'home.lot', words: 'The lot has an acre.' }])).toContain('fact');
  expect(faultsOf('It is told.', [{ id: 'home.beds', words: 'It has 4 bedrooms.' }])).toContain('fact');
});

test.each([
  'It has 2 bedrooms and 1.5 bathrooms in 1,240 square feet.',
  'The asking price is $549,000, about $443 per square foot.',
  'In the listing’s own words, it has “oak floors” and “covered deck”.',
  'Tiene 2 recámaras y 1.5 baños.',
  'Parking: one-car garage.',
  'Ask whether there is a pool nearby, and walk through the kitchen twice.',
])('what the file says, and advice, is no fault: %s', (text) => {
  expect(faultsOf(text)).toEqual([]);
});

test('an ad tells of a home only where it says one number of rooms, one size, and a price', () => {
  const ad = { id: 'ad1', title: '2BR/1BA flat', price: 2_000, text: '803 sq. ft.\n- Dishwasher\n- Pool\n- Patio' };
  expect(homeOfAd(ad)).toMatchObject({ beds: 2, baths: 1, areaSqft: 803, features: ['Dishwasher', 'Pool', 'Patio'] });
  expect(homeOfAd({ ...ad, title: 'Flats', text: '1 bed or 2 bed, 1 bath, 803 sq. ft.' })).toBeNull();
  expect(homeOfAd({ ...ad, text: 'No size.' })).toBeNull();
});

test('stories of the demo’s homes fall behind no floor', async () => {
  const homes = (await demoHomes()).slice(0, few);
  for (const language of ['en', 'es'] as const)
    expectFloors(`narratives, demo, ${language}`, (await measureNarratives('demo', homes, language, [])).shares);
});

test.skipIf(!existsSync(join(data, 'fair_housing')))('stories of homes in real ads fall behind no floor', async () => {
  const homes = adHomes(data).slice(0, few);
  const { narratives, shares } = await measureNarratives('ads', homes, 'en', forbiddenPhrases(data));
  expect(narratives).toBeGreaterThan(0);
  expectFloors('narratives, ads, en', shares);
});
