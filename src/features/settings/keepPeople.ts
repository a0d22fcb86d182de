import type { OwnHours, StaffMember } from '../../contract/settings.ts';
import type { Role } from '../../contract/values.ts';
import { isoOf } from '../../kernel/clock.ts';
import { HubError } from '../../kernel/hubError.ts';
import { liftLockouts } from '../identity/liftLockouts.ts';
import type { Lockout, StaffScope, StaffUser } from '../identity/model.ts';
import type { SettingsParts } from './ports.ts';
import { recordChange } from './recordChange.ts';
import { requireAdmin } from './rules.ts';

export const memberOf = (
  { id, name, role, active, email }: StaffUser,
  withEmail: boolean,
  ownHours?: OwnHours,
): StaffMember => ({
  id,
  name,
  role,
  active,
  ...(withEmail ? { email } : {}),
  ...(ownHours === undefined ? {} : { ownHours }),
});

/** The people of the tenant, with their own hours where they have some: addresses and locked sign-ins only for an admin. */
export async function listPeople(parts: SettingsParts, scope: StaffScope): Promise<StaffMember[]> {
  const isAdmin = scope.principal.role === 'admin';
  const [users, own, lockouts] = await Promise.all([
    parts.identity.listUsers(scope.tenantId),
    parts.ownHours.listOwnHours(scope.tenantId),
    isAdmin ? parts.identity.listLockouts(scope.tenantId) : [],
  ]);
  return users.map((user) => {
    const hours = own.find(({ agentId }) => agentId === user.id);
    const told = hours && { timeZone: hours.zone, hours: hours.hours };
    return { ...memberOf(user, isAdmin, told), ...lockedSignIns(lockouts.filter(({ userId }) => userId === user.id)) };
  });
}

const lockedSignIns = (lockouts: readonly Lockout[]): Pick<StaffMember, 'lockedSignIns'> =>
  lockouts.length === 0
    ? {}
    : {
        lockedSignIns: {
          networks: lockouts.length,
          until: isoOf(Math.max(...lockouts.map(({ until }) => until))),
        },
      };

/** Opens the locked sign-ins of a person again, everywhere. */
export async function unlockSignIns(parts: SettingsParts, scope: StaffScope, userId: string): Promise<void> {
  requireAdmin(scope);
  const user = await parts.identity.findUser(userId);
  if (user?.tenantId !== scope.tenantId) throw new HubError('NOT_FOUND');
  await liftLockouts({ store: parts.identity, clock: parts.clock }, userId);
  const told = { kind: 'person', action: 'unlocked', subject: user.name, before: null, after: null } as const;
  await recordChange(parts, scope, told);
}

/**
 * Changes the role of a person, or lets them in or out. Who is let out is signed out everywhere within two seconds, and
 * what they hold goes to nobody: where they were speaking, it waits for a person. Doing it again hands on what was left
 * behind. Nobody changes their own rights (`CONFLICT`), so an admin always remains.
 */
export async function changePerson(
  parts: SettingsParts,
  scope: StaffScope,
  userId: string,
  change: { role?: Role | undefined; active?: boolean | undefined },
): Promise<StaffMember & { handedOn: number }> {
  requireAdmin(scope);
  const before = await parts.identity.findUser(userId);
  if (before?.tenantId !== scope.tenantId) throw new HubError('NOT_FOUND');
  if (before.id === scope.principal.id) throw new HubError('CONFLICT');
  const after = { role: change.role ?? before.role, active: change.active ?? before.active };
  const leaves = before.active && !after.active;
  await parts.identity.changeUser(userId, {
    ...after,
    ...(leaves ? { tokenVersion: before.tokenVersion + 1, presence: { ...before.presence, status: 'away' } } : {}),
  });
  if (!after.active) await parts.identity.revokeUserTokens(userId);
  if (before.role !== after.role || before.active !== after.active) {
    await recordChange(parts, scope, {
      kind: 'person',
      action: before.active === after.active ? 'changed' : after.active ? 'activated' : 'deactivated',
      subject: before.name,
      before: { role: before.role, active: before.active },
      after,
    });
  }
  const handedOn = after.active ? 0 : await parts.handOn(scope, userId);
  return { ...memberOf({ ...before, ...after }, true), handedOn };
}
