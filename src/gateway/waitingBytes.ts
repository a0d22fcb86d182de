import type { IncomingMessage } from 'node:http';
import type { WebSocket } from 'ws';

/** A connection of engine.io, with its private state: the bytes that it was given and has not sent yet. */
export interface Conn {
  readyState: string;
  readonly request: IncomingMessage;
  /** Unknown when the line broke before the handshake had ended. */
  readonly remoteAddress: string | undefined;
  readonly writeBuffer: readonly { data?: unknown }[];
  readonly transport: { socket: WebSocket };
  on(event: string, listener: (...args: never[]) => void): void;
  close(discard?: boolean): void;
}

/** Bytes that the hub holds for a connection because the network has not taken them. */
export function waitingBytes({ writeBuffer, transport }: Pick<Conn, 'writeBuffer' | 'transport'>): number {
  let waiting = transport.socket.bufferedAmount;
  for (const { data } of writeBuffer) waiting += typeof data === 'string' ? data.length : 0;
  return waiting;
}

/**
 * How much the network has taken of all that was ever written. `bufferedAmount` counts a write until its last byte has gone, so
 * that a slow reader of one large answer would look like one who reads nothing.
 */
export function takenBytes({ transport }: Pick<Conn, 'transport'>): number {
  const { _socket: line } = transport.socket as unknown as {
    _socket?: { _handle?: { bytesWritten: number; writeQueueSize: number } | null };
  };
  return line?._handle ? line._handle.bytesWritten - line._handle.writeQueueSize : 0;
}
