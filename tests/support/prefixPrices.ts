import { createHash } from 'node:crypto';
import type { MessagesBody } from './fakeAnthropic.ts';

/** Tokens as a Messages API would count them, by an estimate of characters: nothing here was billed by anybody. */
export interface EstimatedTokens {
  input: number;
  cacheRead: number;
  cacheWrite: number;
  output: number;
}

const charsPerToken = 3.6;
/** Below it nothing is cached. */
const floorTokens = 4_096;
const lifeMs = 300_000;

const tokensIn = (text: string): number => Math.ceil(text.length / charsPerToken);

interface SystemBlock {
  text: string;
  cache_control?: unknown;
}

/**
 * Counts what a request costs where prefixes are cached: the system blocks up to the last that asks for it are read at the cache's
 * price as far as the same model had the very same prefix within five minutes, up to a block that asks for it, and the rest of them
 * is written. Each reading gives five minutes more.
 */
export function estimateTokens(): (body: MessagesBody, answer: string, now: number) => EstimatedTokens {
  const usedAt = new Map<string, number>();
  return (body, answer, now) => {
    const system = (body.system ?? []) as SystemBlock[];
    const shape = JSON.stringify(body.output_config?.format ?? '');
    const whole =
      system.map(({ text }) => text).join('') +
      body.messages.map(({ content }) => (typeof content === 'string' ? content : JSON.stringify(content))).join('') +
      shape;
    let prefix = '';
    let cached = 0;
    let cacheRead = 0;
    for (const { text, cache_control } of system) {
      prefix += text;
      const prefixTokens = tokensIn(prefix);
      if (cache_control === undefined || prefixTokens < floorTokens) continue;
      const hash = createHash('sha256').update(`${body.model}\n${prefix}`).digest('hex');
      if (now - (usedAt.get(hash) ?? Number.NEGATIVE_INFINITY) <= lifeMs) cacheRead = prefixTokens;
      usedAt.set(hash, now);
      cached = prefixTokens;
    }
    const input = Math.max(0, tokensIn(whole) - cached);
    return { input, cacheRead, cacheWrite: cached - cacheRead, output: tokensIn(answer) };
  };
}
