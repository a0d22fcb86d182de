/** Readings of a lead and their one score: formulas by hand-worked cases, and what must hold of all. Costs: under a second. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { byReading } from '../../../src/contract/insight.ts';
import { firstState } from '../../../src/features/bots/state/firstState.ts';
import type { BotState } from '../../../src/features/bots/state/protocol.ts';
import { type Features, featuresOf } from '../../../src/features/insight/readings/features.ts';
import { hasMoved, type ToldReadings } from '../../../src/features/insight/readings/insightOf.ts';
import { nextContactAfterMs, readingsOf, stageOf } from '../../../src/features/insight/readings/readings.ts';
import { unifyScore } from '../../../src/features/insight/readings/unifyScore.ts';

const nothing: Features = {
  ...{ engagement: null, answers: 0, answersPercent: null, sentiment: null, timeline: null, homesLookedAt: null },
  ...{
    objections: null,
    speaksOfMeeting: null,
    repliesFast: null,
    silentDays: null,
    slowing: null,
    takenBack: null,
    standstill: null,
    evidence: [],
    lastAt: null,
  },
};
const heard: Features = { ...nothing, answersPercent: 50, answers: 3, objections: [], speaksOfMeeting: false };
const hourMs = 3_600_000;

test('conversion, receptivity, objection, and next contact are what the formulas say', () => {
  const features = { ...heard, engagement: 0.6, answers: 4, sentiment: 0.7, timeline: 0.7, homesLookedAt: 4 };
  const readings = readingsOf(features);
  expect(readings.conversion.value).toBeCloseTo(0.6186, 4);
  expect(readings.receptivity.value).toBeCloseTo(0.59, 4);
  expect(readings.conversion.confidence).toBe(1);
  expect(readingsOf({ ...heard, objections: [1, 0.5] }).objection.value).toBeCloseTo(0.4638, 4);
  expect((nextContactAfterMs(0.6, 0.3) ?? 0) / hourMs).toBeCloseTo(23.52, 4);
});

test('the risk of losing somebody weighs five signs, and an unobserved one leaves its weight to the others', () => {
  const signs = { ...heard, silentDays: 15, slowing: 0.5, sentiment: 0.7, takenBack: 0.5, standstill: 0 };
  const { churn7, churn14, churn30 } = readingsOf(signs);
  expect([churn7.value, churn14.value, churn30.value]).toEqual([0.388, 0.485, 0.582]);
  expect(readingsOf({ ...signs, sentiment: null }).churn14.value).toBeCloseTo(0.425 / 0.8, 4);
});

test('the score renormalizes what is missing, and names it', () => {
  const parts = { answersPercent: 75, conversion: 0.62, churn: 0.3, confidence: 1 };
  expect(unifyScore(parts)).toMatchObject({ value: 68.11, class: 'warm', missing: [] });
  expect(unifyScore({ ...parts, churn: null })).toMatchObject({ value: 67.57, missing: ['staying'] });
  expect(unifyScore({ answersPercent: null, conversion: null, churn: null, confidence: 0 })).toMatchObject({
    ...{ value: null, class: null, explain: [], missing: ['answers', 'conversion', 'staying'] },
  });
});

test('a class is left only some points below its cut', () => {
  const at = (percent: number, before: 'hot' | 'warm' | 'cold' | null) =>
    unifyScore({ answersPercent: percent, conversion: null, churn: null, confidence: 1 }, before).class;
  expect([at(68, 'hot'), at(68, null), at(66, 'hot')]).toEqual(['hot', 'warm', 'warm']);
  expect([at(38, 'warm'), at(38, null), at(36, 'warm')]).toEqual(['warm', 'cold', 'cold']);
});

test('nothing is told where nothing was observed', () => {
  const readings = readingsOf(featuresOf([], 0));
  for (const { value, confidence, factors, evidence } of Object.values(readings))
    expect([value, confidence, factors, evidence]).toEqual([null, 0, [], []]);
  expect(stageOf(featuresOf([], 0), null)).toBeNull();
  expect(nextContactAfterMs(null, 0.2)).toBeNull();
});

const share = fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { nil: null });
const anyFeatures: fc.Arbitrary<Features> = fc.record({
  engagement: share,
  answers: fc.integer({ min: 0, max: 7 }),
  answersPercent: fc.constant(50),
  sentiment: share,
  timeline: share,
  homesLookedAt: fc.option(fc.integer({ min: 0, max: 50 }), { nil: null }),
  objections: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 6 }),
  speaksOfMeeting: fc.boolean(),
  repliesFast: fc.option(fc.boolean(), { nil: null }),
  lastAt: fc.constant(null),
  silentDays: fc.option(fc.double({ min: 0, max: 400, noNaN: true }), { nil: null }),
  slowing: share,
  takenBack: share,
  standstill: share,
  evidence: fc.constant([]),
});

test('readings stay between 0 and 1, say how sure they are, and come out the same each time', () => {
  fc.assert(
    fc.property(anyFeatures, (features) => {
      const readings = readingsOf(features);
      expect(readingsOf(features)).toEqual(readings);
      for (const { value, confidence, calibrated } of Object.values(readings)) {
        expect(value ?? 0).toBeGreaterThanOrEqual(0);
        expect(value ?? 0).toBeLessThanOrEqual(1);
        expect(confidence > 0).toBe(value !== null);
        expect(calibrated).toBe(false);
      }
    }),
  );
});

test('an answer more never lowers conversion, and a day more of silence never lowers churn', () => {
  fc.assert(
    fc.property(anyFeatures, fc.double({ min: 0, max: 60, noNaN: true }), (features, days) => {
      const { conversion, churn14 } = readingsOf(features);
      if (features.answers < 7)
        expect(readingsOf({ ...features, answers: features.answers + 1 }).conversion.value).toBeGreaterThanOrEqual(
          conversion.value ?? 0,
        );
      if (features.silentDays === null) return;
      const later = readingsOf({ ...features, silentDays: features.silentDays + days });
      expect(later.churn14.value).toBeGreaterThanOrEqual(churn14.value ?? 0);
    }),
  );
});

test('a person’s talks count together, whatever their ids', () => {
  const at = Date.parse('2026-11-20T12:00:00.000Z');
  const state = firstState('en');
  const talk = {
    ...state.talk,
    messages: 3,
    words: 20,
    replies: 2,
    replyMs: 60_000,
    lastVisitorAt: '2026-11-20T12:00:00.000Z',
  };
  const answered = (value: unknown, seq: number) => ({
    ...{ value, state: 'answered' as const, confidence: 1 },
    evidence: [{ log: 'public:c1', seq, start: 0, end: 3 }],
  });
  const older = { ...state, talk: { ...talk, lastVisitorAt: '2026-10-01T12:00:00.000Z' } };
  const newer = { ...state, talk, slots: { budget: answered({ maxCents: 1 }, 1), area: answered(['Zilker'], 2) } };
  const of = (ids: string[]) =>
    readingsOf(
      featuresOf(
        [newer, older].map((one, index) => ({ conversationId: ids[index] as string, state: one })),
        at,
      ),
    );
  expect(of(['a', 'b'])).toEqual(of(['x', 'y']));
  const { conversion, appointment } = of(['a', 'b']);
  expect(conversion.value).toBeGreaterThan(0);
  expect(conversion.factors).toEqual(['Recent and quick replies: 100%', 'Questions answered: 29%']);
  expect(conversion.evidence).toHaveLength(2);
  expect(appointment.value).toBeLessThan(0.5);
});

describe('signs of a talk', () => {
  const now = Date.parse('2026-11-20T12:00:00.000Z');
  const minuteMs = 60_000;
  const dayMs = 1_440 * minuteMs;
  const of = (talk: Partial<BotState['talk']>, more: Partial<BotState> = {}): Features => {
    const state = firstState('en');
    const lastVisitorAt = new Date(now - 10 * dayMs).toISOString();
    return featuresOf(
      [
        {
          conversationId: 'a',
          state: { ...state, ...more, talk: { ...state.talk, messages: 4, lastVisitorAt, ...talk } },
        },
      ],
      now,
    );
  };
  const ago = (days: number): string => new Date(now - days * dayMs).toISOString();

  test('replies are slower against the person’s own pace, and so is one that is waited for', () => {
    const quick = Array.from({ length: 6 }, () => 5 * minuteMs);
    expect(of({ replyTimesMs: quick }).slowing).toBeNull();
    expect(of({ replyTimesMs: quick, lastReplyAt: ago(0) }).slowing).toBe(0);
    expect(of({ replyTimesMs: [...quick, 2 * dayMs, 3 * dayMs, 2 * dayMs] }).slowing).toBeCloseTo(0.25, 2);
    expect(of({ replyTimesMs: quick, lastReplyAt: ago(4) }).slowing).toBeCloseTo(0.5, 2);
    expect(of({ replyTimesMs: quick, lastReplyAt: ago(30) }).slowing).toBe(1);
    expect(of({ replyTimesMs: Array.from({ length: 6 }, () => 5 * dayMs), lastReplyAt: ago(4) }).slowing).toBe(0);
    expect(of({ replies: 0, lastReplyAt: ago(2) }).slowing).toBeCloseTo(0.25, 2);
  });

  test('a mood is drawn to the middle while few messages were read, and is unknown where none was', () => {
    expect(of({}).sentiment).toBeNull();
    expect(of({ moods: [true] }).sentiment).toBeCloseTo(2 / 3, 4);
    expect(of({ moods: [false, false, false] }).sentiment).toBeCloseTo(0.2, 4);
  });

  test('words taken back and turns that bring nothing count, and a talk that an older version kept has none', () => {
    expect(of({})).toMatchObject({ takenBack: 0, standstill: 0, slowing: null });
    expect(of({ takenBack: 1 }, { vagueStreak: 2 })).toMatchObject({ takenBack: 0.5, standstill: 0.5 });
    expect(of({ takenBack: 7 }, { vagueStreak: 9 })).toMatchObject({ takenBack: 1, standstill: 1 });
  });
});

test('a move of a reading by 0.10, another stage, and a first reading are worth telling, and less is not', () => {
  const told = (conversion: number | null, stage: ToldReadings['stage'] = 'interest'): ToldReadings => ({
    values: { ...byReading(() => null), conversion },
    stage,
    class: null,
  });
  expect(hasMoved(null, told(null, null))).toBe(false);
  expect(hasMoved(null, told(0.2))).toBe(true);
  expect(hasMoved(told(0.3), told(0.395))).toBe(false);
  expect(hasMoved(told(0.2), told(0.3))).toBe(true);
  expect(hasMoved(told(0.3), told(0.2))).toBe(true);
  expect(hasMoved(told(0.2), told(null))).toBe(true);
  expect(hasMoved(told(0.2), told(0.2, 'intent'))).toBe(true);
});
