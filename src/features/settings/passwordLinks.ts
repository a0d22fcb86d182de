import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { MadePasswordLink } from '../../contract/rest/account.ts';
import { type Clock, isoOf } from '../../kernel/clock.ts';
import { HubError } from '../../kernel/hubError.ts';
import { sha256 } from '../../kernel/ids.ts';
import { judgePassword } from '../identity/judgePassword.ts';
import { liftLockouts } from '../identity/liftLockouts.ts';
import type { StaffScope, StaffUser } from '../identity/model.ts';
import type { IdentityStore, PasswordHasher } from '../identity/ports.ts';
import type { SettingsStore } from './ports.ts';
import { changeBy, type RecordDeps, recordChange } from './recordChange.ts';
import { requireAdminPerson } from './rules.ts';

const linkLivesMs = 24 * 3_600_000;

export interface PasswordLinkDeps {
  identity: Pick<IdentityStore, 'findTenant' | 'findUser' | 'changeUser' | 'revokeUserTokens' | 'removeLockouts'>;
  hasher: Pick<PasswordHasher, 'hash'>;
  settings: Pick<SettingsStore, 'addChange'>;
  clock: Clock;
}

/**
 * Makes a link with which a person chooses a new password: it works once, for a day, and an earlier one ends. The password of now
 * stays until then.
 * @throws HubError NOT_FOUND: nobody active of this brokerage; FORBIDDEN: not an admin, or an API key
 */
export async function makePasswordLink(
  deps: RecordDeps & Pick<PasswordLinkDeps, 'identity'>,
  scope: StaffScope,
  userId: string,
): Promise<MadePasswordLink> {
  requireAdminPerson(scope);
  const user = await deps.identity.findUser(userId);
  if (user?.tenantId !== scope.tenantId || !user.active) throw new HubError('NOT_FOUND');
  const { token, expiresAt } = await newPasswordLink(deps, user.id);
  const told = { kind: 'person', action: 'password-link', subject: user.name, before: null, after: null } as const;
  await recordChange(deps, scope, told);
  return { token, expiresAt: isoOf(expiresAt) };
}

/** A link for a person in the place of any other: its token, and when it ends. */
export async function newPasswordLink(
  { identity, clock }: { identity: Pick<IdentityStore, 'changeUser'>; clock: Clock },
  userId: string,
): Promise<{ token: string; expiresAt: number }> {
  const token = `${userId}.${randomBytes(24).toString('base64url')}`;
  const expiresAt = clock.now() + linkLivesMs;
  await identity.changeUser(userId, { passwordLink: { tokenHash: sha256(token), expiresAt } });
  return { token, expiresAt };
}

/**
 * The person whom a link is for.
 * @throws HubError NOT_FOUND: it is unknown, used, replaced or too old, or the person has left
 */
export async function readPasswordLink(
  deps: Pick<PasswordLinkDeps, 'identity' | 'clock'>,
  token: string,
): Promise<{ email: string; name: string }> {
  const { email, name } = await userOfLink(deps, token);
  return { email, name };
}

/**
 * Sets the password that a person chose by their link, and ends every session of theirs, on every node within two seconds.
 * @throws HubError VALIDATION_FAILED: the password is easily guessed, in words; NOT_FOUND: the link is not valid
 */
export async function usePasswordLink(
  deps: PasswordLinkDeps,
  given: { token: string; password: string },
): Promise<void> {
  const user = await userOfLink(deps, given.token);
  const { id, tenantId, name, tokenVersion } = user;
  const tenant = await deps.identity.findTenant(tenantId);
  const fault = judgePassword(given.password, [user.email, name, tenant?.name ?? '']);
  if (fault !== null) throw new HubError('VALIDATION_FAILED', { field: 'password', says: fault });
  await deps.identity.changeUser(id, {
    passwordHash: await deps.hasher.hash(given.password),
    passwordLink: null,
    tokenVersion: tokenVersion + 1,
  });
  await deps.identity.revokeUserTokens(id);
  // Often they were locked out by the password that they forgot.
  await liftLockouts({ store: deps.identity, clock: deps.clock }, id);
  const told = { kind: 'person', action: 'password-changed', subject: name, before: null, after: null } as const;
  await deps.settings.addChange(changeBy({ tenantId, id, name }, deps.clock.now(), told));
}

async function userOfLink(deps: Pick<PasswordLinkDeps, 'identity' | 'clock'>, token: string): Promise<StaffUser> {
  const user = await deps.identity.findUser(token.split('.')[0] ?? '');
  const link = user?.active ? user.passwordLink : null;
  const isRight = timingSafeEqual(Buffer.from(sha256(token)), Buffer.from(link?.tokenHash ?? sha256('')));
  if (!user || !link || !isRight || link.expiresAt <= deps.clock.now()) throw new HubError('NOT_FOUND');
  return user;
}
