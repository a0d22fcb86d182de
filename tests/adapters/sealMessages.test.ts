import { expect, it } from 'vitest';
import { createSeal, redisKeyFrom } from '../../src/adapters/redis/sealMessages.ts';
import { holdClock } from '../support/heldClock.ts';

const node = (secret = 'one secret', clock = holdClock()) => {
  const dropped: string[] = [];
  return {
    ...createSeal(redisKeyFrom(secret), { clock, onForged: (reason) => void dropped.push(reason) }),
    dropped,
    clock,
  };
};
const words = (message: Buffer | null) => message?.toString();

it('S72: another node’s sealed message is opened once, in order, text and bytes alike, and nobody’s own echo', () => {
  const [one, other] = [node(), node()];
  const first = one.seal('c', 'Grüße 🏡');
  const second = one.seal('c', Buffer.from([0, 255, 1]));
  expect(words(other.open('c', first))).toBe('Grüße 🏡');
  expect(other.open('c', second)).toEqual(Buffer.from([0, 255, 1]));
  expect(one.open('c', first)).toBeNull();
  expect([one.dropped, other.dropped]).toEqual([[], []]);
});

it('S72: another secret, another channel, a changed byte and a bare message are refused', () => {
  const [one, other, stranger] = [node(), node(), node('another secret')];
  const sealed = one.seal('c', '{"kind":"x"}');
  const attempts: [string, Buffer][] = [
    ['c', stranger.seal('c', '{"kind":"x"}')],
    ['d', sealed],
    ['c', Buffer.from('{"kind":"x"}')],
    ['c', Buffer.alloc(0)],
    ...Array.from(sealed, (byte, at): [string, Buffer] => {
      const changed = Buffer.from(sealed);
      changed[at] = byte ^ 1;
      return ['c', changed];
    }),
  ];
  for (const [channel, message] of attempts) expect(other.open(channel, message)).toBeNull();
  expect(other.dropped).toEqual(attempts.map(() => 'unsigned'));
  expect(words(other.open('c', sealed))).toBe('{"kind":"x"}');
});

it('S72: a repeated message is refused, at once, after newer ones, and by a node that began later', async () => {
  const [one, other] = [node(), node()];
  const sealed = [one.seal('c', '1'), one.seal('c', '2')] as const;
  for (const message of sealed) expect(other.open('c', message)).not.toBeNull();
  for (const message of sealed) expect(other.open('c', message)).toBeNull();
  expect(other.dropped).toEqual(['replayed', 'replayed']);
  const later = node();
  await later.clock.pass(6 * 60_000);
  expect(later.open('c', sealed[0])).toBeNull();
  expect(later.dropped).toEqual(['replayed']);
});

it('a clock that stands still or goes back, and one that is a little off, lose nothing', async () => {
  const one = node();
  const other = node();
  await other.clock.pass(4 * 60_000);
  for (let n = 0; n < 1000; n += 1) expect(words(other.open('c', one.seal('c', String(n))))).toBe(String(n));
  for (let n = 0; n < 10; n += 1) expect(words(one.open('c', other.seal('c', String(n))))).toBe(String(n));
});
