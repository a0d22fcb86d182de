import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findQuote } from '../../../src/features/coaching/findQuote.ts';
import { linesFrom } from '../../support/talk.ts';

const lines = linesFrom('lead: We want 3 beds', 'bot: Noted, 3 beds.', 'lead: It’s  TOO much,\nI think');
const wordsAt = (found: { seq: number; start: number; end: number } | null) =>
  lines.find(({ seq }) => seq === found?.seq)?.text.slice(found?.start, found?.end);

describe('quoted words', () => {
  test('are found where they stand', () => {
    expect(findQuote(lines, 'want 3 beds')).toEqual({ log: 'public:c1', seq: 1, start: 3, end: 14 });
  });

  test('are found in the newest line that holds them, of the speaker asked for', () => {
    expect(findQuote(lines, '3 beds')?.seq).toBe(2);
    expect(findQuote(lines, '3 beds', 'lead')?.seq).toBe(1);
  });

  test('are found when case, spacing and quotes differ', () => {
    const found = findQuote(lines, "it's too much, i think");
    expect(wordsAt(found)).toBe('It’s  TOO much,\nI think');
  });

  test.each(['we want 4 beds', '', ' ', 'x'])('“%s” is not found', (quote) => {
    expect(findQuote(lines, quote)).toBeNull();
  });

  test('that are any part of a line are found as that part', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 2 }), fc.nat(), fc.nat(), (text, a, b) => {
        const from = a % text.length;
        const quote = text.slice(from, from + 2 + (b % text.length)).trim();
        fc.pre(quote.length >= 2);
        const found = findQuote(linesFrom(`lead: ${text}`), quote);
        expect(found === null ? null : text.slice(found.start, found.end)).toBe(quote);
      }),
    );
  });
});
