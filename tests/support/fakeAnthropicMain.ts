/**
 * The fake Messages API as its own process, for benches: `tsx tests/support/fakeAnthropicMain.ts --port 0 --tokens 500
 * --per-second 50 --per-write 1`; 0 tokens a second is full speed. Prints one line of JSON, `{"url": …}`, when it listens.
 * A forked one ends with its parent, can be set to another load (`{load}`), and tells when it wrote each piece of a request
 * whose prompt names itself `bench-<n>` (`{stamps: true}` → `{stamps: {n: [ms, …]}, sentences: {n: [{chars, token}, …]}}`, on
 * the clock of `process.hrtime`). Asked for sentences, it tells facts of the material in their own words, each with its id, as
 * often as the tokens allow: `sentences` says how much text stands after each, and which token completed it.
 */
import { parseArgs } from 'node:util';
import { type MessagesBody, stableOf, startFakeAnthropic, stop, tokensFor } from './fakeAnthropic.ts';

export interface FakeLoad {
  tokens: number;
  perSecond: number;
  perWrite: number;
}

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '0' },
    tokens: { type: 'string', default: '500' },
    'per-second': { type: 'string', default: '0' },
    'per-write': { type: 'string', default: '1' },
  },
});
let load: FakeLoad = {
  tokens: Number(values.tokens),
  perSecond: Number(values['per-second']),
  perWrite: Number(values['per-write']),
};
const sentence = 'The kitchen was renovated and it opens to a deck with shade in the afternoon. ';
let stamps: Record<string, number[]> = {};
let sentences: Record<string, Completed[]> = {};

/** So much of the text stands when this token has been read. */
export interface Completed {
  chars: number;
  token: number;
}

/** Facts that somebody entered, as the material has them. */
const factPattern = /"(home\.[a-z0-9-]+)":"((?!not on file)[^"\\]{8,90})"/g;

/** Null: the request does not ask for sentences. */
function answerFromFacts(body: MessagesBody, tokens: number): { tokens: string[]; completed: Completed[] } | null {
  const schema = body.output_config?.format?.schema as { properties?: { sentences?: unknown } } | undefined;
  if (schema?.properties?.sentences === undefined) return null;
  const facts = [...(stableOf(body) + String(body.messages.at(-1)?.content)).matchAll(factPattern)].filter(
    ([, , words]) => !words?.includes('not on file'),
  );
  let json = '{"asked":null,"tell":null,"unsure":false,"sentences":[';
  let chars = 0;
  const completed: Completed[] = [];
  for (const [, id = '', text = ''] of facts) {
    const piece = JSON.stringify({ text, facts: [id] });
    if (json.length + piece.length + 3 > tokens * 4) break;
    json += completed.length === 0 ? piece : `,${piece}`;
    chars += text.length + (completed.length === 0 ? 0 : 1);
    completed.push({ chars, token: Math.ceil(json.length / 4) - 1 });
  }
  return { tokens: `${json}]}`.match(/[\s\S]{1,4}/g) ?? [], completed };
}

const fake = await startFakeAnthropic(({ body }) => {
  const { tokens, perSecond, perWrite } = load;
  const words = sentence.repeat(Math.ceil((tokens * 4) / sentence.length)).slice(0, tokens * 4);
  const everyMs = perSecond === 0 ? 0 : (1000 * perWrite) / perSecond;
  const name = nameOf(body);
  const times: number[] = [];
  const answer = answerFromFacts(body, tokens);
  if (name !== null) {
    stamps[name] = times;
    if (answer !== null) sentences[name] = answer.completed;
  }
  return [
    // Streams that begin together must not stay in step forever.
    ...(everyMs === 0 ? [] : [{ do: 'wait' as const, ms: ((Number(name ?? 0) * 37) % 100) * (everyMs / 100) }]),
    {
      do: 'tokens',
      tokens: answer?.tokens ?? tokensFor(body, words),
      everyMs,
      perWrite,
      onWrite: () => times.push(Number(process.hrtime.bigint()) / 1e6),
    },
    stop(),
  ];
}, Number(values.port));

function nameOf(body: MessagesBody): string | null {
  return /bench-(\d+)/.exec(JSON.stringify(body.messages))?.[1] ?? null;
}

process.stdout.write(`${JSON.stringify({ url: fake.url })}\n`);
process.send?.({ url: fake.url });
process.on('message', (message: { load?: FakeLoad; stamps?: true }) => {
  if (message.load !== undefined) {
    load = message.load;
    process.send?.({ load });
  }
  if (message.stamps === true) {
    process.send?.({ stamps, sentences });
    stamps = {};
    sentences = {};
  }
});
process.on('disconnect', () => process.exit(0));
