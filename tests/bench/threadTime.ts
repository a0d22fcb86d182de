import { readFileSync } from 'node:fs';

export interface ThreadTime {
  /** CPU time in ms between two instants, in ms since 1970; null where the kernel does not tell. */
  between(from: number, to: number): number | null;
  stop(): void;
}

const everyMs = 20;

/** Notes what a process's first thread has run, so that a task that was long can be told from one that was kept waiting. */
export function watchThread(pid: number): ThreadTime {
  const at: number[] = [];
  const ran: number[] = [];
  const note = () => {
    try {
      const [ns] = readFileSync(`/proc/${pid}/task/${pid}/schedstat`, 'utf8').split(' ');
      at.push(performance.timeOrigin + performance.now());
      ran.push(Number(ns) / 1e6);
    } catch (error) {
      // No such file: another system, or the process is gone.
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
      clearInterval(timer);
    }
  };
  const timer = setInterval(note, everyMs);
  const ranUntil = (time: number): number => {
    const next = at.findIndex((one) => one >= time);
    if (next <= 0) return ran.at(next) ?? 0;
    const [before, after] = [at[next - 1] ?? 0, at[next] ?? 0];
    const share = (time - before) / (after - before);
    return (ran[next - 1] ?? 0) + ((ran[next] ?? 0) - (ran[next - 1] ?? 0)) * share;
  };
  return {
    between: (from, to) => (at.length < 2 ? null : ranUntil(to) - ranUntil(from)),
    stop: () => clearInterval(timer),
  };
}
