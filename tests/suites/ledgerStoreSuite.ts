import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LedgerRow, LedgerStore } from '../../src/features/llm/ledger.ts';
import { newId } from '../../src/kernel/ids.ts';

export const ledgerRow = (over: Partial<LedgerRow> = {}): LedgerRow => ({
  id: newId(),
  at: 1_700_000_000_000,
  tenantId: newId(),
  task: 'coach',
  version: 1,
  tier: 'large',
  model: 'claude-sonnet-5-5',
  inputTokens: 1000,
  outputTokens: 200,
  cacheReadTokens: 4500,
  cacheWriteTokens: 0,
  costMicroUsd: 4450,
  latencyMs: 900,
  outcome: 'done',
  code: null,
  ...over,
});

/** The promises that every store of the model's calls keeps. */
export function ledgerStoreSuite(
  name: string,
  open: () => Promise<{ store: LedgerStore; close(): Promise<void> }>,
): void {
  describe(`the ledger of the model: ${name}`, () => {
    let store: LedgerStore;
    let close: () => Promise<void>;
    beforeAll(async () => ({ store, close } = await open()));
    afterAll(() => close?.());

    it('keeps what it is given, the newest first, each tenant its own', async () => {
      const tenantId = newId();
      // The database drops what is three months old.
      const at = Date.now();
      const failed = { model: null, outcome: 'failed', code: 'MODEL_OVERLOADED', costMicroUsd: 0 } as const;
      const rows = [ledgerRow({ tenantId, at }), ledgerRow({ tenantId, at: at + 2, ...failed })];
      await store.add([...rows, ledgerRow({ at: at + 1 })]);
      await store.add([ledgerRow({ tenantId, at: at + 1 })]);
      const found = await store.newest(tenantId, 10);
      expect(found.map((row) => row.at - at)).toEqual([2, 1, 0]);
      expect([found[2], found[0]]).toEqual(rows);
      expect(await store.newest(tenantId, 1)).toEqual([rows[1]]);
      expect(await store.newest(newId(), 10)).toEqual([]);
      const within = await store.newest(tenantId, 10, { from: at + 1, until: at + 2 });
      expect(within.map((row) => row.at - at)).toEqual([1]);
    });

    it('counts a row once, also when its write is made again with others', async () => {
      const tenantId = newId();
      const twice = ledgerRow({ tenantId, at: Date.now() });
      await store.add([twice]);
      await store.add([ledgerRow({ tenantId, at: twice.at + 1 }), twice, ledgerRow({ tenantId, at: twice.at + 2 })]);
      expect((await store.newest(tenantId, 10)).map((row) => row.at - twice.at)).toEqual([2, 1, 0]);
    });
  });
}
