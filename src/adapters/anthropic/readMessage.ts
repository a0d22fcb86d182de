import type Anthropic from '@anthropic-ai/sdk';
import { APIError } from '@anthropic-ai/sdk';
import { createParser, type EventSourceMessage } from 'eventsource-parser';
import type { Clock } from '../../kernel/clock.ts';
import { watch } from './watchdog.ts';

/** What the API said of a message beside its words. */
export type MessageHead = Pick<Anthropic.Message, 'stop_reason' | 'usage'>;

/** How one request ended. `partial`: the message so far. */
export type Reading =
  | { how: 'stopped'; partial: MessageHead | undefined }
  | { how: 'outage'; partial: MessageHead | undefined }
  | { how: 'failed'; error: unknown; partial: MessageHead | undefined }
  /** `message_stop` was seen. */
  | { how: 'finished'; message: MessageHead };

/** In characters: far above one token, or the whole of a message without one. */
const longestEvent = 1_000_000;

/**
 * Makes one request and hands over its text as it comes. Resolves once, in any case, and hands over nothing afterward.
 * An end without `message_stop` is a failure, however clean it looked; an abort cuts the connection and resolves at once.
 * The SDK makes the request and judges its status. The body is read here: the SDK's stream costs several promises a token, and hides the
 * pings and comments by which a slow API says that it is there.
 */
export function readMessage(
  client: Anthropic,
  params: Anthropic.MessageCreateParamsNonStreaming,
  parts: { clock: Clock; patience: number; signal: AbortSignal; onText(text: string): void },
): Promise<Reading> {
  const { clock, patience, signal, onText } = parts;
  return new Promise((resolve) => {
    const aborter = new AbortController();
    let message: MessageHead | undefined;
    let over = false;
    const settle = (reading: Reading): void => {
      if (over) return;
      over = true;
      signal.removeEventListener('abort', onAbort);
      resolve(reading);
    };
    const cut = (how: 'stopped' | 'outage'): void => {
      aborter.abort();
      settle({ how, partial: message });
    };
    const onAbort = (): void => cut('stopped');
    // It keeps watching after `message_stop`, so that a connection that never closes is closed here.
    const watchdog = watch(clock, patience, () => cut('outage'));

    function hear(event: Anthropic.RawMessageStreamEvent): void {
      if (event.type === 'message_start') message = event.message;
      if (message === undefined || over) return;
      if (event.type === 'content_block_delta' && event.delta.type === 'text_delta') {
        watchdog.text();
        onText(event.delta.text);
      } else if (event.type === 'message_delta') message = headAfter(message, event);
      else if (event.type === 'message_stop') settle({ how: 'finished', message });
    }

    async function read(): Promise<void> {
      const response = await client.messages
        .create({ ...params, stream: true }, { signal: aborter.signal })
        .asResponse();
      watchdog.bytes();
      const onEvent = ({ event, data }: EventSourceMessage): void => {
        if (event === 'error') throw errorIn(data, response.headers);
        if (event !== undefined && event !== 'ping') hear(JSON.parse(data) as Anthropic.RawMessageStreamEvent);
      };
      const parser = createParser({ onEvent, maxBufferSize: longestEvent });
      const decoder = new TextDecoder();
      for await (const bytes of response.body ?? []) {
        watchdog.bytes();
        parser.feed(decoder.decode(bytes, { stream: true }));
      }
      throw new Error('the stream ended before message_stop');
    }

    if (signal.aborted) onAbort();
    else signal.addEventListener('abort', onAbort, { once: true });
    if (over) watchdog.stop();
    else
      read()
        .catch((error: unknown) => settle({ how: 'failed', error, partial: message }))
        .finally(watchdog.stop);
  });
}

/** An error in the stream has a type, and no status. */
function errorIn(data: string, headers: Headers): APIError {
  const body = JSON.parse(data) as { error?: { type?: ConstructorParameters<typeof APIError>[4] } };
  return new APIError(undefined, body, undefined, headers, body.error?.type);
}

/** The counters are totals of the whole message, and absent where they don't apply. */
function headAfter({ usage }: MessageHead, { delta, usage: told }: Anthropic.RawMessageDeltaEvent): MessageHead {
  return {
    stop_reason: delta.stop_reason,
    usage: {
      ...usage,
      output_tokens: told.output_tokens,
      input_tokens: told.input_tokens ?? usage.input_tokens,
      cache_creation_input_tokens: told.cache_creation_input_tokens ?? usage.cache_creation_input_tokens,
      cache_read_input_tokens: told.cache_read_input_tokens ?? usage.cache_read_input_tokens,
    },
  };
}
