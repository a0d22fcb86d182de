import type { Clock } from '../../kernel/clock.ts';
import type { Logger } from '../../kernel/observe.ts';

const mostLines = 60;
const perMs = 60_000;

/**
 * Logs one line per failed sign-in, without the account and the address. Under attack at most sixty a minute, with a count of those
 * left out.
 */
export function createFailureLog(log: Logger, clock: Clock): (what: { network: string; isLocked: boolean }) => void {
  let windowEndsAt = 0;
  let lines = 0;
  let leftOut = 0;
  return ({ network, isLocked }) => {
    if (clock.now() >= windowEndsAt) {
      windowEndsAt = clock.now() + perMs;
      lines = 0;
    }
    if (lines >= mostLines) {
      leftOut += 1;
      return;
    }
    lines += 1;
    log.warn('a sign-in failed', { isLocked, ...(leftOut === 0 ? {} : { leftOut }), pii: { network } });
    leftOut = 0;
  };
}
