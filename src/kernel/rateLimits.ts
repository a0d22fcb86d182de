import { HubError } from './hubError.ts';

/** A number of points within a time. The name keeps the counts of different limits apart. */
export interface Limit {
  name: string;
  points: number;
  perMs: number;
}

/** Counts what strangers do, per key. On several nodes the count is one. */
export interface RateLimits {
  /** Counts one, or `points`. Resolves to 0 when it is allowed, otherwise to the milliseconds until it will be. */
  take(limit: Limit, key: string, points?: number): Promise<number>;
  /** Counts nothing. 0 when one more would be allowed, otherwise the milliseconds until it will be. */
  peek(limit: Limit, key: string): Promise<number>;
  /** How many were counted in the current window, also those that were refused. Counts nothing. */
  count(limit: Limit, key: string): Promise<number>;
}

/** The key of a network address. One customer holds a whole /64 of IPv6, so that is what counts as one address. */
export function addressKey(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address);
  if (mapped) return mapped[1] as string;
  if (!address.includes(':')) return address;
  const [head = '', tail] = address.split('%')[0]!.split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail ? tail.split(':') : [];
  const groups =
    tail === undefined ? left : [...left, ...Array(Math.max(0, 8 - left.length - right.length)).fill('0'), ...right];
  return groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, '').toLowerCase())
    .join(':');
}

/** The network of an address: the /24 of IPv4, the /64 of IPv6. A stranger with one address easily gets its neighbors. */
export function networkKey(address: string): string {
  const key = addressKey(address);
  const [, first3] = /^(\d+\.\d+\.\d+)\.\d+$/.exec(key) ?? [];
  return first3 === undefined ? `${key}::/64` : `${first3}.0/24`;
}

/**
 * `says`: words for the person.
 * @throws HubError RATE_LIMITED when there is something to wait for
 */
export function refuseFor(waitMs: number, says?: string): void {
  if (waitMs > 0)
    throw new HubError('RATE_LIMITED', { retryAfterMs: Math.ceil(waitMs), ...(says === undefined ? {} : { says }) });
}
