import { percentile, rounded } from './figures.ts';

export type Took = { p50: number; p99: number };
const rounds = 12;

/**
 * The cost of each text in ms of the processor: the best of its rounds, because the first are still being compiled;
 * then over all texts. The clock would also count the machine's other work.
 */
export function timesOf(texts: readonly string[], act: (text: string) => unknown): Took {
  const best = new Array<number>(texts.length).fill(Number.POSITIVE_INFINITY);
  for (let round = 0; round < rounds; round++)
    for (const [index, text] of texts.entries()) {
      const before = process.cpuUsage();
      act(text);
      const { user, system } = process.cpuUsage(before);
      best[index] = Math.min(best[index] as number, (user + system) / 1000);
    }
  return { p50: rounded(percentile(best, 0.5), 3), p99: rounded(percentile(best, 0.99), 3) };
}
