import { expect, test } from 'vitest';
import { createMemoryRateLimits } from '../../../src/adapters/memory/rateLimits.ts';
import type { LanguageModel, VisitorCause, WritingOrder } from '../../../src/features/llm/ports.ts';
import { type BudgetScope, withBudget } from '../../../src/features/llm/withBudget.ts';
import { type HeldClock, holdClock } from '../../support/heldClock.ts';
import { orderOf } from '../../support/taskOf.ts';

const dayMs = 86_400_000;
const writing = (basis: 'model' | 'rules'): LanguageModel => ({
  basis,
  async write(_, out) {
    out.onText(basis);
    return { status: 'done', basis, answer: { say: basis }, started: true };
  },
});

const cause = (over: Partial<VisitorCause> = {}): VisitorCause => ({
  tenantId: 't',
  conversationId: 'c',
  visitorId: 'v',
  addressKey: 'a',
  ...over,
});
/** Counted with 300 tokens: 300 bytes and an answer of 200. */
const order = (causedBy?: VisitorCause): WritingOrder =>
  orderOf(
    { system: 's'.repeat(100), maxTokens: 200 },
    { prompt: 'p'.repeat(200), ...(causedBy === undefined ? {} : { causedBy }) },
  );

function openBudget(visitor: number, address: number, clock: HeldClock = holdClock(), model = writing('model')) {
  const told: [BudgetScope, string][] = [];
  const limits = {
    modelPerVisitor: { name: 'v', points: visitor, perMs: dayMs },
    modelPerAddress: { name: 'a', points: address, perMs: dayMs },
  };
  const budgeted = withBudget(model, writing('rules'), {
    rateLimits: createMemoryRateLimits(clock),
    limits,
    onUsedUp: (scope, { visitorId }) => told.push([scope, visitorId]),
  });
  const write = async (causedBy?: VisitorCause) => {
    const bases: string[] = [];
    const out = {
      onText: () => {},
      onBasis: (basis: string) => bases.push(basis),
      signal: new AbortController().signal,
    };
    const { basis } = await budgeted.write(order(causedBy), out);
    // Before any word it is said who writes in its stead.
    expect(bases).toEqual(basis === 'rules' && causedBy !== undefined && model.basis === 'model' ? ['rules'] : []);
    return basis;
  };
  return { write, told, clock };
}

test('S68: a visitor’s day is used up, told once, and begins again a day later', async () => {
  const { write, told, clock } = openBudget(600, 10_000);
  const bases = [];
  for (let n = 0; n < 5; n++) bases.push(await write(cause()));
  expect(bases).toEqual(['model', 'model', 'rules', 'rules', 'rules']);
  expect(told).toEqual([['visitor', 'v']]);
  expect(await write(cause({ visitorId: 'w' }))).toBe('model');
  expect(await write(cause({ tenantId: 'u' }))).toBe('model');
  await clock.pass(dayMs);
  expect(await write(cause())).toBe('model');
});

test('S68: ever new visitors of one address share its day; who comes from nowhere known has their own alone', async () => {
  const { write, told } = openBudget(10_000, 900);
  const bases = [];
  for (const visitorId of ['1', '2', '3', '4', '5']) bases.push(await write(cause({ visitorId })));
  expect(bases).toEqual(['model', 'model', 'model', 'rules', 'rules']);
  expect(told).toEqual([['address', '4']]);
  expect(await write(cause({ visitorId: '6', addressKey: 'b' }))).toBe('model');
  expect(await write(cause({ visitorId: '7', addressKey: null }))).toBe('model');
});

test('many at once get no more than one after the other', async () => {
  const { write } = openBudget(600, 10_000);
  const bases = await Promise.all(Array.from({ length: 10 }, () => write(cause())));
  expect(bases.filter((basis) => basis === 'model')).toHaveLength(2);
});

test('what nobody of outside caused is not counted', async () => {
  const { write, told } = openBudget(1, 1);
  for (let n = 0; n < 3; n++) expect(await write()).toBe('model');
  expect(told).toEqual([]);
});

test('while the playbook writes anyway nothing is used up and nobody is told', async () => {
  const { write, told } = openBudget(1, 1, holdClock(), writing('rules'));
  expect(await write(cause())).toBe('rules');
  expect(told).toEqual([]);
});
