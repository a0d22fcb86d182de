import { Redis, type RedisOptions } from 'ioredis';
import { HubError } from '../../kernel/hubError.ts';
import type { Logger } from '../../kernel/observe.ts';
import { whenSilent } from '../../kernel/whenSilent.ts';

export interface RedisClients {
  /** For hints: fails within 250 ms, because nobody waits for it. */
  publisher: Redis;
  /** For subscriptions alone. They come back by themselves when Redis does. */
  subscriber: Redis;
  /** For everything that wants an answer: fails within 500 ms. */
  commands: Redis;
  /** Throws DEPENDENCY_DOWN when Redis does not answer. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

const checkSubscriberEveryMs = 2_000;

const lasting = {
  lazyConnect: true,
  connectTimeout: 2_000,
  // A Redis that is gone without a word shows when it owes an answer for this long.
  socketTimeout: 4_000,
  retryStrategy: (times: number) => Math.min(50 * times, 1_000),
} satisfies RedisOptions;
const failFast = {
  ...lasting,
  maxRetriesPerRequest: 1,
  enableOfflineQueue: false,
  // It would have to be answered within the time of a command: on a busy machine a start would fail for it.
  enableReadyCheck: false,
  // A command whose answer was lost may have been done: its caller decides, nobody repeats it unseen.
  autoResendUnfulfilledCommands: false,
} satisfies RedisOptions;

/** Gives each command `answerWithinMs`. The library's own limit would also end commands that were answered while this process was busy. */
class PromptRedis extends Redis {
  readonly #answerWithinMs: number;

  constructor(url: string, answerWithinMs: number) {
    super(url, failFast);
    this.#answerWithinMs = answerWithinMs;
  }

  override sendCommand(...[command, stream]: Parameters<Redis['sendCommand']>): unknown {
    const answer = super.sendCommand(command, stream);
    const cancel = whenSilent(this.#answerWithinMs, () => command.reject(new Error('Command timed out')));
    command.promise.then(cancel, cancel);
    return answer;
  }
}

/** Three connections to Redis. Throws DEPENDENCY_DOWN when it is not there now; later outages heal by themselves. */
export async function connectRedis(url: string, { log }: { log: Logger }): Promise<RedisClients> {
  const publisher = new PromptRedis(url, 250);
  const commands = new PromptRedis(url, 500);
  const subscriber = new Redis(url, { ...lasting, maxRetriesPerRequest: null });
  const clients = { publisher, commands, subscriber };

  let closing = false;
  for (const [client, redis] of Object.entries(clients)) {
    // Without a listener an error of the connection would be printed; with each retry it would be logged again.
    let lost = false;
    const onLost = (err?: unknown): void => {
      if (lost || closing) return;
      lost = true;
      log.warn('Redis connection lost', { client, err });
    };
    redis.on('error', onLost);
    redis.on('close', () => onLost());
    redis.on('ready', () => {
      if (lost) log.info('Redis connection is back', { client });
      lost = false;
    });
  }

  try {
    await Promise.all(Object.values(clients).map((redis) => redis.connect()));
  } catch (cause) {
    closing = true;
    for (const redis of Object.values(clients)) redis.disconnect();
    throw new HubError('DEPENDENCY_DOWN', { cause });
  }

  // A subscriber asks nothing and so would never notice that its Redis is gone without a word.
  const check = setInterval(() => {
    if (subscriber.status === 'ready') subscriber.ping().catch(() => log.debug('Redis did not answer the subscriber'));
  }, checkSubscriberEveryMs);
  check.unref();

  return {
    ...clients,
    async ping() {
      try {
        await commands.ping();
      } catch (cause) {
        throw new HubError('DEPENDENCY_DOWN', { cause });
      }
    },
    async close() {
      clearInterval(check);
      closing = true;
      for (const redis of Object.values(clients)) redis.disconnect();
    },
  };
}
