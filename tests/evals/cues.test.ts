// Costs next to nothing: counts the labels.
import { describe, expect, test } from 'vitest';
import { cueKinds } from '../../src/contract/cues.ts';
import { cueKindsOn, cueRules } from '../../src/features/coaching/cues/cueRules.ts';
import { isProven, leastLabels, readLabels, rightByKind } from './cues/labels.ts';
import { isOdd } from './cues/readDialogues.ts';

const labels = readLabels();
const right = rightByKind(labels);

describe('a kind of cue', () => {
  test.each(cueKinds)('is shown exactly where the labels prove it: %s', (kind) => {
    const { hits, of } = right[kind];
    expect({ kind, isOn: cueKindsOn.has(kind), hits, of }).toEqual({ kind, isOn: isProven(right[kind]), hits, of });
  });

  test('is proven by no fewer than fifty labels, and by no mere majority', () => {
    expect(isProven({ hits: leastLabels - 1, of: leastLabels - 1 })).toBe(false);
    expect(isProven({ hits: 36, of: 50 })).toBe(false);
    expect(isProven({ hits: 45, of: 50 })).toBe(true);
  });
});

describe('the labels', () => {
  test('are all of talks that no rule was written on', () => {
    expect(labels.filter(({ dialogue }) => !isOdd(dialogue))).toEqual([]);
  });

  test('judge a firing once, and only rules that exist', () => {
    const keys = labels.map(({ set, dialogue, turn, kind }) => `${set}#${dialogue}#${turn}#${kind}`);
    expect(new Set(keys).size).toBe(keys.length);
    const kindOf = new Map(cueRules.map(({ id, kind }) => [id, kind]));
    expect(labels.filter(({ rule, kind }) => kindOf.get(rule) !== kind)).toEqual([]);
  });
});
