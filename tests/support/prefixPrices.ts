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
 * price if the same model had the very same prefix within five minutes, else written. Each reading gives five minutes more.
 */
export function estimateTokens(): (body: MessagesBody, answer: string, now: number) => EstimatedTokens {
  const usedAt = new Map<string, number>();
  return (body, answer, now) => {
    const system = (body.system ?? []) as SystemBlock[];
    const last = system.findLastIndex((block) => block.cache_control !== undefined);
    const prefix = system
      .slice(0, last + 1)
      .map(({ text }) => text)
      .join('');
    const shape = JSON.stringify(body.output_config?.format ?? '');
    const rest =
      system
        .slice(last + 1)
        .map(({ text }) => text)
        .join('') +
      body.messages.map(({ content }) => (typeof content === 'string' ? content : JSON.stringify(content))).join('') +
      shape;
    const output = tokensIn(answer);
    const prefixTokens = tokensIn(prefix);
    if (prefixTokens < floorTokens)
      return { input: prefixTokens + tokensIn(rest), cacheRead: 0, cacheWrite: 0, output };
    const hash = createHash('sha256').update(`${body.model}\n${prefix}`).digest('hex');
    const isWarm = now - (usedAt.get(hash) ?? Number.NEGATIVE_INFINITY) <= lifeMs;
    usedAt.set(hash, now);
    return {
      input: tokensIn(rest),
      cacheRead: isWarm ? prefixTokens : 0,
      cacheWrite: isWarm ? 0 : prefixTokens,
      output,
    };
  };
}
