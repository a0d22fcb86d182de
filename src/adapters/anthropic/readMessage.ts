import type Anthropic from '@anthropic-ai/sdk';
import type { Clock } from '../../kernel/clock.ts';
import { watch, watchBody } from './watchdog.ts';

/** How one request ended. `partial`: the message so far. */
export type Reading =
  | { how: 'stopped'; partial: Anthropic.Message | undefined }
  | { how: 'outage'; partial: Anthropic.Message | undefined }
  | { how: 'failed'; error: unknown; partial: Anthropic.Message | undefined }
  /** `message_stop` was seen. */
  | { how: 'finished'; message: Anthropic.Message };

/**
 * Makes one request and hands over its text as it comes. Resolves once, in any case, and hands over nothing afterward.
 * An end without `message_stop` is a failure, however clean it looked; an abort cuts the connection and resolves at once.
 */
export function readMessage(
  client: Anthropic,
  params: Anthropic.MessageStreamParams,
  parts: { clock: Clock; patience: number; signal: AbortSignal; onText(text: string): void },
): Promise<Reading> {
  const { clock, patience, signal, onText } = parts;
  return new Promise((resolve) => {
    const stream = client.messages.stream(params);
    let over = false;
    const settle = (reading: Reading): void => {
      if (over) return;
      over = true;
      signal.removeEventListener('abort', onAbort);
      resolve(reading);
    };
    const onAbort = (): void => {
      const partial = stream.currentMessage;
      stream.abort();
      settle({ how: 'stopped', partial });
    };
    // It keeps watching after `message_stop`, so that a connection that never closes is closed here.
    const watchdog = watch(clock, patience, () => {
      const partial = stream.currentMessage;
      stream.abort();
      settle({ how: 'outage', partial });
    });
    const onError = (error: unknown): void => {
      watchdog.stop();
      settle({ how: 'failed', error, partial: stream.currentMessage });
    };
    stream.on('connect', () => {
      watchdog.bytes();
      if (stream.response?.body) watchBody(stream.response.body, watchdog.bytes);
    });
    stream.on('text', (text) => {
      if (over) return;
      watchdog.text();
      onText(text);
    });
    stream.on('message', (message) => settle({ how: 'finished', message }));
    stream.on('error', onError);
    stream.on('abort', onError);
    stream.on('end', () => {
      watchdog.stop();
      settle({ how: 'failed', error: new Error('the stream ended before message_stop'), partial: undefined });
    });
    if (signal.aborted) onAbort();
    else signal.addEventListener('abort', onAbort, { once: true });
  });
}
