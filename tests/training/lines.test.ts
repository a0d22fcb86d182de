import { describe, expect, it } from 'vitest';
import { readLines } from '../../training/readLines.ts';
import { foldLine } from './foldLine.ts';

describe('the reader’s training set', () => {
  const lines = readLines();
  const distinct = (of: readonly { text: string }[]): number => new Set(of.map(({ text }) => foldLine(text))).size;

  it('is at least 3,000 lines that differ by more than a number, a name or a slip', () => {
    expect(distinct(lines)).toBeGreaterThanOrEqual(3_000);
  });

  it('is at least 400 such lines in Spanish', () => {
    expect(distinct(lines.filter(({ language }) => language === 'es'))).toBeGreaterThanOrEqual(400);
  });
});

describe('a line, folded', () => {
  it('counts once for a template, whatever number, name or slip stands in it', () => {
    const one = foldLine('we need 3 bedrooms in Zilker');
    expect(foldLine('We need four bedrooms in Mueller!')).toBe(one);
    expect(foldLine('we need 3 bedroms in Crestview')).toBe(one);
    expect(foldLine('we need 3 bathrooms in Zilker')).not.toBe(one);
  });
});
