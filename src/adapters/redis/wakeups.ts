import { type Clock, systemClock } from '../../kernel/clock.ts';
import type { Logger } from '../../kernel/observe.ts';
import type { Hint, Wakeups } from '../../kernel/wakeups.ts';
import { createMemoryWakeups } from '../memory/wakeups.ts';
import type { RedisClients } from './connectRedis.ts';
import { logSparsely } from './logSparsely.ts';
import type { Seal } from './sealMessages.ts';

const prefix = 'hub:wake:';

/**
 * Hints between nodes by sharded pub/sub (Redis 7): a node hears only of the topics it subscribed to. Listeners of this
 * process are told directly, also while Redis is away; its own echo is ignored, and so is any hint that the seal
 * refuses. Hints that other nodes published during an outage are lost, as hints may be.
 */
export function createRedisWakeups(
  { publisher, subscriber }: Pick<RedisClients, 'publisher' | 'subscriber'>,
  { log, seal, clock = systemClock }: { log: Logger; seal: Seal; clock?: Clock },
): Wakeups {
  const local = createMemoryWakeups({ log });
  const subscriptions = new Map<string, number>();
  const onFailure = logSparsely(log, 'Hints did not reach the other nodes', clock);
  const onSubscribeFailure = logSparsely(log, 'A subscription to hints failed', clock);

  subscriber.on('smessageBuffer', (name: Buffer, sealed: Buffer) => {
    const channel = name.toString();
    const message = seal.open(channel, sealed);
    if (message === null) return;
    const hint = parseHint(message.toString());
    if (hint) local.publish(channel.slice(prefix.length), hint);
    else log.warn('A hint from another node was malformed');
  });

  return {
    publish(topic, hint) {
      local.publish(topic, hint);
      const channel = prefix + topic;
      publisher.spublish(channel, seal.seal(channel, JSON.stringify(hint))).catch(onFailure);
    },
    subscribe(topic, listener) {
      const cancel = local.subscribe(topic, listener);
      const before = subscriptions.get(topic) ?? 0;
      subscriptions.set(topic, before + 1);
      if (before === 0) subscriber.ssubscribe(prefix + topic).catch(onSubscribeFailure);
      let cancelled = false;
      return () => {
        if (cancelled) return;
        cancelled = true;
        cancel();
        const left = (subscriptions.get(topic) ?? 1) - 1;
        if (left > 0) {
          subscriptions.set(topic, left);
          return;
        }
        subscriptions.delete(topic);
        subscriber.sunsubscribe(prefix + topic).catch(onSubscribeFailure);
      };
    },
  };
}

function parseHint(json: string): Hint | null {
  try {
    const parsed: unknown = JSON.parse(json);
    return typeof parsed === 'object' && parsed !== null && 'kind' in parsed ? (parsed as Hint) : null;
  } catch {
    // Not JSON: the caller logs it.
    return null;
  }
}
