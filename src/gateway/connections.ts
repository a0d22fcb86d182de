import { LRUCache } from 'lru-cache';
import type { Server, Socket } from 'socket.io';
import type { ErrorCode } from '../contract/errors.ts';
import type { Clock } from '../kernel/clock.ts';
import type { Logger, Meter } from '../kernel/observe.ts';
import { addressKey } from '../kernel/rateLimits.ts';
import { addressOf } from './addressOf.ts';
import { type Bucket, fullBucket, isSpent, type Rate, takeToken } from './limits.ts';
import { type Conn, takenBytes, waitingBytes } from './waitingBytes.ts';

/** The most that one connection may cost, of a visitor or of staff. It carries at most three sockets, one of each namespace. */
const mostWaiting = { visitor: 256 * 1024, staff: 1024 * 1024, address: 12 * 1024 * 1024 };
/** Looks, a second apart, in which the network took nothing: a hub that was held up itself must not blame those who wait for it. */
const mostStuckLooks = 15;
const attachmentWithinMs = 5000;
const frames: Rate = { burst: 4 * 1024 * 1024, perSecond: 2 * 1024 * 1024 };
/** However small, a frame is work. */
const leastFrameBytes = 256;
const refusedCommands: Rate = { burst: 100, perSecond: 10 };
const connects: Rate = { burst: 10, perSecond: 1 };
const mostRefusedConnects = 3;
/** Connections of one address that are ended for what they were refused: past these, and two seconds for each more, no new one is let in. */
const endedForRefusals: Rate = { burst: 30, perSecond: 0.5 };
/** A connection that joined nothing is closed after this long; so is one that has left all it joined. */
export const connectTimeoutMs = 5000;
/** Time for the reason to be read before the line is cut. */
const farewellMs = 1000;

interface Connection {
  readonly conn: Conn;
  readonly address: string;
  readonly sockets: Set<Socket>;
  staff: boolean;
  readonly frames: Bucket;
  readonly refusedCommands: Bucket;
  readonly connects: Bucket;
  refusedConnects: number;
  /** Since when a packet waits for the bytes that it announced. */
  announcedAt: number | null;
  /** The bytes that the network had taken at the last look, and for how many looks it took nothing of what waits. */
  taken: number;
  stuckLooks: number;
}

/** The connections of this node under their sockets, with the limits on memory, traffic and refusals at which each is ended. */
export interface Connections {
  addressOf(socket: Socket): string;
  /** A CONNECT came. False when its connection has ended meanwhile, or has sent too many of them. */
  mayConnect(socket: Socket): boolean;
  refusedConnect(socket: Socket): void;
  joined(socket: Socket, staff: boolean): void;
  left(socket: Socket): void;
  refusedCommand(socket: Socket): void;
  /** As much waits for the sockets of this address as may. */
  isAddressFull(socket: Socket): boolean;
  /** Tells every socket of the connection why, and ends it. */
  end(socket: Socket, code: ErrorCode): void;
  /** Ends those that take nothing, hold too much or do not send what they announced. To be called every second. */
  sweep(): void;
}

/** Watches every connection of a server from its first byte to its last. */
export function watchConnections(
  io: Server,
  deps: { clock: Clock; log: Logger; meter: Meter; trustedProxies: number },
): Connections {
  const { clock, log, meter } = deps;
  const known = new Map<Conn, Connection>();
  const ofAddress = new Map<string, Set<Connection>>();
  /** Since the last sweep, by code: many that are ended at once are one line in the log. */
  const ended = new Map<ErrorCode, number>();
  const refusedAt = new LRUCache<string, Bucket>({ max: 10_000 });

  io.engine.on('connection', (conn: Conn) => {
    if (conn.remoteAddress === undefined) return conn.close(true);
    const now = clock.now();
    const address = addressKey(addressOf(conn.request.headers, conn.remoteAddress, deps.trustedProxies));
    const connection: Connection = {
      conn,
      address,
      sockets: new Set(),
      staff: false,
      frames: fullBucket(frames, now),
      refusedCommands: fullBucket(refusedCommands, now),
      connects: fullBucket(connects, now),
      refusedConnects: 0,
      announcedAt: null,
      taken: 0,
      stuckLooks: 0,
    };
    known.set(conn, connection);
    const neighbours = ofAddress.get(address) ?? new Set();
    ofAddress.set(address, neighbours.add(connection));
    conn.on('packet', ({ type, data }: { type: string; data?: string | Buffer }) => {
      if (type !== 'message' || data === undefined) return;
      // A packet of bytes says so in its first sign and is nothing until they have come.
      connection.announcedAt = typeof data === 'string' && /^[56]/.test(data) ? clock.now() : null;
      if (takeToken(connection.frames, frames, clock.now(), Math.max(leastFrameBytes, data.length)) > 0)
        end(connection, 'RATE_LIMITED');
    });
    // Not before the line itself has gone: until then it may hold what nobody takes.
    conn.transport.socket.once('close', () => {
      known.delete(conn);
      neighbours.delete(connection);
      if (neighbours.size === 0) ofAddress.delete(address);
    });
  });

  /** One more connection of this address came to nothing but refusals. */
  function noteRefused(address: string): void {
    const bucket = refusedAt.get(address) ?? fullBucket(endedForRefusals, clock.now());
    refusedAt.set(address, bucket);
    takeToken(bucket, endedForRefusals, clock.now());
  }

  function of(socket: Socket): Connection | undefined {
    return known.get(socket.conn as unknown as Conn);
  }

  function end(connection: Connection, code: ErrorCode): void {
    const { conn, sockets, address } = connection;
    if (conn.readyState !== 'open') return;
    noteEnd(code);
    if (code === 'RATE_LIMITED') noteRefused(address);
    for (const socket of sockets) socket.emit('session-ended', { code });
    close(conn);
  }

  function close(conn: Conn): void {
    const { socket } = conn.transport;
    conn.close();
    // A flooding client goes on while it is told.
    socket.pause();
    clock.after(farewellMs, () => socket.terminate());
  }

  /** Waiting frames are dropped, so there is nothing to tell: the client comes back and asks for what it missed. */
  function cut({ conn }: Connection, code: ErrorCode): void {
    noteEnd(code);
    conn.close(true);
    conn.transport.socket.terminate();
  }

  function noteEnd(code: ErrorCode): void {
    meter.count('hub_ended_connections_total', { code });
    ended.set(code, (ended.get(code) ?? 0) + 1);
  }

  const waitingAt = (address: string): number =>
    [...(ofAddress.get(address) ?? [])].reduce((sum, { conn }) => sum + waitingBytes(conn), 0);

  /** How many bytes wait for it; it may be closed for them. */
  function look(connection: Connection, now: number): number {
    const waiting = waitingBytes(connection.conn);
    const taken = takenBytes(connection.conn);
    connection.stuckLooks = waiting > 0 && taken === connection.taken ? connection.stuckLooks + 1 : 0;
    connection.taken = taken;
    const most = connection.staff ? mostWaiting.staff : mostWaiting.visitor;
    if (waiting > most || connection.stuckLooks >= mostStuckLooks) {
      cut(connection, 'SLOW_CONSUMER');
      return 0;
    }
    const { announcedAt } = connection;
    if (announcedAt !== null && now - announcedAt >= attachmentWithinMs) cut(connection, 'VALIDATION_FAILED');
    return waiting;
  }

  return {
    addressOf: (socket) => of(socket)?.address ?? 'gone',
    mayConnect(socket) {
      const connection = of(socket);
      // A socket admitted now would never be closed, nor give back the place it took.
      if (connection?.conn.readyState !== 'open') return false;
      const refusals = refusedAt.get(connection.address);
      if (refusals !== undefined && isSpent(refusals, endedForRefusals, clock.now())) return false;
      return takeToken(connection.connects, connects, clock.now()) === 0;
    },
    refusedConnect(socket) {
      const connection = of(socket);
      if (connection === undefined) return;
      connection.refusedConnects += 1;
      if (connection.refusedConnects !== mostRefusedConnects) return;
      noteEnd('RATE_LIMITED');
      noteRefused(connection.address);
      // Its `connect_error` leaves first.
      setImmediate(() => close(connection.conn));
    },
    joined(socket, staff) {
      const connection = of(socket);
      connection?.sockets.add(socket);
      if (connection !== undefined) connection.staff ||= staff;
    },
    left(socket) {
      const connection = of(socket);
      if (connection === undefined) return;
      const { conn, sockets } = connection;
      sockets.delete(socket);
      if (sockets.size > 0 || conn.readyState !== 'open') return;
      clock.after(connectTimeoutMs, () => {
        if (sockets.size === 0) conn.close();
      });
    },
    refusedCommand(socket) {
      const connection = of(socket);
      if (connection === undefined) return;
      if (takeToken(connection.refusedCommands, refusedCommands, clock.now()) > 0) end(connection, 'RATE_LIMITED');
    },
    isAddressFull(socket) {
      const address = of(socket)?.address;
      return address !== undefined && waitingAt(address) > mostWaiting.address;
    },
    end(socket, code) {
      const connection = of(socket);
      if (connection !== undefined) end(connection, code);
    },
    sweep() {
      const now = clock.now();
      for (const neighbours of ofAddress.values()) {
        const held = [...neighbours].map((connection) => ({ connection, waiting: look(connection, now) }));
        let waiting = held.reduce((sum, one) => sum + one.waiting, 0);
        if (waiting <= mostWaiting.address) continue;
        // A slow reader still takes something: those that took nothing for longest go first.
        held.sort((a, b) => b.connection.stuckLooks - a.connection.stuckLooks);
        for (const one of held) {
          if (waiting <= mostWaiting.address) break;
          if (one.waiting === 0) continue;
          cut(one.connection, 'SLOW_CONSUMER');
          waiting -= one.waiting;
        }
      }
      if (ended.size === 0) return;
      log.warn('connections were ended by their limits', Object.fromEntries(ended));
      ended.clear();
    },
  };
}
