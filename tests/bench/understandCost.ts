import { createAnthropicModel } from '../../src/adapters/anthropic/createAnthropicModel.ts';
import { defaultModels } from '../../src/adapters/anthropic/defaultModels.ts';
import { homeFacts } from '../../src/features/composing/homeFacts.ts';
import { speakOrder, type VisitorLine } from '../../src/features/composing/speakOrder.ts';
import { vet } from '../../src/features/composing/vetTask.ts';
import { factsOnShelf } from '../../src/features/knowledge/findCards.ts';
import { buildShelf } from '../../src/features/knowledge/shelf.ts';
import { type ReadingAsk, readWithModel } from '../../src/features/understanding/readWithModel.ts';
import { systemClock } from '../../src/kernel/clock.ts';
import { silentLogger, silentMeter } from '../../src/kernel/observe.ts';
import { say, startFakeAnthropic, stop } from '../support/fakeAnthropic.ts';
import { type EstimatedTokens, estimateTokens } from '../support/prefixPrices.ts';
import { home } from '../support/talk.ts';
import { printTable } from './figures.ts';

/** A visitor’s ten messages, what a reader makes of each, and what Jorge answers where it is written for the occasion. */
const talk: readonly { text: string; reading: object; answer: string }[] = [
  {
    text: 'hey is this one still on the market',
    reading: { acts: ['asks'], questions: [{ about: 'home', quote: 'is this one still on the market' }] },
    answer: 'Yes, it is for sale. The listing agent told us on November 20.',
  },
  {
    text: 'what did they do to the floors',
    reading: { acts: ['asks'], questions: [{ about: 'home', quote: 'what did they do to the floors' }] },
    answer: 'They are oak and were refinished in 2019.',
  },
  {
    text: 'nice. we could go up to 640 i think',
    reading: { acts: ['tells'], slots: [{ name: 'budget', value: 'up to $640,000', quote: 'up to 640' }] },
    answer: 'Up to $640,000, got it.',
  },
  {
    text: 'preapproved already, since last week',
    reading: { acts: ['tells'], slots: [{ name: 'preApproval', value: 'pre-approved', quote: 'preapproved already' }] },
    answer: 'Good, that makes an offer easier later on.',
  },
  {
    text: 'need 3 beds at least and some sort of yard for the dog',
    reading: {
      acts: ['tells'],
      slots: [
        { name: 'beds', value: '3', quote: '3 beds' },
        { name: 'features', value: 'a yard', quote: 'some sort of yard' },
      ],
    },
    answer: 'This home has three bedrooms and a fenced back yard.',
  },
  {
    text: 'any HOA',
    reading: { acts: ['asks'], questions: [{ about: 'home', quote: 'any HOA' }] },
    answer: 'No, there is none.',
  },
  {
    text: 'would like to be in before school starts',
    reading: { acts: ['tells'], slots: [{ name: 'timeline', value: 'by August', quote: 'before school starts' }] },
    answer: 'Before school starts, got it.',
  },
  {
    text: 'can we look at it on saturday',
    reading: { acts: ['wants-visit'], slots: [{ name: 'day', value: 'Saturday', quote: 'saturday' }] },
    answer: 'Saturday works for a visit.',
  },
  {
    text: 'around 2',
    reading: { acts: ['answers'], slots: [{ name: 'timeOfDay', value: '2:00 PM', quote: 'around 2' }] },
    answer: 'Around two, got it.',
  },
  {
    text: 'thanks a lot, 512-555-0142 if anything comes up',
    reading: { acts: ['thanks', 'answers'], slots: [{ name: 'phone', value: '[phone 1]', quote: '[phone 1]' }] },
    answer: 'Thank you, we have the number.',
  },
];

const goalUsd = 0.02;
/** So many of three replies hold a sentence that `vet` decides on: 71 of 108 in talks that were answered by hand. */
const vettedOfThree = 2;
const shelf = buildShelf({ brokerage: 'Barton Ridge Realty', market: 'austin' }, []);

/**
 * The cost of ten turns on the small model, each read and each answered by it, two of three with a judged sentence,
 * with `gapMs` between two messages.
 */
async function costOf(gapMs: number): Promise<{ tokens: EstimatedTokens; usd: number }> {
  const estimate = estimateTokens();
  const sum: EstimatedTokens = { input: 0, cacheRead: 0, cacheWrite: 0, output: 0 };
  let now = 0;
  let answer = '';
  const fake = await startFakeAnthropic(({ body }) => {
    const counted = estimate(body, answer, now);
    for (const kind of Object.keys(sum) as (keyof EstimatedTokens)[]) sum[kind] += counted[kind];
    return [say(answer), stop()];
  });
  const model = createAnthropicModel({
    ...defaultModels,
    apiKey: 'none',
    baseUrl: fake.url,
    clock: systemClock,
    log: silentLogger,
    meter: silentMeter,
  });
  const read = readWithModel({ model, logger: silentLogger });
  const lines: { who: 'lead' | 'bot'; text: string }[] = [];
  for (const [at, turn] of talk.entries()) {
    const ask: ReadingAsk = {
      message: { text: turn.text },
      lines,
      bot: 'buyer',
      today: 'Tuesday, November 17',
      asked: null,
      choices: [],
      known: {},
      homes: [{ id: home.listingId, called: home.title }],
      language: 'en',
      people: [],
      causedBy: { tenantId: 't', conversationId: 'c', writerId: 'v', addressKey: null },
    };
    answer = JSON.stringify(turn.reading);
    if ((await read(ask)) === null) throw new Error(`no reading of “${turn.text}”`);
    answer = turn.answer;
    const order = speakOrder({
      tenantId: 't',
      assistant: 'Jorge',
      brokerage: 'Barton Ridge Realty',
      language: 'en',
      brief: { opens: '', closes: '', done: [], offers: [], mayAsk: [], asks: null, careful: [] },
      facts: { ...factsOnShelf(shelf, 'en'), homes: [], home: homeFacts(home, 'en'), talk: [] },
      known: {},
      prefers: [],
      lines: [...lines, { who: 'lead', text: turn.text }],
      whispers: [],
    });
    const { signal } = new AbortController();
    await model.write(order, { onText: () => {}, signal });
    if (at % 3 < vettedOfThree) {
      const said: VisitorLine[] = [...lines, { who: 'lead', text: turn.text }];
      const facts = homeFacts(home, 'en');
      answer = JSON.stringify({ verdicts: [{ n: 1, why: 'a fact says so', ok: true }] });
      await vet(model, [{ text: turn.answer, facts: facts.slice(0, 1) }], { lines: said, facts }, order, signal);
    }
    lines.push({ who: 'lead', text: turn.text }, { who: 'bot', text: turn.answer });
    now += gapMs;
  }
  await fake.close();
  const price = defaultModels.prices[defaultModels.tiers.small];
  if (price === undefined) throw new Error('the small model has no price');
  const { input, cacheRead, cacheWrite, output } = sum;
  const microUsd =
    input * price.input + cacheRead * price.cacheRead + cacheWrite * price.cacheWrite + output * price.output;
  return { tokens: sum, usd: microUsd / 1_000_000 };
}

/** `npm run bench -- understand-cost`: an estimate, by characters and by the price table; nobody was asked and nothing was billed. Says whether its goal holds. */
export async function benchUnderstandCost(): Promise<boolean> {
  const gaps: [string, number][] = [
    ['a message every 40 s', 40_000],
    ['every 6 min, the cache is cold each time', 360_000],
  ];
  const rows: (string | number)[][] = [];
  const figures: Record<string, number> = {};
  for (const [name, gapMs] of gaps) {
    const { tokens, usd } = await costOf(gapMs);
    rows.push([name, tokens.input, tokens.cacheRead, tokens.cacheWrite, tokens.output, `$${usd.toFixed(5)}`]);
    figures[`${gapMs}`] = usd;
  }
  printTable(['ten turns, estimated', 'in', 'cache read', 'cache write', 'out', 'cost'], rows);
  console.log(
    `An estimate: ${defaultModels.tiers.small}, characters / 3.6, prefix cache from 4,096 tokens for five minutes, our price table.`,
  );
  const held = (figures['40000'] ?? 1) <= goalUsd;
  console.log(JSON.stringify({ bench: 'understand-cost', estimate: true, goalUsd, held, usdByGapMs: figures }));
  return held;
}
