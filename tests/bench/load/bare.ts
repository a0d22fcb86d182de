import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import mongoose from 'mongoose';
import { WebSocket, WebSocketServer } from 'ws';
import { percentile, rounded } from '../figures.ts';

export interface Bare {
  insertMsP50: number | null;
  insertMsP99: number | null;
  wsEchoMsP50: number;
  wsEchoMsP99: number;
}

const times = 400;

/** The machine's speed without a hub: one durable insert after the other, and one message there and back on a bare WebSocket. */
export async function measureBare(databaseUrl: string | null): Promise<Bare> {
  const echo = await wsEcho();
  const inserts = databaseUrl === null ? null : await bareInserts(databaseUrl);
  return {
    insertMsP50: inserts && rounded(percentile(inserts, 0.5)),
    insertMsP99: inserts && rounded(percentile(inserts, 0.99)),
    wsEchoMsP50: rounded(percentile(echo, 0.5), 3),
    wsEchoMsP99: rounded(percentile(echo, 0.99), 3),
  };
}

async function bareInserts(url: string): Promise<number[]> {
  const connection = await mongoose
    .createConnection(url, { retryWrites: false, writeConcern: { w: 'majority', j: true } })
    .asPromise();
  const rows = connection.collection<{ _id: string; words: string }>('bench_inserts');
  const took = await timesOfEach(async (n) => {
    await rows.insertOne({ _id: `bench-${Date.now()}-${n}`, words: 'x'.repeat(400) });
  });
  await rows.drop();
  await connection.close();
  return took;
}

async function wsEcho(): Promise<number[]> {
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1', perMessageDeflate: false });
  await once(server, 'listening');
  server.on('connection', (socket) => socket.on('message', (data) => socket.send(data)));
  const { port } = server.address() as AddressInfo;
  const socket = new WebSocket(`ws://127.0.0.1:${port}`, { perMessageDeflate: false });
  await once(socket, 'open');
  const took = await timesOfEach(async () => {
    const back = once(socket, 'message');
    socket.send('x'.repeat(400));
    await back;
  });
  socket.close();
  server.close();
  return took;
}

/** The first ones only warm up. */
async function timesOfEach(act: (n: number) => Promise<void>): Promise<number[]> {
  const took: number[] = [];
  for (let n = -times / 4; n < times; n += 1) {
    const startedAt = performance.now();
    await act(n);
    if (n >= 0) took.push(performance.now() - startedAt);
  }
  return took;
}
