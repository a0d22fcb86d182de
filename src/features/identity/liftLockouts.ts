import type { Clock } from '../../kernel/clock.ts';
import type { IdentityStore } from './ports.ts';

/** Opens the sign-ins of a person from everywhere, on every node at once; how many networks were locked. */
export async function liftLockouts(
  deps: { store: Pick<IdentityStore, 'changeUser' | 'removeLockouts'>; clock: Clock },
  userId: string,
): Promise<number> {
  await deps.store.changeUser(userId, { locksLiftedAt: deps.clock.now() });
  return deps.store.removeLockouts(userId);
}
