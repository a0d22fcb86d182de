import { z } from 'zod';
import { callParty } from '../calls.ts';
import { errorCode, type WireError } from '../errors.ts';
import { entry } from '../log/entry.ts';
import { hold, id, isoTime, person, presenceStatus, role, seq } from '../values.ts';
import { boardRow } from './board.ts';
import { hubHealth } from './health.ts';
import { streamDelta, streamEnd, streamReset, streamStart } from './streams.ts';

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
    /** The visitors and the model’s answers are recordings: the page says so. */
    recorded: z.literal(true).optional(),
    /** Staff only: whether they said that they are free, and how many conversations they take. */
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
    /** Which colleague; sent to staff only. */
    userId: id.optional(),
    on: z.boolean(),
  }),
  /** Words of a call as they are being understood, in place of those with the same `utteranceId`; kept nowhere. To staff only. */
  'call-partial': z.object({
    conversationId: id,
    callId: id,
    utteranceId: id,
    speaker: callParty,
    text: z.string(),
  }),
  /** Jorge waits because a colleague is writing an answer; `forMs` 0: he continues. */
  'hold-changed': hold.extend({ conversationId: id }),
  /** The notifications of the signed-in person have changed, so the client reads them anew. */
  'notifications-changed': z.object({}),
  'presence-changed': z.object({
    userId: id,
    name: z.string(),
    status: z.enum([...presenceStatus.options, 'offline']),
  }),
  /** The people who have a conversation open at the desk, sent to all of them; the receiver is among them. */
  'viewers-changed': z.object({ conversationId: id, people: z.array(person) }),
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
