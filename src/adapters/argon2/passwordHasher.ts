import { randomBytes } from 'node:crypto';
import * as argon2 from '@node-rs/argon2';
import type { PasswordHasher } from '../../features/identity/ports.ts';

/** Argon2id with 19 MiB, 2 passes, 1 lane: OWASP's minimum and the library's default, written here so that an update cannot lower it. */
const cost = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

export function createPasswordHasher({
  hash,
  verify,
}: Pick<typeof argon2, 'hash' | 'verify'> = argon2): PasswordHasher {
  // Nobody's password: it is checked when there is no account, so that the answer takes as long.
  const nobody = hash(randomBytes(32), cost);
  return {
    hash: (password) => hash(password, cost),
    async verify(stored, password) {
      const right = await verify(stored ?? (await nobody), password);
      return stored !== null && right;
    },
  };
}
