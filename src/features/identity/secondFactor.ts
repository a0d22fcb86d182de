import { createHmac, hkdfSync, randomBytes } from 'node:crypto';
import type { Clock } from '../../kernel/clock.ts';
import { type Limit, type RateLimits, refuseFor } from '../../kernel/rateLimits.ts';
import { createTextSeal, type TextSeal } from '../../kernel/sealText.ts';
import type { StaffUser } from './model.ts';
import type { IdentityStore, SecondFactors } from './ports.ts';
import { fromBase32, stepOfCode, toBase32 } from './totp.ts';

/** Codes tried on one account, right or wrong, since an admin last opened it: of a million, three are right. */
export const codeTries: Limit = { name: 'second-factor-codes', points: 20, perMs: 3_600_000 };
const secretBytes = 20;
const recoveryCodes = 10;

export const factorSeal = (secret: string): TextSeal => createTextSeal(secret, 'second factors');

export function createSecondFactors(secret: string, rolesOf: SecondFactors['rolesOf']): SecondFactors {
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'jorge-hub recovery codes', 32));
  return {
    seal: factorSeal(secret),
    hashCode: (userId, code) => createHmac('sha256', key).update(`${userId} ${code}`).digest('base64url'),
    rolesOf,
  };
}

export const newFactorSecret = (): string => toBase32(randomBytes(secretBytes));
/** Such as "K7QF-2M4X". */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: recoveryCodes }, () => toBase32(randomBytes(5)).replace(/^(.{4})/, '$1-'));
}
/** As it is hashed: how it was typed does not matter. */
export const plainCode = (typed: string): string => typed.replace(/[\s-]/g, '').toUpperCase();

interface SpendDeps {
  store: Pick<IdentityStore, 'spendFactorStep' | 'spendRecoveryCode'>;
  secondFactors: Pick<SecondFactors, 'seal' | 'hashCode'>;
  clock: Clock;
  rateLimits: Pick<RateLimits, 'take'>;
}

/**
 * Whether a typed code is the person's, of their app or one of their recovery codes. It is spent: it works once.
 * @throws HubError RATE_LIMITED: too many were tried
 */
export async function spendCode(deps: SpendDeps, user: StaffUser, typed: string): Promise<boolean> {
  const tried = await deps.rateLimits.take(codeTries, `${user.id} ${user.locksLiftedAt ?? 0}`);
  refuseFor(tried, 'Too many codes tried for this account.');
  const code = plainCode(typed);
  if (!user.secondFactor) return false;
  if (!/^\d{6}$/.test(code)) return deps.store.spendRecoveryCode(user.id, deps.secondFactors.hashCode(user.id, code));
  const secret = deps.secondFactors.seal.open(user.secondFactor.sealed);
  const step = secret === null ? null : stepOfCode(fromBase32(secret), code, deps.clock.now());
  return step !== null && deps.store.spendFactorStep(user.id, step);
}

/** Whether somebody's brokerage requires a second factor of them that they have not set up. */
export async function lacksFactor(
  { rolesOf }: Pick<SecondFactors, 'rolesOf'>,
  user: Pick<StaffUser, 'tenantId' | 'role' | 'secondFactor'>,
): Promise<boolean> {
  return !user.secondFactor && (await rolesOf(user.tenantId)).includes(user.role);
}
