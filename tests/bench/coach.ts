import { openBrowser } from '../support/browser.ts';
import type { AskedCard, FakeLoad } from '../support/fakeAnthropicMain.ts';
import { type Heard, type LineHeard, talkWithCards } from './coach/callsWithCards.ts';
import { watchCards } from './coach/paintedCards.ts';
import { median, percentile, printTable, rounded } from './figures.ts';
import { type Call, openAgents, openCall } from './load/openCall.ts';
import { startSystem } from './load/system.ts';
import { loadWorkers } from './load.ts';
import { measureRelay, relayGoals, toAgent } from './relay.ts';
import { buildWorkers, startWorker, type Worker } from './startWorker.ts';

const goals = {
  calls: 200,
  streams: 40,
  cueMsP99: 50,
  tokenMsP99: 50,
  firstWordsMsP99: 50,
};
/** The two on a call speak in turn, each for four seconds: ten words at 150 a minute. */
const everyMs = 8_000;
const linesOfLead = 8;
/** Some are held back: one that is still being written when the next line comes, a cue right after another. */
const leastCards = 0.95;
const leastCues = 4;
const linesTraced = 3;
/** As long as a card that says twenty words, with its quote and its reply. */
const load: FakeLoad = { tokens: 40, perSecond: 50, perWrite: 1 };
const charsPerToken = 4;
/** Clocks of the browser and of Node. */
const clockMs = 3;
const relayLoads = ['100 × 50 tokens/s', '20 × full speed'];
const quietMs = 400;
const sockets = 20;
const withModel = (apiUrl: string) => ({
  ANTHROPIC_API_KEY: 'bench',
  ANTHROPIC_BASE_URL: apiUrl,
  HUB_LIMIT_MODEL_VISITOR: '1000000000',
  HUB_LIMIT_MODEL_ADDRESS: '1000000000',
  HUB_LIMIT_SPEND_TENANT: '1000000',
  HUB_LIMIT_SPEND_HUB: '1000000',
});

interface ApiTold {
  stamps: Record<string, number[]>;
  cards: Record<string, AskedCard>;
}
interface Figures {
  stores: string;
  calls: number;
  lines: number;
  refused: number;
  shown: number;
  shownMsP99: number;
  cues: number;
  cueMsP50: number;
  cueMsP99: number;
  cards: number;
  /** From the end of the lead's 400 ms of quiet to the request at the API. */
  askedMsP50: number;
  askedMsP99: number;
  streamsAtOnce: number;
  firstWordsMsP50: number;
  firstWordsMsP99: number;
  tokenMsP50: number;
  tokenMsP99: number;
}
/** The parts of the time from a line to its card on the desk's screen, in ms, in order. */
interface Trace {
  shown: number;
  /** With the 400 ms of quiet. */
  opened: number;
  asked: number;
  firstToken: number;
  firstWords: number;
  painted: number;
  whole: number;
}

/** `npm run bench -- coach`: 200 calls of which 40 have a card being written at any moment: how soon cues and words are at the agent. */
export async function benchCoach(): Promise<boolean> {
  await buildWorkers(...loadWorkers, 'support/fakeAnthropicMain');
  const api = startWorker('support/fakeAnthropicMain');
  const { url: apiUrl } = await api.first<{ url: string }>();
  await api.ask({ load });
  const { figures, traces } = await measured(api, apiUrl);
  await api.stop();
  printTable(
    ['', 'p50 ms', 'p99 ms', 'of'],
    [
      ['a line at its readers', '', figures.shownMsP99, figures.lines],
      ['a cue, from its line', figures.cueMsP50, figures.cueMsP99, figures.cues],
      ['a card asked for, from the quiet', figures.askedMsP50, figures.askedMsP99, figures.cards],
      ['first words, from their token', figures.firstWordsMsP50, figures.firstWordsMsP99, figures.cards],
      ['a token of a card', figures.tokenMsP50, figures.tokenMsP99, figures.cards],
    ],
  );
  console.log(
    `${figures.calls} calls in ${figures.stores}, ${figures.streamsAtOnce} cards at once (median), ${figures.refused} lines refused.`,
  );
  const middle = [...traces].sort((a, b) => a.whole - b.whole)[Math.floor(traces.length / 2)];
  if (middle !== undefined) {
    const { whole, ...spans } = middle;
    console.log(`\nOne card of ${traces.length} that a desk in a browser painted, from its line on (median, ms):`);
    printTable(['span', 'ms'], [...Object.entries(spans), ['whole', whole]]);
  }
  const relay: Awaited<ReturnType<typeof measureRelay>> = [];
  for (const only of relayLoads) relay.push(...(await measureRelay({ rounds: null, only, systems: [toAgent.name] })));
  const ofAgent = relay.filter(({ system }) => system === toAgent.name);
  printTable(
    ['load', 'CPU µs/token', '× ws'],
    ofAgent.map(({ load: name, cpuMicrosPerToken, toWs }) => [name, cpuMicrosPerToken, toWs]),
  );
  const missed = [
    ...missedBy(figures),
    ...(traces.length > 0 && traces.every(isOrdered) ? [] : ['a trace whose spans add up']),
    ...relayLoads.flatMap((name) => {
      const toWs = ofAgent.find(({ load }) => load === name)?.toWs ?? Number.POSITIVE_INFINITY;
      const most = relayGoals[`${toAgent.name} ${name}`] ?? 0;
      return toWs > most ? [`relay, ${name}: ${toWs} × ws, at most ${most}`] : [];
    }),
  ];
  for (const one of missed) console.log(`Missed: ${one}.`);
  console.log(JSON.stringify({ bench: 'coach', missed, figures, traces, relay: ofAgent }));
  return missed.length === 0;
}

function missedBy(one: Figures): string[] {
  const most = (name: string, is: number, goal: number): string[] =>
    is > goal ? [`${name}: p99 ${is} ms, at most ${goal}`] : [];
  return [
    ...most('a cue', one.cueMsP99, goals.cueMsP99),
    ...most('first words', one.firstWordsMsP99, goals.firstWordsMsP99),
    ...most('a token', one.tokenMsP99, goals.tokenMsP99),
    ...(one.streamsAtOnce < goals.streams ? [`${one.streamsAtOnce} cards at once, at least ${goals.streams}`] : []),
    ...(one.refused > 0 ? [`${one.refused} lines were refused`] : []),
    ...(one.shown < one.lines ? [`${one.lines - one.shown} lines were shown to nobody`] : []),
    ...(one.cards < one.lines * leastCards ? [`${one.cards} cards of ${one.lines} lines`] : []),
    ...(one.cues < goals.calls * leastCues ? [`${one.cues} cues of ${goals.calls} calls`] : []),
  ];
}

/** No span ends before it begins; each begins where the one before it ends, so that they add up to the whole. */
const isOrdered = ({ whole: _, ...spans }: Trace): boolean => Object.values(spans).every((ms) => ms >= -clockMs);

async function measured(api: Worker, apiUrl: string): Promise<{ figures: Figures; traces: Trace[] }> {
  const system = await startSystem({ store: 'memory', nodes: 1, env: withModel(apiUrl) });
  try {
    const url = system.urls[0] as string;
    const clients = await openAgents(url, sockets);
    const calls: Call[] = [];
    while (calls.length < goals.calls) calls.push(await openCall(clients, calls.length));
    let named = 0;
    const talk = async (lines: number): Promise<{ heard: Heard; told: ApiTold }> => {
      const heard = await talkWithCards(calls, { lines, everyMs, firstName: named });
      named += lines * calls.length;
      return { heard, told: await api.ask<ApiTold>({ stamps: true }) };
    };
    // The first lines warm up.
    await talk(1);
    const { heard, told } = await talk(linesOfLead);
    const traces = await tracedBy(url, calls[0] as Call, talk);
    for (const client of clients) client.close();
    return { figures: figuresOf(heard, told), traces };
  } finally {
    await system.stop();
  }
}

/** The same talk once more, with a desk in a browser, which takes time from the others on a small machine. */
async function tracedBy(
  url: string,
  { conversationId }: Call,
  talk: (lines: number) => Promise<{ heard: Heard; told: ApiTold }>,
): Promise<Trace[]> {
  const browser = await openBrowser();
  try {
    const desk = await watchCards(await browser.context(), url, conversationId);
    const { heard, told } = await talk(linesTraced);
    const painted = await desk.paintedAt();
    return heard.lines.flatMap((line) => traceOf(line, told, painted.get(line.n)) ?? []);
  } finally {
    await browser.close();
  }
}

function figuresOf({ lines, refused, atOnce }: Heard, { stamps, cards }: ApiTold): Figures {
  const tokenMs: number[] = [];
  const firstMs: number[] = [];
  for (const { n, card = [] } of lines) {
    const wrote = stamps[n];
    const sayFrom = cards[n]?.sayFrom;
    if (wrote === undefined || sayFrom === undefined) continue;
    let next = Math.floor(sayFrom / charsPerToken);
    for (const [index, { length, at }] of card.entries()) {
      const last = Math.min(wrote.length - 1, Math.floor((sayFrom + length - 1) / charsPerToken));
      for (; next <= last; next += 1) tokenMs.push(at - (wrote[next] ?? 0));
      if (index === 0) firstMs.push(at - (wrote[last] ?? 0));
    }
  }
  const shown = lines.flatMap(({ sentAt, shownAt }) => (shownAt === undefined ? [] : [shownAt - sentAt]));
  const asked = lines.flatMap(({ n, sentAt }) => {
    const card = cards[n];
    return card === undefined ? [] : [card.askedAt - sentAt - quietMs];
  });
  const cues = lines.flatMap(({ sentAt, cue }) => (cue === undefined ? [] : [cue.at - sentAt]));
  const at = (values: readonly number[], share: number): number => rounded(percentile(values, share), 1);
  return {
    ...{ stores: 'memory', calls: goals.calls, lines: lines.length, refused },
    ...{
      shown: shown.length,
      shownMsP99: at(shown, 0.99),
      cues: cues.length,
      cueMsP50: at(cues, 0.5),
      cueMsP99: at(cues, 0.99),
    },
    ...{ cards: firstMs.length, streamsAtOnce: median(atOnce) },
    ...{ askedMsP50: at(asked, 0.5), askedMsP99: at(asked, 0.99) },
    ...{ firstWordsMsP50: at(firstMs, 0.5), firstWordsMsP99: at(firstMs, 0.99) },
    ...{ tokenMsP50: at(tokenMs, 0.5), tokenMsP99: at(tokenMs, 0.99) },
  };
}

function traceOf(
  { n, sentAt, shownAt, openedAt, card }: LineHeard,
  { stamps, cards }: ApiTold,
  paintedAt = 0,
): Trace | null {
  const asked = cards[n];
  const first = card?.[0];
  if (shownAt === undefined || openedAt === undefined || asked === undefined || first === undefined || !(paintedAt > 0))
    return null;
  const tokenAt = stamps[n]?.[Math.floor(asked.sayFrom / charsPerToken)] ?? 0;
  const times = [sentAt, shownAt, openedAt, asked.askedAt, tokenAt, first.at, paintedAt];
  const [shown = 0, opened = 0, askedMs = 0, firstToken = 0, firstWords = 0, painted = 0] = times
    .slice(1)
    .map((time, index) => rounded(time - (times[index] ?? 0), 1));
  return { shown, opened, asked: askedMs, firstToken, firstWords, painted, whole: rounded(paintedAt - sentAt, 1) };
}
