import { expect, it } from 'vitest';
import type { LanguageModel, WritingOrder } from '../../../src/features/llm/ports.ts';
import { judgeModel, watchModel } from '../../../src/features/llm/watchModel.ts';
import { systemClock } from '../../../src/kernel/clock.ts';

const now = 1_000_000;
const outcomes = (...times: (number | null)[]) => times.map((firstTextMs) => ({ at: now - 1_000, firstTextMs }));
const judged = (more: Partial<Parameters<typeof judgeModel>[0]>) =>
  judgeModel({ passedOver: false, outcomes: [], waiting: [], now, ...more });

it('a model is well until somebody notices that it is not', () => {
  expect(judged({})).toBe('well');
  expect(judged({ outcomes: outcomes(800, 6_000, 900) })).toBe('well');
  expect(judged({ outcomes: outcomes(800, 6_000, 7_000) })).toBe('slow');
  expect(judged({ waiting: [now - 4_999] })).toBe('well');
  expect(judged({ waiting: [now - 5_000] })).toBe('slow');
});

it('it is out while it is passed over, or when another had to write the newest order', () => {
  expect(judged({ passedOver: true })).toBe('out');
  expect(judged({ outcomes: outcomes(800, null) })).toBe('out');
  expect(judged({ outcomes: outcomes(null, 800) })).toBe('well');
  expect(judged({ outcomes: [{ at: now - 120_000, firstTextMs: null }] })).toBe('well');
});

it('hands on whether an answer may begin: without it, every card would be shown', async () => {
  const model: LanguageModel = {
    basis: 'model',
    write: async (_, out) => ({
      ...{ status: 'done', basis: 'model', answer: null },
      started: out.mayBegin?.({ worth: 3 }) ?? true,
    }),
  };
  const watched = watchModel(model, systemClock);
  const out = { onText: () => {}, mayBegin: () => false, signal: new AbortController().signal };
  expect((await watched.write({} as WritingOrder, out)).started).toBe(false);
});
