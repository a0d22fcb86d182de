import { expect, it } from 'vitest';
import { id } from '../../src/contract/values.ts';
import { isPlainAndSmall } from '../../src/kernel/judgeShape.ts';

/* Costs nothing: a pure function. */

it('nothing is given to a schema on which the schema itself would fail', () => {
  const hostile = { length: { toString: {} } };
  expect(() => id.safeParse(hostile)).toThrow(TypeError);
  expect(isPlainAndSmall({ conversationId: hostile })).toBe(false);
  expect(isPlainAndSmall({ streamId: 's', length: 12 })).toBe(true);
});
