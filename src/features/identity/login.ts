import type { LoginAnswer } from '../../contract/rest/auth.ts';
import { HubError } from '../../kernel/hubError.ts';
import { newId, sha256 } from '../../kernel/ids.ts';
import type { Logger } from '../../kernel/observe.ts';
import { addressKey, networkKey, refuseFor } from '../../kernel/rateLimits.ts';
import { issueSession } from './issueSession.ts';
import { createFailureLog } from './logFailures.ts';
import type { StaffUser } from './model.ts';
import type { IdentityDeps } from './ports.ts';
import { emailKey } from './rules.ts';
import { spendCode } from './secondFactor.ts';
import { createSlowDown, slowDownMs } from './slowDown.ts';

/** The origin of an attempt: its address, the device marks that the browser kept, and what browser it is, where it says so. */
export interface LoginOrigin {
  address: string;
  deviceMarks: readonly string[];
  browser?: string | undefined;
}
/** `deviceMark`: for this browser to keep. */
export type Login = (
  request: { email: string; password: string; code?: string | undefined },
  from: LoginOrigin,
) => Promise<{ answer: LoginAnswer; deviceMark: string }>;

const codeSays = 'Enter the code from your authenticator app, or a recovery code.';
const lockedSays =
  'Too many wrong passwords for this account from your network. An admin at your brokerage can unlock it.';

/**
 * Signs people in. An unknown address, a wrong password and a person who left get one answer, after the same time. Failures from
 * anywhere only slow down strangers to the account.
 * @throws HubError AUTH_INVALID, with the field `code` where the password is right and the code is not; AUTH_REQUIRED, with the same field:
 * this person has a second factor, and no code came; RATE_LIMITED for too many attempts from one network address, or too many failures on one account
 * from one network or known device: then even the right password is refused there, also for attempts that were under way
 */
export function createLogin(deps: IdentityDeps, log: Logger): Login {
  const { rateLimits, store, clock } = deps;
  const failures = deps.limits.failedLoginsPerAccount;
  const failuresFromAnywhere = { ...failures, name: `${failures.name}-anywhere` };
  const slowDown = createSlowDown(clock);
  const logFailure = createFailureLog(log, clock);

  /** Not awaited: only accounts that exist have somebody to tell, and that must not show by the time of the answer. */
  function tellAdmins({ id, tenantId }: StaffUser, network: string, lockedMs: number): void {
    store
      .addLockout({ tenantId, userId: id, network, until: clock.now() + lockedMs })
      .catch((err: unknown) => log.warn('a lockout could not be shown to admins', { err }));
  }

  return async (request, from) => {
    refuseFor(
      await rateLimits.take(deps.limits.loginsPerAddress, addressKey(from.address)),
      'Too many sign-in attempts from your network.',
    );
    const email = emailKey(request.email);
    const user = await store.findUserByEmail(email);
    const account = `${email} ${user?.locksLiftedAt ?? 0}`;
    const network = networkKey(from.address);
    const device = deps.deviceMarks.find(user?.id ?? '', from.deviceMarks);
    const place = `${account} ${device === null ? network : sha256(device)}`;
    refuseFor(await rateLimits.peek(failures, place), lockedSays);
    if (device === null) {
      const delayMs = slowDownMs(await rateLimits.count(failuresFromAnywhere, account), failures.points);
      if (delayMs > 0) await slowDown(account, network, delayMs);
    }

    const failed = async (): Promise<void> => {
      if (device === null) await rateLimits.take(failuresFromAnywhere, account);
      refuseFor(await rateLimits.take(failures, place), lockedSays);
      const lockedMs = await rateLimits.peek(failures, place);
      logFailure({ network, isLocked: lockedMs > 0 });
      if (lockedMs > 0 && user?.active) tellAdmins(user, network, lockedMs);
    };
    const matches = await deps.hasher.verify(user?.active ? user.passwordHash : null, request.password);
    if (!user || !matches) {
      await failed();
      throw new HubError('AUTH_INVALID');
    }
    refuseFor(await rateLimits.peek(failures, place), lockedSays);
    if (user.secondFactor) {
      if (request.code === undefined) throw new HubError('AUTH_REQUIRED', { field: 'code', says: codeSays });
      if (!(await spendCode(deps, user, request.code))) {
        await failed();
        throw new HubError('AUTH_INVALID', { field: 'code', says: 'This code is wrong or was already used.' });
      }
    }
    const family = {
      ...{ familyId: newId(), startedAt: clock.now() },
      ...(from.browser === undefined ? {} : { browser: from.browser }),
    };
    return { answer: await issueSession(deps, user, family), deviceMark: device ?? deps.deviceMarks.make(user.id) };
  };
}
