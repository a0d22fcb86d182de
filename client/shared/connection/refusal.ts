import type { ErrorCode, WireError } from '../../../src/contract/errors.ts';

/** `OFFLINE`: not connected, nothing was sent. `NO_ANSWER`: sent, but no ack came, so it may have happened. */
export type RefusalCode = ErrorCode | 'OFFLINE' | 'NO_ANSWER';

/** Why the hub refused, or could not be reached. `message` is fit for a person to read. */
export class Refusal extends Error {
  readonly code: RefusalCode;
  readonly retryable: boolean;
  readonly retryAfterMs: number | undefined;
  readonly field: string | undefined;

  constructor(error: Omit<WireError, 'code' | 'trace'> & { code: RefusalCode }) {
    super(error.message);
    this.name = 'Refusal';
    this.code = error.code;
    this.retryable = error.retryable;
    this.retryAfterMs = error.retryAfterMs;
    this.field = error.field;
  }
}

export const offline = (): Refusal =>
  new Refusal({ code: 'OFFLINE', message: 'Not connected. It will be sent once you’re back online.', retryable: true });

export const noAnswer = (): Refusal =>
  new Refusal({ code: 'NO_ANSWER', message: 'The hub didn’t answer in time.', retryable: true });

/** The refusal in an ack, a REST body or a `connect_error`; null when the value is none of them. */
export function refusalIn(value: unknown): Refusal | null {
  if (value instanceof Refusal) return value;
  if (typeof value !== 'object' || value === null) return null;
  const { code, message, retryable, retryAfterMs, field } = value as Partial<WireError>;
  if (typeof code !== 'string') return null;
  return new Refusal({
    code,
    message: typeof message === 'string' ? message : 'The hub refused the request.',
    retryable: retryable === true,
    ...(typeof retryAfterMs === 'number' ? { retryAfterMs } : {}),
    ...(typeof field === 'string' ? { field } : {}),
  });
}
