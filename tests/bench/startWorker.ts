import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { build } from 'esbuild';

const root = resolve(import.meta.dirname, '../..');
const outdir = resolve(root, 'dist/bench');

/** Builds the processes of a bench as the hub itself is built, so that what is measured is what runs. */
export async function buildWorkers(...files: string[]): Promise<void> {
  await build({
    absWorkingDir: root,
    entryPoints: files.map((file) => `tests/${file}.ts`),
    outbase: 'tests',
    outdir,
    bundle: true,
    platform: 'node',
    target: 'node20.19',
    format: 'esm',
    packages: 'external',
    sourcemap: true,
    logLevel: 'warning',
  });
}

/** Without `once`, which would also listen for errors, once more each time. */
const heard = (child: ChildProcess): Promise<unknown[]> =>
  new Promise((resolve) => child.once('message', (message) => resolve([message])));

export interface Worker {
  pid: number;
  /** Sends a message and resolves with the next one that comes back. */
  ask<A>(message: unknown): Promise<A>;
  /** The worker's first message, about itself. */
  first<A>(): Promise<A>;
  stop(): Promise<void>;
}

/** A process of the bench. `BENCH_PROFILE=<folder>` writes a CPU profile of each when it ends. */
export function startWorker(file: string, args: readonly string[] = [], execArgv: readonly string[] = []): Worker {
  const profile = process.env.BENCH_PROFILE;
  const child: ChildProcess = fork(resolve(outdir, `${file}.js`), [...args], {
    execArgv: [
      ...execArgv,
      ...(profile
        ? [
            '--cpu-prof',
            `--cpu-prof-dir=${profile}`,
            `--cpu-prof-name=${[file, ...args].join('-').replace(/[^\w-]+/g, '-')}.cpuprofile`,
          ]
        : []),
    ],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    serialization: 'advanced',
  });
  const gone = once(child, 'exit').then(([code]) => {
    throw new Error(`${file} ended with ${code}`);
  });
  gone.catch(() => undefined);
  const next = async <A>(): Promise<A> => {
    const [answer] = await Promise.race([heard(child), gone]);
    return answer as A;
  };
  const first = next<unknown>();
  first.catch(() => undefined);
  return {
    pid: child.pid as number,
    ask(message) {
      const answer = next<never>();
      child.send(message as object);
      return answer;
    },
    first: () => first as Promise<never>,
    async stop() {
      if (child.connected) child.disconnect();
      await gone.catch(() => undefined);
    },
  };
}
