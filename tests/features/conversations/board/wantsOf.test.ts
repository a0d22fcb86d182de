import { expect, it } from 'vitest';
import { wantsOf } from '../../../../src/features/conversations/board/wantsOf.ts';

const known = (value: unknown) => ({ value, state: 'answered' as const, confidence: 1, evidence: [] });

it('a row tells what somebody looks for, as far as it is known', () => {
  expect(
    wantsOf({
      intent: known('buy'),
      beds: known(3),
      budget: known({ minCents: null, maxCents: 50_000_000, currency: 'USD' }),
      area: known('Round Rock'),
      price: known({ minCents: 1, maxCents: 1 }),
    }),
  ).toEqual({ wish: 'buy', beds: 3, maxCents: 50_000_000, area: 'Round Rock' });
  expect(wantsOf({})).toBeNull();
  expect(wantsOf({ budget: { value: null, state: 'declined', confidence: 1, evidence: [] } })).toBeNull();
});

it('of a seller it is the price that they have in mind', () => {
  const price = known({ minCents: 60_000_000, maxCents: 65_000_000, currency: 'USD' });
  expect(wantsOf({ intent: known('sell'), price, budget: known({ maxCents: 1 }) })).toEqual({
    wish: 'sell',
    minCents: 60_000_000,
    maxCents: 65_000_000,
  });
});

it('a value of another shape is left out, a long place is cut, and an identity number in it is masked', () => {
  expect(wantsOf({ intent: known('steal'), beds: known('3'), budget: known('500k'), area: known(7) })).toBeNull();
  const { area = '' } = wantsOf({ area: known(`123-45-6789 ${'a'.repeat(5_000)}`) }) ?? {};
  expect(area).toHaveLength(60);
  expect(area).not.toContain('123-45');
});
