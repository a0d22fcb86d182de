import type { LoginAnswer } from '../../contract/rest.ts';
import { HubError } from '../../kernel/hubError.ts';
import { newId } from '../../kernel/ids.ts';
import { addressKey, refuseFor } from '../../kernel/rateLimits.ts';
import { issueSession } from './issueSession.ts';
import type { IdentityDeps } from './ports.ts';
import { emailKey } from './rules.ts';

/**
 * Signs a person in. An unknown address, a wrong password and a person who left get one answer, `AUTH_INVALID`, after the
 * same time. `RATE_LIMITED` for too many attempts from one network address, or too many failures on one account: then
 * even the right password is refused, also for attempts that were under way.
 */
export async function login(
  deps: IdentityDeps,
  request: { email: string; password: string },
  address: string,
): Promise<LoginAnswer> {
  refuseFor(await deps.rateLimits.take(deps.limits.loginsPerAddress, addressKey(address)));
  const email = emailKey(request.email);
  const failures = deps.limits.failedLoginsPerAccount;
  refuseFor(await deps.rateLimits.peek(failures, email));

  const user = await deps.store.findUserByEmail(email);
  const matches = await deps.hasher.verify(user?.active ? user.passwordHash : null, request.password);
  if (!user || !matches) {
    refuseFor(await deps.rateLimits.take(failures, email));
    throw new HubError('AUTH_INVALID');
  }
  refuseFor(await deps.rateLimits.peek(failures, email));
  return issueSession(deps, user, newId());
}
