import { setTimeout as sleep } from 'node:timers/promises';
import { percentile, printTable, rounded } from './figures.ts';
import { type Call, openAgents, openCall } from './load/openCall.ts';
import { commandsBetween, type LoadSystem, startSystem, total } from './load/system.ts';
import { loadWorkers } from './load.ts';
import { buildWorkers } from './startWorker.ts';

/** The time from a line to its readers, and the database calls of a line. */
const goals = { calls: 200, shownMsP99: 50, operations: 3 };
/** A call lasts minutes: requests made once in each count for less. */
const seconds = 40;
const settleSeconds = 8;
const steps = [10, 25, 35, 50, 75, 100, 150, 200];
/** The stores that a line can touch; an idle hub makes the other calls too. */
const touched = /^(?:entries|calls|conversations|turns|searchLines|leads) /;
const sockets = 20;
/** Lines that people say on the phone, one at a time. */
const said = [
  ['agent', 'Are you looking to buy or to sell?'],
  ['lead', 'We want to buy, somewhere around six hundred and fifty thousand.'],
  ['agent', 'And what part of town would you like best?'],
  ['lead', 'Round Rock, if we can find three bedrooms there.'],
  ['agent', 'Okay.'],
  ['lead', 'My wife wants a yard, and I need a room to work in.'],
] as const;

const p99 = ({ ms }: Pick<Shown, 'ms'>): number => rounded(percentile(ms, 0.99));
const holds = (one: Shown): boolean =>
  one.refused === 0 && one.ms.length === one.segments && p99(one) <= goals.shownMsP99;

interface Shown {
  calls: number;
  segments: number;
  ms: number[];
  refused: number;
  operations: number;
}

/** `npm run bench -- calls`: calls at once, each with a line a second: how soon whoever reads along has it, and the work of the database. */
export async function benchCalls(): Promise<boolean> {
  await buildWorkers(...loadWorkers);
  const memory = await measured('memory', [goals.calls]);
  const database = await measured('database', steps);
  const [inMemory] = memory;
  const [least] = database;
  if (inMemory === undefined || least === undefined) throw new Error('nothing was measured');
  const rows = [['memory', inMemory] as const, ...database.map((one) => ['database', one] as const)];
  printTable(
    ['stores', 'calls', 'segments', 'shown', 'p50 ms', 'p99 ms', 'refused', 'operations a segment'],
    rows.map(([stores, one]) => [
      ...[stores, one.calls, one.segments, one.ms.length, rounded(percentile(one.ms, 0.5)), p99(one), one.refused],
      ...[stores === 'memory' ? '' : rounded(one.operations, 1)],
    ]),
  );
  const most = Math.max(0, ...database.filter(holds).map(({ calls }) => calls));
  console.log(`On the database, ${most} calls at once are shown within ${goals.shownMsP99} ms (p99).`);
  const missed = [
    ...(holds(inMemory)
      ? []
      : [`${goals.calls} calls in memory: p99 ${p99(inMemory)} ms, at most ${goals.shownMsP99}`]),
    ...(least.operations > goals.operations
      ? [`operations a segment: ${rounded(least.operations, 1)}, at most ${goals.operations}`]
      : []),
  ];
  for (const one of missed) console.log(`Missed: ${one}.`);
  const told = rows.map(([stores, { ms, ...one }]) => ({ stores, ...one, shownMsP99: p99({ ...one, ms }) }));
  console.log(JSON.stringify({ bench: 'calls', missed, mostOnDatabase: most, told }));
  return missed.length === 0;
}

async function measured(store: 'memory' | 'database', counts: readonly number[]): Promise<Shown[]> {
  const system = await startSystem({ store, nodes: 1 });
  try {
    const clients = await openAgents(system.urls[0] as string, sockets);
    const calls: Call[] = [];
    const shown: Shown[] = [];
    for (const count of counts) {
      // No earlier than they speak: the work at the beginning of a call would be counted among the lines of others.
      while (calls.length < count) calls.push(await openCall(clients, calls.length));
      console.error(`${store}: ${count} calls`);
      const one = await talk(system, calls.slice(0, count));
      shown.push(one);
      // The backlog of this rate would be measured with the next one.
      if (!holds(one)) break;
    }
    for (const client of clients) client.close();
    return shown;
  } finally {
    await system.stop();
  }
}

let spoken = 0;
/** Each call says a line a second, evenly spread. */
async function talk(system: LoadSystem, calls: readonly Call[]): Promise<Shown> {
  const sentAt = new Map<string, number>();
  const ms: number[] = [];
  let refused = 0;
  const hear = (entry: { type: string; data: { utteranceId?: string } }): void => {
    const at = entry.type === 'call-segment' ? sentAt.get(entry.data.utteranceId ?? '') : undefined;
    if (at !== undefined) ms.push(performance.now() - at);
  };
  const clients = new Set(calls.map(({ client }) => client));
  for (const { socket } of clients) socket.on('entry', hear);
  await sleep(settleSeconds * 1000);
  const before = await system.sample();
  const segments = calls.length * seconds;
  const gapMs = 1000 / calls.length;
  const startedAt = performance.now();
  for (let n = 0; n < segments; n += 1) {
    const early = startedAt + n * gapMs - performance.now();
    if (early > 1) await sleep(early);
    const { callId, client } = calls[n % calls.length] as Call;
    const [speaker, text] = said[Math.floor(n / calls.length) % said.length] as (typeof said)[number];
    spoken += 1;
    const utteranceId = `u${spoken}`;
    sentAt.set(utteranceId, performance.now());
    const at = { startMs: n * 1000, endMs: n * 1000 + 900 };
    client
      .emit('call-segment', {
        callId,
        utteranceId,
        seq: spoken,
        speaker,
        // No two lines are the same, as on the phone.
        text: `${text} That is line ${n}.`,
        ...at,
        confidence: 0.9,
        isFinal: true,
        language: 'en',
      })
      .then(
        (ack) => {
          if (!ack.ok) refused += 1;
        },
        // A line that is still waiting when the bench ends was measured as not shown.
        () => undefined,
      );
  }
  await sleep(settleSeconds * 1000);
  const after = await system.sample();
  for (const { socket } of clients) socket.off('entry', hear);
  const asked = commandsBetween(before, after);
  const operations = total(asked, (name) => touched.test(name)) / segments;
  if (process.env.BENCH_DETAIL) console.error(asked);
  return { calls: calls.length, segments, ms, refused, operations };
}
