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
