import { expect, test } from 'vitest';
import { figuresOf, onlyKnownFigures } from '../../../src/features/composing/onlyKnownFigures.ts';
import { home } from '../../support/talk.ts';

function through(answer: string, said: string[] = []): string {
  let text = '';
  const filter = onlyKnownFigures({
    listing: home,
    said,
    release(piece) {
      text += piece;
    },
  });
  for (const piece of answer.match(/[\s\S]{1,5}/g) ?? []) filter.push(piece);
  filter.finish(true);
  return text;
}

test.each([
  'It has 2 beds, 1.5 baths and 1,240 square feet.',
  'The asking price is $549,000.',
  'It is listed at 549k and was built in 1948.',
  'The dues are $45.50 a month.',
  'It stands at 1208 Alder Street.',
  'It has oak floors.',
])('“%s” stands on file', (answer) => {
  expect(through(answer)).toBe(answer);
});

test('a sentence with a figure from nowhere is dropped, the others stay', () => {
  expect(through('It has 2 beds. Taxes run about $9,800 a year. It has oak floors.')).toBe(
    'It has 2 beds. It has oak floors.',
  );
});

test('an answer of which nothing is left says that it is not on file', () => {
  expect(through('Payments start at $3,100.')).toContain('on file');
});

test('figures that the visitor named may be repeated', () => {
  expect(through('A budget of $600,000 is above the asking price.', ['I have 600k'])).toContain('600,000');
});

test.each([
  ['$1.2 million', [1_200_000]],
  ['600k to 650K', [600_000, 650_000]],
  ['3br', [3]],
  ['1,240 sqft', [1240]],
])('reads %s as %j', (text, figures) => {
  expect(figuresOf(text)).toEqual(figures);
});
