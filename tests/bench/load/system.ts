import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { readDatabaseRecord } from '../../../src/app/embedded/databaseRecord.ts';
import { type HubProcess, startHubProcess } from '../../support/hubProcess.ts';
import { startDatabase, startRedis, uniqueDatabaseUrl } from '../../support/servers.ts';
import type { CountRequest, HubSample, Span } from './countCommands.ts';
import { busyMsOfMachine, cpuMsOf } from './machine.ts';

/** Hubs as `npm start` runs them, each in a process of its own, with the database and the Redis that they need. */
export interface LoadSystem {
  urls: readonly string[];
  /** Null: memory stores. */
  database: { url: string; engine: string } | null;
  sample(): Promise<SystemSample>;
  /** The commands of all nodes since the last call, by their start. */
  spans(): Promise<Span[]>;
  stop(): Promise<void>;
}
export interface SystemSample {
  at: number;
  /** Sums over the nodes. */
  commands: Record<string, number>;
  hubCpuMs: number;
  rssMb: number;
  /** Of the node that was held up longest. */
  loopDelayMsP99: number;
  databaseCpuMs: number;
  machineBusyMs: number;
}

export interface SystemWish {
  store: 'database' | 'memory';
  nodes: number;
  env?: Readonly<Record<string, string>>;
  /** Between the hub's first start, which makes the demo tenant, and the one that is measured. */
  fill?(given: { url: string; hub: HubProcess }): Promise<void>;
}

const preload = resolve(import.meta.dirname, '../../../dist/bench/bench/load/countCommands.js');
/** All visitors come from one address here. */
const withoutLimits = {
  HUB_LIMIT_WIDGET_SESSIONS: '1000000',
  HUB_LIMIT_WIDGET_SOCKETS: '100000',
  HUB_LIMIT_CALLS_ADDRESS: '1000000',
  HUB_LIMIT_LOGINS: '1000',
  HUB_LIMIT_MESSAGES: '1000000',
  HUB_LOG_LEVEL: 'error',
};

export async function startSystem({ store, nodes, env: more = {}, fill }: SystemWish): Promise<LoadSystem> {
  const database = store === 'memory' ? null : await startDatabase();
  const redis = nodes > 1 ? await startRedis() : null;
  const dataDir = await mkdtemp(join(tmpdir(), 'hub-load-'));
  const url = database === null ? null : uniqueDatabaseUrl(database.url);
  const env = {
    ...withoutLimits,
    ...more,
    HUB_DATA_DIR: dataDir,
    ...(url === null ? { HUB_STORE: 'memory' } : { MONGODB_URL: url }),
    ...(redis === null ? {} : { REDIS_URL: redis.url, HUB_SECRET: 'the secret of a bench, 0123456789 abcdef' }),
  };
  const hubs: HubProcess[] = [];
  async function stop(): Promise<void> {
    for (const hub of hubs) await hub.stop();
    await database?.stop();
    await redis?.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
  try {
    if (url !== null && fill !== undefined) {
      const hub = await startHubProcess(env);
      hubs.push(hub);
      await fill({ url, hub });
      hubs.pop();
      await hub.stop();
    }
    for (let n = 0; n < nodes; n += 1) hubs.push(await startHubProcess(env, preload));
  } catch (error) {
    await stop();
    throw error;
  }
  const databasePid = database === null ? undefined : readDatabaseRecord(database.dataDir)?.pid;
  const askAll = <A>(request: CountRequest): Promise<A[]> =>
    Promise.all(
      hubs.map(async ({ child }) => {
        const answer = once(child, 'message');
        child.send(request);
        return (await answer)[0] as A;
      }),
    );
  return {
    urls: hubs.map((hub) => hub.url),
    database: database === null ? null : { url: url ?? '', engine: database.engine },
    async sample() {
      const samples = await askAll<HubSample>('sample');
      const sum = (of: (one: HubSample) => number): number => samples.reduce((total, one) => total + of(one), 0);
      const commands: Record<string, number> = {};
      for (const one of samples)
        for (const [name, count] of Object.entries(one.commands)) commands[name] = (commands[name] ?? 0) + count;
      return {
        at: Number(process.hrtime.bigint()) / 1e6,
        commands,
        hubCpuMs: sum(({ cpuMicros }) => cpuMicros / 1000),
        rssMb: sum(({ rssMb }) => rssMb),
        loopDelayMsP99: Math.max(...samples.map(({ loopDelayMsP99 }) => loopDelayMsP99)),
        databaseCpuMs: databasePid === undefined ? 0 : cpuMsOf(databasePid),
        machineBusyMs: busyMsOfMachine(),
      };
    },
    spans: async () => (await askAll<Span[]>('spans')).flat(),
    stop,
  };
}

const writeKinds = new Set(['insert', 'update', 'delete', 'findAndModify', 'bulkWrite']);
export const isWrite = (name: string): boolean => writeKinds.has(name.split(' ')[1] ?? '');

/** The calls to the database between two samples, by collection and kind. */
export function commandsBetween(before: SystemSample, after: SystemSample): Record<string, number> {
  const names = Object.keys(after.commands).filter((name) => after.commands[name] !== before.commands[name]);
  return Object.fromEntries(
    names.map((name) => [name, (after.commands[name] ?? 0) - (before.commands[name] ?? 0)] as const),
  );
}
export const total = (commands: Record<string, number>, of: (name: string) => boolean = () => true): number =>
  Object.entries(commands).reduce((sum, [name, count]) => sum + (of(name) ? count : 0), 0);
