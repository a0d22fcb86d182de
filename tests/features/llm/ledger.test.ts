import { expect, test } from 'vitest';
import { createMemoryLedgerStore } from '../../../src/adapters/memory/ledgerStore.ts';
import { keepLedger, type LedgerRow, withLedger } from '../../../src/features/llm/ledger.ts';
import type { LanguageModel, WritingResult } from '../../../src/features/llm/ports.ts';
import { withSecondModel } from '../../../src/features/llm/withSecondModel.ts';
import { silentLogger } from '../../../src/kernel/observe.ts';
import { ledgerRow } from '../../suites/ledgerStoreSuite.ts';
import { holdClock } from '../../support/heldClock.ts';
import { orderOf } from '../../support/taskOf.ts';

const outlet = () => ({ onText: () => {}, signal: new AbortController().signal });
const usage = {
  model: 'claude-sonnet-5-5',
  inputTokens: 300,
  outputTokens: 40,
  cacheReadTokens: 4500,
  cacheWriteTokens: 0,
  costMicroUsd: 1450,
};

/** Each write on its own; `fails` as often as it is told. */
function openLedger() {
  const clock = holdClock();
  const memory = createMemoryLedgerStore();
  const writes: number[] = [];
  let failures = 0;
  const store = {
    ...memory,
    async add(rows: readonly LedgerRow[]) {
      if (failures-- > 0) throw new Error('away');
      writes.push(rows.length);
      await memory.add(rows);
    },
  };
  const ledger = keepLedger({ store, clock, log: silentLogger });
  return {
    clock,
    memory,
    writes,
    ledger,
    fail(times: number) {
      failures = times;
    },
  };
}

test('the calls of one second go in one write, and none stands while nothing is called', async () => {
  const { clock, ledger, writes, memory } = openLedger();
  const rows = Array.from({ length: 40 }, (_, n) => ledgerRow({ tenantId: 't', at: n }));
  for (const row of rows.slice(0, 30)) ledger.note(row);
  await clock.pass(1000);
  expect(writes).toEqual([30]);
  await clock.pass(10_000);
  for (const row of rows.slice(30)) ledger.note(row);
  await ledger.stop();
  expect(writes).toEqual([30, 10]);
  expect(await memory.newest('t', 100)).toEqual(rows.toReversed());
});

test('while the database is away rows wait, the oldest of too many are lost, and the rest follow', async () => {
  const { clock, ledger, writes, fail, memory } = openLedger();
  fail(3);
  ledger.note(ledgerRow({ id: 'first', tenantId: 't' }));
  await clock.pass(3000);
  expect(writes).toEqual([]);
  for (let n = 0; n < 5_000; n++) ledger.note(ledgerRow({ tenantId: 't', at: 2 }));
  await clock.pass(1000);
  expect(writes).toEqual([5_000]);
  expect((await memory.newest('t', 6_000)).some(({ id }) => id === 'first')).toBe(false);
});

test('a call is noted with its task, its words’ version, its cost and its end, and with nobody’s name', async () => {
  const { clock, ledger, memory } = openLedger();
  const charged: [string, number][] = [];
  const parts = {
    ledger,
    clock,
    newId: () => 'row',
    charge: async (tenantId: string, cost: number) => {
      charged.push([tenantId, cost]);
    },
  };
  const model: LanguageModel = {
    basis: 'model',
    async write() {
      await clock.pass(700);
      return { status: 'refused', basis: 'model', answer: null, started: false, code: 'MODEL_REFUSED', usage };
    },
  };
  const order = orderOf(
    { name: 'coach', version: 3, tier: 'large' },
    { prompt: 'María 512-555-0142', people: ['María'], userKey: 'tenant', tier: 'small' },
  );
  const at = clock.now();
  await withLedger(model, parts).write(order, outlet());
  await ledger.stop();
  expect(await memory.newest('tenant', 2)).toEqual([
    {
      id: 'row',
      at,
      tenantId: 'tenant',
      task: 'coach',
      version: 3,
      tier: 'small',
      ...usage,
      latencyMs: 700,
      outcome: 'refused',
      code: 'MODEL_REFUSED',
    },
  ]);
  expect(charged).toEqual([['tenant', 1450]]);
});

test('the small model tries when the large one fails before a word; never twice, and not over words already shown', async () => {
  const asked: string[] = [];
  const failing = (end: Partial<WritingResult>): LanguageModel => ({
    basis: 'model',
    async write({ task, tier = task.tier }) {
      asked.push(tier);
      const failed = { status: 'failed', basis: 'model', answer: null, started: false } as const;
      return tier === 'large' ? { ...failed, ...end } : { ...failed, status: 'done', answer: { say: 'Fine.' } };
    },
  });
  const large = orderOf({ tier: 'large' });
  const write = async (end: Partial<WritingResult>) => {
    asked.length = 0;
    const { status } = await withSecondModel(failing(end)).write(large, outlet());
    return [...asked, status].join(' ');
  };
  expect(await write({ code: 'MODEL_OVERLOADED' })).toBe('large small done');
  expect(await write({ code: 'COST_LIMIT' })).toBe('large failed');
  expect(await write({ started: true })).toBe('large failed');
  expect(await write({ late: true })).toBe('large failed');
  expect(await write({ status: 'refused' })).toBe('large refused');
});
