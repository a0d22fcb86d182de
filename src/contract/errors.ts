import { z } from 'zod';

/**
 * Every error that can cross a wire: one meaning, one status and one `retryable` per code.
 * `message` is what a person may read; it never echoes input.
 */
export const errorTable = {
  VALIDATION_FAILED: { status: 400, retryable: false, message: 'Something in the request isn’t valid.' },
  PROTOCOL_UNSUPPORTED: {
    status: 400,
    retryable: false,
    message: 'This client uses a protocol version that the hub doesn’t support.',
  },
  UNKNOWN_EVENT: { status: 400, retryable: false, message: 'The hub doesn’t recognize this event.' },
  AUTH_REQUIRED: { status: 401, retryable: false, message: 'Sign in first.' },
  AUTH_INVALID: { status: 401, retryable: false, message: 'These credentials aren’t valid.' },
  AUTH_EXPIRED: { status: 401, retryable: false, message: 'The session has ended. Sign in again.' },
  AUTH_REVOKED: { status: 401, retryable: false, message: 'This session was ended. Sign in again.' },
  FORBIDDEN: { status: 403, retryable: false, message: 'You don’t have permission to do this.' },
  ORIGIN_DENIED: { status: 403, retryable: false, message: 'This website isn’t on the list of allowed origins.' },
  CONSENT_REQUIRED: { status: 403, retryable: false, message: 'This needs the person’s consent first.' },
  QUIET_HOURS: { status: 403, retryable: false, message: 'This can’t be sent at this time of day.' },
  SUPPRESSED_CONTACT: { status: 403, retryable: false, message: 'This person asked not to be contacted.' },
  POLICY_BLOCKED: { status: 403, retryable: false, message: 'The compliance check stopped this text.' },
  NOT_FOUND: { status: 404, retryable: false, message: 'Not found.' },
  PAYLOAD_TOO_LARGE: { status: 413, retryable: false, message: 'This is larger than the hub allows.' },
  CONFLICT: { status: 409, retryable: false, message: 'This isn’t possible right now.' },
  COMMAND_REUSED: { status: 409, retryable: false, message: 'This commandId was already used for another command.' },
  STREAM_BUSY: { status: 409, retryable: false, message: 'Another stream of this kind is still running.' },
  STREAM_ENDED: { status: 409, retryable: false, message: 'The stream has already ended.' },
  SUPERSEDED: { status: 409, retryable: false, message: 'Something newer took its place.' },
  BOT_PAUSED: { status: 409, retryable: false, message: 'Jorge is paused in this conversation.' },
  RATE_LIMITED: { status: 429, retryable: true, message: 'Too many requests. Wait a moment.' },
  CONNECTION_LIMIT: { status: 429, retryable: true, message: 'Too many connections from this network.' },
  QUOTA_EXCEEDED: { status: 429, retryable: false, message: 'The limit has been reached.' },
  COST_LIMIT: { status: 429, retryable: false, message: 'The spending limit has been reached.' },
  INTERNAL: { status: 500, retryable: true, message: 'Something went wrong on our side.' },
  NOT_CONFIGURED: { status: 501, retryable: false, message: 'This hub doesn’t offer that yet.' },
  MODEL_REFUSED: { status: 502, retryable: false, message: 'The model declined to answer.' },
  MODEL_OVERLOADED: { status: 503, retryable: true, message: 'The model is overloaded.' },
  MODEL_TIMEOUT: { status: 504, retryable: true, message: 'The model didn’t answer in time.' },
  DEPENDENCY_DOWN: { status: 503, retryable: true, message: 'The hub can’t reach a service it needs.' },
  DRAINING: { status: 503, retryable: true, message: 'This node is stopping. Reconnect.' },
  NODE_LOST: { status: 503, retryable: true, message: 'The node that was working on this is gone.' },
  SLOW_CONSUMER: { status: 503, retryable: true, message: 'The connection is too slow to keep up.' },
} as const satisfies Record<string, { status: number; retryable: boolean; message: string }>;

export type ErrorCode = keyof typeof errorTable;
export const errorCode = z.enum(Object.keys(errorTable) as [ErrorCode, ...ErrorCode[]]);

/** The error of an ack, of a REST answer and of `connect_error.data`. */
export const wireError = z
  .object({
    code: errorCode,
    message: z.string(),
    field: z.string().optional(),
    retryable: z.boolean(),
    retryAfterMs: z.number().int().optional(),
    trace: z.string(),
  })
  .meta({ id: 'WireError' });
export type WireError = z.infer<typeof wireError>;
