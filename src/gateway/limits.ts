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
}
export type RateName = keyof Rates;

/** What one person may do, from the two settings; what asks the model costs as a message does, and every other command has bounds that nobody honest meets. */
export function ratesFrom(settings: { visitorMessageBurst: number; messagesPerMinute: number }): Rates {
  const perSecond = settings.messagesPerMinute / 60;
  // `session-ready` promises them so many a minute, and does not say that they have to be spread.
  const announced = { burst: Math.max(settings.messagesPerMinute, settings.visitorMessageBurst), perSecond };
  return {
    visitorMessage: { burst: settings.visitorMessageBurst, perSecond },
    staffMessage: announced,
    model: announced,
    command: { burst: 200 + settings.visitorMessageBurst, perSecond: Math.max(20, perSecond) },
  };
}

const fullBucket = (rate: Rate, now: number): Bucket => ({ tokens: rate.burst, at: now });

/** Takes one; 0 when it was there, else the milliseconds until it will be. */
function takeToken(bucket: Bucket, rate: Rate, now: number): number {
  bucket.tokens = Math.min(rate.burst, bucket.tokens + (Math.max(0, now - bucket.at) / 1000) * rate.perSecond);
  bucket.at = now;
  if (bucket.tokens >= 1) {
    bucket.tokens -= 1;
    return 0;
  }
  return Math.ceil(((1 - bucket.tokens) / rate.perSecond) * 1000);
}

/** Throws `RATE_LIMITED` with the time to wait when this person has used up what the rate allows. */
export type TakeFromRate = (principalId: string, name: RateName, now: number) => void;

/** Counts per person and node, over all their sockets: a new connection does not fill a bucket. */
export function createRateKeeper(rates: Rates): TakeFromRate {
  const buckets = new LRUCache<string, Bucket>({ max: 100_000 });
  return (principalId, name, now) => {
    const key = `${name}:${principalId}`;
    const bucket = buckets.get(key) ?? fullBucket(rates[name], now);
    buckets.set(key, bucket);
    const retryAfterMs = takeToken(bucket, rates[name], now);
    if (retryAfterMs > 0) throw new HubError('RATE_LIMITED', { retryAfterMs });
  };
}
