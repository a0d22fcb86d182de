import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { type WebSocket, WebSocketServer } from 'ws';

export interface DeepgramLine {
  /** Bytes of sound that came. */
  heard(): number;
  says(transcript: string, more?: { is_final?: boolean; start?: number; duration?: number }): void;
  /** Resolves once the hub said that no more sound comes, or hung up. */
  ended: Promise<unknown>;
  drop(): void;
}

/**
 * Deepgram's streaming service on this machine, in the form of its published pages ("Live audio", "Close stream"), read in November 2026: takes
 * sound, and says what the test tells it to.
 */
export async function startFakeDeepgram(key: string) {
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
  await once(server, 'listening');
  const waiting: ((line: DeepgramLine) => void)[] = [];
  const opened: DeepgramLine[] = [];
  server.on('connection', (socket: WebSocket, { url, headers }) => {
    if (headers.authorization !== `Token ${key}` || !url?.startsWith('/v1/listen?encoding=mulaw&sample_rate=8000'))
      return socket.close(1008, 'INVALID_AUTH');
    let bytes = 0;
    const ended = new Promise((resolve) => {
      socket.on('close', resolve);
      socket.on('message', (data, isBinary) => {
        if (isBinary) bytes += (data as Buffer).length;
        else if (String(data).includes('CloseStream')) resolve(null);
      });
    });
    const line: DeepgramLine = {
      heard: () => bytes,
      says(transcript, { is_final = true, start = 0, duration = 1 } = {}) {
        const channel = { alternatives: [{ transcript, confidence: 0.97, words: [] }] };
        const rest = { channel_index: [0, 1], speech_final: is_final, channel };
        socket.send(JSON.stringify({ type: 'Results', is_final, start, duration, ...rest }));
      },
      ended,
      drop: () => socket.terminate(),
    };
    const next = waiting.shift();
    if (next === undefined) opened.push(line);
    else next(line);
  });
  return {
    url: `ws://127.0.0.1:${(server.address() as AddressInfo).port}`,
    /** The lines in the order in which they were opened. */
    line: (): Promise<DeepgramLine> =>
      new Promise((resolve) => {
        const first = opened.shift();
        if (first === undefined) waiting.push(resolve);
        else resolve(first);
      }),
    async close() {
      for (const client of server.clients) client.terminate();
      server.close();
      await once(server, 'close');
    },
  };
}
