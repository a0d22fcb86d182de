import { describe, expect, it } from 'vitest';
import { f1Of, gradeFields } from './gradeFields.ts';
import type { Extracted } from './readAnswers.ts';

const truth: Extracted = {
  say: 'Offer Saturday.',
  confidence: 0.8,
  actions: ['Ask which day', 'Ask for a number'],
  variants: [],
  risks: ['Sounding rushed'],
  opportunities: [],
};
const f1 = (found: Partial<Extracted>): number => f1Of(Object.values(gradeFields({ ...truth, ...found }, truth)));

describe('the fields of a model’s answer', () => {
  it('are all right where nothing is missed and nothing made up', () => {
    expect(f1({})).toBe(1);
    expect(f1({ say: 'Offer  Saturday.', confidence: 0.81, actions: ['Ask for a number', 'Ask which day'] })).toBe(1);
    expect(f1Of([])).toBe(1);
  });

  it('count less with each that is missed, wrong or made up', () => {
    for (const found of [
      { say: null },
      { say: 'Offer Sunday.' },
      { confidence: 0.5 },
      { actions: ['Ask which day'] },
      { actions: ['Ask which day, Ask for a number'] },
      { variants: ['Offer Saturday.'] },
      { risks: [] },
      { opportunities: ['Name Dana'] },
    ])
      expect([found, f1(found) < 1]).toEqual([found, true]);
  });
});
