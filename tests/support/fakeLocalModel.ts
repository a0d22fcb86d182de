import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fitting, type JsonSchema, type MessagesBody } from './fakeAnthropic.ts';

export interface FakeLocalModel {
  url: string;
  port: number;
  asked: MessagesBody[];
  close(): Promise<void>;
}

/**
 * A server of a local model, as the pages of Ollama, LM Studio, and llama.cpp describe them together: it lists its models, knows
 * the Messages API with system blocks and streaming, reports no cache tokens, knows no `output_config`, thinks before it
 * writes, puts its JSON into a fence, and ends at a mark of its own chat format.
 */
export async function startFakeLocalModel(words: string, models: readonly string[]): Promise<FakeLocalModel> {
  const asked: MessagesBody[] = [];
  const server = createServer((request, response) => {
    if (request.method === 'GET' && request.url === '/v1/models') {
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify({ object: 'list', data: models.map((id) => ({ id, object: 'model' })) }));
      return;
    }
    const pieces: Buffer[] = [];
    request.on('data', (piece: Buffer) => pieces.push(piece));
    request.on('end', () => {
      const body = JSON.parse(Buffer.concat(pieces).toString('utf8')) as MessagesBody;
      asked.push(body);
      if (body.output_config !== undefined || !models.includes(body.model)) {
        const error = { type: 'invalid_request_error', message: 'unknown field or model' };
        response.writeHead(400, { 'content-type': 'application/json' });
        response.end(JSON.stringify({ type: 'error', error }));
        return;
      }
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.end(eventsOf(body, answerTo(body, words)).join(''));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    asked,
    async close() {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

/** It knows the shape only from the words of the request. */
function answerTo(body: MessagesBody, words: string): string {
  const system = (body.system as { text: string }[]).at(-1)?.text ?? '';
  const from = system.indexOf('\n{');
  if (!system.includes('JSON Schema') || from < 0) return words;
  const schema = JSON.parse(system.slice(from)) as JsonSchema;
  return `\`\`\`json\n${JSON.stringify(fitting(schema, body, words))}\n\`\`\``;
}

function eventsOf(body: MessagesBody, text: string): string[] {
  const event = (type: string, data: object): string =>
    `event: ${type}\ndata: ${JSON.stringify({ type, ...data })}\n\n`;
  const message = { id: 'msg_1', type: 'message', role: 'assistant', model: body.model, content: [] };
  const thinking = { type: 'thinking_delta', thinking: 'They ask about the home.' };
  const pieces = text.match(/[\s\S]{1,8}/g) ?? [];
  return [
    event('message_start', {
      message: { ...message, stop_reason: null, usage: { input_tokens: 0, output_tokens: 0 } },
    }),
    event('content_block_start', { index: 0, content_block: { type: 'thinking', thinking: '', signature: '' } }),
    event('content_block_delta', { index: 0, delta: thinking }),
    event('content_block_stop', { index: 0 }),
    event('content_block_start', { index: 1, content_block: { type: 'text', text: '' } }),
    ...pieces.map((piece) => event('content_block_delta', { index: 1, delta: { type: 'text_delta', text: piece } })),
    event('content_block_stop', { index: 1 }),
    event('message_delta', { delta: { stop_reason: 'stop_sequence' }, usage: { output_tokens: pieces.length } }),
    event('message_stop', {}),
  ];
}
