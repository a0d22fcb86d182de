import { randomBytes } from 'node:crypto';
import type { InviteAnswer, MadeInvite } from '../../contract/settings.ts';
import { settingsLimits } from '../../contract/settingsLimits.ts';
import type { Role } from '../../contract/values.ts';
import { isoOf } from '../../kernel/clock.ts';
import { HubError } from '../../kernel/hubError.ts';
import { newId, sha256 } from '../../kernel/ids.ts';
import { createUser } from '../identity/createUser.ts';
import { judgePassword } from '../identity/judgePassword.ts';
import type { StaffScope } from '../identity/model.ts';
import { emailKey } from '../identity/rules.ts';
import type { Invite } from './model.ts';
import type { SettingsParts } from './ports.ts';
import { changeBy, recordChange } from './recordChange.ts';
import { requireAdmin } from './rules.ts';

const inviteLivesMs = 7 * 24 * 3_600_000;

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

/** The invitations that still let somebody in, for an admin. Whose time is over goes. */
export async function listInvites(parts: SettingsParts, scope: StaffScope): Promise<InviteAnswer[]> {
  requireAdmin(scope);
  const invites = await parts.settings.listInvites(scope.tenantId);
  const now = parts.clock.now();
  for (const old of invites) if (old.expiresAt <= now) await parts.settings.takeInvite(scope.tenantId, old.id);
  return invites.filter(({ expiresAt }) => expiresAt > now).map(inviteOf);
}

/**
 * How many more people may come, and who is there already. Nobody asks here for accounts of other tenants: an admin must
 * not learn who works elsewhere, neither by an answer nor by its time.
 */
export async function roomFor(
  parts: SettingsParts,
  scope: StaffScope,
): Promise<{ room: number; isMember(email: string): boolean }> {
  const [users, invites] = await Promise.all([parts.identity.listUsers(scope.tenantId), listInvites(parts, scope)]);
  const members = new Set(users.map(({ email }) => email));
  return {
    room: settingsLimits.people - users.length - invites.length,
    isMember: (email) => members.has(emailKey(email)),
  };
}

/**
 * A way in for one person, good once and for seven days; an earlier one for the same address ends. `CONFLICT` when the
 * address has an account in this tenant; `QUOTA_EXCEEDED` when the tenant is full. Of an account elsewhere only the person
 * hears who opens the invitation.
 */
export async function invitePerson(parts: SettingsParts, scope: StaffScope, whom: Invitation): Promise<MadeInvite> {
  requireAdmin(scope);
  const { room, isMember } = await roomFor(parts, scope);
  if (isMember(whom.email)) throw new HubError('CONFLICT', { field: 'email' });
  if (room < 1) throw new HubError('QUOTA_EXCEEDED');
  return makeInvite(parts, scope, whom);
}

/** The same without asking whether there is room: the caller has. */
export async function makeInvite(parts: SettingsParts, scope: StaffScope, whom: Invitation): Promise<MadeInvite> {
  const email = emailKey(whom.email);
  for (const open of await parts.settings.listInvites(scope.tenantId))
    if (open.email === email) await parts.settings.takeInvite(scope.tenantId, open.id);
  const token = randomBytes(24).toString('base64url');
  const now = parts.clock.now();
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
  await parts.settings.addInvite(invite);
  const after = { email, role: whom.role };
  await recordChange(parts, scope, { kind: 'invite', action: 'added', subject: email, before: null, after });
  return { ...inviteOf(invite), token };
}

export async function withdrawInvite(parts: SettingsParts, scope: StaffScope, inviteId: string): Promise<void> {
  requireAdmin(scope);
  const invite = await parts.settings.takeInvite(scope.tenantId, inviteId);
  if (!invite) throw new HubError('NOT_FOUND');
  const before = { email: invite.email, role: invite.role };
  await recordChange(parts, scope, { kind: 'invite', action: 'removed', subject: invite.email, before, after: null });
}

/** Whom an invitation is for. `NOT_FOUND` when it is unknown, used, withdrawn or too old. */
export async function lookAtInvite(parts: SettingsParts, token: string) {
  const invite = await openInvite(parts, token);
  const tenant = await parts.identity.findTenant(invite.tenantId);
  const { email, name, role } = invite;
  return { email, ...(name === null ? {} : { name }), role, brokerage: tenant?.name ?? '' };
}

/**
 * Makes the account with a password that is not easily guessed (`VALIDATION_FAILED` says what is wrong with it): once, of any number who try at the same time. `CONFLICT` when the address has one; the invitation then
 * stays as it was, so that the list of them does not tell an admin.
 */
export async function acceptInvite(
  parts: SettingsParts,
  given: { token: string; name: string; password: string },
): Promise<void> {
  const { tenantId, id, email, role } = await openInvite(parts, given.token);
  const tenant = await parts.identity.findTenant(tenantId);
  const fault = judgePassword(given.password, [email, given.name, tenant?.name ?? '']);
  if (fault !== null) throw new HubError('VALIDATION_FAILED', { field: 'password', says: fault });
  if (await parts.identity.findUserByEmail(email)) throw hasAccount();
  if (!(await parts.settings.takeInvite(tenantId, id))) throw new HubError('NOT_FOUND');
  const { name, password } = given;
  const deps = { store: parts.identity, hasher: parts.hasher, clock: parts.clock };
  const user = await createUser(deps, { tenantId, email, name, role, password });
  if (!user) throw hasAccount();
  const told = { kind: 'person', action: 'accepted', subject: name, before: null, after: { email, role } } as const;
  await parts.settings.addChange(changeBy({ tenantId, id: user.id, name }, parts.clock.now(), told));
}

const hasAccount = (): HubError =>
  new HubError('CONFLICT', {
    field: 'email',
    says: 'This address has an account on this hub already. Sign in with it, or ask for an invitation to another address.',
  });

async function openInvite(parts: SettingsParts, token: string): Promise<Invite> {
  const invite = await parts.settings.findInvite(sha256(token));
  if (!invite || invite.expiresAt <= parts.clock.now()) throw new HubError('NOT_FOUND');
  return invite;
}
