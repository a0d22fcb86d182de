import { createHmac } from 'node:crypto';
import { addressKey } from '../../kernel/rateLimits.ts';
import type { KnownAddress } from '../conversations/model.ts';

/** A network address as this tenant keeps it. */
export type NameAddress = (tenantId: string, address: string) => KnownAddress;

/**
 * Names network addresses without keeping them: a hash recognises one again, which nobody can make without the hub's secret and
 * which differs between tenants; only its beginning is shown. With another secret none is recognised.
 */
export function createAddressNamer(secret: string): NameAddress {
  const hashKey = createHmac('sha256', secret).update('visitors’ addresses').digest();
  return (tenantId, address) => {
    const counted = addressKey(address);
    const key = createHmac('sha256', hashKey).update(`${tenantId}\n${counted}`).digest('base64url').slice(0, 22);
    return { key, shown: shownOf(counted) };
  };
}

/** Its network: "192.0.2.x", "2001:db8:x". */
const shownOf = (counted: string): string =>
  counted.includes(':') ? [...counted.split(':').slice(0, 2), 'x'].join(':') : counted.replace(/\.\d+$/, '.x');
