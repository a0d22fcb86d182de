import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import { extname, join, resolve } from 'node:path';
import type { Entry, EntryData, PublicEntryType } from '../../src/contract/log/entry.ts';
import type { WidgetLookAnswer } from '../../src/contract/rest/widgetSessions.ts';
import { type FakeHub, startFakeHub } from './fakeHub.ts';

/** Read once: a build that runs beside the tests cannot pull a file from under them. */
const built = readBuilt(resolve(import.meta.dirname, '../../dist/client'));
function readBuilt(folder: string): ReadonlyMap<string, Buffer> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /^(widget|demo\/)/.test(file),
  );
  return new Map(files.map((file) => [`/${file}`, readFileSync(join(folder, file))]));
}
const typeOf: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
};
/** The hub's own policy for its pages; the widget must work under it. */
const csp = "default-src 'self'; connect-src 'self' ws: wss:";

export interface TalkingHub extends FakeHub {
  entries: Entry[];
  append<T extends PublicEntryType>(type: T, data: EntryData<T>, actor: Entry['actor'], commandId?: string): void;
  say(text: string, more?: Partial<EntryData<'message-created'>>, actor?: Entry['actor']): void;
  /** Opens a reply stream; the given functions go on with it. */
  reply(streamId: string): { add(text: string): void; end(): void };
  visitors: Set<string>;
  /** The look of the launcher. */
  look: WidgetLookAnswer;
}

const jorge = { kind: 'bot', id: 'lead', name: 'Jorge' } as const;
const visitor = { kind: 'visitor', id: 'visitor-1' } as const;

/** A fake hub that serves the built widget and holds one visitor's chat, said by the test. For a browser to look at. */
export async function startTalkingHub(): Promise<TalkingHub> {
  const visitors = new Set<string>();
  const running = new Map<string, { text: string; start: object }>();
  let conversation = 1;
  const conversationId = () => `talk-${conversation}`;

  const serve: RequestListener = (request, response) => {
    const path = new URL(request.url ?? '/', 'http://hub').pathname;
    const headers = { 'access-control-allow-origin': '*', 'access-control-allow-headers': 'content-type' };
    if (request.method === 'OPTIONS') return void response.writeHead(204, headers).end();
    if (path === '/api/v1/widget/sessions') {
      let body = '';
      request.on('data', (chunk) => {
        body += chunk;
      });
      request.on('end', () => {
        const { visitorToken = `visitor-token-${visitors.size + 1}`, page } = JSON.parse(body);
        visitors.add(visitorToken);
        const listing = {
          listingId: page.listingId,
          title: '2417 Ashby Hollow Drive',
          priceCents: 68_900_000,
          currency: 'USD',
        };
        response.writeHead(200, { ...headers, 'content-type': 'application/json' }).end(
          JSON.stringify({
            token: 'good',
            visitorId: 'visitor-1',
            visitorToken,
            expiresInSeconds: 3600,
            brokerage: 'Barton Ridge Realty',
            hourCycle: 'h12',
            ...(page.listingId ? { listing } : {}),
          }),
        );
      });
      return;
    }
    if (path === '/api/v1/widget/look') {
      response.writeHead(200, { ...headers, 'content-type': 'application/json' }).end(JSON.stringify(hub.look));
      return;
    }
    const file = path === '/demo' ? '/demo/index.html' : path;
    const content = built.get(file);
    if (!content) return void response.writeHead(404).end();
    const type = typeOf[extname(file)] ?? 'application/octet-stream';
    response
      .writeHead(200, {
        'content-type': type,
        'content-security-policy': csp,
        'cache-control': 'no-store',
        'access-control-allow-origin': '*',
      })
      .end(content);
  };

  const hub = (await startFakeHub(serve)) as TalkingHub;
  hub.entries = [];
  hub.visitors = visitors;
  hub.look = {};
  hub.append = (type, data, actor, commandId) => {
    const seq = hub.entries.length + 1;
    const entry = {
      v: 1,
      id: `${conversationId()}-${seq}`,
      log: `public:${conversationId()}`,
      seq,
      type,
      at: new Date().toISOString(),
      conversationId: conversationId(),
      actor,
      ...(commandId ? { cause: { principalId: actor.id, commandId } } : {}),
      data,
    } as unknown as Entry;
    hub.entries.push(entry);
    hub.widget.emit('entry', entry);
  };
  hub.say = (text, more = {}, actor = jorge) =>
    hub.append(
      'message-created',
      { messageId: `m${hub.entries.length}`, text, channel: 'widget', language: 'en', ...more },
      actor,
    );
  hub.reply = (streamId) => {
    const start = {
      streamId,
      conversationId: conversationId(),
      kind: 'reply',
      audience: 'public',
      attempt: 1,
      basis: 'rules',
    };
    const stream = { text: '', start };
    running.set(streamId, stream);
    hub.widget.emit('stream-start', start);
    return {
      add(text) {
        hub.widget.emit('stream-delta', { streamId, attempt: 1, offset: stream.text.length, text });
        stream.text += text;
      },
      end() {
        running.delete(streamId);
        const sha256 = createHash('sha256').update(stream.text, 'utf8').digest('hex');
        hub.widget.emit('stream-end', { streamId, attempt: 1, status: 'done', length: stream.text.length, sha256 });
        hub.say(stream.text, { streamId });
      },
    };
  };

  hub.answers.set('chat-open', (payload, socket) => {
    const { sinceSeq = 0 } = payload as { sinceSeq?: number };
    if (hub.entries.some((entry) => entry.type === 'conversation-changed' && entry.data.mode === 'closed')) {
      conversation += 1;
      hub.entries.length = 0;
    }
    if (hub.entries.length === 0) {
      hub.say(
        'Hello, I am Jorge, an AI assistant with Barton Ridge Realty. I can tell you about 2417 Ashby Hollow Drive, or bring in a person. What brings you here?',
        {
          choices: [
            { id: 'buy', label: 'I want to buy' },
            { id: 'sell', label: 'I want to sell' },
            { id: 'look', label: 'Just looking' },
          ],
        },
      );
    }
    const head = hub.entries.length;
    setImmediate(() => {
      for (const entry of hub.entries.slice(sinceSeq)) socket.emit('entry', entry);
      socket.emit('log-synced', { log: `public:${conversationId()}`, fromSeq: sinceSeq + 1, seq: head });
      for (const [streamId, { text, start }] of running) {
        socket.emit('stream-start', start);
        socket.emit('stream-delta', { streamId, attempt: 1, offset: 0, text });
      }
    });
    const streams = [...running.keys()].map((streamId) => ({ streamId, kind: 'reply', attempt: 1, length: 0 }));
    return { ok: true, data: { conversationId: conversationId(), head, mode: 'bot', streams } };
  });
  hub.answers.set('chat-send', (payload) => {
    const { commandId, text } = payload as { commandId: string; text: string };
    const before = hub.entries.find((entry) => entry.cause?.commandId === commandId);
    if (!before)
      hub.append(
        'message-created',
        { messageId: `v${hub.entries.length}`, text, channel: 'widget', language: 'en' },
        visitor,
        commandId,
      );
    return { ok: true, data: { conversationId: conversationId(), messageId: 'v', seq: hub.entries.length } };
  });
  hub.answers.set('human-request', (payload) => {
    const { commandId } = payload as { commandId: string };
    hub.append('conversation-changed', { mode: 'waiting' }, visitor, commandId);
    return { ok: true, data: { seq: hub.entries.length } };
  });
  hub.answers.set('chat-end', (payload) => {
    const { commandId } = payload as { commandId: string };
    const isOver = hub.entries.some((entry) => entry.type === 'conversation-changed' && entry.data.mode === 'closed');
    if (!isOver) hub.append('conversation-changed', { mode: 'closed' }, visitor, commandId);
    return { ok: true, data: { seq: hub.entries.length } };
  });
  for (const name of ['typing-set', 'read-mark']) hub.answers.set(name, () => ({ ok: true, data: {} }));
  return hub;
}
