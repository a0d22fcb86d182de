import { readFileSync } from 'node:fs';
import { cpus } from 'node:os';

/** CPU time of a process so far, in ms; 0 where the kernel does not tell. */
export function cpuMsOf(pid: number): number {
  // After the name, which may hold blanks and brackets.
  const fields = readText(`/proc/${pid}/stat`).split(') ').at(-1)?.split(' ') ?? [];
  return (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) * msPerTick;
}
const msPerTick = 10;

/** CPU time of the whole machine so far that somebody used, in ms. */
export function busyMsOfMachine(): number {
  return cpus().reduce((sum, { times }) => sum + times.user + times.nice + times.sys + times.irq, 0);
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    // Another system, or the process is gone.
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    return '';
  }
}
