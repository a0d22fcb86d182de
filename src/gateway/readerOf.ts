import type { Logger } from '../kernel/observe.ts';
import type { Reader } from './reader.ts';
import type { Session } from './session.ts';

/** Bytes that may wait in a socket before it counts as slow and is only sent what it asks for or catches up with. */
const slowBytes = 64 * 1024;
/** Packets that Socket.IO holds while the transport is busy. */
const slowPackets = 64;

const readers = new WeakMap<Session, Reader>();

/** The session as the feed and the board see it: always the same object. */
export function readerOf(session: Session): Reader {
  const found = readers.get(session);
  if (found !== undefined) return found;
  const { conn } = session.socket;
  const reader: Reader & { session: Session } = {
    id: session.socket.id,
    tenantId: session.scope.tenantId,
    staff: session.scope.principal.kind !== 'visitor',
    session,
    isSlow() {
      const { socket } = conn.transport as { socket?: { bufferedAmount?: number } };
      const { writeBuffer } = conn as unknown as { writeBuffer: unknown[] };
      return writeBuffer.length > slowPackets || (socket?.bufferedAmount ?? 0) > slowBytes;
    },
  };
  readers.set(session, reader);
  return reader;
}

export const sessionOf = (reader: Reader): Session => (reader as Reader & { session: Session }).session;

/** Text that may wait for a client that does not read: the newest 200 entries of both logs fit several times over. */
const mostWaitingChars = 8 * 1024 * 1024;

/**
 * Ends the connection of a client that takes nothing and is sent ever more: answers to its commands and rows of the board
 * wait for it in memory, and pongs alone would keep it alive for ever. It may come back and ask for what it missed.
 */
export function closeIfStuck(session: Session, log: Logger): void {
  const { conn } = session.socket;
  const { writeBuffer } = conn as unknown as { writeBuffer: { data?: unknown }[] };
  if (writeBuffer.length === 0) return;
  let waiting = 0;
  for (const { data } of writeBuffer) waiting += typeof data === 'string' ? data.length : 0;
  if (waiting <= mostWaitingChars) return;
  log.warn('a client that does not read was disconnected', { waiting });
  // `true`: what waits is dropped, not waited for.
  conn.close(true);
}
