import type { ErrorCode } from '../../contract/errors.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { Logger } from '../../kernel/observe.ts';
import type { LanguageModel, Tier, WritingResult } from './ports.ts';

/** One call of the model, with its purpose and cost. Nothing in it leads to a person or to their words. */
export interface LedgerRow {
  id: string;
  at: number;
  tenantId: string;
  task: string;
  /** Version of the task's words. */
  version: number;
  tier: Tier;
  /** Null where it was not even begun. */
  model: string | null;
  inputTokens: number;
  outputTokens: number;
  cacheReadTokens: number;
  cacheWriteTokens: number;
  costMicroUsd: number;
  /** From the order to the end. */
  latencyMs: number;
  outcome: WritingResult['status'];
  code: ErrorCode | null;
}

export interface LedgerStore {
  /** One write for all. A row that is there already stays as it is. */
  add(rows: readonly LedgerRow[]): Promise<void>;
  /** The newest first; with `within` only those that began from then on and before then. */
  newest(tenantId: string, limit: number, within?: { from: number; until: number }): Promise<LedgerRow[]>;
}

export interface Ledger {
  note(row: LedgerRow): void;
  /** Writes what is left. */
  stop(): Promise<void>;
}

const writeEveryMs = 1_000;
/** Rows kept while the database is away; the oldest are dropped first. */
const mostWaiting = 5_000;

/** Rows wait at most a second and go in one write; rows that could not be written go with the next. */
export function keepLedger(deps: { store: LedgerStore; clock: Clock; log: Logger }): Ledger {
  let waiting: LedgerRow[] = [];
  let lost = 0;
  let cancel: (() => void) | null = null;
  let writing: Promise<void> = Promise.resolve();

  const limit = (): void => {
    lost += Math.max(0, waiting.length - mostWaiting);
    waiting = waiting.slice(-mostWaiting);
  };

  async function write(): Promise<void> {
    const rows = waiting;
    waiting = [];
    if (rows.length === 0) return;
    try {
      await deps.store.add(rows);
      if (lost > 0) deps.log.warn('rows of the ledger were lost while the database was away', { lost });
      lost = 0;
    } catch (err) {
      deps.log.warn('the ledger could not be written: trying again', { err, rows: rows.length });
      waiting = [...rows, ...waiting];
      limit();
      later();
    }
  }

  function later(): void {
    cancel ??= deps.clock.after(writeEveryMs, () => {
      cancel = null;
      writing = writing.then(write);
    });
  }

  return {
    note(row) {
      waiting.push(row);
      limit();
      later();
    },
    async stop() {
      cancel?.();
      await writing;
      await write();
      cancel?.();
    },
  };
}

/** The same model; each call of it is noted and charged. */
export function withLedger(
  model: LanguageModel,
  deps: {
    ledger: Pick<Ledger, 'note'>;
    clock: Clock;
    newId(): string;
    charge(tenantId: string, costMicroUsd: number): Promise<void>;
  },
): LanguageModel {
  return {
    get basis() {
      return model.basis;
    },
    async write(order, out) {
      const at = deps.clock.now();
      const result = await model.write(order, out);
      const { usage } = result;
      deps.ledger.note({
        id: deps.newId(),
        at,
        tenantId: order.userKey,
        task: order.task.name,
        version: order.task.version,
        tier: order.tier ?? order.task.tier,
        model: usage?.model ?? null,
        inputTokens: usage?.inputTokens ?? 0,
        outputTokens: usage?.outputTokens ?? 0,
        cacheReadTokens: usage?.cacheReadTokens ?? 0,
        cacheWriteTokens: usage?.cacheWriteTokens ?? 0,
        costMicroUsd: usage?.costMicroUsd ?? 0,
        latencyMs: deps.clock.now() - at,
        outcome: result.status,
        code: result.code ?? null,
      });
      if (usage !== undefined) await deps.charge(order.userKey, usage.costMicroUsd);
      return result;
    },
  };
}
