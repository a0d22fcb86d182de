import type { Given, RouteAnswer, RouteName } from '../../../src/contract/rest/routes.ts';
import { sendRest } from '../rest/sendRest.ts';
import type { Session } from '../session/session.ts';
import { readAnswer } from './callRest.ts';
import { offline, refusalIn } from './refusal.ts';

export interface StreamOutlet {
  onText(text: string): void;
  signal: AbortSignal;
}

/**
 * Calls the REST API and hands over the text of the answer as it is written. Resolves to the whole answer.
 * @throws Refusal
 */
export async function streamRest<N extends RouteName>(
  session: Session,
  name: N,
  given: Given<N>,
  { onText, signal }: StreamOutlet,
): Promise<RouteAnswer<N>> {
  const attempt = async (token: string) => {
    try {
      return await sendRest(name, given, { token, events: { signal } });
    } catch {
      throw offline();
    }
  };
  const token = await session.token();
  let answer = await attempt(token);
  if (answer.status === 401) answer = await attempt(await session.token(token));
  // A proxy in between may have waited for the whole answer, and an error never streams.
  const streams = answer.headers.get('content-type')?.startsWith('text/event-stream') === true;
  if (!answer.ok || answer.body === null || !streams) return readAnswer(answer);
  let done: RouteAnswer<N> | null = null;
  for await (const { event, data } of eventsOf(answer.body)) {
    const told = JSON.parse(data) as { text?: string; error?: unknown };
    if (event === 'text') onText(told.text ?? '');
    if (event === 'done') done = told as RouteAnswer<N>;
    if (event === 'error') throw refusalIn(told.error) ?? offline();
  }
  if (done === null) throw offline();
  return done;
}

/** Server-sent events as they come; a connection that breaks ends them. */
async function* eventsOf(body: ReadableStream<Uint8Array>): AsyncGenerator<{ event: string; data: string }> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let rest = '';
  for (;;) {
    const { value, done } = await reader.read().catch(() => ({ value: undefined, done: true }));
    if (done || value === undefined) return;
    rest += decoder.decode(value, { stream: true });
    const blocks = rest.split('\n\n');
    rest = blocks.pop() ?? '';
    for (const block of blocks) {
      const match = /^event: (.*)\ndata: (.*)$/.exec(block);
      if (match) yield { event: match[1] ?? '', data: match[2] ?? '' };
    }
  }
}
