import { HubError } from '../../kernel/hubError.ts';
import { type Limit, type RateLimits, refuseFor } from '../../kernel/rateLimits.ts';
import type { StaffScope, StaffUser } from '../identity/model.ts';
import type { IdentityStore, PasswordHasher } from '../identity/ports.ts';

/**
 * The person who asks.
 * @throws HubError FORBIDDEN: an API key is no person; NOT_FOUND
 */
export async function ownUser(
  { identity }: { identity: Pick<IdentityStore, 'findUser'> },
  { principal }: StaffScope,
): Promise<StaffUser> {
  if (principal.kind !== 'staff') throw new HubError('FORBIDDEN');
  const user = await identity.findUser(principal.id);
  if (user === null) throw new HubError('NOT_FOUND');
  return user;
}

export interface OwnPasswordDeps {
  hasher: Pick<PasswordHasher, 'verify'>;
  rateLimits: Pick<RateLimits, 'take'>;
  limits: { failedLoginsPerAccount: Limit };
}

/**
 * Lets only a person pass who knows their password: a page that was left open is not enough for the next step.
 * @throws HubError VALIDATION_FAILED, at `field`: it is wrong; RATE_LIMITED: it was tried too often
 */
export async function requireOwnPassword(
  { hasher, rateLimits, limits }: OwnPasswordDeps,
  user: StaffUser,
  password: string,
  field: 'current' | 'password',
): Promise<void> {
  const tries = limits.failedLoginsPerAccount;
  refuseFor(await rateLimits.take({ ...tries, name: `${tries.name}-own` }, user.id), 'Too many attempts.');
  if (!(await hasher.verify(user.passwordHash, password)))
    throw new HubError('VALIDATION_FAILED', { field, says: 'This isn’t your current password.' });
}
