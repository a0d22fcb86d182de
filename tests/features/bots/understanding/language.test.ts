import { describe, expect, test } from 'vitest';
import { watched } from '../expectations.ts';
import { textOf } from '../play.ts';

/** The languages that Jorge answered in. */
function languagesOf(...texts: string[]): string[] {
  const chat = watched();
  return texts.map((text) => {
    chat.visitor(text);
    return chat.state.language;
  });
}

describe('the language of a talk', () => {
  test.each([
    [
      ['I want to buy a house', 'quiero tres recámaras', 'presupuesto mi máximo 400k'],
      ['en', 'en', 'es'],
    ],
    [
      ['hola, quiero comprar una casa', 'my budget 400k', '3 bedrooms please'],
      ['es', 'es', 'en'],
    ],
    [
      ['hi', 'Del Valle', 'El Paso'],
      ['en', 'en', 'en'],
    ],
    [
      ['I want to buy a house', 'ok', 'gracias', 'ok'],
      ['en', 'en', 'en', 'en'],
    ],
    [
      ['I want to buy a house', 'quiero tres recámaras', 'my budget is 400k'],
      ['en', 'en', 'en'],
    ],
  ])('%j is answered in %j: two short messages of the other one change it, one does not', (texts, languages) => {
    expect(languagesOf(...texts)).toEqual(languages);
  });

  test.each([
    ['hola, quiero comprar una casa', 'English please', 'en', /^(?:Of course|Sure), in English/],
    ['I want to buy a house', '¿habla español?', 'es', /^(?:Claro|Con gusto), en español/],
    ['I want to buy a house', 'do you speak Spanish?', 'es', /^(?:Claro|Con gusto), en español/],
  ])(
    'after "%s", "%s" changes it at once, with a word, and is neither a question about the home nor a miss',
    (first, wish, language, said) => {
      const chat = watched();
      chat.visitor(first);
      const result = chat.visitor(wish);
      expect(chat.state.language).toBe(language);
      expect(textOf(result)).toMatch(said);
      expect(chat.state.asked).toMatchObject({ question: 'budget', misses: 0 });
      expect(chat.state.vagueStreak).toBe(0);
    },
  );
});
