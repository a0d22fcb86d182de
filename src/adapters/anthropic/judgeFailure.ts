import { APIConnectionError, APIError } from '@anthropic-ai/sdk';
import type { ErrorCode } from '../../contract/errors.ts';

export interface Failure {
  code: ErrorCode;
  /** Whether a second try may help. */
  retry: boolean;
  /** The wait that the API asked for, when it did. */
  retryAfterMs: number | null;
}

/** The meaning of an error of the SDK for the hub. An error event in the stream has no status, only a type. */
export function judgeFailure(error: unknown): Failure {
  if (error instanceof APIConnectionError) return { code: 'DEPENDENCY_DOWN', retry: true, retryAfterMs: null };
  if (!(error instanceof APIError)) return { code: 'DEPENDENCY_DOWN', retry: true, retryAfterMs: null };
  if (isSpent(error)) return { code: 'COST_LIMIT', retry: false, retryAfterMs: null };
  const { status, type } = error;
  const retryAfterMs = retryAfterOf(error.headers);
  if (status === 429 || status === 529 || type === 'overloaded_error' || type === 'rate_limit_error') {
    return { code: 'MODEL_OVERLOADED', retry: true, retryAfterMs };
  }
  if (status === 408 || status === 504 || type === 'timeout_error')
    return { code: 'MODEL_TIMEOUT', retry: true, retryAfterMs };
  if (status === undefined || status >= 500 || status === 409)
    return { code: 'DEPENDENCY_DOWN', retry: true, retryAfterMs };
  // 400, 401, 403, 404, 413: the request or the key is wrong, and will be wrong again.
  return { code: 'DEPENDENCY_DOWN', retry: false, retryAfterMs: null };
}

/** A spending limit lasts until it is raised or the month ends: no retry helps. */
function isSpent(error: APIError): boolean {
  return (
    error.status === 402 ||
    error.type === 'billing_error' ||
    (error.errorCode?.endsWith('spend_limit_reached') ?? false)
  );
}

function retryAfterOf(headers: Headers | undefined): number | null {
  const ms = Number.parseFloat(headers?.get('retry-after-ms') ?? '');
  if (ms >= 0) return ms;
  const value = headers?.get('retry-after') ?? '';
  const seconds = Number.parseFloat(value);
  if (seconds >= 0) return seconds * 1000;
  const at = Date.parse(value);
  return Number.isNaN(at) ? null : Math.max(0, at - Date.now());
}
