/**
 * The fake Messages API as its own process, for benches: `tsx tests/support/fakeAnthropicMain.ts --port 0 --tokens 500
 * --per-second 50 --per-write 1`; 0 tokens a second is full speed. Prints one line of JSON, `{"url": …}`, when it listens.
 * A forked one ends with its parent, can be set to another load (`{load}`), and tells when it wrote each piece of a request
 * whose prompt names itself `bench-<n>` (`{stamps: true}` → `{stamps: {n: [ms, …]}, sentences: {n: [{chars, token}, …]}, cards: {n: {askedAt,
 * sayFrom}}}`, on the clock of `process.hrtime`). A card begins with "Note <n>."; what stands before its words counts among its tokens.
 * Asked for sentences, it tells facts of the material in their own words, each with its id, as often as the tokens allow: `sentences` says
 * how much text stands after each, and which token completed it.
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
let cards: Record<string, AskedCard> = {};

/** So much of the text stands when this token has been read. `from`: where in the answer the sentence's own words begin. */
export interface Completed {
  chars: number;
  from: number;
  token: number;
}

/** When a coach's card was asked for, and how many characters of the answer stand before its words. */
export interface AskedCard {
  askedAt: number;
  sayFrom: number;
}

const nowMs = (): number => Number(process.hrtime.bigint()) / 1e6;

/** Facts that somebody entered, as the material has them. */
const factPattern = /"(home\.[a-z0-9-]+)":"((?!not on file)[^"\\]{8,90})"/g;

/** Null: the request does not ask for sentences. */
function answerFromFacts(body: MessagesBody, tokens: number): { tokens: string[]; completed: Completed[] } | null {
  if (propertiesOf(body)?.sentences === undefined) return null;
  const facts = [...(stableOf(body) + String(body.messages.at(-1)?.content)).matchAll(factPattern)].filter(
    ([, , words]) => !words?.includes('not on file'),
  );
  let json = '{"asked":null,"tell":null,"unsure":false,"sentences":[';
  let chars = 0;
  const completed: Completed[] = [];
  for (const [, id = '', text = ''] of facts) {
    const piece = JSON.stringify({ text, facts: [id] });
    if (json.length + piece.length + 3 > tokens * 4) break;
    const from = json.length + (completed.length === 0 ? 0 : 1) + '{"text":"'.length;
    json += completed.length === 0 ? piece : `,${piece}`;
    chars += text.length + (completed.length === 0 ? 0 : 1);
    completed.push({ chars, from, token: Math.ceil(json.length / 4) - 1 });
  }
  return { tokens: `${json}]}`.match(/[\s\S]{1,4}/g) ?? [], completed };
}

const fake = await startFakeAnthropic(({ body }) => {
  const { tokens, perSecond, perWrite } = load;
  const name = nameOf(body);
  const isCard = propertiesOf(body)?.correct !== undefined;
  const opening = isCard && name !== null ? `Note ${name}. ` : '';
  const words = (opening + sentence.repeat(Math.ceil((tokens * 4) / sentence.length))).slice(0, tokens * 4);
  const everyMs = perSecond === 0 ? 0 : (1000 * perWrite) / perSecond;
  const times: number[] = [];
  const answer = answerFromFacts(body, tokens);
  const written = answer?.tokens ?? tokensFor(body, words);
  // The reading and the qualification of the same words name the same line: only one answer to it is stamped.
  if (name !== null && (isCard || answer !== null || propertiesOf(body) === undefined)) {
    stamps[name] = times;
    if (answer !== null) sentences[name] = answer.completed;
    if (isCard) cards[name] = { askedAt: nowMs(), sayFrom: sayFromOf(written.join('')) };
  }
  return [
    // Streams that begin together must not stay in step forever.
    ...(everyMs === 0 ? [] : [{ do: 'wait' as const, ms: ((Number(name ?? 0) * 37) % 100) * (everyMs / 100) }]),
    { do: 'tokens', tokens: written, everyMs, perWrite, onWrite: () => times.push(nowMs()) },
    stop(),
  ];
}, Number(values.port));

type Properties = Record<string, unknown>;
function propertiesOf(body: MessagesBody): Properties | undefined {
  return (body.output_config?.format?.schema as { properties?: Properties } | undefined)?.properties;
}

function sayFromOf(json: string): number {
  const opened = '"say":"';
  return json.indexOf(opened) + opened.length;
}

/** The newest line of a talk is the last that names itself; a story's home is among what stands before the talk. */
function nameOf(body: MessagesBody): string | null {
  return [...(stableOf(body) + JSON.stringify(body.messages)).matchAll(/bench-(\d+)/g)].at(-1)?.[1] ?? null;
}

process.stdout.write(`${JSON.stringify({ url: fake.url })}\n`);
process.send?.({ url: fake.url });
process.on('message', (message: { load?: FakeLoad; stamps?: true }) => {
  if (message.load !== undefined) {
    load = message.load;
    process.send?.({ load });
  }
  if (message.stamps === true) {
    process.send?.({ stamps, sentences, cards });
    stamps = {};
    sentences = {};
    cards = {};
  }
});
process.on('disconnect', () => process.exit(0));
