/**
 * A bucket that holds `burst` and fills at `perSecond`. Pure: the time comes in.
 * Kept per socket: what one address or one account may do in all is judged at the handshake and in REST.
 */
export interface Bucket {
  tokens: number;
  at: number;
}

export interface Rate {
  burst: number;
  perSecond: number;
}

export const rates = {
  /** Messages of a visitor: 20 in a burst, 120 a minute (contract §3). */
  visitorMessage: { burst: 20, perSecond: 2 },
  staffMessage: { burst: 40, perSecond: 2 },
  /** Whatever asks a model. */
  model: { burst: 10, perSecond: 0.5 },
  /** Everything else. */
  command: { burst: 200, perSecond: 20 },
} as const satisfies Record<string, Rate>;
export type RateName = keyof typeof rates;

export const fullBucket = (rate: Rate, now: number): Bucket => ({ tokens: rate.burst, at: now });

/** Takes one; 0 when it was there, else the milliseconds until it will be. */
export function takeToken(bucket: Bucket, rate: Rate, now: number): number {
  bucket.tokens = Math.min(rate.burst, bucket.tokens + (Math.max(0, now - bucket.at) / 1000) * rate.perSecond);
  bucket.at = now;
  if (bucket.tokens >= 1) {
    bucket.tokens -= 1;
    return 0;
  }
  return Math.ceil(((1 - bucket.tokens) / rate.perSecond) * 1000);
}
