import { describe, expect, test } from 'vitest';
import { optOutKeywords } from '../../../src/features/reading/optOut/optOutWords.ts';
import { readOptOut } from '../../../src/features/reading/optOut/readOptOut.ts';
import { fixTypos, writtenSpan } from '../../../src/features/reading/text/fixTypos.ts';
import { ourWords } from '../../../src/features/reading/text/typoWords.ts';

describe('fixTypos', () => {
  test.each([
    ['abut 4 hunderd thousand', 'about 4 hundred thousand'],
    ['3 bedrom', '3 bedroom'],
    ['not pre aproved yet', 'not pre approved yet'],
    ['tomorow or thurday', 'tomorrow or thursday'],
    ['Thurday works', 'Thursday works'],
    ['sel my house', 'sell my house'],
    ['quero vender', 'quiero vender'],
    ['an apartmnet with a garge', 'an apartment with a garage'],
    ['the mortage is paid', 'the mortgage is paid'],
    ['by Febuary', 'by February'],
    ['lo q sea, despues d las 4 o x mensaje', 'lo que sea, despues de las 4 o por mensaje'],
    ['BEDROMS: 3', 'bedrooms: 3'],
  ])('reads %j as %j', (said, meant) => expect(fixTypos(said).text).toBe(meant));

  test.each([
    ['a word of its own', 'the house next to the horse farm in March, there by the garbage'],
    ['a name', 'My name is Marsha Condor and this is Augusta Pryce'],
    ['an address of mail', 'write to bedrom@tomorow.com or see www.bugdet.com'],
    ['a short word', 'the bad, mo way, sun'],
    ['a letter that is no word', 'plan d, 3 x 4, and a q: is it open? I d like to'],
    ['another form', 'monthly, priced, sellers, approving, weekends'],
    ['long words of others', 'finished department property-wise prosperity'],
  ])('leaves %s as it is', (_what, said) => expect(fixTypos(said).text).toBe(said));

  test('leads a span back to what was written', () => {
    const said = 'I need 3 bedrom in tomorow land by thurday';
    const { text, fixes } = fixTypos(said);
    const written = (words: string) => {
      const start = text.indexOf(words);
      const span = writtenSpan(fixes, { start, end: start + words.length });
      return said.slice(span.start, span.end);
    };
    expect(written('3 bedroom')).toBe('3 bedrom');
    expect(written('tomorrow')).toBe('tomorow');
    expect(written('by thursday')).toBe('by thurday');
    expect(written('land')).toBe('land');
    expect(written('I need')).toBe('I need');
  });

  test('no word that ends a talk is among those that typos are fixed to', () => {
    for (const word of ourWords) {
      expect(optOutKeywords.has(word)).toBe(false);
      expect(readOptOut(word)).toBeNull();
    }
  });

  test('a very long text is left alone', () => {
    const text = 'bedrom '.repeat(400);
    expect(fixTypos(text)).toEqual({ text, fixes: [] });
  });
});
