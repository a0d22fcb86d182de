import { spawn } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from '../../kernel/observe.ts';
import { readDatabaseRecord, storageDir, writeDatabaseRecord } from './databaseRecord.ts';
import type { Engine } from './engine.ts';
import { freePort, pingServer } from './pingServer.ts';
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
}

/**
 * The server process of this data, running when this resolves: a live one that an earlier hub left is adopted, a dead one replaced.
 * It is started again on its port whenever it ends, until `stop`, which ends it and waits for that.
 */
export async function superviseServer(
  engine: Engine,
  dataDir: string,
  log: Logger,
): Promise<{ port: number; adopted: boolean; stop(): Promise<void> }> {
  const stopping = new AbortController();
  const left = await adopt(dataDir);
  const start = (port: number) => startServer(engine, dataDir, port, stopping.signal);
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
      log.error('database server ended, starting it again', { pid: server.pid, engine: engine.label, pauseMs });
      await sleepUnlessStopped(pauseMs);
      if (stopping.signal.aborted) return;
      pauseMs = Math.min(longestPauseMs, pauseMs + 1000);
      try {
        // The same port, so that every driver finds it again by itself.
        server = await start(server.port);
        log.info('database server runs again', { pid: server.pid });
      } catch (err) {
        log.error('database server does not start', { err });
      }
    }
  }

  async function sleepUnlessStopped(ms: number): Promise<void> {
    await sleep(ms, undefined, { signal: stopping.signal, ref: false }).catch(() => undefined);
  }

  return {
    port: server.port,
    adopted: left !== undefined,
    async stop() {
      stopping.abort();
      await watching;
      await endProcess(server);
      writeDatabaseRecord(dataDir, { engine: engine.kind, binary: engine.binary, port: server.port });
    },
  };
}

async function adopt(dataDir: string): Promise<RunningServer | undefined> {
  const record = readDatabaseRecord(dataDir);
  if (record?.pid === undefined || record.mark === undefined) return undefined;
  const server: RunningServer = { pid: record.pid, mark: record.mark, port: record.port };
  if (await answers(server, adoptTimeoutMs)) return server;
  // Alive, ours and mute: only its end lets another process open the data.
  await endProcess(server);
  return undefined;
}

async function startServer(engine: Engine, dataDir: string, port: number, signal: AbortSignal): Promise<RunningServer> {
  const storage = storageDir(dataDir, engine.kind);
  mkdirSync(storage, { recursive: true });
  const logPath = join(dataDir, 'database.log');
  if (existsSync(logPath) && statSync(logPath).size > logFileBytes) rmSync(logPath);
  const output = openSync(logPath, 'a');
  const child = spawn(engine.binary, engine.args(port, storage), {
    cwd: storage,
    // A process group of its own: Ctrl-C must not take it down before the hub has drained.
    detached: true,
    stdio: ['ignore', output, output],
  });
  closeSync(output);
  child.unref();
  const failed = new Promise<never>((_, reject) => {
    child.once('error', (error) => reject(new StartRefused(notStarted(engine, logPath), error)));
  });
  if (child.pid === undefined) return failed;
  failed.catch(() => undefined);
  const server: RunningServer = { pid: child.pid, mark: processMark(child.pid) ?? 'gone', port };
  writeDatabaseRecord(dataDir, {
    engine: engine.kind,
    binary: engine.binary,
    ...server,
    startedAt: new Date().toISOString(),
  });
  try {
    if (!(await answers(server, answerTimeoutMs, signal))) throw new StartRefused(notStarted(engine, logPath));
    await engine.prepare(port);
    return server;
  } catch (error) {
    await endProcess(server);
    throw error instanceof StartRefused ? error : new StartRefused(notStarted(engine, logPath), error);
  }
}

async function answers(server: RunningServer, withinMs: number, signal?: AbortSignal): Promise<boolean> {
  const deadline = Date.now() + withinMs;
  while (isRunning(server) && Date.now() < deadline && !signal?.aborted) {
    // Asked after the answer as well: what answers must be ours and not what took its port.
    if ((await pingServer(server.port)) && isRunning(server)) return true;
    await sleep(25);
  }
  return false;
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
  return `The database server (${engine.label}) did not start: ${logPath} says why.`;
}
