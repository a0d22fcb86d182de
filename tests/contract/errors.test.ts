import { describe, expect, it } from 'vitest';
import { errorTable } from '../../src/contract/errors.ts';

/** Status and `retryable` of every code, as clients rely on them. */
const page = {
  400: 'VALIDATION_FAILED PROTOCOL_UNSUPPORTED UNKNOWN_EVENT',
  401: 'AUTH_REQUIRED AUTH_INVALID AUTH_EXPIRED AUTH_REVOKED',
  403: 'FORBIDDEN ORIGIN_DENIED CONSENT_REQUIRED QUIET_HOURS SUPPRESSED_CONTACT POLICY_BLOCKED',
  404: 'NOT_FOUND',
  413: 'PAYLOAD_TOO_LARGE',
  409: 'CONFLICT COMMAND_REUSED STREAM_BUSY STREAM_ENDED SUPERSEDED BOT_PAUSED',
  429: 'RATE_LIMITED CONNECTION_LIMIT QUOTA_EXCEEDED COST_LIMIT',
  500: 'INTERNAL',
  501: 'NOT_CONFIGURED',
};
const upstream = 'MODEL_REFUSED MODEL_OVERLOADED MODEL_TIMEOUT DEPENDENCY_DOWN DRAINING NODE_LOST SLOW_CONSUMER'.split(
  ' ',
);
const retryable =
  'RATE_LIMITED CONNECTION_LIMIT INTERNAL MODEL_OVERLOADED MODEL_TIMEOUT DEPENDENCY_DOWN DRAINING NODE_LOST SLOW_CONSUMER'.split(
    ' ',
  );

describe('the error codes', () => {
  it('are those of the page, each with its status', () => {
    const written = Object.entries(page).flatMap(([status, codes]) =>
      codes.split(' ').map((code) => [code, Number(status)]),
    );
    for (const [code, status] of written) expect(errorTable[code as keyof typeof errorTable].status).toBe(status);
    for (const code of upstream) expect([502, 503, 504]).toContain(errorTable[code as keyof typeof errorTable].status);
    expect(Object.keys(errorTable).sort()).toEqual([...written.map(([code]) => code), ...upstream].sort());
  });

  it('may be tried again where the page says so, and nowhere else', () => {
    const ours = Object.entries(errorTable).filter(([, row]) => row.retryable);
    expect(ours.map(([code]) => code).sort()).toEqual(retryable.sort());
  });
});
