import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanText, commandId, limits, personText } from '../../src/contract/values.ts';

describe('text from a person', () => {
  it.each([
    ['CRLF becomes LF', 'a\r\nb', 'a\nb'],
    ['a carriage return of its own is a control character', 'a\rb', 'ab'],
    ['tab and newline stay', 'a\tb\nc', 'a\tb\nc'],
    ['control characters go', '\u0000a\u0007b\u001bc\u007fd\u0085e\u009ff', 'abcdef'],
    ['what surrounds the words goes', ' \n\t hello \u00a0', 'hello'],
    ['two marks become one letter', 'Cafe\u0301', 'Café'],
    ['four-byte characters stay', '🏡 ok', '🏡 ok'],
    ['a joined family of emoji stays whole', '👨\u200d👩\u200d👧', '👨\u200d👩\u200d👧'],
    ['half a character does not reach a database', 'a\ud83cb', 'a\ufffdb'],
  ])('%s', (_, raw, clean) => {
    expect(cleanText(raw)).toBe(clean);
    expect(personText().parse(raw)).toBe(clean);
  });

  it.each(['', '   ', '\u0000\u0007', '\r\n\t'])('%j is empty, and empty is refused', (raw) => {
    expect(personText().safeParse(raw).success).toBe(false);
  });

  it('the limit counts what is stored, not what was sent', () => {
    expect(personText().parse(`  ${'a'.repeat(limits.textChars)}\u0000\r\n`)).toHaveLength(limits.textChars);
    expect(personText().safeParse('a'.repeat(limits.textChars + 1)).success).toBe(false);
    expect(personText().safeParse('🏡'.repeat(limits.textChars / 2)).success).toBe(true);
    expect(personText().safeParse(`${'🏡'.repeat(limits.textChars / 2)}a`).success).toBe(false);
    // One character that becomes three when it is composed.
    expect(personText().safeParse('\ufb2c'.repeat(limits.textChars / 2)).success).toBe(false);
  });

  it('cleaning text twice is the same as cleaning it once', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (raw) => {
        const clean = cleanText(raw);
        expect(cleanText(clean)).toBe(clean);
        expect(clean.isWellFormed()).toBe(true);
      }),
    );
  });

  it('any UUID is a commandId, and nothing else is', () => {
    for (const good of ['11111111-1111-1111-1111-111111111111', 'A3BB189E-8BF9-3888-9912-ACE4E6543002'])
      expect(commandId.safeParse(good).success).toBe(true);
    for (const bad of ['', 'a', '11111111111111111111111111111111', 'x1111111-1111-1111-1111-111111111111', 7, null])
      expect(commandId.safeParse(bad).success).toBe(false);
  });
});
