import { randomUUID } from 'node:crypto';
import { loadReader } from '../../src/app/loadReader.ts';
import { readMessage } from '../../src/features/bots/understand/readMessage.ts';
import { vetTask } from '../../src/features/composing/vetTask.ts';
import { understandSystem } from '../../src/features/understanding/modelWords.ts';
import { readTalks } from '../evals/talks/readTalks.ts';
import { writeSpoken } from '../support/answering.ts';
import {
  type FakeAnthropic,
  type MessagesBody,
  type Step,
  stableOf,
  startFakeAnthropic,
  stop,
} from '../support/fakeAnthropic.ts';
import { type HubClient, openVisitor } from '../support/hubClient.ts';
import { openHub } from '../support/openHub.ts';
import { percentile, printTable } from './figures.ts';
import { measureShelf, printShelf } from './shelf.ts';
import { type Took, timesOf } from './timesOf.ts';

const goals = { p50Ms: 1, p99Ms: 5, longMs: 25, firstWordsMs: 1_200 };
const at = '2026-11-21T15:00:00.000Z';
const longChars = 4_000;

/** The reader in process, and in the same run the rules alone on the same words. */
function measureOffline(): Record<'message' | 'long', { reader: Took; rules: Took }> {
  const reader = loadReader();
  const { seen } = readTalks();
  const texts = seen.flatMap(({ lines }) => lines.flatMap((line) => ('answer' in line ? [] : [line.text])));
  const all = texts.join('. ');
  const long = Array.from({ length: 40 }, (_, n) => all.slice(n * 300, n * 300 + longChars));
  const read = (text: string) => reader({ text }, { asked: 'budget', language: 'en' });
  const rules = (text: string) => readMessage({ seq: 1, log: 'public:c', text }, 'budget', at);
  return {
    message: { reader: timesOf(texts, read), rules: timesOf(texts, rules) },
    long: { reader: timesOf(long, read), rules: timesOf(long, rules) },
  };
}

const firstTokenMs = 600;
const tokensPerSecond = 80;
const quietMs = 1_500;
const visitors = 6;
const questions = [
  'does it have a fenced yard',
  'what did they do to the floors',
  'how is it heated',
  'what is the parking like',
  'is there a fireplace in it',
];

/** Common knowledge of agents: no fact says it, and the small model judges it. */
const common = { text: 'At a showing people often listen for a while with the windows closed.', facts: [] };

/** A reply with a fact of the brokerage word for word and a sentence that is judged, in this order or in the other. */
function replyTo(prompt: string, isJudgedFirst: boolean): string {
  const [, id = '', text = ''] = /"(house\.[^"]+)":"([^"]+)"/.exec(prompt) ?? [];
  const fact = { text, facts: [id] };
  return writeSpoken(isJudgedFirst ? [common, fact] : [fact, common]);
}

const isOf = ({ system }: MessagesBody, task: string): boolean => JSON.stringify(system).includes(JSON.stringify(task));

/** As fast as the double is set to: a reading of the message, a reply, or a judgment of its doubtful sentence. */
function playModel(fake: FakeAnthropic, isJudgedFirst: boolean): void {
  fake.play(({ body }): Step[] => {
    const [, message = ''] = String(body.messages.at(-1)?.content).split('<data name="message">\n"');
    const [quote = ''] = message.split('"\n');
    const answer = isOf(body, understandSystem)
      ? JSON.stringify({ acts: ['asks'], questions: [{ about: 'home', quote }] })
      : isOf(body, vetTask.system)
        ? JSON.stringify({ verdicts: [{ n: 1, why: 'common knowledge', ok: true }] })
        : replyTo(stableOf(body), isJudgedFirst);
    const tokens = answer.match(/[\s\S]{1,4}/g) ?? [];
    return [{ do: 'wait', ms: firstTokenMs }, { do: 'tokens', tokens, everyMs: 1000 / tokensPerSecond }, stop()];
  });
}

/** From the end of the quiet that ends a burst to the first words of the reply on the visitor's wire, in ms. */
async function firstWordsAfter(visitor: HubClient, burst: readonly string[]): Promise<number> {
  const before = visitor.all('stream-delta').length;
  let sentAt = 0;
  for (const text of burst) {
    sentAt = performance.now();
    await visitor.send('chat-send', { commandId: randomUUID(), text });
  }
  const came = await new Promise<number>((resolve) => {
    const look = (): void => {
      if (visitor.all('stream-delta').length > before) resolve(performance.now());
      else setTimeout(look, 2);
    };
    look();
  });
  const answered = visitor.entries('message-created').length;
  await visitor.untilEntry(
    'message-created',
    (entry) => entry.actor.kind === 'bot' && visitor.entries('message-created').indexOf(entry) >= answered - 1,
  );
  return came - sentAt - quietMs;
}

async function measureFirstWords(
  isRead: boolean,
  isJudgedFirst = false,
): Promise<{ one: Took; two: Took; readings: number; judged: number }> {
  const fake = await startFakeAnthropic();
  playModel(fake, isJudgedFirst);
  const env = {
    ANTHROPIC_API_KEY: 'key',
    ANTHROPIC_BASE_URL: fake.url,
    ...(isRead ? {} : { HUB_MODEL_OFF: 'understand' }),
  };
  const hub = await openHub({ env });
  const one: number[] = [];
  const two: number[] = [];
  await Promise.all(
    Array.from({ length: visitors }, async () => {
      const visitor = await openVisitor(hub.url);
      // The first reply begins with who Jorge is: authored words, which wait for no model.
      await firstWordsAfter(visitor, ['hello']);
      for (const question of questions) one.push(await firstWordsAfter(visitor, [question]));
      for (const question of questions)
        two.push(await firstWordsAfter(visitor, ['one more thing', `${question}, again`]));
      visitor.close();
    }),
  );
  const counted = (task: string): number => fake.requests.filter(({ body }) => isOf(body, task)).length;
  await hub.close();
  await fake.close();
  const took = (all: number[]): Took => ({
    p50: Math.round(percentile(all, 0.5)),
    p99: Math.round(percentile(all, 0.99)),
  });
  return {
    one: took(one),
    two: took(two),
    readings: counted(understandSystem),
    judged: counted(vetTask.system),
  };
}

/**
 * `npm run bench -- understand`: the cost of reading and looking up in process, and a visitor's wait when Claude reads
 * and writes; says whether its goals hold.
 */
export async function benchUnderstand(): Promise<boolean> {
  const offline = measureOffline();
  printTable(
    ['read in process, ms', 'p50', 'p99', 'rules alone p50', 'p99'],
    Object.entries(offline).map(([name, { reader, rules }]) => [
      name === 'message' ? 'a message of the talks' : `${longChars} characters`,
      reader.p50,
      reader.p99,
      rules.p50,
      rules.p99,
    ]),
  );
  const shelf = measureShelf();
  printShelf(shelf);
  const without = await measureFirstWords(false);
  const read = await measureFirstWords(true);
  const judged = await measureFirstWords(true, true);
  if (read.readings === 0 || without.readings > 0 || read.judged === 0 || judged.judged === 0)
    throw new Error('the model was not asked as it should be');
  printTable(
    ['first words after the burst’s end, ms', 'p50', 'p99', 'read in process alone p50', 'p99'],
    [
      ['one message', read.one.p50, read.one.p99, without.one.p50, without.one.p99],
      ['two in a row', read.two.p50, read.two.p99, without.two.p50, without.two.p99],
      ['one message, its first sentence judged', judged.one.p50, judged.one.p99, '', ''],
    ],
  );
  console.log(
    `The double: ${firstTokenMs} ms to the first token, ${tokensPerSecond} tokens a second of four characters; ${visitors} visitors at once.`,
  );
  const missed = [
    { what: 'a message, p50', ms: offline.message.reader.p50, most: goals.p50Ms },
    { what: 'a message, p99', ms: offline.message.reader.p99, most: goals.p99Ms },
    { what: `${longChars} characters, p50`, ms: offline.long.reader.p50, most: goals.longMs },
    { what: 'first words, p50', ms: read.one.p50, most: goals.firstWordsMs },
  ].filter(({ ms, most }) => ms > most);
  for (const { what, ms, most } of missed) console.log(`${what}: ${ms} ms, goal ≤ ${most} ms missed`);
  const held = missed.length === 0;
  console.log(
    JSON.stringify({ bench: 'understand', goals, held, offline, shelf, firstWords: { read, without, judged } }),
  );
  return held;
}
