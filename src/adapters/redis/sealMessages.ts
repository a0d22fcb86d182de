import { createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { Clock } from '../../kernel/clock.ts';

/** Seals a message so that only a node of this hub could have written it, and checks the seal on the other side. */
export interface Seal {
  seal(channel: string, message: string | Buffer): Buffer;
  /** The message; null for one that no node of this hub wrote to this channel, that came before, or that is our own. */
  open(channel: string, sealed: Buffer): Buffer | null;
}

const macBytes = 16;
const senderBytes = 16;
const stampBytes = 8;
const headBytes = macBytes + senderBytes + stampBytes;
/** How far the clocks of two nodes may be apart when they first hear of each other. */
const clocksApartMs = 5 * 60_000;
const mostSenders = 1000;

export const redisKeyFrom = (secret: string): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, '', 'jorge-hub redis messages', 32));

/**
 * A seal for one pair of connections, publisher and subscriber. A sealed message is its MAC, its sender, a number that only grows
 * per sender, and the message; the MAC covers the channel as well. One connection keeps the order, so a number that does not grow
 * is a message that somebody sent again; the first of a sender has to be recent, so that nothing of a node that ended counts.
 */
export function createSeal(
  key: Buffer,
  { clock, onForged }: { clock: Clock; onForged(reason: 'unsigned' | 'replayed'): void },
): Seal {
  const self = randomBytes(senderBytes);
  const lastOf = new LRUCache<string, number>({ max: mostSenders });
  let last = 0;

  const macOf = (channel: string, signed: Buffer): Buffer =>
    createHmac('sha256', key).update(`${channel}\u0000`).update(signed).digest().subarray(0, macBytes);
  const forged = (reason: 'unsigned' | 'replayed'): null => {
    onForged(reason);
    return null;
  };

  return {
    seal(channel, message) {
      // Grows on when the clock does not, or goes back.
      last = Math.max(last + 1, clock.now() * 1000);
      const body = typeof message === 'string' ? Buffer.from(message) : message;
      const sealed = Buffer.concat([Buffer.alloc(macBytes), self, Buffer.alloc(stampBytes), body]);
      sealed.writeDoubleBE(last, macBytes + senderBytes);
      macOf(channel, sealed.subarray(macBytes)).copy(sealed);
      return sealed;
    },
    open(channel, sealed) {
      if (sealed.length < headBytes) return forged('unsigned');
      const mac = macOf(channel, sealed.subarray(macBytes));
      if (!timingSafeEqual(mac, sealed.subarray(0, macBytes))) return forged('unsigned');
      const from = sealed.subarray(macBytes, macBytes + senderBytes);
      if (from.equals(self)) return null;
      const sender = from.toString('latin1');
      const stamp = sealed.readDoubleBE(macBytes + senderBytes);
      const before = lastOf.get(sender) ?? (clock.now() - clocksApartMs) * 1000;
      if (stamp <= before) return forged('replayed');
      lastOf.set(sender, stamp);
      return sealed.subarray(headBytes);
    },
  };
}
