import { describe, expect, test } from 'vitest';
import type { EntryData } from '../../../../src/contract/log/entry.ts';
import type { StepResult } from '../../../../src/features/bots/state/protocol.ts';
import { watched } from '../expectations.ts';

type Told = EntryData<'score-changed'>;
const scoreIn = (result: StepResult | undefined): Told | undefined =>
  result?.effects.find((effect) => effect.kind === 'score')?.data;
const dayMs = 86_400_000;

/** The score that the team is told after each message; undefined where it is told nothing. */
function toldOf(...texts: string[]) {
  const chat = watched();
  return { chat, told: texts.map((text) => scoreIn(chat.visitor(text))) };
}

describe('the score that the team is told', () => {
  test('is the sum of its parts, .45 facts, .25 readiness, .20 commitment, .10 recency, with its version and no false claim', () => {
    const { told } = toldOf('I want to sell my house', '12 Oak Street', 'we inherited it', '30 days is fine');
    const last = told.at(-1);
    // Facts 55 of 100; readiness: motivation and timeline high; commitment: on time, short, nothing asked, no objection.
    expect(last?.components).toEqual({ slots: 24.8, frs: 18.6, pcs: expect.any(Number), recency: 10 });
    const sum = Object.values(last?.components ?? {}).reduce<number>((all, part) => all + (part ?? 0), 0);
    expect(last?.score).toBeCloseTo(sum, 6);
    expect(last).toMatchObject({
      basis: 'rules',
      calibrated: false,
      confidence: null,
      version: expect.stringMatching(/^composite-\d+$/),
    });
    expect(last?.display10).toBeCloseTo(Math.round(sum) / 10, 6);
  });

  test('leaves the weight of what is not observed to the rest, and says so with null', () => {
    const { told } = toldOf('I want to buy a house', '500k');
    expect(told[1]?.components.frs).toBeNull();
    expect(told[1]?.reasons.join()).not.toMatch(/Readiness/);
  });

  test('names its reasons: each fact, readiness, commitment, the count of Jorge, and what is lacking for hot', () => {
    const { told } = toldOf('I want to sell my house', '12 Oak Street', 'we inherited it', 'next year');
    expect(told.at(-1)?.reasons).toEqual([
      'address: known',
      'motivation: known',
      'timeline: known',
      expect.stringMatching(/^Readiness \(FRS\) [\d.]+ of 100$/),
      expect.stringMatching(/^Commitment \(PCS\) [\d.]+ of 100$/),
      'Jorge count 3 of 7 (50%)',
      'Not hot without condition, price, a sale within 60 days',
    ]);
  });

  test('has the words of each fact as evidence', () => {
    const { told } = toldOf('I want to buy a house', '500k', 'pre-approved');
    expect(told.at(-1)?.evidence).toEqual([
      { log: 'public:c', seq: 2, start: 0, end: 4 },
      { log: 'public:c', seq: 3, start: 0, end: 12 },
    ]);
  });

  test('lacks nothing for hot once the facts are there, and says of a buyer that financing is to be proven', () => {
    const { told } = toldOf('I want to buy a house', '500k', 'no lender yet', '3', 'by July', 'pre-approved now');
    expect(told[4]?.reasons.at(-1)).toBe('Not hot without proof of financing');
    expect(told[4]?.temperature).toBe('warm');
    expect(told[5]?.temperature).toBe('hot');
    expect(told[5]?.reasons.join()).not.toMatch(/Not hot/);
  });

  test('counts the visitor’s words alone: words of the team change no commitment', () => {
    const chat = watched();
    chat.visitor('I want to buy a house', 'my budget is 500k');
    chat.mode('human', 'staff');
    const before = chat.state.talk;
    chat.agent('Shall we schedule a tour? Would you like a call? When can we meet? What do you think?');
    expect(chat.state.talk).toEqual(before);
  });

  test('falls as the talk fades, and its label only once it is five points below the cut', () => {
    const talk =
      'we hope to be in by July, before school begins, so that the children can settle in over the summer weeks';
    const { chat, told } = toldOf('I want to buy a house', '500k', 'pre-approved', '3 bedrooms', talk);
    expect(told.at(-1)).toMatchObject({ temperature: 'hot' });
    const seen: [number, string | null][] = [];
    const note = () => seen.push([chat.state.scored ?? 0, chat.state.temperature]);
    chat.happen({ kind: 'slot-corrected', seq: 90, slot: 'beds', value: null });
    note();
    for (let n = 0; n < 4; n += 1) {
      chat.later(4 * dayMs);
      chat.visitor('hm');
      note();
    }
    expect(seen.map(([score, label]) => [score >= 65, label])).toEqual([
      [true, 'hot'],
      [true, 'hot'],
      [false, 'warm'],
      [false, 'warm'],
      [false, 'warm'],
    ]);
    expect(seen[0]?.[0]).toBeLessThan(70);
  });

  test('is told anew only when it moved by two points or its label changed', () => {
    const chat = watched();
    chat.visitor('I want to buy a house');
    chat.visitor('500k');
    expect(scoreIn(chat.visitor('hm'))).toBeUndefined();
    const told = chat.results.flatMap((result) => scoreIn(result)?.score ?? []);
    expect(told).toHaveLength(1);
  });
});
