import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo, Socket as Wire } from 'node:net';
import { type Namespace as IoNamespace, Server, type Socket } from 'socket.io';
import type { ErrorCode } from '../../src/contract/errors.ts';

type Answer =
  | { ok: true; data: unknown }
  | { ok: false; error: { code: ErrorCode; message: string; retryable: boolean; trace: string } };

export interface FakeHub {
  url: string;
  io: Server;
  widget: IoNamespace;
  /** Tokens that were shown, in order. */
  tokens: string[];
  /** Tokens that are refused, with the code. */
  refused: Map<string, ErrorCode>;
  /** Answers to commands; a command without one is never acked. */
  answers: Map<string, (payload: unknown, socket: Socket) => Answer>;
  /** All commands that came in. */
  commands: { name: string; payload: unknown }[];
  /** Cuts every socket as a dead network would. */
  cut(): void;
  stop(): Promise<void>;
}

export const refusal = (code: ErrorCode, retryable = false): Answer => ({
  ok: false,
  error: { code, message: `refused: ${code}`, retryable, trace: 't' },
});

/** As little of a hub as the connection code can notice: tokens, `session-ready`, acks, and a wire that can be cut. */
export async function startFakeHub(onRequest?: RequestListener): Promise<FakeHub> {
  const http = createServer(onRequest);
  const io = new Server(http, { path: '/rt', transports: ['websocket'] });
  const widget = io.of('/widget');
  const wires = new Set<Wire>();
  http.on('connection', (wire) => {
    wires.add(wire);
    wire.on('close', () => wires.delete(wire));
  });
  const hub: FakeHub = {
    url: '',
    io,
    widget,
    tokens: [],
    refused: new Map(),
    answers: new Map(),
    commands: [],
    cut: () => wires.forEach((wire) => void wire.destroy()),
    stop: () => io.close(),
  };
  widget.use((socket, next) => {
    const token = String(socket.handshake.auth.token);
    hub.tokens.push(token);
    const code = hub.refused.get(token);
    if (!code) return next();
    const retryable = code === 'CONNECTION_LIMIT' || code === 'DRAINING';
    next(Object.assign(new Error(code), { data: { code, message: code, retryable } }));
  });
  widget.on('connection', (socket) => {
    socket.onAny((name: string, payload: unknown, ack?: (answer: Answer) => void) => {
      hub.commands.push({ name, payload });
      const answer = hub.answers.get(name)?.(payload, socket);
      if (answer) ack?.(answer);
    });
    socket.emit('session-ready', {
      protocol: 1,
      serverTime: new Date().toISOString(),
      principal: { id: 'visitor-1', role: 'visitor' },
      tokenExpiresAt: new Date(Date.now() + 60_000).toISOString(),
      limits: { textChars: 4000, frameBytes: 262_144, messagesPerMinute: 120 },
      node: 'fake',
    });
  });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  hub.url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  return hub;
}
