import { LRUCache } from 'lru-cache';
import { HubError } from '../kernel/hubError.ts';

/** A bucket that holds `burst` and fills at `perSecond`. Pure: the time comes in. */
export interface Bucket {
  tokens: number;
  at: number;
}

export interface Rate {
  burst: number;
  perSecond: number;
}

export interface Rates {
  visitorMessage: Rate;
  staffMessage: Rate;
  model: Rate;
  command: Rate;
  chatOpen: Rate;
  visitorRead: Rate;
  staffRead: Rate;
  /** Entries of logs that all visitors of one network address may be given. */
  addressEntries: Rate;
}
export type RateName = keyof Rates;

/** The limits of one person, from the two settings; a command that asks the model costs as a message does, and every other command has bounds that nobody honest meets. */
export function ratesFrom(settings: { visitorMessageBurst: number; messagesPerMinute: number }): Rates {
  const perSecond = settings.messagesPerMinute / 60;
  // `session-ready` promises them so many a minute, and does not say that they have to be spread.
  const announced = { burst: Math.max(settings.messagesPerMinute, settings.visitorMessageBurst), perSecond };
  const command = { burst: 200 + settings.visitorMessageBurst, perSecond: Math.max(20, perSecond) };
  return {
    visitorMessage: { burst: settings.visitorMessageBurst, perSecond },
    staffMessage: announced,
    model: announced,
    command,
    // Each may bring the newest entries of a talk: as many as a visitor has tabs, several times over.
    chatOpen: { burst: 60, perSecond: 2 },
    visitorRead: { burst: 10, perSecond: 2 },
    staffRead: command,
    // An office of 300 visitors that all come back at once to talks of a hundred entries.
    addressEntries: { burst: 30_000, perSecond: 500 },
  };
}

export const fullBucket = (rate: Rate, now: number): Bucket => ({ tokens: rate.burst, at: now });

function fill(bucket: Bucket, rate: Rate, now: number): void {
  bucket.tokens = Math.min(rate.burst, bucket.tokens + (Math.max(0, now - bucket.at) / 1000) * rate.perSecond);
  bucket.at = now;
}

/** Takes `cost`; 0 when it was there, else the milliseconds until it will be. */
export function takeToken(bucket: Bucket, rate: Rate, now: number, cost = 1): number {
  fill(bucket, rate, now);
  if (bucket.tokens >= cost) {
    bucket.tokens -= cost;
    return 0;
  }
  return Math.ceil(((cost - bucket.tokens) / rate.perSecond) * 1000);
}

/** Whether nothing could be taken now; takes nothing. */
export function isSpent(bucket: Bucket, rate: Rate, now: number): boolean {
  fill(bucket, rate, now);
  return bucket.tokens < 1;
}

/** Counts per person, or per address, and node, over all their sockets: a new connection does not fill a bucket. */
export interface RateKeeper {
  /** Throws `RATE_LIMITED` with the time to wait when they have used up what the rate allows. */
  take(key: string, name: RateName, now: number): void;
  /** Counts what turned out to be used, also more than there is: it is paid back before the next `take`. */
  charge(key: string, name: RateName, now: number, cost: number): void;
}

export function createRateKeeper(rates: Rates): RateKeeper {
  const buckets = new LRUCache<string, Bucket>({ max: 100_000 });
  function bucketOf(key: string, name: RateName, now: number): Bucket {
    const bucket = buckets.get(`${name}:${key}`) ?? fullBucket(rates[name], now);
    buckets.set(`${name}:${key}`, bucket);
    return bucket;
  }
  return {
    take(key, name, now) {
      const retryAfterMs = takeToken(bucketOf(key, name, now), rates[name], now);
      if (retryAfterMs > 0) throw new HubError('RATE_LIMITED', { retryAfterMs });
    },
    charge(key, name, now, cost) {
      const bucket = bucketOf(key, name, now);
      fill(bucket, rates[name], now);
      bucket.tokens -= cost;
    },
  };
}
