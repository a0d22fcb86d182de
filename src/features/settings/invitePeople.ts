import { randomBytes } from 'node:crypto';
import type { InviteAnswer, MadeInvite } from '../../contract/rest/invites.ts';
import { settingsLimits } from '../../contract/rest/settingsLimits.ts';
import type { Role } from '../../contract/values.ts';
import { type Clock, isoOf } from '../../kernel/clock.ts';
import { HubError } from '../../kernel/hubError.ts';
import { newId, sha256 } from '../../kernel/ids.ts';
import { createUser } from '../identity/createUser.ts';
import { judgePassword } from '../identity/judgePassword.ts';
import type { StaffScope } from '../identity/model.ts';
import type { IdentityStore, PasswordHasher } from '../identity/ports.ts';
import { emailKey } from '../identity/rules.ts';
import type { Invite } from './model.ts';
import type { SettingsStore } from './ports.ts';
import { changeBy, type RecordDeps, recordChange } from './recordChange.ts';
import { requireAdmin } from './rules.ts';

const inviteLivesMs = 7 * 24 * 3_600_000;

export interface InviteDeps extends RecordDeps {
  settings: Pick<SettingsStore, 'addChange' | 'addInvite' | 'listInvites' | 'takeInvite'>;
  identity: Pick<IdentityStore, 'listUsers'>;
}
export interface InvitedDeps {
  settings: Pick<SettingsStore, 'addChange' | 'findInvite' | 'takeInvite'>;
  identity: Pick<IdentityStore, 'findTenant' | 'findUserByEmail' | 'addUser'>;
  hasher: Pick<PasswordHasher, 'hash'>;
  clock: Clock;
}

export interface Invitation {
  email: string;
  name?: string | undefined;
  role: Role;
}

const inviteOf = ({ id, email, name, role, expiresAt }: Invite): InviteAnswer => ({
  id,
  email,
  ...(name === null ? {} : { name }),
  role,
  expiresAt: isoOf(expiresAt),
});

/** The invitations that are still valid, for an admin; expired ones are removed. */
export async function listInvites(
  deps: Pick<InviteDeps, 'settings' | 'clock'>,
  scope: StaffScope,
): Promise<InviteAnswer[]> {
  requireAdmin(scope);
  const invites = await deps.settings.listInvites(scope.tenantId);
  const now = deps.clock.now();
  for (const old of invites) if (old.expiresAt <= now) await deps.settings.takeInvite(scope.tenantId, old.id);
  return invites.filter(({ expiresAt }) => expiresAt > now).map(inviteOf);
}

/**
 * How many more people the tenant may have, and whether an address is a member's already. Accounts of other tenants are not looked
 * up: an admin must not learn who works elsewhere, neither by an answer nor by its time.
 */
export async function roomFor(
  deps: InviteDeps,
  scope: StaffScope,
): Promise<{ room: number; isMember(email: string): boolean }> {
  const [users, invites] = await Promise.all([deps.identity.listUsers(scope.tenantId), listInvites(deps, scope)]);
  const members = new Set(users.map(({ email }) => email));
  return {
    room: settingsLimits.people - users.length - invites.length,
    isMember: (email) => members.has(emailKey(email)),
  };
}

/**
 * Invites one person: the link is good once and for seven days; an earlier one for the same address ends. That an address has an
 * account elsewhere is told only to the person who opens the invitation.
 * @throws HubError CONFLICT: the address has an account in this tenant; QUOTA_EXCEEDED: the tenant is full
 */
export async function invitePerson(deps: InviteDeps, scope: StaffScope, whom: Invitation): Promise<MadeInvite> {
  requireAdmin(scope);
  const { room, isMember } = await roomFor(deps, scope);
  if (isMember(whom.email)) throw new HubError('CONFLICT', { field: 'email' });
  if (room < 1) throw new HubError('QUOTA_EXCEEDED');
  return makeInvite(deps, scope, whom);
}

/** The same without checking whether there is room: the caller has. */
export async function makeInvite(
  deps: Omit<InviteDeps, 'identity'>,
  scope: StaffScope,
  whom: Invitation,
): Promise<MadeInvite> {
  const email = emailKey(whom.email);
  for (const open of await deps.settings.listInvites(scope.tenantId))
    if (open.email === email) await deps.settings.takeInvite(scope.tenantId, open.id);
  const token = randomBytes(24).toString('base64url');
  const now = deps.clock.now();
  const invite: Invite = {
    id: newId(),
    tenantId: scope.tenantId,
    tokenHash: sha256(token),
    email,
    name: whom.name ?? null,
    role: whom.role,
    createdAt: now,
    expiresAt: now + inviteLivesMs,
  };
  await deps.settings.addInvite(invite);
  const after = { email, role: whom.role };
  await recordChange(deps, scope, { kind: 'invite', action: 'added', subject: email, before: null, after });
  return { ...inviteOf(invite), token };
}

/**
 * Ends an invitation.
 * @throws HubError NOT_FOUND
 */
export async function withdrawInvite(
  deps: Omit<InviteDeps, 'identity'>,
  scope: StaffScope,
  inviteId: string,
): Promise<void> {
  requireAdmin(scope);
  const invite = await deps.settings.takeInvite(scope.tenantId, inviteId);
  if (!invite) throw new HubError('NOT_FOUND');
  const before = { email: invite.email, role: invite.role };
  await recordChange(deps, scope, { kind: 'invite', action: 'removed', subject: invite.email, before, after: null });
}

/**
 * Reads the person an invitation is for.
 * @throws HubError NOT_FOUND: it is unknown, used, withdrawn or too old
 */
export async function readInvite(
  deps: {
    settings: Pick<SettingsStore, 'findInvite'>;
    identity: Pick<IdentityStore, 'findTenant'>;
    clock: Clock;
  },
  token: string,
): Promise<{ email: string; name?: string; role: Role; brokerage: string }> {
  const invite = await openInvite(deps, token);
  const tenant = await deps.identity.findTenant(invite.tenantId);
  const { email, name, role } = invite;
  return { email, ...(name === null ? {} : { name }), role, brokerage: tenant?.name ?? '' };
}

/**
 * Makes the account of an invited person, once of any number of tries at the same time.
 * @throws HubError VALIDATION_FAILED: the password is easily guessed, in words; CONFLICT: the address has an account; the
 * invitation then stays as it was, so that the list of them does not tell an admin; NOT_FOUND: the invitation is not valid
 */
export async function acceptInvite(
  deps: InvitedDeps,
  given: { token: string; name: string; password: string },
): Promise<void> {
  const { tenantId, id, email, role } = await openInvite(deps, given.token);
  const tenant = await deps.identity.findTenant(tenantId);
  const fault = judgePassword(given.password, [email, given.name, tenant?.name ?? '']);
  if (fault !== null) throw new HubError('VALIDATION_FAILED', { field: 'password', says: fault });
  if (await deps.identity.findUserByEmail(email)) throw hasAccount();
  if (!(await deps.settings.takeInvite(tenantId, id))) throw new HubError('NOT_FOUND');
  const { name, password } = given;
  const accounts = { store: deps.identity, hasher: deps.hasher, clock: deps.clock };
  const user = await createUser(accounts, { tenantId, email, name, role, password });
  if (!user) throw hasAccount();
  const told = { kind: 'person', action: 'accepted', subject: name, before: null, after: { email, role } } as const;
  await deps.settings.addChange(changeBy({ tenantId, id: user.id, name }, deps.clock.now(), told));
}

const hasAccount = (): HubError =>
  new HubError('CONFLICT', {
    field: 'email',
    says: 'This address already has an account on this hub. Sign in with it, or ask for an invitation to another address.',
  });

async function openInvite(
  deps: { settings: Pick<SettingsStore, 'findInvite'>; clock: Clock },
  token: string,
): Promise<Invite> {
  const invite = await deps.settings.findInvite(sha256(token));
  if (!invite || invite.expiresAt <= deps.clock.now()) throw new HubError('NOT_FOUND');
  return invite;
}
