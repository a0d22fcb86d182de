import { describe, expect, test } from 'vitest';
import { asksWho } from '../../../src/features/reading/dialogue/readAiQuestion.ts';
import {
  asksUsToHelp,
  asksWhy,
  opensAsQuestion,
  questionAfterComma,
} from '../../../src/features/reading/dialogue/readQuestion.ts';
import { saysMisheard } from '../../../src/features/reading/dialogue/saysMisheard.ts';
import { asksBesideVisit } from '../../../src/features/reading/home/asksBesideVisit.ts';
import { seesPapers } from '../../../src/features/reading/home/readErrand.ts';
import { readManyHomes } from '../../../src/features/reading/home/readManyHomes.ts';
import { asksForRentals } from '../../../src/features/reading/person/readTenure.ts';
import { isData } from '../../../src/features/reading/text/isData.ts';
import { asksForLanguage, leansTo } from '../../../src/features/reading/text/readLanguage.ts';
import { isLoneSpan } from '../../../src/features/reading/time/readTimeline.ts';

describe('the matter of a question', () => {
  test.each([
    [asksWhy, 'why do you ask?', true],
    [asksWhy, '¿para qué lo necesita?', true],
    [asksWhy, 'why is it still for sale?', false],
    [asksWho, 'who am I talking to?', true],
    [asksWho, 'quién eres', true],
    [asksWho, 'who is the owner?', false],
    [asksUsToHelp, 'can you help me find a home?', true],
    [asksUsToHelp, 'can I find it online?', false],
    [opensAsQuestion, 'and what about the roof?', true],
    [opensAsQuestion, 'Saturday?', false],
    [asksForRentals, 'do you have rentals?', true],
    [asksForRentals, 'we rent now', false],
    [seesPapers, 'can I see the floor plans', true],
    [seesPapers, 'can I see the house', false],
    [asksBesideVisit, "What's the HOA and can I see it tomorrow?", true],
    [asksBesideVisit, 'Can I see it tomorrow and on Friday?', false],
    [asksForLanguage, '¿habla español?', true],
    [asksForLanguage, 'a school with English lessons', false],
    [isLoneSpan, 'maybe 3 months?', true],
    [isLoneSpan, '3 months after the sale', false],
    [saysMisheard, "that's not what I asked", true],
    [saysMisheard, 'ya se lo dije', true],
    [saysMisheard, 'I said 400', false],
  ])('%o of "%s": %s', (reads, text, is) => {
    expect(reads(text)).toBe(is);
  });

  test('the words after the comma are a question of their own', () => {
    expect(questionAfterComma('A person please, what is the HOA?')).toBe('what is the HOA?');
    expect(questionAfterComma('A person, please')).toBeNull();
  });
});

test.each([
  ['Del Valle', 'en', 'en'],
  ['quiero verla', 'en', 'es'],
  ['casa cerca de la escuela', 'en', 'es'],
  ['I want to see it', 'es', 'en'],
] as const)('"%s" said in %s leans to %s, names of places aside', (text, current, to) => {
  expect(leansTo(text, current)).toBe(to);
});

test.each([
  ['I have two houses to sell', 'two houses'],
  ['quiero vender 3 propiedades', '3 propiedades'],
  ['two houses down the road', null],
  ['I want to sell my house', null],
])('"%s" names %s to be sold', (text, homes) => {
  const many = readManyHomes(text);
  expect(many && text.slice(many.start, many.end)).toBe(homes);
});

test('an object or a list is data, a bare number or a torn one is not', () => {
  expect(['{"beds": 3}', '[1, 2]', '3', '{beds', `[${'1,'.repeat(3000)}1]`].map(isData)).toEqual([
    true,
    true,
    false,
    false,
    false,
  ]);
});
