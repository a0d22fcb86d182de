import { expect, it } from 'vitest';
import { createMemoryWakeups } from '../../../src/adapters/memory/wakeups.ts';
import { createOrder } from '../../../src/features/calls/provider/inOrder.ts';
import { silentLogger } from '../../../src/kernel/observe.ts';
import type { Wakeups } from '../../../src/kernel/wakeups.ts';
import { holdClock } from '../../support/heldClock.ts';

/* Costs about 0.1 s. */

const settled = () => new Promise((resolve) => setImmediate(resolve));

const hints = (): Wakeups => createMemoryWakeups({ log: silentLogger });

function listening(wakeups = hints(), heard: (number | string)[] = []) {
  const clock = holdClock();
  const inOrder = createOrder({ ...clock, wakeups }, 2_000);
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
  const inOrder = createOrder({ ...holdClock(), wakeups: hints() }, 2_000);
  const first = inOrder('call', 1, () => Promise.reject(new Error('the database is away')));
  const second = inOrder('call', 2, async () => {});
  await expect(first).rejects.toThrow('the database is away');
  await expect(second).resolves.toBeUndefined();
});

it('events that come to two nodes are heard in one order, without waiting for longer than they are on their way', async () => {
  const wakeups = hints();
  const heard: (number | string)[] = [];
  const [here, there] = [listening(wakeups, heard), listening(wakeups, heard)];
  const third = here.tell(3);
  const fifth = here.tell(5);
  const sixth = there.tell(6);
  await settled();
  expect(heard).toEqual([]);
  await there.tell(1);
  await settled();
  expect(heard).toEqual([1]);
  await there.tell(2);
  await third;
  await here.tell(4);
  await Promise.all([fifth, sixth]);
  expect(heard).toEqual([1, 2, 3, 4, 5, 6]);
});

it('a node that hears of a call late learns from the others how far it is', async () => {
  const wakeups = hints();
  const heard: (number | string)[] = [];
  const [here, there] = [listening(wakeups, heard), listening(wakeups, heard)];
  for (const number of [1, 2, 3]) await here.tell(number);
  await there.tell(4);
  await there.tell(2);
  expect(heard).toEqual([1, 2, 3, 4, 'late 2']);
});

it('a gap that one node has given up holds up no other', async () => {
  const wakeups = hints();
  const heard: (number | string)[] = [];
  const [here, there] = [listening(wakeups, heard), listening(wakeups, heard)];
  const early = there.tell(3);
  const later = here.tell(4);
  await here.clock.pass(2_000);
  await Promise.all([early, later]);
  expect(new Set(heard)).toEqual(new Set([3, 4]));
  await there.tell(5);
  await here.tell(6);
  expect(heard.slice(2)).toEqual([5, 6]);
});
