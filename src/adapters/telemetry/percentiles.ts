import type { Histogram } from 'prom-client';
import type { PerformanceFigures } from '../../contract/rest/performance.ts';

type Measured = PerformanceFigures['items'][number];
/** `count`: of everything up to `uptoSeconds`. */
export interface Bucket {
  uptoSeconds: number;
  count: number;
}

/**
 * Under how many seconds the share `quantile` of what was measured lies: linear within its bucket. Null where nothing was measured, and where
 * it lies in the last bucket, which has no end. Source: `histogram_quantile` of Prometheus.
 */
export function quantileOf(quantile: number, buckets: readonly Bucket[]): number | null {
  const rank = quantile * (buckets.at(-1)?.count ?? 0);
  if (rank === 0) return null;
  const at = buckets.findIndex(({ count }) => count >= rank);
  const { uptoSeconds, count } = buckets[at] as Bucket;
  if (!Number.isFinite(uptoSeconds)) return null;
  const below = buckets[at - 1] ?? { uptoSeconds: 0, count: 0 };
  return below.uptoSeconds + ((uptoSeconds - below.uptoSeconds) * (rank - below.count)) / (count - below.count);
}

/** Of each set of labels of a histogram. */
export async function percentilesOf(metric: string, histogram: Histogram): Promise<Measured[]> {
  const { values } = await histogram.get();
  const series = new Map<string, { labels: Record<string, string>; buckets: Bucket[] }>();
  for (const { metricName, labels, value } of values) {
    if (metricName !== `${metric}_bucket`) continue;
    const { le, ...rest } = labels;
    const named = Object.fromEntries(Object.entries(rest).map(([name, label]) => [name, String(label)]));
    const key = JSON.stringify(named);
    const one = series.get(key) ?? { labels: named, buckets: [] };
    one.buckets.push({ uptoSeconds: le === '+Inf' ? Number.POSITIVE_INFINITY : Number(le), count: value });
    series.set(key, one);
  }
  return [...series.values()].flatMap(({ labels, buckets }) => {
    const sorted = buckets.sort((a, b) => a.uptoSeconds - b.uptoSeconds);
    const count = sorted.at(-1)?.count ?? 0;
    const ms = (quantile: number) => inMs(quantileOf(quantile, sorted));
    return count === 0 ? [] : [{ metric, labels, count, p50Ms: ms(0.5), p95Ms: ms(0.95), p99Ms: ms(0.99) }];
  });
}

const inMs = (seconds: number | null): number | null => (seconds === null ? null : Math.round(seconds * 100_000) / 100);
