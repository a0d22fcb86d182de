import { z } from 'zod';
import { errorCode } from '../errors.ts';
import { basisSchema } from '../log/parts.ts';
import { id } from '../values.ts';

export const streamKind = z.enum(['reply', 'coach', 'qualify', 'ask', 'translation']);
export type StreamKind = z.infer<typeof streamKind>;
export const audience = z.enum(['public', 'staff']);
export type Audience = z.infer<typeof audience>;
export const streamStatus = z.enum(['done', 'stopped', 'refused', 'truncated', 'cut', 'failed']);
export type StreamStatus = z.infer<typeof streamStatus>;

const attempt = z.number().int().min(1);
const length = z.number().int().min(0);

export const streamStart = z.object({
  streamId: id,
  conversationId: id,
  kind: streamKind,
  audience,
  attempt,
  basis: basisSchema,
});
export type StreamStart = z.infer<typeof streamStart>;

export const streamDelta = z.object({ streamId: id, attempt, offset: length, text: z.string() });
export type StreamDelta = z.infer<typeof streamDelta>;

export const streamReset = z.object({ streamId: id, attempt, keep: length });
export type StreamReset = z.infer<typeof streamReset>;

export const usage = z.object({
  model: z.string(),
  inputTokens: z.number().int(),
  outputTokens: z.number().int(),
  cacheReadTokens: z.number().int(),
  cacheWriteTokens: z.number().int(),
  costMicroUsd: z.number().int(),
});
export type Usage = z.infer<typeof usage>;

export const streamEnd = z.object({
  streamId: id,
  attempt,
  status: streamStatus,
  length,
  sha256: z.string(),
  code: errorCode.optional(),
  usage: usage.optional(),
});
export type StreamEnd = z.infer<typeof streamEnd>;

/** A stream that runs, as `chat-open` and `conversation-open` list it. */
export const runningStream = z.object({ streamId: id, kind: streamKind, attempt, length });
export type RunningStream = z.infer<typeof runningStream>;
