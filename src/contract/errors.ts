import { z } from 'zod';

/**
 * Every error that can cross a wire: one meaning, one status and one `retryable` per code.
 * `message` is what a person may read; it never echoes input.
 */
export const errorTable = {
  VALIDATION_FAILED: { status: 400, retryable: false, message: 'Something in the request is not valid.' },
  PROTOCOL_UNSUPPORTED: {
    status: 400,
    retryable: false,
    message: 'This client speaks a protocol version the hub does not.',
  },
  UNKNOWN_EVENT: { status: 400, retryable: false, message: 'The hub does not know this event.' },
  AUTH_REQUIRED: { status: 401, retryable: false, message: 'Sign in first.' },
  AUTH_INVALID: { status: 401, retryable: false, message: 'These credentials are not valid.' },
  AUTH_EXPIRED: { status: 401, retryable: false, message: 'The session has ended. Sign in again.' },
  AUTH_REVOKED: { status: 401, retryable: false, message: 'This session was ended. Sign in again.' },
  FORBIDDEN: { status: 403, retryable: false, message: 'You are not allowed to do this.' },
  ORIGIN_DENIED: { status: 403, retryable: false, message: 'This website is not on the allowed list.' },
  CONSENT_REQUIRED: { status: 403, retryable: false, message: 'This needs the person’s consent first.' },
  QUIET_HOURS: { status: 403, retryable: false, message: 'This cannot be sent at this hour.' },
  SUPPRESSED_CONTACT: { status: 403, retryable: false, message: 'This person asked not to be contacted.' },
  POLICY_BLOCKED: { status: 403, retryable: false, message: 'The compliance check stopped this text.' },
  NOT_FOUND: { status: 404, retryable: false, message: 'There is no such thing here.' },
  PAYLOAD_TOO_LARGE: { status: 413, retryable: false, message: 'This is larger than the hub accepts.' },
  CONFLICT: { status: 409, retryable: false, message: 'This is not possible in the present state.' },
  COMMAND_REUSED: { status: 409, retryable: false, message: 'This commandId was used for another command.' },
  STREAM_BUSY: { status: 409, retryable: false, message: 'Another stream of this kind is still running.' },
  STREAM_ENDED: { status: 409, retryable: false, message: 'The stream has already ended.' },
  SUPERSEDED: { status: 409, retryable: false, message: 'Something newer took its place.' },
  BOT_PAUSED: { status: 409, retryable: false, message: 'Jorge is paused in this conversation.' },
  RATE_LIMITED: { status: 429, retryable: true, message: 'Too many requests. Wait a moment.' },
  CONNECTION_LIMIT: { status: 429, retryable: true, message: 'Too many connections from here.' },
  QUOTA_EXCEEDED: { status: 429, retryable: false, message: 'The quota is used up.' },
  COST_LIMIT: { status: 429, retryable: false, message: 'The spending limit is reached.' },
  INTERNAL: { status: 500, retryable: true, message: 'Something went wrong on our side.' },
  NOT_CONFIGURED: { status: 501, retryable: false, message: 'This hub does not offer that yet.' },
  MODEL_REFUSED: { status: 502, retryable: false, message: 'The model declined to answer.' },
  MODEL_OVERLOADED: { status: 503, retryable: true, message: 'The model is overloaded.' },
  MODEL_TIMEOUT: { status: 504, retryable: true, message: 'The model did not answer in time.' },
  DEPENDENCY_DOWN: { status: 503, retryable: true, message: 'A service the hub needs is not reachable.' },
  DRAINING: { status: 503, retryable: true, message: 'This node is stopping. Reconnect.' },
  NODE_LOST: { status: 503, retryable: true, message: 'The node that was working on this is gone.' },
  SLOW_CONSUMER: { status: 503, retryable: true, message: 'The connection is too slow to follow.' },
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
