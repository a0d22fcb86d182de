import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { splitSentences } from '../../../src/features/compliance/splitSentences.ts';

const split = (...chunks: string[]): string[] => {
  const splitter = splitSentences();
  const pieces = chunks.flatMap((chunk) => splitter.push(chunk));
  const rest = splitter.flush();
  return rest === '' ? pieces : [...pieces, rest];
};

describe('splitSentences', () => {
  test.each([
    ['plain', 'One. Two! Three?', ['One. ', 'Two! ', 'Three?']],
    ['money and halves', 'It is $1.2m. It has 3.5 baths.', ['It is $1.2m. ', 'It has 3.5 baths.']],
    ['abbreviations', 'Dr. Vega lives on Main St. near you. Yes.', ['Dr. Vega lives on Main St. near you. ', 'Yes.']],
    ['e.g.', 'Pets, e.g. dogs, are fine. Ask.', ['Pets, e.g. dogs, are fine. ', 'Ask.']],
    [
      'addresses of the web',
      'See https://tea.texas.gov/a.b for it. Ok.',
      ['See https://tea.texas.gov/a.b for it. ', 'Ok.'],
    ],
    ['new lines', 'One\nTwo', ['One\n', 'Two']],
    ['quotes', 'He said "yes." Then left.', ['He said "yes." ', 'Then left.']],
    ['Spanish', '¿Qué tal? ¡Bien! Vamos.', ['¿Qué tal? ', '¡Bien! ', 'Vamos.']],
  ])('%s', (_name, text, expected) => expect(split(text)).toEqual(expected));

  test('a sentence is given as soon as the space behind it is there', () => {
    const splitter = splitSentences();
    expect(splitter.push('It has a')).toEqual([]);
    expect(splitter.push(' roof.')).toEqual([]);
    expect(splitter.push(' ')).toEqual(['It has a roof. ']);
    expect(splitter.flush()).toBe('');
  });

  test('the pieces join to the input and do not depend on how it was cut', () => {
    const words = fc.constantFrom(
      'It',
      ' is',
      ' $1.2',
      'm',
      '.',
      ' ',
      '\n',
      'St',
      '!',
      '?',
      ' e.g',
      '"',
      ')',
      'ñ',
      '😀',
      '...',
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 60 }), fc.array(fc.nat(8), { maxLength: 60 }), (parts, cuts) => {
        const text = parts.join('');
        const chunks: string[] = [];
        let at = 0;
        for (const cut of cuts) {
          chunks.push(text.slice(at, at + cut));
          at += cut;
        }
        chunks.push(text.slice(at));
        const pieces = split(...chunks);
        expect(pieces.join('')).toBe(text);
        expect(pieces).toEqual(split(text));
      }),
      { numRuns: 2000 },
    );
  });

  test('a text without an end is cut at a space in the end', () => {
    const pieces = split('word '.repeat(1000));
    expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThan(1300);
  });
});
