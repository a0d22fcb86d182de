import { expect, it } from 'vitest';
import { createPasswordHasher } from '../../src/adapters/argon2/passwordHasher.ts';

const hasher = createPasswordHasher();

it('a password is right for its own hash only, and nobody’s hash is right for none', async () => {
  const stored = await hasher.hash('öpen sesame');
  expect(stored).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(stored).not.toBe(await hasher.hash('öpen sesame'));
  expect(await hasher.verify(stored, 'öpen sesame')).toBe(true);
  expect(await hasher.verify(stored, 'open sesame')).toBe(false);
  expect(await hasher.verify(null, 'öpen sesame')).toBe(false);
});

it('an unknown person’s password takes as long to refuse as a known one’s', async () => {
  const stored = await hasher.hash('a');
  const fastestMs = async (hash: string | null): Promise<number> => {
    let best = Number.POSITIVE_INFINITY;
    for (let round = 0; round < 5; round++) {
      const since = performance.now();
      await hasher.verify(hash, 'b');
      best = Math.min(best, performance.now() - since);
    }
    return best;
  };
  expect(await fastestMs(null)).toBeGreaterThan((await fastestMs(stored)) / 2);
});
