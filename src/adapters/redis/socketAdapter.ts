import { createShardedAdapter } from '@socket.io/redis-adapter';
import type { Redis } from 'ioredis';
import type { Logger } from '../../kernel/observe.ts';
import type { Seal } from './sealMessages.ts';

/**
 * Socket.IO's adapter for several nodes, with every message sealed: otherwise anybody who can write to Redis could put words on every
 * screen and throw everybody out. The subscriber must be its own: everything that comes in on it is taken for the adapter's.
 */
export function createSocketAdapter(
  { publisher, subscriber }: { publisher: Redis; subscriber: Redis },
  { seal, log }: { seal: Seal; log: Logger },
): ReturnType<typeof createShardedAdapter> {
  const handlers = new Map<string, (message: Buffer, channel: Buffer) => void>();
  subscriber.on('smessageBuffer', (channel: Buffer, sealed: Buffer) => {
    const name = channel.toString();
    const message = seal.open(name, sealed);
    if (message !== null) handlers.get(name)?.(message, channel);
  });
  const onFailure = (err: unknown): void => log.debug('A subscription of the socket adapter failed', { err });
  // The shape of the other Redis client that the adapter knows, by `sSubscribe`: that one hands out messages by itself.
  const client = {
    sPublish: (channel: string, message: string | Buffer) => publisher.spublish(channel, seal.seal(channel, message)),
    sendCommand: ([command = '', ...args]: string[]) => publisher.call(command, ...args),
    sSubscribe(channel: string, handler: (message: Buffer, channel: Buffer) => void) {
      handlers.set(channel, handler);
      subscriber.ssubscribe(channel).catch(onFailure);
    },
    sUnsubscribe(channel: string) {
      handlers.delete(channel);
      subscriber.sunsubscribe(channel).catch(onFailure);
    },
  };
  // Dynamic: a node hears only of rooms that somebody here is in.
  return createShardedAdapter(client, client, { subscriptionMode: 'dynamic' });
}
