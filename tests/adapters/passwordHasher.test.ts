import * as argon2 from '@node-rs/argon2';
import { expect, it, vi } from 'vitest';
import { createPasswordHasher } from '../../src/adapters/argon2/passwordHasher.ts';

const verify = vi.fn(argon2.verify);
const hasher = createPasswordHasher({ ...argon2, verify });

it('a password is right for its own hash only, and nobody’s hash is right for none', async () => {
  const stored = await hasher.hash('öpen sesame');
  expect(stored).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(stored).not.toBe(await hasher.hash('öpen sesame'));
  expect(await hasher.verify(stored, 'öpen sesame')).toBe(true);
  expect(await hasher.verify(stored, 'open sesame')).toBe(false);
  expect(await hasher.verify(null, 'öpen sesame')).toBe(false);
});

it('an unknown person’s password costs as much to refuse as a known one’s: it is checked against a hash like theirs', async () => {
  const stored = await hasher.hash('a');
  verify.mockClear();
  expect([await hasher.verify(stored, 'b'), await hasher.verify(null, 'b')]).toEqual([false, false]);
  const costOf = (hash: string) => hash.split('$').slice(0, 4);
  const checked = verify.mock.calls.map(([against]) => String(against));
  expect(checked.map(costOf)).toEqual([costOf(stored), costOf(stored)]);
  expect(checked[1]).not.toBe(stored);
});
