import { describe, expect, test } from 'vitest';
import { bots } from '../../../../src/contract/values.ts';
import { machineOf } from '../../../../src/features/bots/flows/machines.ts';
import { slotFormOf, slotValueOf } from '../../../../src/features/bots/understand/slotForms.ts';
import { at } from '../play.ts';

describe('the values that a model read', () => {
  test('every slot that a bot asks for says how its value is written', () => {
    for (const bot of bots) for (const slot of machineOf(bot).slots) expect(slotFormOf(slot), slot).not.toBeNull();
  });

  test.each<[string, string, unknown]>([
    ['budget', '$450,000', { minCents: null, maxCents: 45_000_000, currency: 'USD' }],
    ['budget', '$450,000 to $500,000', { minCents: 45_000_000, maxCents: 50_000_000, currency: 'USD' }],
    ['price', '$650,000', { minCents: 65_000_000, maxCents: 65_000_000, currency: 'USD' }],
    ['beds', '3', 3],
    ['timeline', 'within 2 months', { minDays: 0, maxDays: 60 }],
    ['preApproval', 'cash', 'cash'],
    ['motivation', 'downsizing', 'downsizing'],
    ['motivation', 'they retire', 'downsizing'],
    ['condition', 'move_in_ready', 'move_in_ready'],
    ['area', 'near the river', 'near the river'],
    ['address', '1204 Maple Street', '1204 Maple Street'],
    ['intent', 'Sell', 'sell'],
  ])('%s "%s" becomes the value that the rules would have kept', (slot, words, value) => {
    expect(slotValueOf(slot, words, at)).toEqual(value);
  });

  test.each([
    ['budget', 'a lot'],
    ['beds', 'plenty'],
    ['timeline', 'hopefully'],
    ['condition', 'unknown'],
    ['preApproval', 'maybe'],
    ['intent', 'to talk'],
    ['address', '78704'],
    ['area', 'x'.repeat(81)],
    ['area', '  '],
    ['nickname', 'Bob'],
  ])('%s "%s" is no value of that slot', (slot, words) => {
    expect(slotValueOf(slot, words, at)).toBeNull();
  });
});
