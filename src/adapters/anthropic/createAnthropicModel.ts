import Anthropic from '@anthropic-ai/sdk';
import { zodOutputFormat } from '@anthropic-ai/sdk/helpers/zod';
import type { z } from 'zod';
import type { ErrorCode } from '../../contract/errors.ts';
import type { Usage } from '../../contract/streams.ts';
import type { LanguageModel, WritingOrder, WritingOutlet, WritingResult } from '../../features/llm/ports.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { Logger, Meter } from '../../kernel/observe.ts';
import type { ModelSettings } from './defaultModels.ts';
import { judgeFailure } from './judgeFailure.ts';
import { type Reading, readMessage } from './readMessage.ts';
import { createSayReader } from './sayReader.ts';
import { usageOf } from './usageOf.ts';

export interface AnthropicParts extends ModelSettings {
  apiKey: string;
  baseUrl?: string;
  clock: Clock;
  log: Logger;
  meter: Meter;
  /** 0 to 1, for the jitter. */
  random?: () => number;
}

const tries = 2;
const firstPauseMs = 500;
/** Nobody in a live chat waits longer for a second try: what is asked for beyond this is a failure at once. */
const longestPauseMs = 8000;
/** Far above what `maxTokens` allows; a line without end would otherwise fill the memory. */
const longestAnswer = 200_000;

/** Claude behind the port: the SDK carries the request, everything about time, tries and ends is decided here. */
export function createAnthropicModel(parts: AnthropicParts): LanguageModel {
  const { clock, log, meter } = parts;
  const random = parts.random ?? Math.random;
  const client = new Anthropic({
    apiKey: parts.apiKey,
    ...(parts.baseUrl === undefined ? {} : { baseURL: parts.baseUrl }),
    maxRetries: 0,
    logLevel: 'off',
    openTelemetry: false,
  });
  const formats = new WeakMap<z.ZodType, Anthropic.JSONOutputFormat>();

  function formatOf(schema: z.ZodType): Anthropic.JSONOutputFormat {
    const known = formats.get(schema);
    if (known !== undefined) return known;
    // Without its `parse`: with it the SDK would throw inside the stream when the answer does not fit.
    const { type, schema: jsonSchema } = zodOutputFormat(schema);
    const format: Anthropic.JSONOutputFormat = { type, schema: jsonSchema };
    formats.set(schema, format);
    return format;
  }

  function paramsOf(order: WritingOrder): Anthropic.MessageStreamParams {
    const shape = order.schema ?? order.shape;
    return {
      model: parts.models[order.task],
      max_tokens: order.maxTokens,
      system: [{ type: 'text', text: order.system, cache_control: { type: 'ephemeral' } }],
      messages: [{ role: 'user', content: order.prompt }],
      output_config: {
        effort: parts.efforts[order.task],
        ...(shape === undefined ? {} : { format: formatOf(shape) }),
      },
      metadata: { user_id: order.userKey },
    };
  }

  async function tryOnce(
    order: WritingOrder,
    out: WritingOutlet,
  ): Promise<{ result: WritingResult; pauseMs: number | null }> {
    const startedAt = clock.now();
    const stopper = new AbortController();
    let said = '';
    const say = (text: string): void => {
      if (said === '')
        meter.observe('hub_model_first_text_seconds', (clock.now() - startedAt) / 1000, { task: order.task });
      said += text;
      out.onText(text);
    };
    let heard = 0;
    const reader = order.schema === null ? null : createSayReader(say);
    const reading = await readMessage(client, paramsOf(order), {
      clock,
      signal: AbortSignal.any([out.signal, stopper.signal]),
      onText(text) {
        heard += text.length;
        if (heard > longestAnswer) stopper.abort();
        else if (reader === null) say(text);
        else reader.push(text);
      },
    });
    const { status, code, pauseMs } = verdictOn(reading, stopper.signal.aborted);
    const usage = usageIn(order, reading);
    const end = (
      how: WritingResult['status'],
      why: ErrorCode | undefined,
      answer: WritingResult['answer'],
    ): WritingResult => ({
      status: how,
      basis: 'model',
      answer,
      started: said !== '',
      ...(why === undefined ? {} : { code: why }),
      ...(usage === undefined ? {} : { usage }),
    });
    if (status !== 'done') return { result: end(status, code, null), pauseMs: said === '' ? pauseMs : null };
    const answer =
      order.schema === null
        ? said === ''
          ? null
          : { say: said }
        : readAnswer(order.schema, reader?.whole() ?? '', said);
    if (answer === null) {
      log.warn('the model’s answer does not fit its schema', { task: order.task });
      return { result: end('failed', 'DEPENDENCY_DOWN', null), pauseMs: null };
    }
    const rest = answer.say.slice(said.length);
    if (rest !== '') say(rest);
    return { result: end('done', undefined, answer), pauseMs: null };
  }

  function verdictOn(
    reading: Reading,
    tooLong: boolean,
  ): { status: WritingResult['status']; code?: ErrorCode; pauseMs: number | null } {
    switch (reading.how) {
      case 'stopped':
        return tooLong ? { status: 'truncated', pauseMs: null } : { status: 'stopped', pauseMs: null };
      case 'outage':
        return { status: 'failed', code: 'MODEL_TIMEOUT', pauseMs: null };
      case 'failed': {
        const { code, retry, retryAfterMs } = judgeFailure(reading.error);
        log.warn('a request to the model failed', { code, err: reading.error });
        const pauseMs = Math.max(retryAfterMs ?? 0, firstPauseMs * (0.75 + random() / 2));
        return { status: 'failed', code, pauseMs: retry && pauseMs <= longestPauseMs ? pauseMs : null };
      }
      case 'finished':
        return { ...statusOf(reading.message.stop_reason), pauseMs: null };
    }
  }

  function usageIn(order: WritingOrder, reading: Reading): Usage | undefined {
    const message = reading.how === 'finished' ? reading.message : reading.partial;
    if (message === undefined) return undefined;
    const model = parts.models[order.task];
    const usage = usageOf(message, model, parts.prices[model]);
    meter.count('hub_model_cost_micro_usd_total', { model }, usage.costMicroUsd);
    return usage;
  }

  return {
    basis: 'model',
    async write(order, out) {
      for (let tried = 1; ; tried++) {
        const { result, pauseMs } = await tryOnce(order, out);
        meter.count('hub_model_requests_total', { task: order.task, status: result.status });
        if (pauseMs === null || tried >= tries) return result;
        await pause(clock, pauseMs, out.signal);
        if (out.signal.aborted) return { ...result, status: 'stopped' };
      }
    },
  };
}

/** A reason that this code does not know is a failure: nobody may guess that the answer is whole. */
function statusOf(stopReason: string | null): { status: WritingResult['status']; code?: ErrorCode } {
  switch (stopReason) {
    case 'end_turn':
      return { status: 'done' };
    case 'max_tokens':
    case 'model_context_window_exceeded':
      return { status: 'truncated' };
    case 'refusal':
      return { status: 'refused', code: 'MODEL_REFUSED' };
    default:
      return { status: 'failed', code: 'DEPENDENCY_DOWN' };
  }
}

/** The whole answer, when it fits its schema and what people have read so far is how its `say` begins. */
function readAnswer(schema: NonNullable<WritingOrder['schema']>, whole: string, said: string): WritingResult['answer'] {
  let json: unknown;
  try {
    json = JSON.parse(whole);
  } catch {
    // Not JSON: as unusable as JSON of another shape.
    return null;
  }
  const checked = schema.safeParse(json);
  if (!checked.success) return null;
  const say = checked.data.say.toWellFormed();
  return say.startsWith(said) ? { ...checked.data, say } : null;
}

function pause(clock: Clock, delayMs: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const settle = (): void => {
      cancel();
      signal.removeEventListener('abort', settle);
      resolve();
    };
    const cancel = clock.after(delayMs, settle);
    signal.addEventListener('abort', settle, { once: true });
  });
}
