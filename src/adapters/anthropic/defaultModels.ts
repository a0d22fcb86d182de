import type { Tier } from '../../features/llm/ports.ts';

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
  tiers: Record<Tier, string>;
  /** By task, where it is not the model of its tier, or another effort than `low`. */
  models: Readonly<Record<string, string>>;
  efforts: Readonly<Record<string, Effort>>;
  prices: Record<string, Price>;
}

/**
 * Prices as published in November 2026, for prompts up to 100,000 tokens (ours stay far below): Haiku 5.5 and Sonnet 5.5,
 * cache writes for five minutes. Sonnet's cache write is taken as 1.25 × input, as for every model before it.
 */
export const defaultModels: ModelSettings = {
  tiers: { small: 'claude-haiku-5-5', large: 'claude-sonnet-5-5' },
  models: {},
  efforts: {},
  prices: {
    'claude-haiku-5-5': { input: 0.1, output: 0.5, cacheRead: 0.01, cacheWrite: 0.125 },
    'claude-sonnet-5-5': { input: 2, output: 10, cacheRead: 0.1, cacheWrite: 2.5 },
  },
};
