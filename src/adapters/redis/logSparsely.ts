import type { Clock } from '../../kernel/clock.ts';
import type { Logger } from '../../kernel/observe.ts';

const onceInMs = 1_000;

/** Counts failures and logs them once a second at most, because an outage fails every call. */
export function logSparsely(log: Logger, message: string, clock: Clock): (err: unknown) => void {
  let failures = 0;
  let loggedAt = Number.NEGATIVE_INFINITY;
  return (err) => {
    failures += 1;
    if (clock.now() - loggedAt < onceInMs) return;
    log.warn(message, { failures, err });
    loggedAt = clock.now();
    failures = 0;
  };
}
