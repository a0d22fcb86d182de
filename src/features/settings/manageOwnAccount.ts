import { type Help, usualHelp } from '../../contract/coaching.ts';
import type { OwnAccount, OwnAccountChange, SignIn } from '../../contract/rest/account.ts';
import { isoOf } from '../../kernel/clock.ts';
import { HubError } from '../../kernel/hubError.ts';
import { judgePassword } from '../identity/judgePassword.ts';
import type { StaffScope, StaffUser } from '../identity/model.ts';
import type { IdentityStore, PasswordHasher, SecondFactors } from '../identity/ports.ts';
import { tokenLifetimesMs } from '../identity/tokens.ts';
import type { TokenVerifier, VerifiedSession } from '../identity/verifyToken.ts';
import { photoPath } from './manageOwnPhoto.ts';
import { type OwnPasswordDeps, ownUser, requireOwnPassword } from './ownUser.ts';
import { type RecordDeps, recordChange } from './recordChange.ts';

type StaffSession = VerifiedSession<StaffScope>;

export interface OwnAccountDeps extends RecordDeps, OwnPasswordDeps {
  identity: Pick<
    IdentityStore,
    'findTenant' | 'findUser' | 'changeUser' | 'listRefreshTokens' | 'revokeFamily' | 'revokeUserTokens'
  >;
  hasher: PasswordHasher;
  verifier: Pick<TokenVerifier, 'forget'>;
  secondFactors: Pick<SecondFactors, 'rolesOf'>;
}

async function accountOf(
  { secondFactors }: Pick<OwnAccountDeps, 'secondFactors'>,
  user: StaffUser,
): Promise<OwnAccount> {
  const { id, name, email, role, title, phone, photo, secondFactor, recoveryCodes = [], tenantId } = user;
  const isRequired = (await secondFactors.rolesOf(tenantId)).includes(role);
  return {
    ...{ id, name, email, role, help: user.help ?? usualHelp },
    ...(title ? { title } : {}),
    ...(phone ? { phone } : {}),
    ...(photo ? { photo: photoPath(id, photo) } : {}),
    ...(secondFactor
      ? { secondFactor: { since: isoOf(secondFactor.since), recoveryCodesLeft: recoveryCodes.length } }
      : {}),
    ...(isRequired ? { secondFactorRequired: true as const } : {}),
  };
}

/**
 * The account of the person who asks.
 * @throws HubError FORBIDDEN: an API key has none
 */
export async function readOwnAccount(
  deps: Pick<OwnAccountDeps, 'identity' | 'secondFactors'>,
  scope: StaffScope,
): Promise<OwnAccount> {
  return accountOf(deps, await ownUser(deps, scope));
}

/**
 * Changes how a person is called and reached.
 * @throws HubError FORBIDDEN: an API key has no account
 */
export async function changeOwnAccount(
  deps: Pick<OwnAccountDeps, 'identity' | 'settings' | 'clock' | 'secondFactors'>,
  scope: StaffScope,
  change: OwnAccountChange,
): Promise<OwnAccount> {
  const user = await ownUser(deps, scope);
  const before = { name: user.name, title: user.title ?? null, phone: user.phone ?? null };
  const { name, title, phone } = change;
  if (before.name !== name || before.title !== title || before.phone !== phone) {
    await deps.identity.changeUser(user.id, change);
    await recordChange(deps, scope, { kind: 'person', action: 'changed', subject: name, before, after: { ...change } });
  }
  return accountOf(deps, { ...user, ...change });
}

/**
 * Changes how much a person is helped in a talk, and in what manner. It is theirs alone: no record of changes has it.
 * @throws HubError FORBIDDEN: an API key has no account
 */
export async function changeOwnHelp(
  deps: Pick<OwnAccountDeps, 'identity' | 'secondFactors'>,
  scope: StaffScope,
  help: Help,
): Promise<OwnAccount> {
  const user = await ownUser(deps, scope);
  await deps.identity.changeUser(user.id, { help });
  return accountOf(deps, { ...user, help });
}

/**
 * Chooses another password. Every other sign-in of the person ends, on every node within two seconds; the one that asks stays.
 * @throws HubError VALIDATION_FAILED: `current` is wrong, or `password` is easily guessed, in words; RATE_LIMITED: `current` was
 * wrong too often; FORBIDDEN: an API key has no password
 */
export async function changeOwnPassword(
  deps: OwnAccountDeps,
  session: StaffSession,
  given: { current: string; password: string },
): Promise<void> {
  const { scope } = session;
  const user = await ownUser(deps, scope);
  await requireOwnPassword(deps, user, given.current, 'current');
  const tenant = await deps.identity.findTenant(user.tenantId);
  const fault = judgePassword(given.password, [user.email, user.name, tenant?.name ?? '']);
  if (fault !== null) throw new HubError('VALIDATION_FAILED', { field: 'password', says: fault });
  await deps.identity.changeUser(user.id, {
    passwordHash: await deps.hasher.hash(given.password),
    passwordLink: null,
  });
  await deps.identity.revokeUserTokens(user.id, session.familyId ?? undefined);
  await recordChange(deps, scope, {
    ...{ kind: 'person', action: 'password-changed', subject: user.name, before: null, after: null },
  });
}

/** The devices on which a person is signed in, the latest used first. */
export async function listOwnSignIns(
  deps: Pick<OwnAccountDeps, 'identity'>,
  { scope, familyId }: StaffSession,
): Promise<SignIn[]> {
  const user = await ownUser(deps, scope);
  const tokens = await deps.identity.listRefreshTokens(user.id);
  // Of a family two can be spent while one of them is on its way to its browser.
  const newest = new Map([...tokens].reverse().map((token) => [token.familyId, token]));
  return [...newest.values()].reverse().map((token) => ({
    id: token.familyId,
    browser: token.browser ?? null,
    startedAt: token.startedAt === undefined ? null : isoOf(token.startedAt),
    lastUsedAt: isoOf(token.expiresAt - tokenLifetimesMs.refresh),
    current: token.familyId === familyId,
  }));
}

/**
 * Ends one sign-in of the person, on every node within two seconds.
 * @throws HubError NOT_FOUND: it is not theirs, or has ended
 */
export async function endOwnSignIn(
  deps: Pick<OwnAccountDeps, 'identity' | 'verifier'>,
  { scope }: StaffSession,
  familyId: string,
): Promise<void> {
  const user = await ownUser(deps, scope);
  const tokens = await deps.identity.listRefreshTokens(user.id);
  if (!tokens.some((token) => token.familyId === familyId)) throw new HubError('NOT_FOUND');
  await deps.identity.revokeFamily(familyId);
  deps.verifier.forget(familyId);
}
