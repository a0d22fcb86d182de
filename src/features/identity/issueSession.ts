import { randomBytes } from 'node:crypto';
import type { LoginAnswer } from '../../contract/rest/auth.ts';
import { hourCycleOf } from '../../kernel/clockLabel.ts';
import { HubError } from '../../kernel/hubError.ts';
import { sha256 } from '../../kernel/ids.ts';
import type { RefreshToken, StaffUser } from './model.ts';
import type { IdentityDeps } from './ports.ts';
import { lacksFactor } from './secondFactor.ts';
import { tokenLifetimesMs } from './tokens.ts';

/** A sign-in: every pair of tokens that comes from it belongs to its family. */
export type Family = Pick<RefreshToken, 'familyId' | 'startedAt' | 'browser'>;

/** A fresh pair of tokens for a person: the refresh token is kept as its hash only. */
export async function issueSession(
  deps: Pick<IdentityDeps, 'store' | 'tokens' | 'clock' | 'secondFactors'>,
  user: StaffUser,
  family: Family,
): Promise<LoginAnswer> {
  const tenant = await deps.store.findTenant(user.tenantId);
  if (!tenant) throw new HubError('AUTH_INVALID');
  const lacks = await lacksFactor(deps.secondFactors, user);
  const refreshToken = randomBytes(32).toString('base64url');
  await deps.store.addRefreshToken({
    hash: sha256(refreshToken),
    ...family,
    userId: user.id,
    tenantId: user.tenantId,
    expiresAt: deps.clock.now() + tokenLifetimesMs.refresh,
    spent: false,
  });
  const claim = { sub: user.id, tid: user.tenantId, role: user.role, ver: user.tokenVersion, sid: family.familyId };
  return {
    accessToken: await deps.tokens.sign('staff', claim),
    refreshToken,
    expiresInSeconds: tokenLifetimesMs.staff / 1000,
    user: {
      id: user.id,
      name: user.name,
      role: user.role,
      hourCycle: hourCycleOf(tenant.timeZone),
      ...(lacks ? { setUpSecondFactor: true as const } : {}),
    },
  };
}
