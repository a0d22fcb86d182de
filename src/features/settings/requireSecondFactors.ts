import type { Role } from '../../contract/values.ts';
import { HubError } from '../../kernel/hubError.ts';
import type { StaffScope } from '../identity/model.ts';
import type { IdentityStore } from '../identity/ports.ts';

export interface RequireDeps {
  identity: Pick<IdentityStore, 'findUser' | 'listUsers' | 'revokeUserTokens'>;
}

/**
 * Keeps admins from locking themselves out: one who requires a second factor of their own role must have one. @throws
 * HubError VALIDATION_FAILED, in words
 */
export async function refuseWithoutOwn(
  { identity }: RequireDeps,
  { principal }: StaffScope,
  roles: readonly Role[],
): Promise<void> {
  if (principal.kind !== 'staff' || !roles.includes(principal.role)) return;
  if ((await identity.findUser(principal.id))?.secondFactor) return;
  const says = 'Set up your own second factor first, under My account.';
  throw new HubError('VALIDATION_FAILED', { field: 'change.secondFactorRoles', says });
}

/** Signs out everybody who has one of these roles and no second factor; when they sign in again, they are led to set one up. */
export async function signOutWithout(
  { identity }: RequireDeps,
  tenantId: string,
  roles: readonly Role[],
): Promise<void> {
  for (const user of await identity.listUsers(tenantId))
    if (roles.includes(user.role) && !user.secondFactor) await identity.revokeUserTokens(user.id);
}
