import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { PerformanceFigures } from '../../contract/rest/performance.ts';
import type { Logger, Meter } from '../../kernel/observe.ts';
import { metrics } from './metrics.ts';
import { percentilesOf } from './percentiles.ts';

export interface PromMeter extends Meter {
  read(): Promise<{ contentType: string; text: string }>;
  percentiles(): Promise<PerformanceFigures>;
}

/** Numbers for Prometheus: the declared ones, and of the process (memory, CPU, event loop lag). An undeclared name is told once and dropped. */
export function createPromMeter(log: Logger): PromMeter {
  const since = new Date().toISOString();
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const counters = new Map<string, Counter>();
  const gauges = new Map<string, Gauge>();
  const histograms = new Map<string, Histogram>();
  for (const [name, { kind, help, labels, buckets }] of Object.entries(metrics)) {
    const settings = { name, help, labelNames: [...labels], registers: [registry] };
    if (kind === 'counter') counters.set(name, new Counter(settings));
    else if (kind === 'gauge') gauges.set(name, new Gauge(settings));
    else histograms.set(name, new Histogram({ ...settings, ...(buckets ? { buckets: [...buckets] } : {}) }));
  }

  const told = new Set<string>();
  /** A mistake in a metric must never break what is measured. */
  const safely = (name: string, record: () => void): void => {
    try {
      record();
    } catch (err) {
      if (!told.has(name)) log.error('a metric was not recorded', { err, metric: name });
      told.add(name);
    }
  };
  const declared = <M>(known: Map<string, M>, name: string): M => {
    const metric = known.get(name);
    if (metric === undefined) throw new Error('no metric of this name and kind is declared');
    return metric;
  };
  return {
    count: (name, labels = {}, by = 1) => safely(name, () => declared(counters, name).inc(labels, by)),
    gauge: (name, value, labels = {}) => safely(name, () => declared(gauges, name).set(labels, value)),
    observe: (name, seconds, labels = {}) => safely(name, () => declared(histograms, name).observe(labels, seconds)),
    percentiles: async () => ({
      since,
      items: (await Promise.all([...histograms].map(([name, histogram]) => percentilesOf(name, histogram)))).flat(),
    }),
    read: async () => ({ contentType: registry.contentType, text: await registry.metrics() }),
  };
}
