import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { reviewWords } from '../../../src/features/compliance/reviewWords.ts';
import { type Released, releaseSentences } from '../../../src/features/composing/releaseSentences.ts';
import { silentLogger } from '../../../src/kernel/observe.ts';

type Review = typeof reviewWords;
const pass = { action: 'pass', rule: 'none', category: 'none', packVersion: 'p1' } as const;

/** Cuts a sentence with “secret” in it, flags one with “odd”, breaks on “crash”. */
const review: Review = (text) => {
  if (text.includes('crash')) throw new Error('broken rule');
  if (text.includes('secret'))
    return { ...pass, action: 'cut', rule: 'no-secrets', category: 'test', safeText: 'I cannot say.' };
  return text.includes('odd') ? { ...pass, action: 'flag', rule: 'odd', category: 'test' } : pass;
};

function run(
  audience: 'public' | 'staff',
  pieces: readonly string[],
  by: Review = review,
): Released & { shown: string; released: string[] } {
  const released: string[] = [];
  const gate = releaseSentences({
    audience,
    brokerage: 'Barton Ridge Realty',
    logger: silentLogger,
    release: (text) => released.push(text),
    review: by,
  });
  for (const piece of pieces) gate.push(piece);
  return { ...gate.finish(), shown: released.join(''), released };
}

describe('words for a visitor', () => {
  test('are released sentence by sentence, never before the sentence is checked', () => {
    const released: string[] = [];
    const gate = releaseSentences({
      audience: 'public',
      brokerage: '',
      logger: silentLogger,
      release: (text) => released.push(text),
      review,
    });
    gate.push('It has three ');
    expect(released).toEqual([]);
    gate.push('beds. And a');
    expect(released.join('')).toBe('It has three beds. ');
    gate.finish();
    expect(released.join('')).toBe('It has three beds. And a');
  });

  test('lose what a rule cuts, and say its safe text once', () => {
    const { shown, text, verdicts, cuts } = run('public', ['One. The secret is', ' out. Two. Another secret. Three.']);
    expect(shown).toBe('One. I cannot say. Two. Three.');
    expect(text).toBe(shown);
    expect(cuts).toBe(2);
    expect(verdicts).toEqual([
      { action: 'cut', rule: 'no-secrets', category: 'test', packVersion: 'p1' },
      { action: 'cut', rule: 'no-secrets', category: 'test', packVersion: 'p1' },
    ]);
  });

  test('are held back when the check itself fails', () => {
    const { shown, verdicts } = run('public', ['Fine. A crash here. Fine again.']);
    expect(shown).toBe('Fine. Fine again.');
    expect(verdicts).toMatchObject([{ action: 'cut', rule: 'gate-failed' }]);
  });

  test('are flagged and released where a rule only flags', () => {
    expect(run('public', ['This is odd.'])).toMatchObject({
      shown: 'This is odd.',
      verdicts: [{ action: 'flag' }],
      cuts: 0,
    });
  });

  test('come out unchanged when nothing is cut, however they come in', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' })), (pieces) => {
        const { shown, text } = run('public', pieces, () => pass);
        expect(shown).toBe(pieces.join(''));
        expect(text).toBe(shown);
      }),
    );
  });

  test('meet the real rules', () => {
    const { shown, verdicts } = run(
      'public',
      ['The home has 3 beds. It is perfect for a white Christian family. The price is $549,000.'],
      reviewWords,
    );
    expect(shown).toContain('3 beds');
    expect(shown).not.toContain('Christian');
    expect(shown).toContain('$549,000');
    expect(verdicts).toHaveLength(1);
  });
});

describe('words for staff', () => {
  test('are released at once and flagged afterward, never cut', () => {
    const { released, verdicts, cuts } = run('staff', ['The se', 'cret is out. Odd', ' is odd.']);
    expect(released).toEqual(['The se', 'cret is out. Odd', ' is odd.']);
    expect(cuts).toBe(0);
    expect(verdicts.map(({ action, rule }) => [action, rule])).toEqual([
      ['flag', 'no-secrets'],
      ['flag', 'odd'],
    ]);
  });
});
