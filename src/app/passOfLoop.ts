import { setImmediate } from 'node:timers/promises';

/**
 * Resolves in a pass of the event loop that it gives to nobody else, in the order of the calls. Between two passes sockets are read:
 * forty turns that fall due at once would otherwise run before the next message is acked and the next ping is answered.
 */
export function createPassOfLoop(): () => Promise<void> {
  let last: Promise<void> = Promise.resolve();
  return () => {
    last = last.then(() => setImmediate());
    return last;
  };
}
