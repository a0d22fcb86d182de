import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

/** The fake's answer to one request, step by step. Without a `stop`, `fin` or `cut` it stays silent until the client leaves. */
export type Step =
  | { do: 'status'; status: number; error: string; headers?: Record<string, string>; details?: unknown }
  | { do: 'text'; text: string }
  /** Each token its own event; `everyMs` 0 is as fast as the wire takes it. */
  | { do: 'tokens'; tokens: readonly string[]; everyMs: number; perWrite?: number; onWrite?: () => void }
  | { do: 'event'; name: string; data: unknown }
  | { do: 'ping' }
  | { do: 'error'; type: string }
  | { do: 'wait'; ms: number }
  /** Waits until the test lets it go on. */
  | { do: 'hold'; until: Promise<unknown> }
  /** A ping every `everyMs`, forever. */
  | { do: 'pings'; everyMs: number }
  /** Bytes as they are, whether or not they are an event. */
  | { do: 'bytes'; bytes: Uint8Array }
  /** `message_delta` with the reason, then `message_stop`, then the end. */
  | { do: 'stop'; reason: string }
  /** A clean end of the body without `message_stop`. */
  | { do: 'fin' }
  /** The socket is destroyed. */
  | { do: 'cut' };

export interface FakeRequest {
  body: MessagesBody;
  headers: IncomingMessage['headers'];
  /** Resolves when the client closed the connection before the fake had ended. */
  left: Promise<void>;
}
export interface MessagesBody {
  model: string;
  system?: unknown;
  messages: { role: string; content: unknown }[];
  output_config?: { effort?: string; format?: { type: string; schema: Record<string, unknown> } };
  [field: string]: unknown;
}
export type Script = (request: FakeRequest, index: number) => Step[];

export interface FakeAnthropic {
  url: string;
  port: number;
  requests: FakeRequest[];
  /** For every request from now on. */
  play(script: Script): void;
  /** Resolves with the request number `index`. */
  request(index: number): Promise<FakeRequest>;
  close(): Promise<void>;
}

const usage = { input_tokens: 100, output_tokens: 0, cache_read_input_tokens: 20, cache_creation_input_tokens: 10 };

/** A Messages API on a real port that streams what a script says. */
export async function startFakeAnthropic(
  script: Script = () => [say('Hello there.'), stop()],
  port = 0,
): Promise<FakeAnthropic> {
  const requests: FakeRequest[] = [];
  const waiting: (() => void)[] = [];
  const sockets = new Set<Socket>();
  let playing = script;

  const server = createServer((request, response) => {
    const pieces: Buffer[] = [];
    request.on('data', (piece: Buffer) => pieces.push(piece));
    request.on('end', () => {
      const body = JSON.parse(Buffer.concat(pieces).toString('utf8')) as MessagesBody;
      const left = new Promise<void>((resolve) => {
        response.on('close', () => {
          if (!response.writableFinished) resolve();
        });
      });
      const fakeRequest: FakeRequest = { body, headers: request.headers, left };
      requests.push(fakeRequest);
      for (const check of waiting.splice(0)) check();
      void perform(playing(fakeRequest, requests.length - 1), body, response);
    });
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.setNoDelay(true);
    socket.on('close', () => sockets.delete(socket));
    // A client that leaves in the middle of a write.
    socket.on('error', () => socket.destroy());
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const address = server.address() as AddressInfo;

  return {
    url: `http://127.0.0.1:${address.port}`,
    port: address.port,
    requests,
    play(next) {
      playing = next;
    },
    async request(index) {
      while (requests.length <= index) await new Promise<void>((resolve) => waiting.push(resolve));
      return requests[index] as FakeRequest;
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

export const say = (text: string): Step => ({ do: 'text', text });
export const stop = (reason = 'end_turn'): Step => ({ do: 'stop', reason });

async function perform(steps: readonly Step[], body: MessagesBody, response: ServerResponse): Promise<void> {
  let begun = false;
  const begin = (): void => {
    if (begun) return;
    begun = true;
    response.writeHead(200, { 'content-type': 'text/event-stream', 'request-id': 'req_fake' });
    const message = {
      id: 'msg_fake',
      type: 'message',
      role: 'assistant',
      model: body.model,
      content: [],
      stop_reason: null,
      stop_sequence: null,
      usage,
    };
    response.write(
      event('message_start', { message }) +
        event('content_block_start', { index: 0, content_block: { type: 'text', text: '' } }),
    );
  };
  let written = 0;
  for (const step of steps) {
    if (response.destroyed) return;
    if (step.do === 'status') {
      response.writeHead(step.status, { 'content-type': 'application/json', ...step.headers });
      response.end(
        JSON.stringify({
          type: 'error',
          error: {
            type: step.error,
            message: 'scripted',
            ...(step.details === undefined ? {} : { details: step.details }),
          },
        }),
      );
      return;
    }
    begin();
    switch (step.do) {
      case 'text':
        written += 1;
        response.write(delta(step.text));
        break;
      case 'tokens':
        written += step.tokens.length;
        await sendTokens(response, step);
        break;
      case 'event':
        response.write(event(step.name, step.data));
        break;
      case 'ping':
        response.write(event('ping', {}));
        break;
      case 'error':
        response.end(
          `event: error\ndata: ${JSON.stringify({ type: 'error', error: { type: step.type, message: 'scripted' } })}\n\n`,
        );
        return;
      case 'wait':
        await new Promise((resolve) => setTimeout(resolve, step.ms));
        break;
      case 'hold':
        await step.until;
        break;
      case 'pings': {
        const timer = setInterval(() => response.write(event('ping', {})), step.everyMs);
        response.on('close', () => clearInterval(timer));
        return;
      }
      case 'bytes':
        response.write(step.bytes);
        break;
      case 'stop':
        response.end(
          event('content_block_stop', { index: 0 }) +
            event('message_delta', {
              delta: { stop_reason: step.reason, stop_sequence: null },
              usage: { output_tokens: written },
            }) +
            event('message_stop', {}),
        );
        return;
      case 'fin':
        response.end();
        return;
      case 'cut':
        response.socket?.destroy();
        return;
    }
  }
}

function sendTokens(
  response: ServerResponse,
  { tokens, everyMs, perWrite = 1, onWrite }: Extract<Step, { do: 'tokens' }>,
): Promise<void> {
  let next = 0;
  const take = (): string => {
    onWrite?.();
    const piece = tokens
      .slice(next, next + perWrite)
      .map(delta)
      .join('');
    next += perWrite;
    return piece;
  };
  return new Promise((resolve) => {
    response.on('close', resolve);
    if (everyMs > 0) {
      const timer = setInterval(() => {
        if (next < tokens.length && !response.destroyed) response.write(take());
        else {
          clearInterval(timer);
          resolve();
        }
      }, everyMs);
      return;
    }
    const pour = (): void => {
      while (next < tokens.length && !response.destroyed) {
        if (!response.write(take())) {
          response.once('drain', pour);
          return;
        }
      }
      resolve();
    };
    pour();
  });
}

const event = (name: string, data: unknown): string =>
  `event: ${name}\ndata: ${JSON.stringify({ type: name, ...(data as object) })}\n\n`;
const delta = (text: string): string => event('content_block_delta', { index: 0, delta: { type: 'text_delta', text } });

/**
 * An answer that fits the request: plain words, a JSON object of the schema's shape whose `say` is the words and whose other
 * properties are the least the schema allows, or `sentences` of which each cites what is on file of the page's home. In tokens of about four
 * characters.
 */
export function tokensFor(body: MessagesBody, words: string): string[] {
  const schema = body.output_config?.format?.schema as JsonSchema | undefined;
  const text = schema === undefined ? words : JSON.stringify(fitting(schema, body, words));
  return text.match(/[\s\S]{1,4}/g) ?? [];
}

export function fitting(schema: JsonSchema, body: MessagesBody, words: string): unknown {
  if (schema.properties?.sentences === undefined)
    return {
      ...(leastOf(schema) as object),
      ...(schema.properties?.quotes === undefined ? {} : { quotes: lastWordsOfLead(body) }),
      ...(schema.properties?.worth === undefined ? {} : { worth: 10 }),
      say: words,
    };
  const facts = [...(stableOf(body) + String(body.messages[0]?.content)).matchAll(/"(home\.[a-z0-9-]+)":"/g)].map(
    ([, id]) => id,
  );
  const sentences = words.split(/(?<=[.!?])\s+/).map((text) => ({ text, facts: facts.slice(0, 40) }));
  return { ...leastOf(schema), sentences };
}

/** The beginning of what the lead said last, as the material has it: a card that rests on nothing is not shown. */
function lastWordsOfLead(body: MessagesBody): string[] {
  const lines = [
    ...String(body.messages.at(-1)?.content).matchAll(/\{"from":"lead","text":("(?:[^"\\\\]|\\\\.)*")\}/g),
  ];
  const text = lines.at(-1)?.[1];
  return text === undefined ? [] : [(JSON.parse(text) as string).split(' ').slice(0, 10).join(' ')];
}

/** The system's text without the words of the task. */
export const stableOf = ({ system }: MessagesBody): string =>
  Array.isArray(system)
    ? system
        .slice(1)
        .map(({ text }: { text: string }) => text)
        .join('\n')
    : '';

export interface JsonSchema {
  type?: string | string[];
  enum?: unknown[];
  anyOf?: JsonSchema[];
  properties?: Record<string, JsonSchema>;
}

function leastOf(schema: JsonSchema): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(schema.properties ?? {}).map(([name, property]) => [name, leastValue(property)]),
  );
}

function leastValue(schema: JsonSchema): unknown {
  if (schema.enum !== undefined) return schema.enum[0];
  if (schema.anyOf !== undefined)
    return schema.anyOf.some(({ type }) => type === 'null') ? null : leastValue(schema.anyOf[0] ?? {});
  if (schema.type === 'array') return [];
  if (schema.type === 'object') return leastOf(schema);
  if (schema.type === 'number' || schema.type === 'integer') return 0;
  return schema.type === 'boolean' ? false : 'plain';
}
