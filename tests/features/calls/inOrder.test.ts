import { expect, it } from 'vitest';
import { createOrder } from '../../../src/features/calls/provider/inOrder.ts';
import { holdClock } from '../../support/heldClock.ts';

/* Costs about 0.1 s. */

const settled = () => new Promise((resolve) => setImmediate(resolve));

function listening() {
  const clock = holdClock();
  const inOrder = createOrder(clock, 2_000);
  const heard: (number | string)[] = [];
  const tell = (number: number, key = 'call') =>
    inOrder(key, number, async (isLate) => {
      heard.push(isLate ? `late ${number}` : number);
    });
  return { clock, heard, tell };
}

it('events that come in any order are heard in order, once those before them are there', async () => {
  const { heard, tell } = listening();
  const all = [3, 2, 5, 4].map((number) => tell(number));
  await settled();
  expect(heard).toEqual([]);
  await tell(1);
  await Promise.all(all);
  expect(heard).toEqual([1, 2, 3, 4, 5]);
});

it('a gap is waited for, up to a limit, and an event that fills it later is late', async () => {
  const { clock, heard, tell } = listening();
  await tell(1);
  const third = tell(3);
  await clock.pass(1_999);
  expect(heard).toEqual([1]);
  await clock.pass(1);
  await third;
  await tell(2);
  await tell(4);
  expect(heard).toEqual([1, 3, 'late 2', 4]);
});

it('one call does not wait for another, and too much that came early does not wait at all', async () => {
  const { heard, tell } = listening();
  const early = Array.from({ length: 101 }, (_, at) => tell(at + 2, 'other'));
  await tell(1);
  await Promise.all(early);
  expect(heard).toHaveLength(102);
});

it('a fault is told to the event’s own sender, and later events are heard', async () => {
  const inOrder = createOrder(holdClock(), 2_000);
  const first = inOrder('call', 1, () => Promise.reject(new Error('the database is away')));
  const second = inOrder('call', 2, async () => {});
  await expect(first).rejects.toThrow('the database is away');
  await expect(second).resolves.toBeUndefined();
});
