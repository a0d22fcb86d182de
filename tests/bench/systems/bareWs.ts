import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { type WebSocket, WebSocketServer } from 'ws';
import type { RelaySystem } from '../relaySystem.ts';
import { createRawStream } from './rawStream.ts';

/** The least that relays tokens: one JSON message on a bare WebSocket per delta of the SDK. No log, no gate, no resume. */
export async function openBareWs(apiUrl: string): Promise<RelaySystem> {
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1', perMessageDeflate: false });
  await once(server, 'listening');
  const sockets = new Map<string, WebSocket>();
  server.on('connection', (socket, request) => {
    sockets.set(String(request.url?.slice(1)), socket);
  });
  const relay = createRawStream(apiUrl);
  return {
    url: `ws://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async stream(targets, firstName) {
      await Promise.all(
        targets.map(async (target, n) => {
          const socket = sockets.get(target);
          if (socket === undefined) throw new Error(`no client ${target}`);
          await relay(`bench-${firstName + n}`, (text) => socket.send(JSON.stringify({ type: 'delta', text })));
          socket.send(JSON.stringify({ type: 'end' }));
        }),
      );
    },
  };
}
