import type { Usage } from '../../contract/socket/streams.ts';
import type { Price } from './defaultModels.ts';
import type { MessageHead } from './readMessage.ts';

/** Tokens and what they cost, in micro-dollars. A model without a known price is counted as free, and said so in the log at the start. */
export function usageOf(message: MessageHead, model: string, price: Price | undefined): Usage {
  const { input_tokens, output_tokens, cache_read_input_tokens, cache_creation_input_tokens } = message.usage;
  const cacheReadTokens = cache_read_input_tokens ?? 0;
  const cacheWriteTokens = cache_creation_input_tokens ?? 0;
  const { input, output, cacheRead, cacheWrite } = price ?? { input: 0, output: 0, cacheRead: 0, cacheWrite: 0 };
  return {
    model,
    inputTokens: input_tokens,
    outputTokens: output_tokens,
    cacheReadTokens,
    cacheWriteTokens,
    costMicroUsd: Math.round(
      input_tokens * input + output_tokens * output + cacheReadTokens * cacheRead + cacheWriteTokens * cacheWrite,
    ),
  };
}
