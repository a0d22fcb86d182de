import { expect, test } from 'vitest';
import { actOnEach, mostSelected, selectedThrough, toggled } from '../../client/shared/state/selection.ts';

const order = Array.from({ length: 60 }, (_, no) => `c${no}`);

test('a box selects one and lets go of it again, and no more than fifty are selected', () => {
  const one = toggled(new Set(), 'c1');
  expect([...one]).toEqual(['c1']);
  expect([...toggled(one, 'c1')]).toEqual([]);
  const full = new Set(order.slice(0, mostSelected));
  expect(toggled(full, 'c55')).toEqual(full);
  expect(toggled(full, 'c0').size).toBe(mostSelected - 1);
});

test('with Shift all are selected from the last one on, either way, as far as there is room', () => {
  expect([...selectedThrough(new Set(['c3']), order, 'c3', 'c5')]).toEqual(['c3', 'c4', 'c5']);
  expect([...selectedThrough(new Set(['c5']), order, 'c5', 'c3')]).toEqual(['c5', 'c3', 'c4']);
  expect([...selectedThrough(new Set(), order, null, 'c7')]).toEqual(['c7']);
  expect([...selectedThrough(new Set(), order, 'gone', 'c7')]).toEqual(['c7']);
  expect(selectedThrough(new Set(), order, 'c0', 'c59').size).toBe(mostSelected);
});

test('an action on many says which ones failed and why, and the others are done all the same', async () => {
  let running = 0;
  let most = 0;
  const outcome = await actOnEach(
    order,
    async (id) => {
      running += 1;
      most = Math.max(most, running);
      await Promise.resolve();
      running -= 1;
      if (id === 'c2' || id === 'c40') throw new RangeError(id);
    },
    (error) => (error instanceof RangeError ? `no ${error.message}` : null),
  );
  expect(outcome.done).toHaveLength(58);
  expect([...outcome.refused]).toEqual([
    ['c2', 'no c2'],
    ['c40', 'no c40'],
  ]);
  expect(most).toBeLessThanOrEqual(5);
});

test('an error without words for people is a fault and is thrown', async () => {
  await expect(
    actOnEach(
      ['c1'],
      () => Promise.reject(new TypeError('broken')),
      () => null,
    ),
  ).rejects.toThrow('broken');
});
