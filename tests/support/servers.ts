import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { readDatabaseRecord } from '../../src/app/embedded/databaseRecord.ts';
import { freePort } from '../../src/app/embedded/pingServer.ts';
import { provideDatabase } from '../../src/app/embedded/provideDatabase.ts';
import { HubError } from '../../src/kernel/hubError.ts';
import { silentLogger } from '../../src/kernel/observe.ts';
import { endWithUs } from './endWithUs.ts';

const redisStartTimeoutMs = 60_000;

export interface TestServer {
  url: string;
  port: number;
  pid: number;
  /** Ends it without a word, as a crash does. Resolves when it is gone. */
  kill(): Promise<void>;
  stop(): Promise<void>;
}

/** A redis-server of its own on a free port (or on `port`, to come back where another one died), without persistence. */
export async function startRedis(port?: number): Promise<TestServer> {
  const chosen = port ?? (await freePort());
  const args = ['--port', String(chosen), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--dir', tmpdir()];
  const child = spawn('redis-server', args, { stdio: 'ignore' });
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
  const pid = child.pid;
  if (pid === undefined) throw new Error('redis-server is missing: install it (Debian: apt-get install redis-server)');
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal);
    await ended;
    isOver();
  };
  const isOver = endWithUs({ now: () => void child.kill('SIGKILL'), inOrder: () => end('SIGKILL') });
  const deadline = Date.now() + redisStartTimeoutMs;
  while (!(await answersPing(chosen))) {
    if (child.exitCode !== null || Date.now() > deadline) {
      await end('SIGKILL');
      throw new Error(`redis-server did not start on port ${chosen}`);
    }
    await sleep(20);
  }
  const url = `redis://127.0.0.1:${chosen}`;
  return { url, port: chosen, pid, kill: () => end('SIGKILL'), stop: () => end('SIGTERM') };
}

export interface TestDatabase {
  url: string;
  engine: string;
  dataDir: string;
  /** Kills the server process; it is started again on the same port, as for a hub. */
  crash(): void;
  stop(): Promise<void>;
}

/** A database server of its own in a temporary directory: the embedded one, whichever engine this machine offers. */
export async function startDatabase(): Promise<TestDatabase> {
  const dataDir = await mkdtemp(join(tmpdir(), 'hub-test-'));
  const say = (line: string) => process.stderr.write(`${line}\n`);
  const database = await provideDatabase({ dataDir, env: process.env, log: silentLogger, say });
  const crash = () => {
    const pid = readDatabaseRecord(dataDir)?.pid;
    if (pid === undefined) throw new Error('the database server does not run');
    process.kill(pid, 'SIGKILL');
  };
  async function stop() {
    await database.stop();
    await rm(dataDir, { recursive: true, force: true });
    isOver();
  }
  const isOver = endWithUs({
    now() {
      crash();
      rmSync(dataDir, { recursive: true, force: true });
    },
    inOrder: stop,
  });
  return { url: database.url, engine: database.engine, dataDir, crash, stop };
}

/** The same server with a database name of its own, so that test files do not see each other's documents. */
export function uniqueDatabaseUrl(baseUrl: string): string {
  // Several hosts make a MongoDB address that `URL` cannot read.
  const [, server = '', named = '', query = ''] = /^([^/]+:\/\/[^/?]+)(?:\/([^?]*))?(?:\?(.*))?$/.exec(baseUrl) ?? [];
  const options = new URLSearchParams(query);
  // An account is looked up in the database of the address unless this names another.
  if (server.includes('@') && !options.has('authSource')) options.set('authSource', named || 'admin');
  const asked = options.size > 0 ? `?${options}` : '';
  return `${server}/t${randomUUID().replaceAll('-', '').slice(0, 20)}${asked}`;
}

async function answersPing(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port }, () => socket.write('PING\r\n'));
    const done = (answers: boolean) => {
      socket.destroy();
      resolve(answers);
    };
    socket.setTimeout(500, () => done(false));
    socket.once('error', () => done(false));
    socket.once('data', (data) => done(data.toString().startsWith('+PONG')));
  });
}

/** Connects again until the server answers: a machine that is busy may be silent for longer than the hub's own patience. The hook that waits is the bound. */
export async function untilReached<T>(connect: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await connect();
    } catch (error) {
      if (!(error instanceof HubError) || error.code !== 'DEPENDENCY_DOWN') throw error;
    }
  }
}
