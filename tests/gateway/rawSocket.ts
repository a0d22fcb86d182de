import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { WebSocket } from 'ws';

/** A WebSocket to the hub that speaks no protocol by itself. */
export async function openRaw(url: string, query = 'EIO=4&transport=websocket'): Promise<RawSocket> {
  const socket = new WebSocket(`${url.replace('http', 'ws')}/rt/?${query}`, { perMessageDeflate: true });
  const heard: string[] = [];
  const waiting = new Set<() => void>();
  let closedWith: number | null = null;
  const look = (): void => {
    for (const one of [...waiting]) one();
  };
  socket.on('message', (data) => {
    heard.push(String(data));
    look();
  });
  socket.on('error', () => {});
  const closed = new Promise<number>((resolve) => {
    socket.on('close', (code) => {
      closedWith = code;
      resolve(code);
      look();
    });
  });
  await Promise.race([once(socket, 'open'), closed]);
  const client: RawSocket = {
    socket,
    heard,
    closed,
    isClosed: () => closedWith !== null,
    until(pattern) {
      return new Promise((resolve, reject) => {
        const one = (): void => {
          const found = heard.find((line) => pattern.test(line));
          if (found === undefined && closedWith === null) return;
          waiting.delete(one);
          if (found === undefined) reject(new Error(`closed with ${closedWith} before ${pattern}`));
          else resolve(found);
        };
        waiting.add(one);
        one();
      });
    },
    async join(namespace, token) {
      socket.send(`40${namespace},${JSON.stringify({ token, protocol: 1 })}`);
      await client.until(/session-ready/);
      // The hub's pings must be answered, or it closes the connection for that alone.
      socket.on('message', (data) => {
        if (String(data) === '2' && socket.readyState === WebSocket.OPEN) socket.send('3');
      });
    },
  };
  return client;
}

export interface RawSocket {
  socket: WebSocket;
  heard: string[];
  closed: Promise<number>;
  isClosed(): boolean;
  until(pattern: RegExp): Promise<string>;
  join(namespace: string, token: string): Promise<void>;
}

/** An upgraded TCP connection, to send frames that no library would. */
export async function openBare(url: string): Promise<{ socket: Socket; ended: Promise<void> }> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  socket.on('error', () => {});
  const ended = new Promise<void>((resolve) => {
    socket.on('close', () => resolve());
  });
  await once(socket, 'connect');
  socket.write(
    `GET /rt/?EIO=4&transport=websocket HTTP/1.1\r\nHost: ${hostname}:${port}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n` +
      `Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${randomBytes(16).toString('base64')}\r\n\r\n`,
  );
  await once(socket, 'data');
  return { socket, ended };
}

/** One masked frame as a client sends it (the mask is zero). */
export function frame(opcode: number, payload: Buffer | string, { fin = true, rsv = 0 } = {}): Buffer {
  const body = Buffer.from(payload);
  const head =
    body.length < 126
      ? Buffer.from([0, 0x80 | body.length])
      : body.length < 65_536
        ? Buffer.from([0, 0x80 | 126, body.length >> 8, body.length & 255])
        : Buffer.concat([
            Buffer.from([0, 0x80 | 127, 0, 0, 0, 0]),
            (() => {
              const n = Buffer.alloc(4);
              n.writeUInt32BE(body.length);
              return n;
            })(),
          ]);
  head[0] = (fin ? 0x80 : 0) | (rsv << 4) | opcode;
  return Buffer.concat([head, Buffer.alloc(4), body]);
}
