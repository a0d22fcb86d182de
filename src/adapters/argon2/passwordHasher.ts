import { hash, verify } from '@node-rs/argon2';
import type { PasswordHasher } from '../../features/identity/ports.ts';

/** Argon2id with 19 MiB, 2 passes, 1 lane: OWASP's minimum, and the library's default; written here so that an update cannot lower it. */
const cost = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

export function createPasswordHasher(): PasswordHasher {
  let decoy: Promise<string> | null = null;
  return {
    hash: (password) => hash(password, cost),
    async verify(stored, password) {
      if (stored !== null) return verify(stored, password);
      decoy ??= hash('nobody has this password', cost);
      await verify(await decoy, password);
      return false;
    },
  };
}
