import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server, type Socket } from 'socket.io';
import type { RelaySystem } from '../relaySystem.ts';
import { createRawStream } from './rawStream.ts';

/** The relay that most people write first: one Socket.IO event per delta of the SDK. No log, no gate, no resume. */
export async function openNaiveSocketIo(apiUrl: string): Promise<RelaySystem> {
  const http = createServer();
  const server = new Server(http, { transports: ['websocket'], serveClient: false, perMessageDeflate: false });
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  const sockets = new Map<string, Socket>();
  server.on('connection', (socket) => {
    sockets.set(String(socket.handshake.auth.target), socket);
  });
  const relay = createRawStream(apiUrl);
  return {
    url: `http://127.0.0.1:${(http.address() as AddressInfo).port}`,
    async stream(targets, firstName) {
      await Promise.all(
        targets.map(async (target, n) => {
          const socket = sockets.get(target);
          if (socket === undefined) throw new Error(`no client ${target}`);
          await relay(`bench-${firstName + n}`, (text) => void socket.emit('delta', { text }));
          socket.emit('end');
        }),
      );
    },
  };
}
