import type { Logger } from '../../kernel/observe.ts';
import type { Hint, Wakeups } from '../../kernel/wakeups.ts';

/**
 * Hints within this process. Delivered in a microtask, so that a publisher is never inside a listener, and a hint
 * that a listener publishes comes after the one it hears. A listener that throws is logged; the others still hear.
 */
export function createMemoryWakeups({ log }: { log: Logger }): Wakeups {
  const listeners = new Map<string, Set<(hint: Hint) => void>>();

  function deliver(topic: string, hint: Hint): void {
    for (const listener of listeners.get(topic) ?? []) {
      try {
        listener(hint);
      } catch (err) {
        log.error('A listener to hints threw', { kind: hint.kind, err });
      }
    }
  }

  return {
    publish(topic, hint) {
      if (listeners.has(topic)) queueMicrotask(() => deliver(topic, hint));
    },
    subscribe(topic, listener) {
      const ofTopic = listeners.get(topic) ?? new Set();
      // A function of its own, so that one listener may subscribe twice.
      const own = (hint: Hint): void => listener(hint);
      listeners.set(topic, ofTopic.add(own));
      return () => {
        ofTopic.delete(own);
        if (ofTopic.size === 0 && listeners.get(topic) === ofTopic) listeners.delete(topic);
      };
    },
  };
}
