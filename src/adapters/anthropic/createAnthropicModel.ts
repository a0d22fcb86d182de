import Anthropic from '@anthropic-ai/sdk';
import type { ErrorCode } from '../../contract/errors.ts';
import type { Usage } from '../../contract/socket/streams.ts';
import { extractAnswer } from '../../features/llm/extractAnswer.ts';
import { looseJson } from '../../features/llm/looseJson.ts';
import type {
  Answer,
  LanguageModel,
  Task,
  WritingOrder,
  WritingOutlet,
  WritingResult,
} from '../../features/llm/ports.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { Logger, Meter } from '../../kernel/observe.ts';
import type { ModelSettings } from './defaultModels.ts';
import { judgeFailure } from './judgeFailure.ts';
import { createMessageParams } from './messageParams.ts';
import { type Reading, readMessage } from './readMessage.ts';
import { createSayReader } from './sayReader.ts';
import { usageOf } from './usageOf.ts';

export interface AnthropicParts extends ModelSettings {
  apiKey: string;
  baseUrl?: string;
  clock: Clock;
  log: Logger;
  meter: Meter;
  /** How many times as long as usual the model may take for anything; 1 where absent. */
  patience?: number;
  /** 0 to 1, for the jitter. */
  random?: () => number;
}

const tries = 2;
const firstPauseMs = 500;
/** Nobody in a live chat waits longer for a second try: a longer pause that the API asks for is a failure at once. */
const longestPauseMs = 8000;
/** Far above what `maxTokens` allows; a line without end would otherwise fill the memory. */
const longestAnswer = 200_000;
/** The SDK would end a request by itself after ten minutes; a patient hub may wait longer. */
const longestTimerMs = 2 ** 31 - 1;

/** Claude behind the port: the SDK carries the request, everything about time, tries and ends is decided here. */
export function createAnthropicModel(parts: AnthropicParts): LanguageModel {
  const { clock, log, meter } = parts;
  const random = parts.random ?? Math.random;
  const patience = parts.patience ?? 1;
  const client = new Anthropic({
    apiKey: parts.apiKey,
    ...(parts.baseUrl === undefined ? {} : { baseURL: parts.baseUrl }),
    maxRetries: 0,
    timeout: longestTimerMs,
    logLevel: 'off',
    openTelemetry: false,
  });
  const { modelOf, paramsOf } = createMessageParams(parts);

  interface Tried {
    result: WritingResult;
    pauseMs: number | null;
    /** The answer did not fit the schema, before anybody read of it: it may be asked for once more. */
    misfit?: string;
  }

  async function tryOnce(
    order: WritingOrder,
    out: WritingOutlet,
    deadline: AbortSignal,
    asked: string | null,
    mayAskAgain: boolean,
  ): Promise<Tried> {
    const { task } = order;
    const startedAt = clock.now();
    const stopper = new AbortController();
    let said = '';
    const say = (text: string): void => {
      if (said === '')
        meter.observe('hub_model_first_text_seconds', (clock.now() - startedAt) / 1000, { task: task.name });
      said += text;
      out.onText(text);
    };
    let heard = 0;
    /** Null until what comes before `say` was looked at. */
    let begins: boolean | null = null;
    const mayBegin = (before: Record<string, unknown>): boolean => {
      begins ??= out.mayBegin?.(before) ?? true;
      return begins;
    };
    const reader = task.schema === null ? null : createSayReader(say, mayBegin);
    const reading = await readMessage(client, paramsOf(order, asked), {
      clock,
      patience,
      signal: AbortSignal.any([out.signal, stopper.signal, deadline]),
      onText(text) {
        heard += text.length;
        if (heard > longestAnswer) stopper.abort();
        else if (reader === null) say(text);
        else reader.push(text);
      },
    });
    const isLate = deadline.aborted && !out.signal.aborted;
    const { status, code, pauseMs } = verdictOn(reading, stopper.signal.aborted, isLate);
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
      ...(isLate && how === 'failed' ? { late: true } : {}),
      ...(why === undefined ? {} : { code: why }),
      ...(usage === undefined ? {} : { usage }),
    });
    if (status !== 'done') return { result: end(status, code, null), pauseMs: said === '' ? pauseMs : null };
    const whole = reader?.whole() ?? '';
    const answer =
      task.schema === null
        ? said === ''
          ? null
          : { say: said }
        : (readAnswer(task.schema, whole, said) ?? (mayAskAgain && said === '' ? null : rescued(task, whole, said)));
    if (answer === null) {
      log.warn('the model’s answer does not fit its schema', { task: task.name });
      meter.count('hub_model_misfits_total', { task: task.name });
      const misfit = mayAskAgain && said === '' && whole !== '' ? { misfit: whole } : {};
      return { result: end('failed', 'DEPENDENCY_DOWN', null), pauseMs: null, ...misfit };
    }
    if (!mayBegin(answer)) {
      meter.count('hub_model_held_back_total', { task: task.name });
      return { result: end('done', undefined, null), pauseMs: null };
    }
    const rest = answer.say?.slice(said.length) ?? '';
    if (rest !== '') say(rest);
    return { result: end('done', undefined, answer), pauseMs: null };
  }

  function verdictOn(
    reading: Reading,
    tooLong: boolean,
    tooLate: boolean,
  ): { status: WritingResult['status']; code?: ErrorCode; pauseMs: number | null } {
    switch (reading.how) {
      case 'stopped':
        if (tooLate) return { status: 'failed', code: 'MODEL_TIMEOUT', pauseMs: null };
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
    const model = modelOf(order);
    const usage = usageOf(message, model, parts.prices[model]);
    meter.count('hub_model_cost_micro_usd_total', { model }, usage.costMicroUsd);
    return usage;
  }

  return {
    basis: 'model',
    async write(order, out) {
      const late = new AbortController();
      const cancel = clock.after(order.task.timeoutMs * patience, () => late.abort());
      try {
        return await writeWithin(order, out, late.signal);
      } finally {
        cancel();
      }
    },
  };

  async function writeWithin(order: WritingOrder, out: WritingOutlet, deadline: AbortSignal): Promise<WritingResult> {
    let spent: Usage | undefined;
    let asked: string | null = null;
    for (let tried = 1; ; tried++) {
      const { result: latest, pauseMs, misfit } = await tryOnce(order, out, deadline, asked, tried < tries);
      meter.count('hub_model_requests_total', { task: order.task.name, status: latest.status });
      spent = sumOf(spent, latest.usage);
      const result = spent === undefined ? latest : { ...latest, usage: spent };
      if (tried >= tries || (pauseMs === null && misfit === undefined)) return result;
      asked = misfit ?? null;
      await pause(clock, pauseMs ?? 0, AbortSignal.any([out.signal, deadline]));
      if (out.signal.aborted) return { ...result, status: 'stopped' };
      if (deadline.aborted) return { ...result, late: true };
    }
  }
}

/** All tries of one order were paid for. */
function sumOf(before: Usage | undefined, next: Usage | undefined): Usage | undefined {
  if (before === undefined || next === undefined) return next ?? before;
  return {
    model: next.model,
    inputTokens: before.inputTokens + next.inputTokens,
    outputTokens: before.outputTokens + next.outputTokens,
    cacheReadTokens: before.cacheReadTokens + next.cacheReadTokens,
    cacheWriteTokens: before.cacheWriteTokens + next.cacheWriteTokens,
    costMicroUsd: before.costMicroUsd + next.costMicroUsd,
  };
}

/** A reason that this code does not know is a failure: nobody may guess that the answer is whole. */
function statusOf(stopReason: string | null): { status: WritingResult['status']; code?: ErrorCode } {
  switch (stopReason) {
    case 'end_turn':
    // Servers of local models end so at the marks of their own chat format; the hub names no stop sequences.
    case 'stop_sequence':
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
function readAnswer(schema: NonNullable<Task['schema']>, whole: string, said: string): WritingResult['answer'] {
  const checked = schema.safeParse(looseJson(whole));
  if (!checked.success) return null;
  const answer: Answer = { ...checked.data };
  if (answer.say === undefined) return answer;
  const say = answer.say.toWellFormed();
  return say.startsWith(said) ? { ...answer, say } : null;
}

/** The value that the extraction ladder finds in it, as far as the task can use that, and people have not read something else. */
function rescued(task: Task, whole: string, said: string): Answer | null {
  const answer = task.rescue?.(extractAnswer(whole)) ?? null;
  const fits = answer !== null && (task.schema?.safeParse(answer).success ?? true);
  return fits && (answer.say ?? '').startsWith(said) ? answer : null;
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
