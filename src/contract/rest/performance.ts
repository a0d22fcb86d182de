import { z } from 'zod';
import { isoTime } from '../values.ts';

const percentileMs = z.number().nullable();

/**
 * How long things took on this node since it started, by metric of `/metrics` and its labels. A percentile is worked out from the metric's
 * buckets, linear within one (as `histogram_quantile` of Prometheus does); null where it lies above the last one. A metric that was never
 * measured is left out.
 */
export const performanceFigures = z
  .object({
    since: isoTime,
    items: z.array(
      z.object({
        metric: z.string(),
        labels: z.record(z.string(), z.string()),
        count: z.number().int(),
        ...{ p50Ms: percentileMs, p95Ms: percentileMs, p99Ms: percentileMs },
      }),
    ),
  })
  .meta({ id: 'PerformanceFigures' });
export type PerformanceFigures = z.infer<typeof performanceFigures>;
