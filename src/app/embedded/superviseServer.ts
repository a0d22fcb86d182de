import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { closeSync, existsSync, fchmodSync, mkdirSync, openSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from '../../kernel/observe.ts';
import { closeToOthers } from './closeToOthers.ts';
import { readDatabaseRecord, storageDir, writeDatabaseRecord } from './databaseRecord.ts';
import type { Engine } from './engine.ts';
import { freePort, knock, pingServer, runAdminCommands, serverUrl, serverUser } from './pingServer.ts';
import { processMark } from './processMark.ts';
import { StartRefused } from './startRefused.ts';

const answerTimeoutMs = 30_000;
const adoptTimeoutMs = 5000;
const termTimeoutMs = 15_000;
const watchEveryMs = 200;
const longestPauseMs = 10_000;
const logFileBytes = 10 * 1024 * 1024;

interface RunningServer {
  pid: number;
  mark: string;
  port: number;
  url: string;
}

export interface SupervisedServer {
  port: number;
  url: string;
  password: string;
  adopted: boolean;
  stop(): Promise<void>;
}

/**
 * The server process of this data, running when this resolves: a live one that an earlier hub left is adopted, a dead one replaced.
 * It is started again on its port whenever it ends, until `stop`, which ends it and waits for that. Every client has to sign in:
 * the account is made when the data has none yet, with `givenPassword` or a new one.
 */
export async function superviseServer(
  engine: Engine,
  dataDir: string,
  log: Logger,
  givenPassword?: string,
): Promise<SupervisedServer> {
  const stopping = new AbortController();
  const left = await adopt(dataDir);
  const password = readDatabaseRecord(dataDir)?.password ?? (await makeAccount(engine, dataDir, givenPassword));
  const start = (port: number) => startServer(engine, dataDir, port, password, stopping.signal);
  let server = left ?? (await start(await freePort(readDatabaseRecord(dataDir)?.port)));
  const watching = watch();

  async function watch(): Promise<void> {
    let pauseMs = 0;
    while (!stopping.signal.aborted) {
      if (isRunning(server)) {
        pauseMs = Math.max(0, pauseMs - watchEveryMs);
        await sleepUnlessStopped(watchEveryMs);
        continue;
      }
      log.error('database server stopped, restarting it', { pid: server.pid, engine: engine.label, pauseMs });
      await sleepUnlessStopped(pauseMs);
      if (stopping.signal.aborted) return;
      pauseMs = Math.min(longestPauseMs, pauseMs + 1000);
      try {
        // The same port, so that every driver finds it again by itself.
        server = await start(server.port);
        log.info('database server is running again', { pid: server.pid });
      } catch (err) {
        log.error('database server won’t start', { err });
      }
    }
  }

  async function sleepUnlessStopped(ms: number): Promise<void> {
    await sleep(ms, undefined, { signal: stopping.signal, ref: false }).catch(() => undefined);
  }

  return {
    port: server.port,
    url: server.url,
    password,
    adopted: left !== undefined,
    async stop() {
      stopping.abort();
      await watching;
      await endProcess(server);
      writeDatabaseRecord(dataDir, { engine: engine.kind, binary: engine.binary, port: server.port, password });
    },
  };
}

/**
 * Makes the server's one account on a server that is open for the moment this takes: at the first start of this data, the first
 * since the hub asks for a password, or after `database.json` was lost. Cut off, the next start repeats it.
 */
async function makeAccount(
  engine: Engine,
  dataDir: string,
  password = randomBytes(32).toString('base64url'),
): Promise<string> {
  const server = await startServer(engine, dataDir, await freePort(readDatabaseRecord(dataDir)?.port), undefined);
  try {
    await runAdminCommands(
      server.url,
      async (run) => {
        // While it was open, anybody of this machine could make one.
        await run({ dropAllUsersFromDatabase: 1 });
        await run({ createUser: serverUser, pwd: password, roles: ['root'] });
      },
      10_000,
    );
  } finally {
    await endProcess(server);
  }
  writeDatabaseRecord(dataDir, { engine: engine.kind, binary: engine.binary, port: server.port, password });
  return password;
}

/** Ends the server that a process which died left on this data, if there is one. */
export async function endLeftServer(dataDir: string): Promise<void> {
  const left = leftServer(dataDir);
  if (left !== undefined) await endProcess(left);
}

function leftServer(dataDir: string): RunningServer | undefined {
  const { pid, mark, port, password } = readDatabaseRecord(dataDir) ?? {};
  if (pid === undefined || mark === undefined || port === undefined) return undefined;
  return { pid, mark, port, url: serverUrl(port, password) };
}

async function adopt(dataDir: string): Promise<RunningServer | undefined> {
  const server = leftServer(dataDir);
  if (server === undefined) return undefined;
  const isOpen = readDatabaseRecord(dataDir)?.password === undefined;
  if (!isOpen && (await answers(server, adoptTimeoutMs))) return server;
  // Alive, ours, and mute or open to everybody: only its end lets another process open the data.
  await endProcess(server);
  return undefined;
}

async function startServer(
  engine: Engine,
  dataDir: string,
  port: number,
  password: string | undefined,
  signal?: AbortSignal,
): Promise<RunningServer> {
  const storage = storageDir(dataDir, engine.kind);
  mkdirSync(storage, { recursive: true, mode: 0o700 });
  closeToOthers(storage);
  const logPath = join(dataDir, 'database.log');
  if (existsSync(logPath) && statSync(logPath).size > logFileBytes) rmSync(logPath);
  const output = openSync(logPath, 'a', 0o600);
  fchmodSync(output, 0o600);
  const keyFile = password === undefined ? null : provideKeyFile(dataDir);
  const child = spawn(engine.binary, engine.args(port, storage, keyFile), {
    cwd: storage,
    // A process group of its own: Ctrl-C must not take it down before the hub has drained.
    detached: true,
    stdio: ['pipe', output, output],
  });
  closeSync(output);
  child.unref();
  const failed = new Promise<never>((_, reject) => {
    child.once('error', (error) => reject(new StartRefused(notStarted(engine, logPath), error)));
  });
  if (child.pid === undefined) return failed;
  failed.catch(() => undefined);
  const running = { pid: child.pid, mark: processMark(child.pid) ?? 'gone', port };
  const server: RunningServer = { ...running, url: serverUrl(port, password) };
  writeDatabaseRecord(dataDir, {
    engine: engine.kind,
    binary: engine.binary,
    ...running,
    ...(password === undefined ? {} : { password }),
    startedAt: new Date().toISOString(),
  });
  // It may have ended already; whether it answers is asked below.
  child.stdin?.on('error', () => undefined).end('begin\n');
  try {
    if (!(await answers(server, answerTimeoutMs, signal))) throw new StartRefused(notStarted(engine, logPath));
    await engine.prepare(server.url, port);
    return server;
  } catch (error) {
    await endProcess(server);
    throw error instanceof StartRefused ? error : new StartRefused(notStarted(engine, logPath), error);
  }
}

async function answers(server: RunningServer, withinMs: number, signal?: AbortSignal): Promise<boolean> {
  const deadline = Date.now() + withinMs;
  while (isRunning(server) && Date.now() < deadline && !signal?.aborted) {
    // Asked after the answer as well: our own server must have answered, and not a program that took its port.
    if ((await knock(server.port)) && (await pingServer(server.url)) && isRunning(server)) return true;
    await sleep(25);
  }
  return false;
}

/** The key by which members of a replica set know each other; a mongod that asks for passwords wants one, also when it is alone. */
function provideKeyFile(dataDir: string): string {
  const path = join(dataDir, 'database.key');
  if (!existsSync(path)) writeFileSync(path, randomBytes(96).toString('base64'), { mode: 0o600 });
  return path;
}

/** SIGTERM, and SIGKILL for what does not listen. Returns when the process is gone. */
async function endProcess(server: RunningServer): Promise<void> {
  const killAt = Date.now() + termTimeoutMs;
  if (isRunning(server)) process.kill(server.pid, 'SIGTERM');
  while (isRunning(server)) {
    if (Date.now() > killAt) process.kill(server.pid, 'SIGKILL');
    await sleep(20);
  }
}

function isRunning(server: RunningServer): boolean {
  return processMark(server.pid) === server.mark;
}

function notStarted(engine: Engine, logPath: string): string {
  return `The database server (${engine.label}) didn’t start. For the reason, see ${logPath}.`;
}
