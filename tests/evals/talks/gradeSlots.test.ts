import { describe, expect, it } from 'vitest';
import type { Slot } from '../../../src/contract/log/parts.ts';
import { gradeSlots, isSame, misheard } from './gradeSlots.ts';
import type { Reading } from './model.ts';
import { talksAt } from './openDemo.ts';

const kept = (value: unknown): Slot => ({ value, state: 'answered', confidence: null, evidence: [] });
const upTo = (dollars: number) => ({ minCents: null, maxCents: dollars * 100, currency: 'USD' });
const reading = (...slots: Reading['slots']): Reading => ({
  acts: ['tells'],
  questions: [],
  slots,
  situation: 'none',
  language: 'en',
});

describe('a value at the end of a talk', () => {
  it.each([
    ['budget', upTo(450_000), '$450,000', true],
    ['budget', upTo(2_500), 'at most $2,500 a month', true],
    ['budget', upTo(12_000), '$700,000', false],
    ['budget', { minCents: 40_000_000, maxCents: 50_000_000, currency: 'USD' }, '$400,000 to $500,000', true],
    ['timeline', { minDays: 104, maxDays: 134 }, 'by March', true],
    ['timeline', { minDays: 0, maxDays: 90 }, 'within 2 months', false],
    ['preApproval', 'cash', 'cash', true],
    ['preApproval', 'cash', 'none', false],
    ['beds', 3, '3', true],
    ['beds', 4, '3', false],
    ['area', 'East Austin', 'east side', true],
    ['area', 'Round Rock', 'Cedar Park', false],
    ['phone', '614 555 0133', '614-555-0133', true],
    ['email', 'jo@example.com', 'jo@example.com', true],
    ['name', 'Denise', 'Denise Hall', true],
    ['features', ['garage', 'pool'], 'garage', true],
    ['features', ['one-story'], 'no stairs', true],
    ['features', ['furnished'], 'one story', false],
    ['represented', true, 'yes', true],
    ['represented', true, 'no', false],
    ['day', 'sat', 'Saturday', true],
    ['day', 'tomorrow', 'Wednesday', true],
    ['day', 'tomorrow', 'Thursday', false],
    ['day', 'dec 5', 'December 5', true],
    ['day', 'dec 5', 'December 6', false],
    ['day', 'sun', 'Saturday', false],
    ['timeOfDay', "6 o'clock", '6 PM', true],
    ['timeOfDay', "6 o'clock", '7 PM', false],
    ['timeOfDay', '6 am', '6 PM', false],
    ['timeOfDay', '4 pm to 6 pm', 'between 4 and 6 PM', true],
    ['timeOfDay', 'noon', '12 PM', true],
    ['contactBy', 'call', 'phone', true],
    ['contactBy', 'text', 'phone', false],
    ['authority', 'shared', 'with brother', true],
    ['authority', 'alone', 'with brother', false],
    ['preApproval', 'none', 'not yet', true],
    ['preApproval', 'pre-approved', 'not yet', false],
    ['address', '12 Oak St', '12 Oak Street', true],
    ['address', '14 Oak St', '12 Oak Street', false],
    ['propertyType', 'multi-family', 'duplex', true],
    ['propertyType', 'condo', 'duplex', false],
    ['first', 'buy', 'just buying', true],
    ['first', 'sell', 'just buying', false],
    ['repairs', 'hail got my roof', 'roof hail damage', true],
    ['repairs', 'the fence leans', 'roof hail damage', false],
    ['repairs', 'roof est 14,200', 'roof, estimated $12,400', false],
    ['mortgageBalance', { minCents: 0, maxCents: 0, currency: 'USD' }, 'none', true],
    ['mortgageBalance', upTo(240_000), 'none', false],
  ])('%s %j is %s: %s', (slot, value, so, is) => {
    expect(isSame(slot, value, so, talksAt)).toBe(is);
  });

  it('is false where it is another or should be empty, and missed where it is not kept', () => {
    const grades = gradeSlots(
      { truth: { budget: '$700,000', name: 'Tess' }, notTrue: ['timeline'], lines: [], answers: {} },
      {
        budget: kept(upTo(12_000)),
        timeline: kept({ minDays: 0, maxDays: 90 }),
        area: kept('Zilker'),
        visit: kept('call'),
      },
      talksAt,
    );
    expect(grades).toMatchObject({ kept: 3, truths: 2, untold: ['area'], missed: ['budget: $700,000', 'name: Tess'] });
    expect(grades.wrong).toHaveLength(2);
  });

  it('takes "tonight" for a day where the truth tells of it as a time', () => {
    const talk = { truth: { timeOfDay: 'tonight after bath time' }, notTrue: [], lines: [], answers: {} };
    expect(gradeSlots(talk, { day: kept('tonight') }, talksAt).wrong).toEqual([]);
    expect(gradeSlots(talk, { day: kept('Friday') }, talksAt).wrong).toHaveLength(1);
  });

  it('is false where nobody said it, and right where it was an answer to what was asked', () => {
    const slots = { preApproval: kept('pre-approved'), beds: kept(3) };
    const talk = { truth: {}, notTrue: [], lines: [] };
    expect(gradeSlots({ ...talk, answers: {} }, slots, talksAt).wrong).toHaveLength(2);
    expect(gradeSlots({ ...talk, answers: { beds: '3' } }, slots, talksAt).wrong).toEqual([
      'preApproval: "pre-approved"',
    ]);
  });

  it('counts nothing that was refused or is still unknown', () => {
    const grades = gradeSlots(
      { truth: {}, notTrue: ['budget'], lines: [], answers: {} },
      { budget: { ...kept(null), state: 'declined' }, timeline: { ...kept(5), state: 'unknown' } },
      talksAt,
    );
    expect(grades).toMatchObject({ kept: 0, wrong: [] });
  });
});

describe('the effect of a line on the values', () => {
  const talk = { truth: { budget: '$700,000' }, notTrue: ['timeline' as const], answers: {} };

  it('is told where it keeps what nobody said', () => {
    const lines = [reading({ name: 'budget', op: 'set', value: '$700,000', quote: '700' })];
    expect(misheard(talk, lines, {}, { budget: kept(upTo(700_000)) }, talksAt)).toEqual([]);
    expect(misheard(talk, lines, {}, { budget: kept(upTo(12_000)) }, talksAt)).toHaveLength(1);
    expect(misheard(talk, lines, {}, { preApproval: kept('none') }, talksAt)).toHaveLength(1);
    expect(misheard(talk, lines, {}, { intent: kept('buy') }, talksAt)).toEqual([]);
    expect(misheard(talk, lines, {}, { timeline: kept({ minDays: 0, maxDays: 90 }) }, talksAt)).toHaveLength(1);
  });

  it('is told where a correction is not taken, or a value that was taken back is kept', () => {
    const old = { budget: kept(upTo(12_000)) };
    const corrects = [reading({ name: 'budget', op: 'correct', value: '$700,000', quote: '700 not 12000!!!' })];
    expect(misheard(talk, corrects, old, old, talksAt)).toEqual(['does not correct budget']);
    expect(misheard(talk, corrects, old, { budget: kept(upTo(700_000)) }, talksAt)).toEqual([]);
    const clears = [reading({ name: 'budget', op: 'clear', quote: 'forget the budget' })];
    expect(misheard(talk, clears, old, old, talksAt)).toEqual(['does not clear budget']);
    expect(misheard(talk, clears, old, {}, talksAt)).toEqual([]);
  });

  it('is not told twice: a false value that stays is a fault of the line that brought it', () => {
    const old = { budget: kept(upTo(12_000)) };
    expect(misheard(talk, [reading()], old, old, talksAt)).toEqual([]);
  });
});
