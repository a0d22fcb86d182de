import type { WritingOrder } from '../../features/llm/ports.ts';

export type Task = WritingOrder['task'];
export type Effort = 'low' | 'medium' | 'high' | 'xhigh' | 'max';

/** US dollars per million tokens, which is micro-dollars per token. */
export interface Price {
  input: number;
  output: number;
  cacheRead: number;
  cacheWrite: number;
}

/** Which model does what, how hard it tries, and what it costs. Settings may replace any of it. */
export interface ModelSettings {
  models: Record<Task, string>;
  efforts: Record<Task, Effort>;
  prices: Record<string, Price>;
}

/**
 * Prices as published in November 2026, for prompts up to 100,000 tokens (ours stay far below): Haiku 5.5 and Sonnet 5.5,
 * cache writes for five minutes. Sonnet's cache write is taken as 1.25 × input, as for every model before it.
 */
export const defaultModels: ModelSettings = {
  models: {
    coach: 'claude-sonnet-5-5',
    qualify: 'claude-sonnet-5-5',
    ask: 'claude-sonnet-5-5',
    reply: 'claude-haiku-5-5',
  },
  efforts: { coach: 'low', qualify: 'low', ask: 'low', reply: 'low' },
  prices: {
    'claude-haiku-5-5': { input: 0.1, output: 0.5, cacheRead: 0.01, cacheWrite: 0.125 },
    'claude-sonnet-5-5': { input: 2, output: 10, cacheRead: 0.1, cacheWrite: 2.5 },
  },
};
