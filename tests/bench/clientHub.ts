import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, resolve } from 'node:path';
import { Server, type Socket } from 'socket.io';
import { buyerTalk, row as fixtureRow, logged, talkId } from '../../client/gallery/fixtures.ts';
import type { BoardRow } from '../../src/contract/socket/board.ts';

// A hub that says what the bench needs at the pace it asks for, in a process of its own: the page is what is measured.
const clientDir = resolve(import.meta.dirname, '../../client');
const typeOf: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
};
const rowsPerSecond = 30;
const tokensPerSecond = 50;
const streamTokens = 400;

const http = createServer((request, response) => {
  const path = new URL(request.url ?? '/', 'http://hub').pathname;
  if (path === '/blank.html') {
    response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><textarea></textarea>');
    return;
  }
  const page = /^\/(desk|wall|demo)(\/|$)/.exec(path)?.[1];
  const file = page && !extname(path) ? `/${page}/index.html` : path;
  readFile(join(clientDir, file)).then(
    (content) =>
      response.writeHead(200, { 'content-type': typeOf[extname(file)] ?? 'application/octet-stream' }).end(content),
    () => response.writeHead(404).end(),
  );
});
const io = new Server(http, { path: '/rt', transports: ['websocket'] });
const rowCount = Number(process.argv[2]);
/** A few wait for the agent, as on a real day; with each line of another its row goes before all the rest. */
const mostWaiting = 25;
function row(no: number, more: Partial<BoardRow> = {}): BoardRow {
  const whole = fixtureRow(no, more);
  if (whole.mode !== 'waiting' || no < mostWaiting) return whole;
  const { waitingSince: _, ...rest } = whole;
  return { ...rest, mode: 'bot', owed: { kind: 'none' }, flags: [] };
}
const entries = logged(buyerTalk);
const head = (kind: string) => entries.filter(({ log }) => log.startsWith(kind)).length;

function serve(socket: Socket, id: string, role: string): void {
  const timers: NodeJS.Timeout[] = [];
  socket.emit('session-ready', {
    protocol: 1,
    serverTime: new Date().toISOString(),
    principal: { id, role },
    tokenExpiresAt: new Date(Date.now() + 3_600_000).toISOString(),
    limits: { textChars: 4000, frameBytes: 262_144, messagesPerMinute: 120 },
    node: 'bench',
  });
  socket.onAny((name: string, _payload: unknown, ack?: (answer: unknown) => void) => {
    if (name === 'board-watch') {
      ack?.({ ok: true, data: { rows: Array.from({ length: rowCount }, (_, index) => row(index + 1)) } });
      let turn = 0;
      timers.push(
        setInterval(() => {
          turn += 1;
          const no = 1 + ((turn * 7) % rowCount);
          const lastAt = new Date().toISOString();
          socket.emit('board-row', row(no, { lastAt, lastText: `Line ${turn} of this talk.`, unread: turn % 5 }));
        }, 1000 / rowsPerSecond),
      );
    } else if (name === 'conversation-open') {
      const data = {
        publicHead: head('public'),
        internalHead: head('internal'),
        mode: 'bot',
        lead: { id: 'l' },
        streams: [],
      };
      ack?.({ ok: true, data });
      for (const entry of entries) socket.emit('entry', entry);
      for (const kind of ['public', 'internal'])
        socket.emit('log-synced', { log: `${kind}:${talkId}`, fromSeq: 1, seq: head(kind) });
      timers.push(stream(socket));
    } else ack?.({ ok: true, data: {} });
  });
  socket.on('disconnect', () => timers.forEach(clearInterval));
}

/** One coach stream after another: each newer one ends the older. */
function stream(socket: Socket): NodeJS.Timeout {
  let no = 0;
  let offset = 0;
  return setInterval(() => {
    if (offset === 0 || offset > streamTokens * 6) {
      if (no > 0)
        socket.emit('stream-end', {
          streamId: `coach-${no}`,
          attempt: 1,
          status: 'stopped',
          code: 'SUPERSEDED',
          length: offset,
          sha256: '',
        });
      no += 1;
      offset = 0;
      const start = {
        streamId: `coach-${no}`,
        conversationId: talkId,
        kind: 'coach',
        audience: 'staff',
        attempt: 1,
        basis: 'model',
      };
      socket.emit('stream-start', start);
    }
    const text = 'words ';
    socket.emit('stream-delta', { streamId: `coach-${no}`, attempt: 1, offset, text });
    offset += text.length;
  }, 1000 / tokensPerSecond);
}

io.of('/agent').on('connection', (socket) => serve(socket, 'agent-1', 'agent'));
io.of('/supervisor').on('connection', (socket) => serve(socket, 'supervisor-1', 'supervisor'));
http.listen(0, '127.0.0.1', () => process.send?.({ url: `http://127.0.0.1:${(http.address() as AddressInfo).port}` }));
process.on('disconnect', () => process.exit(0));
