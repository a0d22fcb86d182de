import { setTimeout as sleep } from 'node:timers/promises';
import type { Engine } from './engine.ts';
import { runAdminCommands } from './pingServer.ts';

const replicaSet = 'hub';
const NOT_YET_INITIALIZED = 94;
const electionTimeoutMs = 15_000;

/** A real mongod as a replica set of one node: majority writes, transactions and change streams want a replica set. */
export function mongodEngine(binary: string, version: string | undefined): Engine {
  return {
    kind: 'mongod',
    label: version === undefined ? 'MongoDB' : `MongoDB ${version}`,
    binary,
    args: (port, storageDir, keyFile) => [
      ...['--port', String(port), '--bind_ip', '127.0.0.1', '--dbpath', storageDir],
      ...['--replSet', replicaSet, '--wiredTigerCacheSizeGB', '0.25', '--quiet'],
      ...(process.platform === 'win32' ? [] : ['--nounixsocket']),
      // It turns signing in on, and a replica set wants it for that.
      ...(keyFile === null ? [] : ['--keyFile', keyFile]),
      // From MongoDB 5 on a node waits 15 s for operations of others before it obeys SIGTERM; here there are no others.
      ...(Number.parseInt(version ?? '', 10) >= 5
        ? ['--setParameter', 'shutdownTimeoutMillisForSignaledShutdown=500']
        : []),
    ],
    prepare: (url, port) => runAdminCommands(url, (run) => becomePrimary(port, run), 5000),
  };
}

type Run = (command: Record<string, unknown>) => Promise<Record<string, unknown>>;
interface ReplicaSetConfig {
  version: number;
  members: { _id: number; host: string }[];
}

async function becomePrimary(port: number, run: Run): Promise<void> {
  const host = `127.0.0.1:${port}`;
  const config = await readConfig(run);
  if (config === undefined) {
    await run({ replSetInitiate: { _id: replicaSet, members: [{ _id: 0, host }] } });
  } else if (config.members.length !== 1 || config.members[0]?.host !== host) {
    // The port of the last start was taken: a node that does not find itself in its own configuration serves nobody.
    const members = [{ ...config.members[0], _id: 0, host }];
    await run({ replSetReconfig: { ...config, version: config.version + 1, members }, force: true });
  }
  const deadline = Date.now() + electionTimeoutMs;
  while ((await run({ hello: 1 })).isWritablePrimary !== true) {
    if (Date.now() > deadline) throw new Error(`mongod on port ${port} did not become primary`);
    await sleep(50);
  }
}

async function readConfig(run: Run): Promise<ReplicaSetConfig | undefined> {
  try {
    return (await run({ replSetGetConfig: 1 })).config as ReplicaSetConfig;
  } catch (error) {
    if ((error as { code?: number }).code === NOT_YET_INITIALIZED) return undefined;
    throw error;
  }
}
