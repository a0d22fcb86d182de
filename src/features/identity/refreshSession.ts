import type { LoginAnswer } from '../../contract/rest/auth.ts';
import { HubError } from '../../kernel/hubError.ts';
import { sha256 } from '../../kernel/ids.ts';
import { issueSession } from './issueSession.ts';
import type { IdentityDeps } from './ports.ts';

/**
 * Spends a refresh token for a new pair. One that was spent before has been copied, so its whole family ends.
 * @throws HubError AUTH_REVOKED: it was spent before, or the person left; AUTH_INVALID: it is unknown; AUTH_EXPIRED: it is too old
 */
export async function refreshSession(
  deps: Pick<IdentityDeps, 'store' | 'tokens' | 'clock' | 'secondFactors'>,
  refreshToken: string,
): Promise<LoginAnswer> {
  const before = await deps.store.spendRefreshToken(sha256(refreshToken));
  if (!before) throw new HubError('AUTH_INVALID');
  if (before.spent) {
    await deps.store.revokeFamily(before.familyId);
    throw new HubError('AUTH_REVOKED');
  }
  if (before.expiresAt <= deps.clock.now()) throw new HubError('AUTH_EXPIRED');
  const [user, ended] = await Promise.all([
    deps.store.findUser(before.userId),
    deps.store.isFamilyEnded(before.familyId),
  ]);
  if (ended || !user?.active) throw new HubError('AUTH_REVOKED');
  const { familyId, startedAt, browser } = before;
  return issueSession(deps, user, {
    familyId,
    ...(startedAt === undefined ? {} : { startedAt }),
    ...(browser === undefined ? {} : { browser }),
  });
}
