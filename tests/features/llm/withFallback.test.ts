import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { LanguageModel, WritingOutlet, WritingResult } from '../../../src/features/llm/ports.ts';
import { withFallback } from '../../../src/features/llm/withFallback.ts';
import { silentLogger, silentMeter } from '../../../src/kernel/observe.ts';
import { type HeldClock, holdClock } from '../../support/heldClock.ts';
import { orderOf } from '../../support/taskOf.ts';

const order = orderOf({ name: 'coach', criticality: 'staff-auto' });

const playbook: LanguageModel = {
  basis: 'rules',
  async write(_, out) {
    out.onText('By rule.');
    return { status: 'done', basis: 'rules', answer: { say: 'By rule.' }, started: true };
  },
};

/** A model that ends each order as the next of `ends` says; the last one forever. */
function modelThat(...ends: (Partial<WritingResult> & { says?: string })[]): LanguageModel & { asked: () => number } {
  let asked = 0;
  return {
    basis: 'model',
    asked: () => asked,
    async write(_, out) {
      const { says, ...end } = ends[Math.min(asked++, ends.length - 1)] ?? {};
      if (says !== undefined) out.onText(says);
      const status = end.status ?? 'done';
      return {
        basis: 'model',
        started: says !== undefined,
        answer: status === 'done' ? { say: says ?? '' } : null,
        ...end,
        status,
      };
    },
  };
}

interface Heard extends WritingOutlet {
  texts: string[];
  bases: string[];
}
function outlet(signal: AbortSignal = new AbortController().signal): Heard {
  const texts: string[] = [];
  const bases: string[] = [];
  return { texts, bases, onText: (text) => texts.push(text), onBasis: (basis) => bases.push(basis), signal };
}

const overloaded = { status: 'failed', code: 'MODEL_OVERLOADED' } as const;
let clock: HeldClock;
const parts = () => ({ clock, log: silentLogger, meter: silentMeter });
beforeEach(() => {
  clock = holdClock();
  // The breaker reads the machine's clock.
  vi.useFakeTimers({ toFake: ['Date'] });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('a model with a fallback', () => {
  test('writes by itself while it can', async () => {
    const out = outlet();
    const both = withFallback(modelThat({ says: 'Thought.' }), playbook, parts());
    expect(both.basis).toBe('model');
    expect(await both.write(order, out)).toMatchObject({ status: 'done', basis: 'model' });
    expect(out.texts).toEqual(['Thought.']);
  });

  test('C21: lets the fallback write when it failed before its first text, and says so first', async () => {
    const out = outlet();
    const result = await withFallback(modelThat(overloaded), playbook, parts()).write(order, out);
    expect(result).toEqual({ status: 'done', basis: 'rules', answer: { say: 'By rule.' }, started: true });
    expect(out.bases).toEqual(['model', 'rules']);
    expect(out.texts).toEqual(['By rule.']);
  });

  test('never writes over text that people have seen', async () => {
    const out = outlet();
    const result = await withFallback(modelThat({ ...overloaded, says: 'Half a' }), playbook, parts()).write(
      order,
      out,
    );
    expect(result).toMatchObject({ status: 'failed', code: 'MODEL_OVERLOADED', basis: 'model' });
    expect(out.texts).toEqual(['Half a']);
  });

  test('shows staff a refusal, and answers a visitor all the same', async () => {
    const refusing = modelThat({ status: 'refused', code: 'MODEL_REFUSED' });
    expect(await withFallback(refusing, playbook, parts()).write(order, outlet())).toMatchObject({ status: 'refused' });
    const toVisitor = await withFallback(refusing, playbook, parts()).write(orderOf(), outlet());
    expect(toVisitor).toMatchObject({ status: 'done', basis: 'rules' });
  });

  test('does not answer one who stopped it', async () => {
    const aborter = new AbortController();
    const out = outlet(aborter.signal);
    const model: LanguageModel = {
      basis: 'model',
      async write() {
        aborter.abort();
        return { status: 'failed', basis: 'model', answer: null, started: false, code: 'DEPENDENCY_DOWN' };
      },
    };
    await withFallback(model, playbook, parts()).write(order, out);
    expect(out.texts).toEqual([]);
  });

  test('leaves the model alone after five outages in a row, until a trial succeeds', async () => {
    const model = modelThat(overloaded, overloaded, overloaded, overloaded, overloaded, { says: 'Back.' });
    const both = withFallback(model, playbook, parts());
    for (let i = 0; i < 5; i++) await both.write(order, outlet());
    expect(both.basis).toBe('rules');
    const during = outlet();
    expect(await both.write(order, during)).toMatchObject({ basis: 'rules', status: 'done' });
    expect(model.asked()).toBe(5);
    expect(during.bases).toEqual(['rules']);
    vi.setSystemTime(Date.now() + 15_001);
    expect(await both.write(order, outlet())).toMatchObject({ basis: 'model', status: 'done' });
    expect(both.basis).toBe('model');
  });

  test('is not tripped by answers that are bad but no outage', async () => {
    const model = modelThat({ status: 'truncated', says: 'Too long' });
    const both = withFallback(model, playbook, parts());
    for (let i = 0; i < 8; i++) await both.write(order, outlet());
    expect(model.asked()).toBe(8);
    expect(both.basis).toBe('model');
  });

  test('C21: rests ten minutes when the spending limit is reached', async () => {
    const model = modelThat({ status: 'failed', code: 'COST_LIMIT' }, { says: 'Paid.' });
    const both = withFallback(model, playbook, parts());
    expect(await both.write(order, outlet())).toMatchObject({ basis: 'rules' });
    await both.write(order, outlet());
    expect(model.asked()).toBe(1);
    await clock.pass(600_000);
    expect(await both.write(order, outlet())).toMatchObject({ basis: 'model', answer: { say: 'Paid.' } });
  });

  test('a task that ran out of its own time is no outage: the model is asked again', async () => {
    const late = modelThat({ status: 'failed', code: 'MODEL_TIMEOUT', late: true });
    const both = withFallback(late, playbook, parts());
    for (let n = 0; n < 8; n++) expect(await both.write(order, outlet())).toMatchObject({ basis: 'rules' });
    expect(late.asked()).toBe(8);
    expect(both.basis).toBe('model');
  });
});
