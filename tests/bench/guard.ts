import { printTable, rounded } from './figures.ts';
import { type Alone, greet, type Idle, measureAlone, readAlong } from './load/alone.ts';
import { operationGoals } from './load/goals.ts';
import { startSystem } from './load/system.ts';
import type { VisitorsRequest } from './load/visitors.ts';
import { loadWorkers } from './load.ts';
import { measureRelay } from './relay.ts';
import { buildWorkers, startWorker } from './startWorker.ts';

interface Operations {
  alone: Alone;
  staff: Alone;
}

const messages = 2;
/** After a message its reply has come by then, and what follows from it. */
const everyMs = 4_000;
/**
 * A tenth above the cost of the two messages, which are richer than most: one is answered by a search and both tell
 * facts about the visitor. The hub's own calls in the four seconds of each are included.
 */
const ceilings = { alone: 30, readAlong: 36, roundTripsBeforeAck: operationGoals.roundTripsBeforeAck };
/** An idle second is too short to know, so nothing is taken off. */
const nothing: Idle = { perSecond: 0, perMinute: {} };
const relayLoad = 'full speed, short';
const relayRounds = 2;
/** The last measured ratios, by system: CPU against the bare relay's. */
const recorded: Readonly<Record<string, number>> = {
  'hub, to a visitor': 2.73,
  'hub, to an agent': 1.26,
};
const worseAbove = 1.3;

/**
 * `npm run bench -- guard`, in a minute, after every change: the database calls of a message have ceilings, and fails it when two
 * measurements in a row are above one, because the hub's other work can fall into one of them. The relay's CPU is printed beside what it
 * was, for a busy machine moves it.
 */
export async function benchGuard(): Promise<boolean> {
  let operations = await measureOperations();
  let missed = missedBy(operations);
  if (missed.length > 0) {
    for (const one of missed) console.log(`Missed, measured once more: ${one}.`);
    operations = await measureOperations();
    missed = missedBy(operations);
  }
  const { alone, staff } = operations;
  const relay = (await measureRelay({ rounds: relayRounds, only: relayLoad, systems: Object.keys(recorded) })).filter(
    ({ system }) => system in recorded,
  );
  printTable(
    ['CPU per token, × bare ws', 'now', 'before', ''],
    relay.map(({ system, toWs }) => {
      const before = recorded[system] ?? toWs;
      return [system, toWs, before, toWs > before * worseAbove ? 'WORSE' : ''];
    }),
  );
  for (const one of missed) console.log(`Missed: ${one}.`);
  const held = missed.length === 0;
  const ratios = Object.fromEntries(relay.map(({ system, toWs }) => [system, rounded(toWs)]));
  console.log(JSON.stringify({ bench: 'guard', held, missed, alone, staff, ratios }));
  return held;
}

/** Prints what was measured and answers the ceilings it is above. */
function missedBy({ alone, staff }: Operations): string[] {
  const { roundTripsBeforeAck: mostTrips } = ceilings;
  const rows: [string, number, number, number, number][] = [
    ['alone', alone.perMessage, ceilings.alone, alone.roundTripsBeforeAck, mostTrips],
    ['read along', staff.perMessage, ceilings.readAlong, staff.roundTripsBeforeAck, mostTrips],
  ];
  printTable(['of one message', 'operations', 'at most', 'round trips before the ack', 'at most'], rows);
  return rows.flatMap(([name, operations, most, trips, mostRow]) => [
    ...(operations > most ? [`operations of one message, ${name}: ${operations}, at most ${most}`] : []),
    ...(trips > mostRow ? [`round trips before the ack, ${name}: ${trips}, at most ${mostRow}`] : []),
  ]);
}

async function measureOperations(): Promise<Operations> {
  await buildWorkers(...loadWorkers);
  const system = await startSystem({ store: 'database', nodes: 1 });
  const visitors = startWorker('bench/load/visitors');
  await visitors.first();
  try {
    const conversationId = await visitors.ask<string>({ open: 1, urls: system.urls } satisfies VisitorsRequest);
    await greet(visitors, everyMs);
    const alone = await measureAlone(system, visitors, { messages, everyMs, idle: nothing });
    const leave = await readAlong(system.urls[0] as string, 'agent', conversationId);
    const staff = await measureAlone(system, visitors, { messages, everyMs, idle: nothing });
    leave();
    return { alone, staff };
  } finally {
    await visitors.stop();
    await system.stop();
  }
}
