import { EventEmitter, once } from 'node:events';
import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { Server, type Socket } from 'socket.io';
import { afterEach, expect, it } from 'vitest';
import { type Connections, watchConnections } from '../../../src/gateway/connections.ts';
import { type Conn, waitingBytes } from '../../../src/gateway/waitingBytes.ts';
import { silentLogger, silentMeter } from '../../../src/kernel/observe.ts';
import { type HeldClock, holdClock } from '../../support/heldClock.ts';
import { openRaw, type RawSocket } from '../rawSocket.ts';

const cleanUps: (() => unknown)[] = [];
afterEach(async () => {
  for (const clean of cleanUps.splice(0)) await clean();
});

/** A server of nothing but connections that are watched, and one client that was let in and stopped reading. */
async function deafClient(staff = false) {
  const clock = holdClock();
  const http = createServer();
  const io = new Server(http, { path: '/rt', transports: ['websocket'], perMessageDeflate: false });
  const connections = watchConnections(io, { clock, log: silentLogger, meter: silentMeter, trustedProxies: 0 });
  const joined = once(io, 'connection') as Promise<[Socket]>;
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  const client = await openRaw(`http://127.0.0.1:${(http.address() as AddressInfo).port}`);
  cleanUps.push(
    () => client.socket.terminate(),
    () => io.close(),
  );
  client.socket.send('40');
  const [socket] = await joined;
  connections.joined(socket, staff);
  client.socket.pause();
  return { clock, connections, client, socket, conn: socket.conn as unknown as Conn };
}

/** Sends until the machine's own buffers are full and at least so much waits in the hub. */
async function fill({ socket, conn }: { socket: Socket; conn: Conn }, leastBytes: number): Promise<void> {
  while (waitingBytes(conn) < leastBytes) {
    expect(conn.readyState).toBe('open');
    socket.emit('filler', 'x'.repeat(16 * 1024));
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** Time goes by as the hub sees it: looked at every second, and every ping answered. */
async function pass(seconds: number, clock: HeldClock, connections: Connections, client: RawSocket): Promise<void> {
  for (let second = 0; second < seconds; second += 1) {
    await clock.pass(1000);
    client.socket.send('3');
    connections.sweep();
  }
}

it('S43: a client that takes nothing for 15 s is cut off, even if it answers every ping', async () => {
  const deaf = await deafClient();
  await fill(deaf, 1);
  deaf.connections.sweep();
  await pass(14, deaf.clock, deaf.connections, deaf.client);
  expect(deaf.conn.readyState).toBe('open');
  await pass(1, deaf.clock, deaf.connections, deaf.client);
  expect(deaf.conn.readyState).toBe('closed');
  await expect.poll(() => deaf.conn.transport.socket.readyState).toBe(3);
});

it('S43: a client that reads slowly is not cut off, however long it takes', async () => {
  const slow = await deafClient();
  const heard = (): number => slow.client.heard.length;
  await fill(slow, 100_000);
  for (let round = 0; round < 5; round += 1) {
    slow.connections.sweep();
    await pass(10, slow.clock, slow.connections, slow.client);
    const [before, waiting] = [heard(), waitingBytes(slow.conn)];
    slow.client.socket.resume();
    await expect.poll(() => heard() > before && waitingBytes(slow.conn) < waiting, { interval: 1 }).toBe(true);
    slow.client.socket.pause();
    await fill(slow, 100_000);
  }
  expect(slow.conn.readyState).toBe('open');
});

it.each([
  ['a visitor', false, 256 * 1024],
  ['one of the team', true, 1024 * 1024],
] as const)('S43: %s is cut off when more waits for them than may', async (_who, staff, mostBytes) => {
  const deaf = await deafClient(staff);
  await fill(deaf, mostBytes - 64 * 1024);
  deaf.connections.sweep();
  expect(deaf.conn.readyState).toBe('open');
  await fill(deaf, mostBytes + 1);
  deaf.connections.sweep();
  expect(deaf.conn.readyState).toBe('closed');
});

it('S43: one address has 12 MB waiting at most, and those go first that took nothing for longest', async () => {
  const clock = holdClock();
  const engine = new EventEmitter();
  const io = { engine } as unknown as Server;
  const connections = watchConnections(io, { clock, log: silentLogger, meter: silentMeter, trustedProxies: 0 });
  const held = 'x'.repeat(200 * 1024);
  const connect = (remoteAddress: string) => {
    const line = { bytesWritten: 1, writeQueueSize: 0 };
    const conn = Object.assign(new EventEmitter(), {
      readyState: 'open',
      request: { headers: {} },
      remoteAddress,
      writeBuffer: [{ data: held }],
      transport: {
        socket: Object.assign(new EventEmitter(), { bufferedAmount: 0, terminate() {}, _socket: { _handle: line } }),
      },
      line,
      close() {
        conn.readyState = 'closed';
      },
    });
    engine.emit('connection', conn);
    return conn;
  };
  const deaf = Array.from({ length: 50 }, () => connect('10.0.0.1'));
  const reading = Array.from({ length: 50 }, () => connect('10.0.0.1'));
  const others = Array.from({ length: 50 }, () => connect('10.0.0.2'));
  connections.sweep();
  await clock.pass(5000);
  for (const { line } of reading) line.bytesWritten += 1;
  connections.sweep();
  const open = (conns: typeof deaf): number => conns.filter(({ readyState }) => readyState === 'open').length;
  expect(open(reading)).toBe(50);
  expect((open(deaf) + 50) * held.length).toBeLessThanOrEqual(12 * 1024 * 1024);
  expect(open(deaf)).toBeGreaterThan(5);
  expect(open(others)).toBe(50);
});

it('S29: a packet that announces bytes which do not come ends its connection after 5 s', async () => {
  const { clock, connections, client, conn } = await deafClient();
  const came = new Promise((resolve) => conn.on('packet', resolve));
  client.socket.send(`451-["x",{"_placeholder":true,"num":0},"${'x'.repeat(200_000)}"]`);
  await came;
  await pass(4, clock, connections, client);
  expect(conn.readyState).toBe('open');
  await pass(1, clock, connections, client);
  expect(conn.readyState).toBe('closed');
});

it('S29: one whose bytes have come goes on', async () => {
  const { clock, connections, client, socket, conn } = await deafClient();
  const heard = once(socket, 'x');
  client.socket.send('451-["x",{"_placeholder":true,"num":0}]');
  client.socket.send(Buffer.from('here'));
  await heard;
  await pass(14, clock, connections, client);
  expect(conn.readyState).toBe('open');
});

it('a client that is gone before the handshake ends leaves nothing behind, and the hub goes on', async () => {
  const http = createServer();
  const io = new Server(http, { path: '/rt', transports: ['websocket'] });
  const parts = { clock: holdClock(), log: silentLogger, meter: silentMeter, trustedProxies: 0 };
  watchConnections(io, parts);
  cleanUps.push(() => io.close());
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  const { port } = http.address() as AddressInfo;
  const client = connect(port, '127.0.0.1');
  client.on('error', () => {});
  const opened = once(io.engine, 'connection') as Promise<[Conn]>;
  // Before anybody has asked the line who is at its other end: nobody can tell afterward.
  http.prependListener('upgrade', () => client.resetAndDestroy());
  client.write(
    'GET /rt/?EIO=4&transport=websocket HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n' +
      'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n',
  );
  const [conn] = await opened;
  expect(conn.remoteAddress).toBeUndefined();
  expect(conn.readyState).toBe('closed');
});
