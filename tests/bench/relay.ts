import { parseArgs } from 'node:util';
import type { AskedCard, Completed, FakeLoad } from '../support/fakeAnthropicMain.ts';
import { median, percentile, printTable, rounded } from './figures.ts';
import type { ClientsRequest, Heard } from './relayClients.ts';
import type { SystemRequest } from './relaySystem.ts';
import { buildWorkers, startWorker, type Worker } from './startWorker.ts';

const bare = { name: 'bare ws relay', system: 'ws', kind: 'reply' } as const;
const toVisitor = { name: 'hub, to a visitor', system: 'hub', kind: 'reply' } as const;
export const toAgent = { name: 'hub, to an agent', system: 'hub', kind: 'coach' } as const;
/** To the agent who asked for it. */
export const toWriter = { name: 'hub, a story', system: 'hub', kind: 'story' } as const;
const naive = { name: 'naive Socket.IO relay', system: 'socketio', kind: 'reply' } as const;
const systems = [bare, toVisitor, toAgent, naive, toWriter];
type System = (typeof systems)[number];
const ofTalks = [bare, toVisitor, toAgent, naive];
/** Of the load of stories. */
export const storyLoad = 'stories, 100 × 50 tokens/s';

/** A reply to a visitor is a few sentences, so its load is a short one; coaches may write at length. */
const loads = [
  {
    name: '20 × full speed',
    streams: 20,
    rounds: 7,
    load: { tokens: 2000, perSecond: 0, perWrite: 1 },
    systems: [bare, toAgent, naive],
  },
  {
    name: '100 × full speed, short',
    streams: 100,
    rounds: 7,
    load: { tokens: 200, perSecond: 0, perWrite: 1 },
    systems: ofTalks,
  },
  {
    name: '100 × 50 tokens/s',
    streams: 100,
    rounds: 5,
    load: { tokens: 200, perSecond: 50, perWrite: 1 },
    systems: ofTalks,
  },
  {
    name: storyLoad,
    streams: 100,
    rounds: 5,
    load: { tokens: 400, perSecond: 50, perWrite: 1 },
    systems: [bare, toWriter],
  },
] satisfies { name: string; streams: number; rounds: number; load: FakeLoad; systems: readonly System[] }[];
/** CPU against bare ws, by system and load; the agent's is kept to at full speed too. */
export const relayGoals: Readonly<Record<string, number>> = {
  [`${toAgent.name} 100 × 50 tokens/s`]: 1.2,
  [`${toVisitor.name} 100 × 50 tokens/s`]: 1.5,
  [`${toVisitor.name} 100 × full speed, short`]: 1.5,
  [`${toAgent.name} 20 × full speed`]: 0.74,
  [`${toWriter.name} ${storyLoad}`]: 1.2,
};

const charsPerToken = 4;

interface Round {
  cpuPerToken: number;
  /** From the token that completes a piece of text, at the API, to the piece at the client. */
  addedMs: number[];
  /** From each token at the API to its being read at the client: a sentence's wait for its end is included. */
  tokenMs: number[];
  firstMs: number[];
}

export interface RelayFigure {
  load: string;
  system: string;
  cpuMicrosPerToken: number;
  /** CPU against the bare relay's of the same run. */
  toWs: number;
  addedMsP50: number;
  addedMsP99: number;
  firstTextMsP50: number;
  firstTextMsP99: number;
  tokenMsP50: number;
  tokenMsP99: number;
}

/** The hub's way from the model to the client, against the least that could be built, in one run and in turns. `--rounds 2 --only 50` for a short one. */
export async function benchRelay(args: readonly string[]): Promise<boolean> {
  const { values } = parseArgs({
    args: [...args],
    options: { rounds: { type: 'string' }, only: { type: 'string', default: '' } },
  });
  const figures = await measureRelay({
    rounds: values.rounds === undefined ? null : Number(values.rounds),
    only: values.only,
    systems: null,
  });
  printTable(
    [
      'load',
      'system',
      'CPU µs/token',
      '× ws',
      'added p50',
      'p99 ms',
      'first text p50',
      'p99 ms',
      'token p50',
      'p99 ms',
    ],
    figures.map((one) => Object.values(one)),
  );
  console.log('CPU: user and kernel time of the system’s own process, median of the rounds, per token of the API.');
  console.log('Added: from the API’s write of the token that completes a piece of text to the piece at the client.');
  console.log(
    'Token: from each token’s write to its arrival; to a visitor a sentence waits for its end and its check.',
  );
  console.log(
    'First text: from the API’s first token. The hub runs with its gate, stream log, cursors and message log.',
  );
  console.log(JSON.stringify({ bench: 'relay', figures }));
  return figures.every(
    ({ system, load, toWs }) => toWs <= (relayGoals[`${system} ${load}`] ?? Number.POSITIVE_INFINITY),
  );
}

/**
 * Plays the loads whose name holds `only`, beside the bare relay. Null: as many `rounds` as each load is usually played, and all its
 * `systems`.
 */
export async function measureRelay(wish: {
  rounds: number | null;
  only: string;
  systems: readonly string[] | null;
}): Promise<RelayFigure[]> {
  const wanted = loads.filter(({ name }) => name.includes(wish.only));
  await buildWorkers('bench/relaySystem', 'bench/relayClients', 'support/fakeAnthropicMain');
  const api = startWorker('support/fakeAnthropicMain');
  const { url: apiUrl } = await api.first<{ url: string }>();
  const clients = startWorker('bench/relayClients');
  await clients.first();
  const running = new Map<string, { worker: Worker; url: string }>();
  for (const system of ['ws', 'hub', 'socketio']) {
    const worker = startWorker('bench/relaySystem', [system, apiUrl]);
    running.set(system, { worker, ...(await worker.first<{ url: string }>()) });
  }
  const most = Math.max(...wanted.map(({ streams }) => streams));
  const targets = new Map<string, string[]>();
  for (const { name, system, kind } of systems) {
    const request: ClientsRequest = { connect: system, url: running.get(system)?.url ?? '', kind, count: most };
    targets.set(name, await clients.ask<string[]>(request));
  }

  let named = 0;
  async function play(who: System, streams: number): Promise<Round> {
    const chosen = targets.get(who.name)?.slice(0, streams) ?? [];
    // A story's home has its name once and for all.
    const firstName = who.kind === 'story' ? 0 : named;
    named += streams;
    await clients.ask({ listen: chosen } satisfies ClientsRequest);
    const worker = running.get(who.system)?.worker as Worker;
    const request: SystemRequest = { targets: chosen, firstName, kind: who.kind };
    // First the system, which counts from here on: clients ask for their stories next.
    const done = worker.ask<{ cpuMicros: number }>(request);
    const heard = await clients.ask<Map<string, Heard>>({ heard: true } satisfies ClientsRequest);
    const { cpuMicros } = await done;
    return roundOf(who, {
      targets: chosen,
      firstName,
      heard,
      cpuMicros,
      api: await api.ask<ApiTold>({ stamps: true }),
    });
  }

  const figures: RelayFigure[] = [];
  for (const { name: loadName, streams, load, systems: all, ...usual } of wanted) {
    const playing = all.filter((one) => one === bare || (wish.systems?.includes(one.name) ?? true));
    const rounds = wish.rounds ?? usual.rounds;
    await api.ask({ load });
    const played = new Map<string, Round[]>(playing.map(({ name }) => [name, []]));
    for (let round = -1; round < rounds; round += 1) {
      // Each round begins with another one, so that none always goes first; the round before the first only warms up.
      const at = (round + 1) % playing.length;
      const order = [...playing.slice(at), ...playing.slice(0, at)];
      for (const who of order) {
        const result = await play(who, streams);
        if (round >= 0) played.get(who.name)?.push(result);
      }
      console.error(`${loadName}: round ${round + 1} of ${rounds}`);
    }
    const base = median((played.get('bare ws relay') ?? []).map(({ cpuPerToken }) => cpuPerToken));
    for (const [system, list] of played) {
      const added = list.flatMap(({ addedMs }) => addedMs);
      const token = list.flatMap(({ tokenMs }) => tokenMs);
      const first = list.flatMap(({ firstMs }) => firstMs);
      const cpu = median(list.map(({ cpuPerToken }) => cpuPerToken));
      figures.push({
        load: loadName,
        system,
        cpuMicrosPerToken: rounded(cpu),
        toWs: rounded(cpu / base),
        addedMsP50: rounded(median(added)),
        addedMsP99: rounded(percentile(added, 0.99)),
        firstTextMsP50: rounded(median(first)),
        firstTextMsP99: rounded(percentile(first, 0.99)),
        tokenMsP50: rounded(median(token)),
        tokenMsP99: rounded(percentile(token, 0.99)),
      });
    }
  }
  for (const worker of [...running.values()].map(({ worker: one }) => one).concat(clients, api)) await worker.stop();
  return figures;
}

interface ApiTold {
  /** When it wrote each token. */
  stamps: Record<string, number[]>;
  sentences: Record<string, Completed[]>;
  cards: Record<string, AskedCard>;
}

function roundOf(
  who: System,
  {
    targets,
    firstName,
    heard,
    cpuMicros,
    api,
  }: { targets: readonly string[]; firstName: number; heard: Map<string, Heard>; cpuMicros: number; api: ApiTold },
): Round {
  const written = targets.reduce((sum, _, n) => sum + (api.stamps[firstName + n]?.length ?? 0), 0);
  const round: Round = { cpuPerToken: cpuMicros / written, addedMs: [], tokenMs: [], firstMs: [] };
  for (const [n, target] of targets.entries()) {
    const wrote = api.stamps[firstName + n] ?? [];
    const before = api.cards[firstName + n]?.sayFrom ?? 0;
    const sentences = who.system === 'hub' && who.kind !== 'coach' ? (api.sentences[firstName + n] ?? []) : null;
    const isWhole = who.kind === 'reply';
    const { lengths, times } = heard.get(target) ?? { lengths: [], times: [] };
    if (lengths.length === 0) throw new Error(`${who.name}: of one stream nothing was heard`);
    const said = sentences?.at(-1)?.chars;
    if (said !== undefined && lengths.at(-1) !== said)
      throw new Error(`someone was told ${lengths.at(-1)} of ${said} characters: the checks held back the rest`);
    const tokenAt = (char: number): number => {
      const at = sentences?.findIndex(({ chars }) => chars > char) ?? -1;
      const sentence = sentences?.[at];
      if (sentence === undefined) return Math.min(wrote.length - 1, Math.floor((char + before) / charsPerToken));
      if (isWhole) return sentence.token;
      const begins = at === 0 ? 0 : (sentences?.[at - 1]?.chars ?? 0) + 1;
      return Math.floor((sentence.from + char - begins) / charsPerToken);
    };
    let next = sentences === null || !isWhole ? tokenAt(0) : 0;
    for (const [index, length] of lengths.entries()) {
      const at = times[index] ?? 0;
      const last = tokenAt(length - 1);
      round.addedMs.push(at - (wrote[last] ?? 0));
      for (let token = Math.min(next, last); token <= last; token += 1) round.tokenMs.push(at - (wrote[token] ?? 0));
      next = last + 1;
    }
    round.firstMs.push((times[0] ?? 0) - (wrote[0] ?? 0));
  }
  return round;
}
