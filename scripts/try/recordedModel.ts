import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  type Asked,
  askedBy,
  type ModelRequest,
  type RecordedCall,
  type RecordedTalk,
  recordedAnswer,
} from './recordings.ts';

export interface RecordedModel {
  url: string;
  /** Every request so far, in the order of its arrival, and whether its answer was recorded. */
  asked: (Asked & { recorded: boolean })[];
  close(): Promise<void>;
}

interface Pace {
  firstTokenMs: number;
  tokensPerSecond: number;
}
/** As a large model writes that people read along with, and a small one that they wait for. */
const large: Pace = { firstTokenMs: 600, tokensPerSecond: 80 };
const small: Pace = { firstTokenMs: 350, tokensPerSecond: 160 };
const charsPerToken = 4;

/** The Messages API on this machine: it streams recorded answers and knows no others. `speed`: how many times as fast as a model. */
export async function startRecordedModel(
  shows: readonly (RecordedTalk | RecordedCall)[],
  speed = 1,
): Promise<RecordedModel> {
  const asked: RecordedModel['asked'] = [];
  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy());
  });
  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = JSON.parse(await textOf(request)) as ModelRequest & { model: string };
    const question = askedBy(body);
    const text = recordedAnswer(shows, question);
    asked.push({ ...question, recorded: text !== null });
    if (text === null) refuse(response);
    else await stream(response, body.model, text, speed);
  }
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

async function textOf(request: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  return Buffer.concat(pieces).toString('utf8');
}

/** No try will help, and the hub's own rules answer. */
function refuse(response: ServerResponse): void {
  response.writeHead(404, { 'content-type': 'application/json' });
  const error = { type: 'not_found_error', message: 'No answer was recorded for this request.' };
  response.end(JSON.stringify({ type: 'error', error }));
}

/** Nothing was spent on a recording, and so it says. */
const usage = { input_tokens: 0, output_tokens: 0, cache_read_input_tokens: 0, cache_creation_input_tokens: 0 };

async function stream(response: ServerResponse, model: string, text: string, speed: number): Promise<void> {
  const { firstTokenMs, tokensPerSecond } = model.includes('haiku') ? small : large;
  const send = (type: string, data: object): void =>
    void response.write(`event: ${type}\ndata: ${JSON.stringify({ type, ...data })}\n\n`);
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  const empty = { id: 'msg_recorded', type: 'message', role: 'assistant', model, content: [], usage };
  send('message_start', { message: { ...empty, stop_reason: null, stop_sequence: null } });
  send('content_block_start', { index: 0, content_block: { type: 'text', text: '' } });
  const startedAt = performance.now();
  const tokens = text.match(new RegExp(`[^]{1,${charsPerToken}}`, 'gu')) ?? [];
  for (const [index, token] of tokens.entries()) {
    // By the clock, so that what a busy machine loses is made up for.
    const dueMs = (firstTokenMs + (index * 1000) / tokensPerSecond) / speed;
    const earlyMs = dueMs - (performance.now() - startedAt);
    if (earlyMs > 1) await sleep(earlyMs);
    if (response.destroyed) return;
    send('content_block_delta', { index: 0, delta: { type: 'text_delta', text: token } });
  }
  send('content_block_stop', { index: 0 });
  send('message_delta', { delta: { stop_reason: 'end_turn', stop_sequence: null }, usage: { output_tokens: 0 } });
  send('message_stop', {});
  response.end();
}
