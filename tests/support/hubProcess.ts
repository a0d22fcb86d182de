import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { endWithUs } from './endWithUs.ts';
import { demoPassword } from './openHub.ts';

export interface HubProcess {
  url: string;
  pid: number;
  /** What it has said so far, on both its outputs. */
  printed(): string;
  /** As a crash: nothing is drained, nothing is told. */
  kill(): Promise<void>;
  /** As an operator does; resolves with the exit code. */
  stop(): Promise<number | null>;
}

const startWithinMs = 90_000;

/** The built hub as a process of its own. `npm test` builds it first; by hand it is `npm run build`. */
export async function startHubProcess(env: NodeJS.ProcessEnv): Promise<HubProcess> {
  const main = resolve(import.meta.dirname, '../../dist/server/main.js');
  if (!existsSync(main)) throw new Error('the server is not built: run `npm run build`');
  const child = spawn(process.execPath, [main], {
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      PORT: '0',
      HUB_DEMO_PASSWORD: demoPassword,
      HUB_LOG_LEVEL: 'warn',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
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
      const found = /runs at (http:\S+)[\s\S]*(Database: |HUB_STORE=memory)/.exec(printed);
      if (found === null) return;
      clearTimeout(late);
      done(found[1] as string);
    };
    child.stdout.on('data', look);
    child.stderr.on('data', look);
    exited.then((code) => fail(new Error(`the hub ended with ${code} before it ran:\n${printed}`)), fail);
  });
  return {
    url,
    pid: child.pid as number,
    printed: () => printed,
    kill: async () => void (await end('SIGKILL')),
    stop: () => end('SIGTERM'),
  };
}
