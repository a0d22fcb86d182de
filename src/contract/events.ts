import { z } from 'zod';
import { boardRow } from './board.ts';
import { entry } from './entries.ts';
import { errorCode, type WireError } from './errors.ts';
import { hubHealth } from './health.ts';
import { streamDelta, streamEnd, streamReset, streamStart } from './streams.ts';
import { hold, id, isoTime, presenceStatus, role, seq } from './values.ts';

export const protocolVersion = 1;

/** Everything the hub sends, by event name. */
export const serverEvents = {
  'session-ready': z.object({
    protocol: z.number(),
    serverTime: isoTime,
    principal: z.object({ id, role: z.union([z.literal('visitor'), role]), name: z.string().optional() }),
    tokenExpiresAt: isoTime,
    limits: z.object({ textChars: z.number(), frameBytes: z.number(), messagesPerMinute: z.number() }),
    node: z.string(),
    conversationId: id.optional(),
    /** Of staff: whether they said that they are free, and how many conversations they take. */
    presence: z.object({ status: presenceStatus, capacity: z.number().int() }).optional(),
  }),
  'session-draining': z.object({ reconnectInMs: z.number() }),
  'session-ended': z.object({ code: errorCode, message: z.string().optional() }),
  'auth-expiring': z.object({ expiresAt: isoTime }),
  entry,
  'log-synced': z.object({ log: z.string(), fromSeq: seq, seq }),
  'stream-start': streamStart,
  'stream-delta': streamDelta,
  'stream-reset': streamReset,
  'stream-end': streamEnd,
  'typing-changed': z.object({
    conversationId: id,
    kind: z.string(),
    name: z.string().optional(),
    /** Which colleague: told to the team alone. */
    userId: id.optional(),
    on: z.boolean(),
  }),
  /** Jorge waits because somebody of the team writes an answer; `forMs` 0: he goes on. */
  'hold-changed': hold.extend({ conversationId: id }),
  'presence-changed': z.object({
    userId: id,
    name: z.string(),
    status: z.enum([...presenceStatus.options, 'offline']),
  }),
  /** To staff, when they come and at every change. */
  'health-changed': hubHealth,
  'board-row': boardRow,
  'board-row-gone': z.object({ conversationId: id }),
  heads: z.object({ heads: z.record(z.string(), seq) }),
} as const;
export type ServerEventName = keyof typeof serverEvents;
export type ServerEvent<N extends ServerEventName> = z.infer<(typeof serverEvents)[N]>;

/** Answer to every command. `duplicate` when the same command was already done. */
export type Ack<D = unknown> = { ok: true; data: D & { duplicate?: true } } | { ok: false; error: WireError };
