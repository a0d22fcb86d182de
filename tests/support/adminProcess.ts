import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';

const entry = resolve(import.meta.dirname, '../../dist/server/admin.js');

export interface Printed {
  code: number;
  out: string;
  err: string;
}

/** A command of the built `npm run admin`, as a process of its own. `npm test` builds it first. */
export function startAdmin(env: NodeJS.ProcessEnv, ...args: string[]): ChildProcessByStdio<null, Readable, Readable> {
  return spawn(process.execPath, [entry, ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** The same, when it has ended. */
export async function runAdmin(env: NodeJS.ProcessEnv, ...args: string[]): Promise<Printed> {
  const child = startAdmin(env, ...args);
  const [out, err, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'exit') as Promise<[number]>,
  ]);
  return { code, out, err };
}
