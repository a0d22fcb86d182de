import { percentile, rounded } from './figures.ts';

export type Took = { p50: number; p99: number };
const rounds = 12;

/** What each text costs: the best of its rounds, for whatever else the machine does makes the others longer; then over all texts. */
export function timesOf(texts: readonly string[], act: (text: string) => unknown): Took {
  const best = new Array<number>(texts.length).fill(Number.POSITIVE_INFINITY);
  for (let round = 0; round < rounds; round++)
    for (const [index, text] of texts.entries()) {
      const startedNs = process.hrtime.bigint();
      act(text);
      best[index] = Math.min(best[index] as number, Number(process.hrtime.bigint() - startedNs) / 1e6);
    }
  return { p50: rounded(percentile(best, 0.5), 3), p99: rounded(percentile(best, 0.99), 3) };
}
