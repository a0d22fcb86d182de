import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { extractAnswer } from '../../../src/features/llm/extractAnswer.ts';
import type { Extracted } from '../../../src/features/llm/ladderFields.ts';
import { looseJson } from '../../../src/features/llm/looseJson.ts';
import { f1Of, gradeFields } from '../../evals/ladder/gradeFields.ts';
import { type ModelAnswer, readAnswers } from '../../evals/ladder/readAnswers.ts';

const nothing = { say: null, confidence: null, actions: [], variants: [], risks: [], opportunities: [] };

const f1 = (answers: readonly ModelAnswer[], extract: (raw: string) => Extracted = extractAnswer): number =>
  f1Of(answers.flatMap(({ raw, truth }) => Object.values(gradeFields(extract(raw), truth))));

describe('an answer in whatever shape it came', () => {
  const { seen, unseen } = readAnswers();

  test('is understood as well where nobody has looked as where somebody has', () => {
    expect(f1(seen)).toBeGreaterThanOrEqual(0.95);
    expect(f1(unseen)).toBeGreaterThanOrEqual(0.95);
  });

  test('the measure falls when fields are swapped, left out or made up', () => {
    const swapped = (raw: string) => {
      const got = extractAnswer(raw);
      return { ...got, actions: got.risks, risks: got.actions };
    };
    expect(f1(seen, swapped)).toBeLessThan(0.9);
    expect(f1(seen, () => nothing)).toBeLessThan(0.1);
    expect(f1(seen, (raw) => ({ ...extractAnswer(raw), say: raw }))).toBeLessThan(0.9);
  });

  test.each([
    ['very high', 0.95],
    ['High', 0.85],
    ['medium', 0.5],
    ['low', 0.25],
    ['Very low', 0.1],
    ['not very sure', 0.25],
    ['85 %', 0.85],
    ['0,4', 0.4],
    ['7/10', 0.7],
    ['three out of four', 0.75],
  ])('a confidence of "%s" is %f', (words, share) => {
    expect(extractAnswer(`Say: Yes.\nConfidence: ${words}`).confidence).toBeCloseTo(share);
    expect(extractAnswer(JSON.stringify({ say: 'Yes.', confidence: words })).confidence).toBeCloseTo(share);
  });

  test('an unfilled template or a refusal holds no answer', () => {
    expect(extractAnswer('{"say": "string", "confidence": 0, "actions": ["string"]}')).toEqual(nothing);
    expect(extractAnswer('I’m sorry, but I can’t help with that.')).toEqual(nothing);
    expect(extractAnswer('')).toEqual(nothing);
  });

  test('of what was broken off only whole items are kept', () => {
    const whole = JSON.stringify({
      say: 'It has a yard.',
      confidence: 0.9,
      actions: ['Offer a visit', 'Ask about pets'],
    });
    for (let length = 0; length < whole.length; length++) {
      const { say, actions } = extractAnswer(whole.slice(0, length));
      expect(['It has a yard.', null]).toContain(say);
      expect(['Offer a visit', 'Ask about pets'].slice(0, actions.length)).toEqual(actions);
    }
  });
});

describe('JSON that is not quite', () => {
  test('sound JSON is read as it is', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        expect(looseJson(`Here:\n${JSON.stringify(value)}`)).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  test('nothing that a model could write makes it throw', () => {
    const signs = fc.constantFrom(
      ...'{}[]()",:\'=;<>/#*\\ \n-.0aé“”'.split(''),
      'say',
      'actions',
      '```',
      '//',
      '"say": ',
      "u'",
    );
    fc.assert(
      fc.property(fc.array(signs, { maxLength: 200 }), (pieces) => {
        expect(Object.keys(extractAnswer(pieces.join('')))).toEqual(Object.keys(nothing));
      }),
      { numRuns: 500 },
    );
  });

  test.each(['{', '[', '"', "{'a':", '{"say": "', ' ', '-', '(', '{"a": 1, /*', '<say>', 'say: a. ', '\\"'])(
    'a flood of %j ends',
    (piece) => {
      expect(extractAnswer(piece.repeat(200_000 / piece.length))).toBeDefined();
    },
    10_000,
  );
});
