import type { FakeLoad } from '../support/fakeAnthropicMain.ts';
import { median, percentile, printTable, rounded } from './figures.ts';
import type { ClientsRequest, Heard } from './relayClients.ts';
import type { RelayKind, SystemRequest } from './relaySystem.ts';
import { buildWorkers, startWorker, type Worker } from './startWorker.ts';

const loads = [
  { name: '20 × full speed', streams: 20, rounds: 7, load: { tokens: 2000, perSecond: 0, perWrite: 1 } },
  { name: '100 × 50 tokens/s', streams: 100, rounds: 5, load: { tokens: 200, perSecond: 50, perWrite: 1 } },
] satisfies { name: string; streams: number; rounds: number; load: FakeLoad }[];

const systems = [
  { name: 'bare ws relay', system: 'ws', kind: 'reply' },
  { name: 'hub, to a visitor', system: 'hub', kind: 'reply' },
  { name: 'hub, to an agent', system: 'hub', kind: 'coach' },
  { name: 'naive Socket.IO relay', system: 'socketio', kind: 'reply' },
] as const;

const charsPerToken = 4;
/** `{"say":"` stands before the words of a coach. */
const sayPrefix = 8;

interface Round {
  cpuPerToken: number;
  /** From the token that completes a piece of text, at the API, to the piece at the client. */
  addedMs: number[];
  /** From each token at the API to its being read at the client: what a sentence waits for its end is in it. */
  tokenMs: number[];
  firstMs: number[];
}

/** The hub's way from the model to the client, against the least that could be built, in one run and in turns. */
export async function benchRelay(): Promise<void> {
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
  const most = Math.max(...loads.map(({ streams }) => streams));
  const targets = new Map<string, string[]>();
  for (const { name, system, kind } of systems) {
    const request: ClientsRequest = { connect: system, url: running.get(system)?.url ?? '', kind, count: most };
    targets.set(name, await clients.ask<string[]>(request));
  }

  let named = 0;
  async function play(who: (typeof systems)[number], streams: number, load: FakeLoad): Promise<Round> {
    const chosen = targets.get(who.name)?.slice(0, streams) ?? [];
    const firstName = named;
    named += streams;
    await clients.ask({ listen: chosen } satisfies ClientsRequest);
    const done = clients.ask<Map<string, Heard>>({ heard: true } satisfies ClientsRequest);
    const worker = running.get(who.system)?.worker as Worker;
    const request: SystemRequest = { targets: chosen, firstName, kind: who.kind };
    const { cpuMicros } = await worker.ask<{ cpuMicros: number }>(request);
    const heard = await done;
    const { stamps } = await api.ask<{ stamps: Record<string, number[]> }>({ stamps: true });
    return roundOf(who, chosen, firstName, heard, stamps, cpuMicros / (streams * load.tokens));
  }

  const figures: Record<string, unknown>[] = [];
  const rows: (string | number)[][] = [];
  for (const { name: loadName, streams, rounds, load } of loads) {
    await api.ask({ load });
    const played = new Map<string, Round[]>(systems.map(({ name }) => [name, []]));
    for (let round = -1; round < rounds; round += 1) {
      // Each round begins with another one, so that none always goes first; the round before the first only warms up.
      const order = [...systems.slice((round + 1) % systems.length), ...systems.slice(0, (round + 1) % systems.length)];
      for (const who of order) {
        const result = await play(who, streams, load);
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
      const line = {
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
      };
      figures.push(line);
      rows.push(Object.values(line));
    }
  }
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
    rows,
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
  for (const worker of [...running.values()].map(({ worker: one }) => one).concat(clients, api)) await worker.stop();
}

function roundOf(
  who: { system: string; kind: RelayKind },
  targets: readonly string[],
  firstName: number,
  heard: Map<string, Heard>,
  stamps: Record<string, number[]>,
  cpuPerToken: number,
): Round {
  const round: Round = { cpuPerToken, addedMs: [], tokenMs: [], firstMs: [] };
  const before = who.kind === 'coach' ? sayPrefix : 0;
  // A sentence is complete with the white space behind it, which the visitor's stream holds back.
  const after = who.system === 'hub' && who.kind === 'reply' ? 0 : -1;
  for (const [n, target] of targets.entries()) {
    const wrote = stamps[firstName + n] ?? [];
    const { lengths, times } = heard.get(target) ?? { lengths: [], times: [] };
    const tokenAt = (char: number): number => Math.min(wrote.length - 1, Math.floor((char + before) / charsPerToken));
    let seen = 0;
    for (const [index, length] of lengths.entries()) {
      const at = times[index] ?? 0;
      round.addedMs.push(at - (wrote[tokenAt(length + after)] ?? 0));
      for (let token = tokenAt(seen); token <= tokenAt(length - 1); token += 1)
        round.tokenMs.push(at - (wrote[token] ?? 0));
      seen = length;
    }
    round.firstMs.push((times[0] ?? 0) - (wrote[tokenAt(0)] ?? 0));
  }
  return round;
}
