import { describe, expect, it } from 'vitest';
import { readYesNo } from '../../../../src/features/reading/dialogue/readYesNo.ts';
import { noThatPutsRight } from '../../../../src/features/reading/text/noThatPutsRight.ts';
import { answerIn, conversation } from '../play.ts';

describe('a no that puts something right', () => {
  it.each([
    'no 12k is the tax lol',
    'no, that’s the tax',
    'lol no thats what i pay in rent',
    'no i said 500k',
    'no my budget is 400k',
    'no, eso es el impuesto',
    'no, los 12 mil son de impuestos',
    'no, dije marzo',
  ])('answers no question: %s', (text) => {
    expect(noThatPutsRight(text)).toBe(true);
    expect(readYesNo(text)).toBeNull();
  });

  it.each(['no', 'no, not yet', 'no that’s too early', 'no, it’s just me', 'no the roof is new', 'no, todavía no'])(
    'is still a no where nothing is put right: %s',
    (text) => {
      expect(noThatPutsRight(text)).toBe(false);
      expect(readYesNo(text)?.value).toBe(false);
    },
  );
});

describe('a sum that was kept for a price', () => {
  it('is put right by another one, and the lender is asked about again', () => {
    const talk = conversation();
    talk.visitor('i want to buy a house');
    talk.visitor('400k');
    talk.visitor('no 450k');
    expect(answerIn(talk.state, 'budget')).toMatchObject({ maxCents: 45_000_000 });
    expect(answerIn(talk.state, 'preApproval')).toBeUndefined();
    expect(talk.state.asked?.question).toBe('preApproval');
  });

  it('stays where the same sum is named as what they owe, and nothing is put right', () => {
    const talk = conversation();
    talk.visitor('i want to buy a house');
    talk.visitor('400k');
    talk.visitor('no, i owe 400k on mine');
    expect(answerIn(talk.state, 'budget')).toMatchObject({ maxCents: 40_000_000 });
    expect(answerIn(talk.state, 'preApproval')).toBe('none');
  });
});
