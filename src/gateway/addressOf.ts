import type { Socket } from 'socket.io';

/** The peer's address, or the one that the last trusted proxy saw. */
export function addressOf(socket: Socket, trustedProxies: number): string {
  const forwarded = socket.handshake.headers['x-forwarded-for'];
  if (trustedProxies === 0 || typeof forwarded !== 'string') return socket.handshake.address;
  const hops = forwarded.split(',').map((hop) => hop.trim());
  return hops.at(-trustedProxies) ?? socket.handshake.address;
}
