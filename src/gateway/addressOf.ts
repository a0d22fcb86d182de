import type { IncomingHttpHeaders } from 'node:http';

/** The peer's address, or the one that the last trusted proxy saw. */
export function addressOf(headers: IncomingHttpHeaders, peer: string, trustedProxies: number): string {
  const forwarded = headers['x-forwarded-for'];
  if (trustedProxies === 0 || typeof forwarded !== 'string') return peer;
  const hops = forwarded.split(',').map((hop) => hop.trim());
  return hops.at(-trustedProxies) ?? peer;
}
