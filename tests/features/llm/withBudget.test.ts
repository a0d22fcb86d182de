import { expect, test } from 'vitest';
import { createMemoryRateLimits } from '../../../src/adapters/memory/rateLimits.ts';
import type { SpendingState } from '../../../src/contract/rest/insight.ts';
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
  writerId: 'v',
  addressKey: 'a',
  ...over,
});
/** Counted with 300 tokens: 300 bytes and an answer of 200. */
const order = (causedBy?: VisitorCause, over: Partial<WritingOrder> = {}): WritingOrder =>
  orderOf(
    { system: 's'.repeat(100), maxTokens: 200 },
    { prompt: 'p'.repeat(200), ...(causedBy === undefined ? {} : { causedBy }), ...over },
  );

const spent = (state: SpendingState) => ({ now: async () => ({ hourMicroUsd: 0, stopMicroUsd: 1, state }) });

function openBudget(visitor: number, address: number, clock: HeldClock = holdClock(), model = writing('model')) {
  const told: [BudgetScope, string][] = [];
  const limits = {
    modelPerVisitor: { name: 'v', points: visitor, perMs: dayMs },
    modelPerAddress: { name: 'a', points: address, perMs: dayMs },
  };
  const budgeted = withBudget(model, writing('rules'), {
    rateLimits: createMemoryRateLimits(clock),
    limits,
    spending: spent('well'),
    off: new Set(),
    onUsedUp: (scope, { writerId }) => told.push([scope, writerId]),
    onSpending: () => {},
  });
  const write = async (causedBy?: VisitorCause, over: Partial<WritingOrder> = {}) => {
    const bases: string[] = [];
    const out = {
      onText: () => {},
      onBasis: (basis: string) => bases.push(basis),
      signal: new AbortController().signal,
    };
    const { basis } = await budgeted.write(order(causedBy, over), out);
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
  expect(await write(cause({ writerId: 'w' }))).toBe('model');
  expect(await write(cause({ tenantId: 'u' }))).toBe('model');
  await clock.pass(dayMs);
  expect(await write(cause())).toBe('model');
});

test('S68: ever new visitors of one address share its daily budget; one without a known address has only their own', async () => {
  const { write, told } = openBudget(10_000, 900);
  const bases = [];
  for (const writerId of ['1', '2', '3', '4', '5']) bases.push(await write(cause({ writerId })));
  expect(bases).toEqual(['model', 'model', 'model', 'rules', 'rules']);
  expect(told).toEqual([['address', '4']]);
  expect(await write(cause({ writerId: '6', addressKey: 'b' }))).toBe('model');
  expect(await write(cause({ writerId: '7', addressKey: null }))).toBe('model');
});

test('many at once get no more than one after the other', async () => {
  const { write } = openBudget(600, 10_000);
  const bases = await Promise.all(Array.from({ length: 10 }, () => write(cause())));
  expect(bases.filter((basis) => basis === 'model')).toHaveLength(2);
});

test('words that many orders share count like the rest', async () => {
  const { write } = openBudget(600, 10_000);
  const over = { stable: ['s'.repeat(400), 's'.repeat(500)] };
  expect([await write(cause(), over), await write(cause(), over)]).toEqual(['model', 'rules']);
});

test('calls that nobody outside caused are not counted', async () => {
  const { write, told } = openBudget(1, 1);
  for (let n = 0; n < 3; n++) expect(await write()).toBe('model');
  expect(told).toEqual([]);
});

test('while the playbook writes anyway nothing is used up and nobody is told', async () => {
  const { write, told } = openBudget(1, 1, holdClock(), writing('rules'));
  expect(await write(cause())).toBe('rules');
  expect(told).toEqual([]);
});

const visitors = orderOf({}, { causedBy: cause() });
const byItself = orderOf(
  { name: 'coach', tier: 'large', criticality: 'staff-auto' },
  { causedBy: cause(), staff: { pressed: false, conversationId: 'c' } },
);
const pressed = orderOf(
  { name: 'ask', tier: 'large', criticality: 'staff-pressed' },
  { staff: { pressed: true, conversationId: 'c' } },
);

/** Tells the writer of each order with its tier and code, and the alerts. */
function openLadder(state: SpendingState, off: string[] = [], clock = holdClock()) {
  const told: [SpendingState, string, string | null][] = [];
  let tier: string | undefined;
  const model: LanguageModel = {
    basis: 'model',
    async write(asked) {
      tier = asked.tier ?? asked.task.tier;
      return { status: 'done', basis: 'model', answer: { say: '' }, started: true };
    },
  };
  const plenty = { points: 1_000_000, perMs: dayMs };
  const budgeted = withBudget(model, writing('rules'), {
    rateLimits: createMemoryRateLimits(clock),
    limits: { modelPerVisitor: { name: 'v', ...plenty }, modelPerAddress: { name: 'a', ...plenty } },
    spending: spent(state),
    off: new Set(off),
    onUsedUp: () => {},
    onSpending: (now, { tenantId, conversationId }) => told.push([now, tenantId, conversationId]),
  });
  const write = async (asked: WritingOrder) => {
    const { basis, code } = await budgeted.write(asked, { onText: () => {}, signal: new AbortController().signal });
    return [basis === 'model' ? tier : basis, ...(code === undefined ? [] : [code])].join(' ');
  };
  return { write, told, clock };
}

test.each([
  [['well', 'soft', 'note'], 'small', 'large', 'large'],
  [['small'], 'small', 'small', 'small'],
  [['rules'], 'small', 'rules COST_LIMIT', 'rules COST_LIMIT'],
  [['off'], 'rules', 'rules COST_LIMIT', 'rules COST_LIMIT'],
] as const)(
  'while an hour’s money is %j, visitors have %s, coaching %s, who presses %s',
  async (states, ...expected) => {
    for (const state of states) {
      const { write } = openLadder(state);
      expect([await write(visitors), await write(byItself), await write(pressed)]).toEqual(expected);
    }
  },
);

test('each state of the money from 60 % on is told once an hour, at the conversation that led there', async () => {
  for (const state of ['well', 'soft'] as const) {
    const { write, told } = openLadder(state);
    await write(pressed);
    expect(told).toEqual([]);
  }
  const { write, told, clock } = openLadder('small');
  for (let n = 0; n < 3; n++) await write(pressed);
  expect(told).toEqual([['small', 't', 'c']]);
  await clock.pass(3_600_000);
  await write(orderOf());
  expect(told).toEqual([
    ['small', 't', 'c'],
    ['small', 't', null],
  ]);
});

test('a task that is switched off is written by the playbook alone, the others are not', async () => {
  const { write } = openLadder('well', ['coach', 'reply']);
  expect([await write(visitors), await write(byItself), await write(pressed)]).toEqual(['rules', 'rules', 'large']);
});
