import { randomBytes } from 'node:crypto';
import type { LoginAnswer } from '../../contract/rest.ts';
import { hourCycleOf } from '../../kernel/clockLabel.ts';
import { HubError } from '../../kernel/hubError.ts';
import { sha256 } from '../../kernel/ids.ts';
import type { StaffUser } from './model.ts';
import type { IdentityDeps } from './ports.ts';
import { tokenLifetimesMs } from './tokens.ts';

/** A fresh pair of tokens for a person: the refresh token is kept as its hash only and belongs to `familyId`. */
export async function issueSession(
  deps: Pick<IdentityDeps, 'store' | 'tokens' | 'clock'>,
  user: StaffUser,
  familyId: string,
): Promise<LoginAnswer> {
  const tenant = await deps.store.findTenant(user.tenantId);
  if (!tenant) throw new HubError('AUTH_INVALID');
  const refreshToken = randomBytes(32).toString('base64url');
  await deps.store.addRefreshToken({
    hash: sha256(refreshToken),
    familyId,
    userId: user.id,
    tenantId: user.tenantId,
    expiresAt: deps.clock.now() + tokenLifetimesMs.refresh,
    spent: false,
  });
  const claim = { sub: user.id, tid: user.tenantId, role: user.role, ver: user.tokenVersion, sid: familyId };
  return {
    accessToken: await deps.tokens.sign('staff', claim),
    refreshToken,
    expiresInSeconds: tokenLifetimesMs.staff / 1000,
    user: { id: user.id, name: user.name, role: user.role, hourCycle: hourCycleOf(tenant.timeZone) },
  };
}
