import { parseArgs } from 'node:util';
import { printTable, rounded } from './figures.ts';
import { type Alone, greet, type Idle, measureAlone, measureIdle, readAlong } from './load/alone.ts';
import { type Bare, measureBare } from './load/bare.ts';
import { fillConversations, fillHomes } from './load/fillStore.ts';
import { missedAtHighest, missedGoals, mostAckMs, rateGoals } from './load/goals.ts';
import { type LoadSystem, startSystem } from './load/system.ts';
import { everyMs } from './load/visitor.ts';
import type { VisitorsRequest } from './load/visitors.ts';
import { type AtRate, findHighest, writeAt } from './load/writeAt.ts';
import { buildWorkers, startWorker, type Worker } from './startWorker.ts';

export interface LoadWish {
  store: 'database' | 'memory';
  nodes: number;
  /** That stand in the store before anybody writes. */
  conversations: number;
  homes: number;
  /** Null: the highest that holds is looked for, `seconds` each try, and then kept up for `keepUpSeconds`. */
  rate: number | null;
  seconds: number;
  keepUpSeconds: number;
  from: number;
  /** Messages of the talk that is alone on the hub; 0: none is played. */
  messages: number;
  idleSeconds: number;
}
export interface LoadFigures {
  store: string;
  nodes: number;
  conversations: number;
  homes: number;
  bare: Bare;
  idle: { nobody: Idle; wall: Idle } | null;
  alone: Alone | null;
  staff: Alone | null;
  rates: AtRate[];
}

export const loadWorkers = ['bench/load/countCommands', 'bench/load/visitors'] as const;

/**
 * `npm run bench -- load [--memory | --nodes 2 --conversations 10000] [--minutes 5] [--rate 4 --seconds 20]`. Fails where a goal is
 * missed: of the database's work, or of the last rate.
 */
export async function benchLoad(args: readonly string[]): Promise<boolean> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      memory: { type: 'boolean', default: false },
      nodes: { type: 'string', default: '1' },
      conversations: { type: 'string', default: '0' },
      homes: { type: 'string', default: '0' },
      rate: { type: 'string' },
      from: { type: 'string' },
      seconds: { type: 'string' },
      minutes: { type: 'string', default: '5' },
      messages: { type: 'string', default: '8' },
      'idle-seconds': { type: 'string', default: '60' },
    },
  });
  const rate = values.rate === undefined ? null : Number(values.rate);
  const store = values.memory ? 'memory' : 'database';
  if (values.memory && Number(values.nodes) + Number(values.conversations) + Number(values.homes) > 1)
    throw new Error('On memory stores there is one node, and nothing is stored before');
  const keepUpSeconds = Number(values.minutes) * 60;
  const wish: LoadWish = {
    store,
    nodes: Number(values.nodes),
    conversations: Number(values.conversations),
    homes: Number(values.homes),
    rate,
    seconds: Number(values.seconds ?? (rate === null ? 30 : keepUpSeconds)),
    keepUpSeconds,
    from: Number(values.from ?? (store === 'memory' ? 40 : 4)),
    messages: Number(values.messages),
    idleSeconds: Number(values['idle-seconds']),
  };
  const figures = await measureLoad(wish);
  print(figures);
  // On memory stores nothing is asked of a database.
  const missed = store === 'memory' ? [] : missedGoals(figures);
  if (rate === null) missed.push(...missedAtHighest(store, highestOf(figures.rates)));
  for (const one of missed) console.log(`Missed: ${one}.`);
  const held = missed.length === 0 && figures.rates.at(-1)?.held === true;
  console.log(JSON.stringify({ bench: 'load', held, missed, figures }));
  return held;
}

const highestOf = (rates: readonly AtRate[]): AtRate | undefined =>
  rates.filter(({ held }) => held).sort((a, b) => b.rate - a.rate)[0];

/** One system from its start to its stop; the workers have to be built. */
export async function measureLoad(wish: LoadWish): Promise<LoadFigures> {
  await buildWorkers(...loadWorkers);
  const wantsFill = wish.conversations > 0 || wish.homes > 0;
  const system = await startSystem({
    store: wish.store,
    nodes: wish.nodes,
    ...(wantsFill && {
      async fill({ url, hub }) {
        if (wish.homes > 0) await fillHomes(url, wish.homes);
        if (wish.conversations > 0) await fillConversations({ url, hubUrl: hub.url, count: wish.conversations });
      },
    }),
  });
  const visitors = startWorker('bench/load/visitors');
  await visitors.first();
  try {
    const bare = await measureBare(system.database?.url ?? null);
    const one = wish.messages > 0 ? await measureOne(system, visitors, wish) : { idle: null, alone: null, staff: null };
    const tryAt = async (rate: number, seconds = wish.seconds): Promise<AtRate> => {
      const at = await writeAt(system, visitors, { rate, seconds, insertMsP50: bare.insertMsP50 });
      console.error(
        `${rate}/s: ack p99 ${at.ackMsP99} ms, reply p99 ${at.replyMsP99} ms, ${at.perMessage} operations a message${at.held ? '' : ': not held'}`,
      );
      return at;
    };
    const rates =
      wish.rate === null
        ? await findHighest(tryAt, { from: wish.from, atMost: wish.from * 32 })
        : [await tryAt(wish.rate)];
    const highest = highestOf(rates);
    if (wish.rate === null && highest !== undefined) rates.push(await tryAt(highest.rate, wish.keepUpSeconds));
    const { store, nodes, conversations, homes } = wish;
    return { store: system.database?.engine ?? store, nodes, conversations, homes, bare, ...one, rates };
  } finally {
    await visitors.stop();
    await system.stop();
  }
}

/** The hub with nothing to do, and with one conversation, which a colleague reads along later. */
async function measureOne(
  system: LoadSystem,
  visitors: Worker,
  { messages, idleSeconds }: LoadWish,
): Promise<Pick<LoadFigures, 'idle' | 'alone' | 'staff'>> {
  const nobody = await measureIdle(system, idleSeconds);
  const closeWall = await readAlong(system.urls[0] as string, 'supervisor', null);
  const wall = await measureIdle(system, idleSeconds);
  closeWall();
  const open = { open: 1, urls: system.urls } satisfies VisitorsRequest;
  const conversationId = await visitors.ask<string>(open);
  await greet(visitors, everyMs);
  const alone = await measureAlone(system, visitors, {
    messages,
    everyMs,
    idle: await measureIdle(system, idleSeconds),
  });
  // On another node than the visitor, where there is one.
  const leave = await readAlong(system.urls.at(-1) as string, 'agent', conversationId);
  const staff = await measureAlone(system, visitors, {
    messages,
    everyMs,
    idle: await measureIdle(system, idleSeconds),
  });
  leave();
  return { idle: { nobody, wall }, alone, staff };
}

const most = 14;
const listOf = (by: Record<string, number>): string =>
  Object.entries(by)
    .slice(0, most)
    .map(([name, count]) => `${name} ${count}`)
    .join(', ');

export function print({ bare, idle, alone, staff, rates, ...of }: LoadFigures): void {
  console.log(`${of.store}, ${of.nodes} node(s), ${of.conversations} conversations stored before.`);
  const insert = bare.insertMsP50 === null ? '' : `one insert p50 ${bare.insertMsP50} ms, p99 ${bare.insertMsP99} ms; `;
  console.log(
    `Bare: ${insert}one message there and back by ws p50 ${bare.wsEchoMsP50} ms, p99 ${bare.wsEchoMsP99} ms.`,
  );
  if (idle !== null) {
    console.log(`Idle: ${idle.nobody.perSecond} operations/s; with a wall open ${idle.wall.perSecond}/s.`);
    console.log(`  a minute: ${listOf(idle.nobody.perMinute)}`);
  }
  for (const [name, one] of [
    ['One conversation alone', alone],
    ['The same, read along by an agent', staff],
  ] as const) {
    if (one === null) continue;
    console.log(
      `${name}: ${one.perMessage} operations a message (${one.writesPerMessage} writes; ${one.perMessageWithIdle} with nothing taken off, at one message in 6 s), ${one.roundTripsBeforeAck} one after the other before the ack; ack p50 ${one.ackMsP50} ms, reply p50 ${one.replyMsP50} ms.`,
    );
    console.log(`  ${listOf(one.perMessageBy)}`);
  }
  printTable(
    [
      'messages/s',
      'for s',
      'ack p50',
      'p99 ms',
      '× insert',
      'reply p50',
      'p99 ms',
      'ops',
      'writes',
      'CPU ms hub',
      'database',
      'hub % core',
      'database',
      'visitors',
      'others',
      'loop p99',
      'late p99',
      'no reply',
      'faults or handed over',
      '',
    ],
    rates.map((at) => [
      at.rate,
      at.seconds,
      at.ackMsP50,
      at.ackMsP99,
      bare.insertMsP50 === null ? '-' : Math.round(at.ackMsP99 / bare.insertMsP50),
      at.replyMsP50,
      at.replyMsP99 ?? '-',
      at.perMessage,
      at.writesPerMessage,
      at.hubCpuMs,
      at.databaseCpuMs,
      at.cpu.hub,
      at.cpu.database,
      at.cpu.visitors,
      at.cpu.others,
      at.loopDelayMsP99,
      at.lateMsP99,
      at.unanswered,
      at.faults.refused + at.faults.gaps + at.faults.duplicates + at.faults.handedOver,
      at.held ? 'held' : 'not held',
    ]),
  );
  const last = rates.at(-1);
  if (last !== undefined && last.hubCpuMs > 0) {
    const perCore = (ms: number): string => (ms === 0 ? '-' : String(Math.round(1000 / ms)));
    console.log(
      `By CPU alone one core takes ${perCore(last.hubCpuMs)} messages/s in the hub and ${perCore(last.databaseCpuMs)} in the database: what the clock says holds only where others leave the machine alone.`,
    );
  }
  if (last !== undefined) console.log(`Operations a message at ${last.rate}/s: ${listOf(last.perMessageBy)}`);
  console.log(
    `Held: nothing refused, missing or twice, ack p99 ≤ ${rounded(mostAckMs(bare.insertMsP50), 1)} ms (${rateGoals.ackMsP99} where one insert takes 1 ms or less) and reply p99 ≤ ${rateGoals.replyMsP99} ms, of which 1,500 ms are the quiet that Jorge waits for. Each visitor writes every 6 s; ops count everything that the driver sent meanwhile, divided by messages; a bulk write is one.`,
  );
}
