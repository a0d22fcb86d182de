import type { OwnHours, StaffMember } from '../../contract/rest/people.ts';
import type { Role } from '../../contract/values.ts';
import { isoOf } from '../../kernel/clock.ts';
import { HubError } from '../../kernel/hubError.ts';
import { liftLockouts } from '../identity/liftLockouts.ts';
import type { Lockout, StaffScope, StaffUser } from '../identity/model.ts';
import type { IdentityStore } from '../identity/ports.ts';
import { photoPath } from './manageOwnPhoto.ts';
import type { OwnHoursStore, PhotoStore } from './ports.ts';
import { type RecordDeps, recordChange } from './recordChange.ts';
import { requireAdmin } from './rules.ts';

export interface PeopleDeps extends RecordDeps {
  identity: Pick<
    IdentityStore,
    'findUser' | 'listUsers' | 'changeUser' | 'revokeUserTokens' | 'listLockouts' | 'removeLockouts'
  >;
  ownHours: Pick<OwnHoursStore, 'listOwnHours'>;
  photos: Pick<PhotoStore, 'remove'>;
  /** Takes this person's conversations from them; resolves to how many there were. */
  handOn(scope: StaffScope, userId: string): Promise<number>;
}

/** A person as the settings show them; `withEmail`: for admins. */
export const memberOf = (
  { id, name, role, active, email, title, phone, photo, secondFactor }: StaffUser,
  withEmail: boolean,
  ownHours?: OwnHours,
): StaffMember => ({
  id,
  name,
  role,
  active,
  ...(withEmail ? { email } : {}),
  ...(withEmail && secondFactor ? { secondFactor: true as const } : {}),
  ...(title ? { title } : {}),
  ...(phone ? { phone } : {}),
  ...(photo ? { photo: photoPath(id, photo) } : {}),
  ...(ownHours === undefined ? {} : { ownHours }),
});

/** The people of the tenant, with their own hours where they have some: addresses and locked sign-ins only for an admin. */
export async function listPeople(
  deps: Pick<PeopleDeps, 'identity' | 'ownHours'>,
  scope: StaffScope,
): Promise<StaffMember[]> {
  const isAdmin = scope.principal.role === 'admin';
  const [users, own, lockouts] = await Promise.all([
    deps.identity.listUsers(scope.tenantId),
    deps.ownHours.listOwnHours(scope.tenantId),
    isAdmin ? deps.identity.listLockouts(scope.tenantId) : [],
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

/** Unlocks a person's sign-ins, everywhere. */
export async function unlockSignIns(
  deps: Omit<PeopleDeps, 'ownHours' | 'photos' | 'handOn'>,
  scope: StaffScope,
  userId: string,
): Promise<void> {
  requireAdmin(scope);
  const user = await deps.identity.findUser(userId);
  if (user?.tenantId !== scope.tenantId) throw new HubError('NOT_FOUND');
  await liftLockouts({ store: deps.identity, clock: deps.clock }, userId);
  const told = { kind: 'person', action: 'unlocked', subject: user.name, before: null, after: null } as const;
  await recordChange(deps, scope, told);
}

/**
 * Takes the photo of a person away, for an admin.
 * @throws HubError NOT_FOUND: there is no such person; FORBIDDEN
 */
export async function removePhoto(
  deps: RecordDeps & Pick<PeopleDeps, 'photos'> & { identity: Pick<IdentityStore, 'findUser' | 'changeUser'> },
  scope: StaffScope,
  userId: string,
): Promise<void> {
  requireAdmin(scope);
  const user = await deps.identity.findUser(userId);
  if (user?.tenantId !== scope.tenantId) throw new HubError('NOT_FOUND');
  if (!user.photo) return;
  await deps.photos.remove(user.id);
  await deps.identity.changeUser(user.id, { photo: null });
  const told = { kind: 'person', action: 'photo-removed', subject: user.name, before: null, after: null } as const;
  await recordChange(deps, scope, told);
}

/**
 * Changes the role of a person, or deactivates or reactivates them. A deactivated person is signed out everywhere within two
 * seconds, their photo is removed, and their conversations are handed to nobody: where they were speaking, the visitor waits for a
 * person. Doing it again hands on what was left behind.
 * @throws HubError CONFLICT: nobody changes their own rights, so an admin always remains
 */
export async function changePerson(
  deps: Omit<PeopleDeps, 'ownHours'>,
  scope: StaffScope,
  userId: string,
  change: { role?: Role | undefined; active?: boolean | undefined },
): Promise<StaffMember & { handedOn: number }> {
  requireAdmin(scope);
  const before = await deps.identity.findUser(userId);
  if (before?.tenantId !== scope.tenantId) throw new HubError('NOT_FOUND');
  if (before.id === scope.principal.id) throw new HubError('CONFLICT');
  const after = { role: change.role ?? before.role, active: change.active ?? before.active };
  const leaves = before.active && !after.active;
  await deps.identity.changeUser(userId, {
    ...after,
    ...(after.active ? {} : { photo: null }),
    ...(leaves ? { tokenVersion: before.tokenVersion + 1, presence: { ...before.presence, status: 'away' } } : {}),
  });
  if (!after.active) {
    await deps.identity.revokeUserTokens(userId);
    await deps.photos.remove(userId);
  }
  if (before.role !== after.role || before.active !== after.active) {
    await recordChange(deps, scope, {
      kind: 'person',
      action: before.active === after.active ? 'changed' : after.active ? 'activated' : 'deactivated',
      subject: before.name,
      before: { role: before.role, active: before.active },
      after,
    });
  }
  const handedOn = after.active ? 0 : await deps.handOn(scope, userId);
  return { ...memberOf({ ...before, ...after, photo: after.active ? (before.photo ?? null) : null }, true), handedOn };
}
