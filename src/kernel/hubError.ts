import { type ErrorCode, errorTable, type WireError } from '../contract/errors.ts';

export interface HubErrorDetails {
  field?: string;
  retryAfterMs?: number;
  /** Words for a person instead of the table's: never input, never a cause. */
  says?: string;
  /** The real cause: for the log, never for the wire. */
  cause?: unknown;
}

/** The one error class of the hub. A refusal that the product foresees is a return value; this is thrown for the rest. */
export class HubError extends Error {
  readonly code: ErrorCode;
  readonly field: string | undefined;
  readonly retryAfterMs: number | undefined;

  constructor(code: ErrorCode, details: HubErrorDetails = {}) {
    super(details.says ?? errorTable[code].message, details.cause === undefined ? undefined : { cause: details.cause });
    this.name = 'HubError';
    this.code = code;
    this.field = details.field;
    this.retryAfterMs = details.retryAfterMs;
  }
}

/** Any throw as one of ours: an unforeseen one is `INTERNAL`, with the cause kept for the log. */
export function toHubError(thrown: unknown): HubError {
  return thrown instanceof HubError ? thrown : new HubError('INTERNAL', { cause: thrown });
}

/** The part of an error that may leave the hub: the table's words or those made for the person, never the cause and never the input. */
export function toWireError(error: HubError, trace: string): WireError {
  const { retryable } = errorTable[error.code];
  return {
    code: error.code,
    message: error.message,
    ...(error.field === undefined ? {} : { field: error.field }),
    retryable,
    ...(error.retryAfterMs === undefined ? {} : { retryAfterMs: error.retryAfterMs }),
    trace,
  };
}
