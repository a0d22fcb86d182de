import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { createAnthropicModel } from '../../src/adapters/anthropic/createAnthropicModel.ts';
import { defaultModels } from '../../src/adapters/anthropic/defaultModels.ts';
import type { WritingOrder, WritingResult } from '../../src/features/llm/ports.ts';
import type { Clock } from '../../src/kernel/clock.ts';
import { silentLogger, silentMeter } from '../../src/kernel/observe.ts';
import {
  type FakeAnthropic,
  type Script,
  type Step,
  say,
  startFakeAnthropic,
  stop,
  tokensFor,
} from '../support/fakeAnthropic.ts';
import { type HeldClock, holdClock } from '../support/heldClock.ts';
import { orderOf } from '../support/taskOf.ts';

let fake: FakeAnthropic;
beforeAll(async () => {
  fake = await startFakeAnthropic();
});
afterAll(() => fake.close());

const schema = z.object({ say: z.string().min(1), urgency: z.enum(['low', 'high']), quotes: z.array(z.string()) });
const said = { prompt: '<data name="question">\n"How many beds?"\n</data>', userKey: 'tenant-1' };
const plain = orderOf({ system: 'You answer.', maxTokens: 100 }, said);
const bound = orderOf({ name: 'coach', tier: 'large', system: 'You answer.', schema, maxTokens: 100 }, said);

/** Time runs, but a pause before a second try costs nothing. */
function hurriedClock(pauses: number[] = []): Clock {
  return {
    now: () => Date.now(),
    after(delayMs, act) {
      if (delayMs >= 15_000) return () => {};
      pauses.push(delayMs);
      const timer = setTimeout(act, 0);
      return () => clearTimeout(timer);
    },
  };
}

interface Run {
  result: Promise<WritingResult>;
  texts: string[];
  aborter: AbortController;
  /** Resolves with the first text. */
  spoke: Promise<void>;
  first: number;
}

function write(
  script: Script | Step[],
  order: WritingOrder = plain,
  clock: Clock = hurriedClock(),
  patience?: number,
): Run {
  fake.play(typeof script === 'function' ? script : () => script);
  const first = fake.requests.length;
  const model = createAnthropicModel({
    ...defaultModels,
    apiKey: 'test',
    baseUrl: fake.url,
    clock,
    log: silentLogger,
    meter: silentMeter,
    random: () => 0.5,
    ...(patience === undefined ? {} : { patience }),
  });
  const texts: string[] = [];
  const aborter = new AbortController();
  let onSpoke = (): void => {};
  const spoke = new Promise<void>((resolve) => {
    onSpoke = resolve;
  });
  const result = model.write(order, {
    onText(text) {
      texts.push(text);
      onSpoke();
    },
    signal: aborter.signal,
  });
  return { result, texts, aborter, spoke, first };
}

/** Plays one script per try. */
const tries = (...scripts: Step[][]): Script => {
  let played = 0;
  return () => scripts[Math.min(played++, scripts.length - 1)] as Step[];
};

describe('a whole answer', () => {
  test('in plain text is done, with its text, its usage and its price', async () => {
    const run = write([say('It has '), { do: 'ping' }, say('three beds.'), stop()]);
    const result = await run.result;
    expect(run.texts).toEqual(['It has ', 'three beds.']);
    expect(result).toEqual({
      status: 'done',
      basis: 'model',
      answer: { say: 'It has three beds.' },
      started: true,
      usage: {
        model: 'claude-haiku-5-5',
        inputTokens: 100,
        outputTokens: 2,
        cacheReadTokens: 20,
        cacheWriteTokens: 10,
        // 100 × 0.1 + 2 × 0.5 + 20 × 0.01 + 10 × 0.125
        costMicroUsd: 12,
      },
    });
  });

  test('bound to a schema streams exactly `say`, and the rest is checked behind it', async () => {
    const words = 'Ask for the “range” 😀\nfirst.';
    const run = write(({ body }) => [{ do: 'tokens', tokens: tokensFor(body, words), everyMs: 0 }, stop()], bound);
    const result = await run.result;
    expect(run.texts.join('')).toBe(words);
    expect(result).toMatchObject({ status: 'done', answer: { say: words, urgency: 'low', quotes: [] } });
  });

  test('shows `say` even when the model put it last', async () => {
    const run = write([say('{"urgency":"low","quotes":[],"say":"Late."}'), stop()], bound);
    expect(await run.result).toMatchObject({ status: 'done', answer: { say: 'Late.' } });
    expect(run.texts).toEqual(['Late.']);
  });

  test('is asked for without sampling knobs, with the system text cached and the schema in output_config', async () => {
    const run = write(({ body }) => [say(tokensFor(body, 'Fine.').join('')), stop()], bound);
    await run.result;
    const { body, headers } = fake.requests[run.first]!;
    expect(body).toMatchObject({
      model: 'claude-sonnet-5-5',
      stream: true,
      system: [{ type: 'text', text: 'You answer.', cache_control: { type: 'ephemeral' } }],
      output_config: { effort: 'low', format: { type: 'json_schema', schema: { type: 'object' } } },
      metadata: { user_id: 'tenant-1' },
    });
    expect(body).not.toHaveProperty('temperature');
    expect(body).not.toHaveProperty('top_p');
    expect(Object.keys(body.output_config?.format?.schema.properties as object)[0]).toBe('say');
    expect(headers.authorization).toBe('Bearer test');
  });
});

describe('a block that many orders share', () => {
  const cached = { cache_control: { type: 'ephemeral' } };
  const systemFor = async (stable: string[]): Promise<unknown> => {
    const run = write([say('Fine.'), stop()], { ...plain, stable });
    await run.result;
    return fake.requests[run.first]!.body.system;
  };

  test('goes behind the task’s words, a cached block each', async () => {
    expect(await systemFor(['the brokerage', 'the home'])).toEqual([
      { type: 'text', text: 'You answer.', ...cached },
      { type: 'text', text: 'the brokerage', ...cached },
      { type: 'text', text: 'the home', ...cached },
    ]);
  });

  test('asks for no more caching than the API allows, and of many blocks the last have it', async () => {
    const system = (await systemFor(['1', '2', '3', '4', '5'])) as { text: string; cache_control?: object }[];
    const withCache = system.filter((block) => block.cache_control !== undefined);
    expect(withCache.map(({ text }) => text)).toEqual(['You answer.', '3', '4', '5']);
    expect(system.map(({ text }) => text)).toEqual(['You answer.', '1', '2', '3', '4', '5']);
  });

  test('a block without words is left out', async () => {
    expect(await systemFor(['', ' \n'])).toEqual([{ type: 'text', text: 'You answer.', ...cached }]);
  });
});

describe('an answer that is not whole is never done', () => {
  const words = say('It has ');
  const table: [string, Step[], Partial<WritingResult>][] = [
    ['max_tokens', [words, stop('max_tokens')], { status: 'truncated' }],
    ['a full context window', [words, stop('model_context_window_exceeded')], { status: 'truncated' }],
    ['a refusal', [words, stop('refusal')], { status: 'refused', code: 'MODEL_REFUSED' }],
    ['S69: a tool that nobody offered', [words, stop('tool_use')], { status: 'failed', code: 'DEPENDENCY_DOWN' }],
    ['a reason nobody knows', [words, stop('brand_new_reason')], { status: 'failed', code: 'DEPENDENCY_DOWN' }],
    [
      'an overload in mid-stream',
      [words, { do: 'error', type: 'overloaded_error' }],
      { status: 'failed', code: 'MODEL_OVERLOADED' },
    ],
    [
      'an error in mid-stream',
      [words, { do: 'error', type: 'api_error' }],
      { status: 'failed', code: 'DEPENDENCY_DOWN' },
    ],
    ['a clean end without message_stop', [words, { do: 'fin' }], { status: 'failed', code: 'DEPENDENCY_DOWN' }],
    [
      'half an UTF-8 character and the end',
      [words, { do: 'bytes', bytes: Uint8Array.of(0xf0, 0x9f) }, { do: 'fin' }],
      { status: 'failed' },
    ],
    [
      'half an event and the end',
      [
        words,
        { do: 'bytes', bytes: Buffer.from('event: content_block_delta\ndata: {"type":"content_bl\n\n') },
        { do: 'fin' },
      ],
      { status: 'failed' },
    ],
    [
      'a line that never ends well',
      [words, say('x'.repeat(300_000)), { do: 'wait', ms: 5000 }],
      { status: 'truncated' },
    ],
  ];
  test.each(table)('%s', async (_, script, expected) => {
    const run = write(script);
    const result = await run.result;
    expect(result).toMatchObject({ ...expected, answer: null, started: true });
    expect(run.texts[0]).toBe('It has ');
    // Words that people have seen are never asked for again.
    expect(fake.requests.length).toBe(run.first + 1);
  });

  test('S69: a call of a tool, with all it is called with, is asked for once, run never, and leaves the word to the playbook', async () => {
    const input = JSON.stringify({ cmd: 'text all leads' });
    const run = write([
      { do: 'event', name: 'content_block_stop', data: { index: 0 } },
      {
        do: 'event',
        name: 'content_block_start',
        data: { index: 1, content_block: { type: 'tool_use', id: 'toolu_1', name: 'shell', input: {} } },
      },
      {
        do: 'event',
        name: 'content_block_delta',
        data: { index: 1, delta: { type: 'input_json_delta', partial_json: input } },
      },
      { do: 'event', name: 'content_block_stop', data: { index: 1 } },
      stop('tool_use'),
    ]);
    // Not begun: the stand-in may write.
    expect(await run.result).toMatchObject({ status: 'failed', started: false, answer: null });
    expect(run.texts).toEqual([]);
    expect(fake.requests.length).toBe(run.first + 1);
    expect(fake.requests[run.first]?.body).not.toHaveProperty('tools');
  });

  test('a cut connection', async () => {
    let cut = (): void => {};
    const until = new Promise<void>((resolve) => {
      cut = resolve;
    });
    const run = write([words, { do: 'hold', until }, { do: 'cut' }]);
    await run.spoke;
    cut();
    expect(await run.result).toMatchObject({ status: 'failed', code: 'DEPENDENCY_DOWN', started: true, answer: null });
    expect(fake.requests.length).toBe(run.first + 1);
  });

  test.each([
    ['not JSON', 'Here you are: {"say":"x"}'],
    ['JSON of another shape', '{"say":"Ask.","urgency":"sometimes","quotes":[]}'],
    ['JSON with a second say', '{"say":"Ask.","say":"Other.","urgency":"low","quotes":[]}'],
    ['half of its JSON', '{"say":"Ask.","urg'],
  ])('%s does not fit the schema', async (_, json) => {
    expect(await write([say(json), stop()], bound).result).toMatchObject({ status: 'failed', answer: null });
  });

  test('an empty answer', async () => {
    expect(await write([stop()]).result).toMatchObject({ status: 'failed', started: false, answer: null });
  });

  test('an event nobody knows does no harm', async () => {
    const run = write([words, { do: 'event', name: 'brand_new_event', data: { x: 1 } }, say('beds.'), stop()]);
    expect(await run.result).toMatchObject({ status: 'done', answer: { say: 'It has beds.' } });
  });
});

describe('a failure before the first text', () => {
  const good = [say('Fine.'), stop()];
  test.each<[string, Step[]]>([
    ['an overload', [{ do: 'status', status: 529, error: 'overloaded_error' }]],
    ['a rate limit', [{ do: 'status', status: 429, error: 'rate_limit_error' }]],
    ['a server error', [{ do: 'status', status: 500, error: 'api_error' }]],
    ['a cut', [{ do: 'ping' }, { do: 'cut' }]],
    ['an end without a word', [{ do: 'fin' }]],
    ['an overload event', [{ do: 'error', type: 'overloaded_error' }]],
  ])('%s is tried once more', async (_, script) => {
    const run = write(tries(script, good));
    expect(await run.result).toMatchObject({ status: 'done', answer: { say: 'Fine.' } });
    expect(fake.requests.length).toBe(run.first + 2);
  });

  test.each<[string, Step, Partial<WritingResult>]>([
    ['529', { do: 'status', status: 529, error: 'overloaded_error' }, { code: 'MODEL_OVERLOADED' }],
    ['429', { do: 'status', status: 429, error: 'rate_limit_error' }, { code: 'MODEL_OVERLOADED' }],
    ['503', { do: 'status', status: 503, error: 'api_error' }, { code: 'DEPENDENCY_DOWN' }],
  ])('%s for ever is tried twice', async (_, script, expected) => {
    const run = write([script]);
    expect(await run.result).toMatchObject({ status: 'failed', started: false, ...expected });
    expect(fake.requests.length).toBe(run.first + 2);
  });

  test.each<[string, Step, Partial<WritingResult>]>([
    ['a wrong key', { do: 'status', status: 401, error: 'authentication_error' }, { code: 'DEPENDENCY_DOWN' }],
    ['a wrong request', { do: 'status', status: 400, error: 'invalid_request_error' }, { code: 'DEPENDENCY_DOWN' }],
    [
      'a reached spending limit',
      { do: 'status', status: 429, error: 'rate_limit_error', details: { error_code: 'enforced_spend_limit_reached' } },
      { code: 'COST_LIMIT' },
    ],
    [
      'an hour to wait',
      { do: 'status', status: 429, error: 'rate_limit_error', headers: { 'retry-after': '3600' } },
      { code: 'MODEL_OVERLOADED' },
    ],
  ])('%s is not tried again', async (_, script, expected) => {
    const run = write([script]);
    expect(await run.result).toMatchObject({ status: 'failed', ...expected });
    expect(fake.requests.length).toBe(run.first + 1);
  });

  test('waits as long as the API asks, up to eight seconds', async () => {
    const pauses: number[] = [];
    const limited: Step[] = [{ do: 'status', status: 429, error: 'rate_limit_error', headers: { 'retry-after': '3' } }];
    await write(tries(limited, good), plain, hurriedClock(pauses)).result;
    expect(pauses).toContain(3000);
  });

  test('no server at all is an outage', async () => {
    const gone = await startFakeAnthropic();
    await gone.close();
    const model = createAnthropicModel({
      ...defaultModels,
      apiKey: 'test',
      baseUrl: gone.url,
      clock: hurriedClock(),
      log: silentLogger,
      meter: silentMeter,
    });
    const result = await model.write(plain, { onText() {}, signal: new AbortController().signal });
    expect(result).toMatchObject({ status: 'failed', code: 'DEPENDENCY_DOWN', started: false });
  });
});

describe('an abort', () => {
  test('in mid-stream ends it as stopped and closes the connection', async () => {
    const run = write([say('It has '), { do: 'hold', until: new Promise(() => {}) }]);
    await run.spoke;
    run.aborter.abort();
    expect(await run.result).toMatchObject({ status: 'stopped', answer: null, started: true });
    await (await fake.request(run.first)).left;
  });

  test('before the first text too', async () => {
    const run = write([{ do: 'hold', until: new Promise(() => {}) }]);
    const request = await fake.request(run.first);
    run.aborter.abort();
    expect(await run.result).toMatchObject({ status: 'stopped', started: false });
    await request.left;
  });

  test('during the pause before a second try ends the wait', async () => {
    const clock = holdClock();
    const run = write([{ do: 'status', status: 529, error: 'overloaded_error' }], plain, clock);
    await untilWaiting(clock, 500);
    run.aborter.abort();
    expect(await run.result).toMatchObject({ status: 'stopped' });
    expect(fake.requests.length).toBe(run.first + 1);
  });

  test('that came before the order makes no difference', async () => {
    fake.play(() => [say('It has '), stop()]);
    const model = createAnthropicModel({
      ...defaultModels,
      apiKey: 'test',
      baseUrl: fake.url,
      clock: hurriedClock(),
      log: silentLogger,
      meter: silentMeter,
    });
    const result = await model.write(plain, { onText() {}, signal: AbortSignal.abort() });
    expect(result).toMatchObject({ status: 'stopped', started: false });
  });
});

describe('the watchdog', () => {
  test('ends a stream after 15 s without a byte, and closes the connection', async () => {
    const clock = holdClock();
    const run = write([say('It has '), { do: 'hold', until: new Promise(() => {}) }], plain, clock);
    await run.spoke;
    await clock.pass(14_900);
    expect(await Promise.race([run.result, 'still running'])).toBe('still running');
    await clock.pass(200);
    expect(await run.result).toMatchObject({ status: 'failed', code: 'MODEL_TIMEOUT', started: true });
    await (await fake.request(run.first)).left;
  });

  test('ends a request that gets no headers', async () => {
    const clock = holdClock();
    const run = write([{ do: 'hold', until: new Promise(() => {}) }], plain, clock);
    await fake.request(run.first);
    await clock.pass(15_100);
    expect(await run.result).toMatchObject({ status: 'failed', code: 'MODEL_TIMEOUT', started: false });
  });

  test('counts pings as life, but only for 45 s without text', async () => {
    const clock = holdClock();
    let ping = (): void => {};
    const next = (): Promise<void> =>
      new Promise((resolve) => {
        ping = resolve;
      });
    // Each ping is let go by the test, so that the fake's time and the clock's are one.
    const holds = [next()];
    const lets = [ping];
    for (let i = 0; i < 3; i++) {
      holds.push(next());
      lets.push(ping);
    }
    const script: Step[] = [
      say('It has '),
      ...holds.flatMap((until): Step[] => [{ do: 'hold', until }, { do: 'ping' }]),
      { do: 'hold', until: new Promise(() => {}) },
    ];
    const run = write(script, plain, clock);
    await run.spoke;
    for (const go of lets) {
      await clock.pass(11_000);
      expect(await Promise.race([run.result, 'still running'])).toBe('still running');
      const before = clock.asked();
      go();
      await clock.askedMoreThan(before);
    }
    await clock.pass(1100);
    expect(await run.result).toMatchObject({ status: 'failed', code: 'MODEL_TIMEOUT' });
  });
});

describe('with the patience for a slow model', () => {
  const never = new Promise<void>(() => {});

  function openable(): { until: Promise<void>; open(): void } {
    let open = (): void => {};
    const until = new Promise<void>((resolve) => {
      open = resolve;
    });
    return { until, open };
  }

  test('a first word after the plain limits, of silence and of the task, is waited for', async () => {
    const clock = holdClock();
    const { until, open } = openable();
    const order = orderOf({ maxTokens: 100, timeoutMs: 20_000 }, said);
    const run = write([{ do: 'hold', until }, say('Fine.'), stop()], order, clock, 10);
    await fake.request(run.first);
    await clock.pass(140_000);
    expect(await Promise.race([run.result, 'still running'])).toBe('still running');
    open();
    expect(await run.result).toMatchObject({ status: 'done', answer: { say: 'Fine.' } });
  });

  test('the task’s time ends that many times later', async () => {
    const clock = holdClock();
    const run = write([{ do: 'hold', until: never }], orderOf({ timeoutMs: 1_500 }, said), clock, 4);
    await fake.request(run.first);
    await clock.pass(5_900);
    expect(await Promise.race([run.result, 'still running'])).toBe('still running');
    await clock.pass(200);
    expect(await run.result).toMatchObject({ status: 'failed', code: 'MODEL_TIMEOUT', late: true });
  });

  test('silence is an outage that many times later', async () => {
    const clock = holdClock();
    const run = write([say('It has '), { do: 'hold', until: never }], plain, clock, 10);
    await run.spoke;
    await clock.pass(149_900);
    expect(await Promise.race([run.result, 'still running'])).toBe('still running');
    await clock.pass(200);
    expect(await run.result).toMatchObject({ status: 'failed', code: 'MODEL_TIMEOUT', started: true });
  });
});

/** Until a timer of about this length waits. */
async function untilWaiting(clock: HeldClock, delayMs: number): Promise<void> {
  while (!clock.delays().some((delay) => delay > 0 && delay <= delayMs * 1.3))
    await new Promise((resolve) => setImmediate(resolve));
}

describe('an answer that does not fit', () => {
  const fitting = '{"say":"Fine.","urgency":"low","quotes":[]}';

  test('is read as it was meant, when it can be', async () => {
    const run = write([say("```json\n{'say': 'Fine.', 'urgency': 'low', 'quotes': [],}\n```"), stop()], bound);
    expect(await run.result).toMatchObject({ status: 'done', answer: { say: 'Fine.', urgency: 'low' } });
    expect(run.texts.join('')).toBe('Fine.');
    expect(fake.requests).toHaveLength(run.first + 1);
  });

  test('is asked for once more while nobody has read of it, and both tries are paid for', async () => {
    const run = write(tries([say('{"urgency":"low"}'), stop()], [say(fitting), stop()]), bound);
    const result = await run.result;
    expect(result).toMatchObject({ status: 'done', answer: { say: 'Fine.' }, usage: { inputTokens: 200 } });
    const { messages } = fake.requests[run.first + 1]!.body;
    expect(messages.map(({ role }) => role)).toEqual(['user', 'assistant', 'user']);
    expect(messages[1]!.content).toBe('{"urgency":"low"}');
  });

  test('gives, after the second try, the answer that the ladder finds and the task can use', async () => {
    const rescuing = orderOf(
      {
        tier: 'large',
        schema,
        rescue: ({ say: words }) => (words === null ? null : { say: words, urgency: 'low', quotes: [] }),
      },
      said,
    );
    const run = write([say('**Say:** Ask for the range.\n**Confidence:** high'), stop()], rescuing);
    expect(await run.result).toMatchObject({ status: 'done', answer: { say: 'Ask for the range.', urgency: 'low' } });
    expect(fake.requests).toHaveLength(run.first + 2);
  });

  test('fails where nothing can be made of it', async () => {
    const run = write([say('I cannot help with that.'), stop()], bound);
    expect(await run.result).toMatchObject({ status: 'failed', started: false });
    expect(fake.requests).toHaveLength(run.first + 2);
  });
});

describe('an order', () => {
  test('goes to the model of its tier, or of the tier it is given', async () => {
    const asked = async (order: WritingOrder): Promise<string> => {
      const run = write([say('Fine.'), stop()], order);
      await run.result;
      return fake.requests[run.first]!.body.model;
    };
    expect(await asked(orderOf({ tier: 'small' }, said))).toBe('claude-haiku-5-5');
    expect(await asked(orderOf({ tier: 'large' }, said))).toBe('claude-sonnet-5-5');
    expect(await asked(orderOf({ tier: 'large' }, { ...said, tier: 'small' }))).toBe('claude-haiku-5-5');
  });

  test('shows the talk before it as turns, which the visitor opens', async () => {
    const turns = [
      { from: 'assistant' as const, text: 'Buying or selling?' },
      { from: 'visitor' as const, text: 'selling' },
    ];
    const run = write([say('Fine.'), stop()], orderOf({}, { prompt: 'Now?', turns }));
    await run.result;
    expect(fake.requests[run.first]!.body.messages).toEqual([
      { role: 'user', content: '…' },
      { role: 'assistant', content: 'Buying or selling?' },
      { role: 'user', content: 'selling' },
      { role: 'user', content: 'Now?' },
    ]);
  });

  test('that has no more time ends as late, with its connection cut', async () => {
    const clock = holdClock();
    const run = write([{ do: 'ping' }], orderOf({ timeoutMs: 1500 }, said), clock);
    const request = await fake.request(run.first);
    await clock.pass(1499);
    await clock.pass(1);
    expect(await run.result).toMatchObject({ status: 'failed', code: 'MODEL_TIMEOUT', late: true, started: false });
    await request.left;
  });
});
