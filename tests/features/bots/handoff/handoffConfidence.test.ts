import { describe, expect, test } from 'vitest';
import type { Slot } from '../../../../src/contract/log/parts.ts';
import type { BotName } from '../../../../src/contract/values.ts';
import { handoffConfidence } from '../../../../src/features/bots/handoff/handoffConfidence.ts';
import { firstState } from '../../../../src/features/bots/state/firstState.ts';
import { watched } from '../expectations.ts';
import { pack } from '../play.ts';

const answered = (value: unknown, confidence: number | null = null): Slot => ({
  value,
  state: 'answered',
  confidence,
  evidence: [],
});
const sureOf = (bot: BotName, to: 'buyer' | 'seller', slots: Record<string, Slot>) =>
  handoffConfidence({ bot, slots }, to);

describe('how sure a hand-over is', () => {
  test('follows from the signs for it: none, one, two, three', () => {
    expect(sureOf('lead', 'buyer', {})).toBe(0);
    expect(sureOf('lead', 'buyer', { intent: answered('buy') })).toBe(0.7);
    expect(sureOf('lead', 'buyer', { intent: answered('buy'), beds: answered(3) })).toBe(0.91);
    expect(sureOf('lead', 'seller', { intent: answered('both'), first: answered('sell') })).toBe(0.91);
    const told = { intent: answered('sell'), first: answered('sell'), price: answered(1) };
    expect(sureOf('lead', 'seller', told)).toBe(0.97);
    expect(sureOf('lead', 'buyer', { visit: answered('viewing') })).toBe(0.7);
  });

  test('signs of the other side, refusals and what was only hinted at count for nothing', () => {
    const sells = { intent: answered('sell'), first: answered('sell'), condition: answered('good') };
    expect(sureOf('lead', 'buyer', sells)).toBe(0);
    const hinted: Record<string, Slot> = {
      budget: { ...answered(1), state: 'declined' },
      area: { ...answered('x'), state: 'unknown' },
    };
    expect(sureOf('lead', 'buyer', hinted)).toBe(0);
  });

  test('a fact that the team put right is as sure as they are', () => {
    expect(sureOf('lead', 'seller', { intent: answered('sell', 1) })).toBe(1);
    expect(sureOf('lead', 'seller', { intent: answered('sell', 0.4) })).toBe(0.4);
  });

  test('with a buyer’s or a seller’s bot a wish for the other side is two signs: it was named, and the present one given up or served', () => {
    expect(sureOf('buyer', 'seller', { intent: answered('sell') })).toBe(0.91);
    expect(sureOf('seller', 'buyer', { intent: answered('both') })).toBe(0.91);
  });

  test('two signs are needed on a route whose hand-overs went badly', () => {
    const handoffs = { unwell: [], shifts: { 'lead>seller': 0.1 } };
    const one = watched(firstState(), { ...pack, handoffs });
    for (const text of ['both', 'I would rather not say']) one.visitor(text);
    expect(one.state.bot).toBe('lead');
    expect(one.state.told).toContain('handoff-blocked:seller:unsure');
    const two = watched(firstState(), { ...pack, handoffs });
    for (const text of ['both', 'sell first']) two.visitor(text);
    expect(two.state.bot).toBe('seller');
  });
});
