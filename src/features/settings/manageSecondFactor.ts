import type { OwnProof, RecoveryCodes, StartedFactor } from '../../contract/rest/account.ts';
import { HubError } from '../../kernel/hubError.ts';
import { type Limit, refuseFor } from '../../kernel/rateLimits.ts';
import type { StaffScope, StaffUser } from '../identity/model.ts';
import type { IdentityStore, SecondFactors } from '../identity/ports.ts';
import { newFactorSecret, newRecoveryCodes, plainCode, spendCode } from '../identity/secondFactor.ts';
import { fromBase32, stepOfCode } from '../identity/totp.ts';
import type { TokenVerifier } from '../identity/verifyToken.ts';
import { type OwnPasswordDeps, ownUser, requireOwnPassword } from './ownUser.ts';
import { type RecordDeps, recordChange } from './recordChange.ts';
import { requireAdminPerson } from './rules.ts';

export interface SecondFactorDeps extends RecordDeps, OwnPasswordDeps {
  identity: Pick<
    IdentityStore,
    'findTenant' | 'findUser' | 'changeUser' | 'revokeUserTokens' | 'spendFactorStep' | 'spendRecoveryCode'
  >;
  secondFactors: SecondFactors;
  verifier: Pick<TokenVerifier, 'forgetPerson'>;
}

/** How long a secret that was shown may be confirmed. */
const confirmWithinMs = 15 * 60_000;
const confirmTries: Limit = { name: 'new-second-factor-codes', points: 20, perMs: 3_600_000 };
/** Apps part the name and the address at the colon, and some decode the whole twice. */
const plainLabel = (name: string): string => name.replaceAll(/[%/:]/g, ' ');
const none = { secondFactor: null, newFactor: null, recoveryCodes: [] };

/**
 * Begins to set up a second factor: its secret for the person's app, as text and as the address that an app reads. It counts once it is
 * confirmed, within 15 minutes; until then the one before stands.
 * @throws HubError VALIDATION_FAILED: the password is wrong, or the code; RATE_LIMITED; FORBIDDEN: an API key has none
 */
export async function startSecondFactor(
  deps: SecondFactorDeps,
  scope: StaffScope,
  proof: OwnProof,
): Promise<StartedFactor> {
  const user = await ownUser(deps, scope);
  await requireOwnPassword(deps, user, proof.password, 'password');
  await requireCode(deps, user, proof.code);
  const secret = newFactorSecret();
  const expiresAt = deps.clock.now() + confirmWithinMs;
  await deps.identity.changeUser(user.id, {
    newFactor: { sealed: deps.secondFactors.seal.seal(secret), expiresAt },
  });
  const issuer = plainLabel((await deps.identity.findTenant(user.tenantId))?.name ?? 'Jorge Hub');
  const label = encodeURIComponent(`${issuer}:${plainLabel(user.email)}`);
  return { secret, uri: `otpauth://totp/${label}?secret=${secret}&issuer=${encodeURIComponent(issuer)}` };
}

/**
 * Confirms a second factor by a code of the app: from now on a sign-in asks for one. Ten recovery codes, shown this once.
 * @throws HubError VALIDATION_FAILED, in words: the code is not right; CONFLICT: nothing was begun, or too long ago; RATE_LIMITED
 */
export async function confirmSecondFactor(
  deps: SecondFactorDeps,
  scope: StaffScope,
  code: string,
): Promise<RecoveryCodes> {
  const user = await ownUser(deps, scope);
  const begun = user.newFactor;
  if (!begun || begun.expiresAt <= deps.clock.now())
    throw new HubError('CONFLICT', { says: 'This took longer than 15 minutes. Start over.' });
  refuseFor(await deps.rateLimits.take(confirmTries, user.id), 'Too many codes tried.');
  const secret = deps.secondFactors.seal.open(begun.sealed);
  const step = secret === null ? null : stepOfCode(fromBase32(secret), plainCode(code), deps.clock.now());
  if (step === null)
    throw new HubError('VALIDATION_FAILED', { field: 'code', says: 'This code is wrong. Use the newest one.' });
  const since = deps.clock.now();
  const codes = await keepCodes(deps, user, {
    secondFactor: { sealed: begun.sealed, since },
    newFactor: null,
    factorStep: step,
  });
  await tell(deps, scope, 'second-factor-on', user);
  return codes;
}

/**
 * Ten new recovery codes in the place of those that are left.
 * @throws HubError VALIDATION_FAILED: the password is wrong, or the code; CONFLICT: there is no second factor; RATE_LIMITED
 */
export async function renewRecoveryCodes(
  deps: SecondFactorDeps,
  scope: StaffScope,
  proof: OwnProof,
): Promise<RecoveryCodes> {
  const user = await ownUser(deps, scope);
  await requireOwnPassword(deps, user, proof.password, 'password');
  if (!user.secondFactor) throw new HubError('CONFLICT');
  await requireCode(deps, user, proof.code);
  return keepCodes(deps, user, {});
}

/**
 * Switches one's own second factor off.
 * @throws HubError VALIDATION_FAILED: the password is wrong, or the code; CONFLICT: the brokerage requires one of this role; RATE_LIMITED
 */
export async function endSecondFactor(deps: SecondFactorDeps, scope: StaffScope, proof: OwnProof): Promise<void> {
  const user = await ownUser(deps, scope);
  await requireOwnPassword(deps, user, proof.password, 'password');
  if ((await deps.secondFactors.rolesOf(user.tenantId)).includes(user.role))
    throw new HubError('CONFLICT', { says: 'Your brokerage requires you to have a second factor.' });
  await requireCode(deps, user, proof.code);
  await deps.identity.changeUser(user.id, none);
  deps.verifier.forgetPerson(user.id);
  await tell(deps, scope, 'second-factor-off', user);
}

/**
 * Switches a colleague's second factor off, for an admin: their phone is lost. They are signed out everywhere, and where one is
 * required they set up another with their next sign-in.
 * @throws HubError NOT_FOUND: there is no such person; FORBIDDEN: not an admin, or an API key; CONFLICT: it is one's own
 */
export async function removeSecondFactor(deps: SecondFactorDeps, scope: StaffScope, userId: string): Promise<void> {
  requireAdminPerson(scope);
  const user = await deps.identity.findUser(userId);
  if (user?.tenantId !== scope.tenantId) throw new HubError('NOT_FOUND');
  if (user.id === scope.principal.id) throw new HubError('CONFLICT');
  if (!user.secondFactor) return;
  await deps.identity.changeUser(user.id, none);
  await deps.identity.revokeUserTokens(user.id);
  deps.verifier.forgetPerson(user.id);
  await tell(deps, scope, 'second-factor-off', user);
}

/** Lets a person without a factor pass, and one with a factor only with a code from it, which is then spent. */
async function requireCode(deps: SecondFactorDeps, user: StaffUser, code: string | undefined): Promise<void> {
  if (!user.secondFactor) return;
  const says = 'Enter a new code from your authenticator app, or a recovery code.';
  if (code === undefined || !(await spendCode({ ...deps, store: deps.identity }, user, code)))
    throw new HubError('VALIDATION_FAILED', { field: 'code', says });
}

async function keepCodes(
  deps: SecondFactorDeps,
  { id }: StaffUser,
  more: Parameters<IdentityStore['changeUser']>[1],
): Promise<RecoveryCodes> {
  const codes = newRecoveryCodes();
  const hashes = codes.map((code) => deps.secondFactors.hashCode(id, plainCode(code)));
  await deps.identity.changeUser(id, { ...more, recoveryCodes: hashes });
  deps.verifier.forgetPerson(id);
  return { recoveryCodes: codes };
}

const tell = (
  deps: RecordDeps,
  scope: StaffScope,
  action: 'second-factor-on' | 'second-factor-off',
  { name }: StaffUser,
): Promise<void> => recordChange(deps, scope, { kind: 'person', action, subject: name, before: null, after: null });
