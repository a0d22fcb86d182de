import type { Reader } from './reader.ts';
import type { Session } from './session.ts';
import { type Conn, waitingBytes } from './waitingBytes.ts';

/** Bytes that may wait for a socket before it counts as slow: it is sent nothing then that can be sent later. */
export const slowBytes = 64 * 1024;
/** Packets that Socket.IO holds while the transport is busy. */
const slowPackets = 64;

const readers = new WeakMap<Session, Reader>();

/** The session as the feed and the board see it: always the same object. */
export function readerOf(session: Session): Reader {
  const found = readers.get(session);
  if (found !== undefined) return found;
  const conn = session.socket.conn as unknown as Conn;
  const reader: Reader & { session: Session } = {
    id: session.socket.id,
    tenantId: session.scope.tenantId,
    staff: session.scope.principal.kind !== 'visitor',
    session,
    isSlow() {
      return conn.writeBuffer.length > slowPackets || waitingBytes(conn) > slowBytes;
    },
  };
  readers.set(session, reader);
  return reader;
}

export const sessionOf = (reader: Reader): Session => (reader as Reader & { session: Session }).session;
