import type { LedgerRow } from './ledger.ts';

/** The cost of one task with one model. */
export interface LedgerSum {
  task: string;
  /** Null: no model was begun. */
  model: string | null;
  calls: number;
  inputTokens: number;
  outputTokens: number;
  cacheReadTokens: number;
  cacheWriteTokens: number;
  costMicroUsd: number;
  latencyMs: { p50: number; p95: number };
  /** How many ended with each outcome; those that were not done, by their code. */
  outcomes: Record<string, number>;
}

/** Calls of the model by task and model, the dearest first. */
export function sumLedger(rows: readonly LedgerRow[]): LedgerSum[] {
  const groups = new Map<string, LedgerRow[]>();
  for (const row of rows) {
    const key = `${row.task} ${row.model}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return [...groups.values()].map(sumOf).sort((a, b) => b.costMicroUsd - a.costMicroUsd || b.calls - a.calls);
}

function sumOf(rows: readonly LedgerRow[]): LedgerSum {
  const [{ task, model }] = rows as [LedgerRow];
  const total = (field: (row: LedgerRow) => number) => rows.reduce((sum, row) => sum + field(row), 0);
  const latencies = rows.map(({ latencyMs }) => latencyMs).sort((a, b) => a - b);
  const below = (share: number) => latencies[Math.min(latencies.length - 1, Math.floor(latencies.length * share))] ?? 0;
  const outcomes: Record<string, number> = {};
  for (const { outcome, code } of rows) {
    const name = code === null ? outcome : `${outcome} ${code}`;
    outcomes[name] = (outcomes[name] ?? 0) + 1;
  }
  return {
    task,
    model,
    calls: rows.length,
    inputTokens: total((row) => row.inputTokens),
    outputTokens: total((row) => row.outputTokens),
    cacheReadTokens: total((row) => row.cacheReadTokens),
    cacheWriteTokens: total((row) => row.cacheWriteTokens),
    costMicroUsd: total((row) => row.costMicroUsd),
    latencyMs: { p50: below(0.5), p95: below(0.95) },
    outcomes,
  };
}
