import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { joinMongoStores } from '../../src/app/stores.ts';
import { silentLogger } from '../../src/kernel/observe.ts';
import { endWithUs } from './endWithUs.ts';
import { demoPassword, noOutside } from './openHub.ts';
import { untilRowsStand } from './replayHub.ts';

export interface HubProcess {
  url: string;
  pid: number;
  /** To talk to what `preload` brought in. */
  child: ChildProcess;
  /** Its output so far, on both streams. */
  printed(): string;
  /** As a crash: nothing is drained, nothing is told. */
  kill(): Promise<void>;
  /** As an operator does; resolves with the exit code. */
  stop(): Promise<number | null>;
}

/** A ceiling, as all of these: a hub starts in seconds, and nothing waits for this. */
const startWithinMs = 150_000;
/** Databases in which one of several nodes was killed: the others mend its rows within a minute and a half, which no test waits for. */
const withDead = new Set<string>();

/** Also of rows that a killed hub left behind: the next one has mended them. */
async function checkRowsAt(mongodbUrl: string): Promise<void> {
  // A bench stores conversations without what was said in them.
  if (process.env.VITEST === undefined || withDead.has(mongodbUrl)) return;
  const stores = await joinMongoStores(mongodbUrl, silentLogger);
  try {
    await untilRowsStand(stores);
  } finally {
    await stores.close();
  }
}

const ownMain = resolve(import.meta.dirname, '../../dist/server/main.js');

/** The built hub as a process of its own, with a module before it if one is given. `npm test` builds it first; by hand it is `npm run build`. */
export async function startHubProcess(env: NodeJS.ProcessEnv, preload?: string, main = ownMain): Promise<HubProcess> {
  if (!existsSync(main)) throw new Error('the server is not built: run `npm run build`');
  const child = spawn(process.execPath, [...(preload === undefined ? [] : ['--import', preload]), main], {
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      PORT: '0',
      HUB_DEMO_PASSWORD: demoPassword,
      HUB_LOG_LEVEL: 'warn',
      ...noOutside,
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe', ...(preload === undefined ? [] : ['ipc' as const])],
    serialization: 'advanced',
  });
  const exited = once(child, 'exit').then(([code]) => {
    isOver();
    return code as number | null;
  });
  const end = (signal: NodeJS.Signals): Promise<number | null> => {
    child.kill(signal);
    return exited;
  };
  const isOver = endWithUs({ now: () => void child.kill('SIGKILL'), inOrder: () => end('SIGTERM') });
  let printed = '';
  const url = await new Promise<string>((done, fail) => {
    const late = setTimeout(() => fail(new Error(`the hub did not start:\n${printed}`)), startWithinMs);
    const look = (chunk: Buffer): void => {
      printed += chunk.toString();
      // The last line of what a start prints: everything before it is ready.
      const found = /running at (http:\S+)[\s\S]*(Database: |HUB_STORE=memory)/.exec(printed);
      if (found === null) return;
      clearTimeout(late);
      done(found[1] as string);
    };
    child.stdout?.on('data', look);
    child.stderr?.on('data', look);
    exited.then((code) => fail(new Error(`the hub ended with ${code} before it ran:\n${printed}`)), fail);
  });
  return {
    url,
    pid: child.pid as number,
    child,
    printed: () => printed,
    async kill() {
      if (env.REDIS_URL && env.MONGODB_URL) withDead.add(env.MONGODB_URL);
      await end('SIGKILL');
    },
    async stop() {
      const code = await end('SIGTERM');
      if (env.MONGODB_URL) await checkRowsAt(env.MONGODB_URL);
      return code;
    },
  };
}
