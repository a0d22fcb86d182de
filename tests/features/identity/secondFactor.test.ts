import { beforeEach, expect, it } from 'vitest';
import { createMemoryIdentityStore } from '../../../src/adapters/memory/identityStore.ts';
import { createMemoryRateLimits } from '../../../src/adapters/memory/rateLimits.ts';
import { createMemorySettingsStore } from '../../../src/adapters/memory/settingsStore.ts';
import { readConfig } from '../../../src/app/config.ts';
import type { Role } from '../../../src/contract/values.ts';
import { createTenant } from '../../../src/features/identity/createTenant.ts';
import { createUser } from '../../../src/features/identity/createUser.ts';
import { createDeviceMarks } from '../../../src/features/identity/deviceMarks.ts';
import { liftLockouts } from '../../../src/features/identity/liftLockouts.ts';
import { createLogin } from '../../../src/features/identity/login.ts';
import type { StaffScope } from '../../../src/features/identity/model.ts';
import { codeTries, createSecondFactors } from '../../../src/features/identity/secondFactor.ts';
import { createTokens } from '../../../src/features/identity/tokens.ts';
import { codeAt, fromBase32, stepOfCode, toBase32 } from '../../../src/features/identity/totp.ts';
import { createTokenVerifier } from '../../../src/features/identity/verifyToken.ts';
import {
  confirmSecondFactor,
  endSecondFactor,
  removeSecondFactor,
  renewRecoveryCodes,
  startSecondFactor,
} from '../../../src/features/settings/manageSecondFactor.ts';
import { silentLogger } from '../../../src/kernel/observe.ts';
import { type HeldClock, holdClock } from '../../support/heldClock.ts';
import { quickHasher } from '../../support/startRest.ts';

const [email, password] = ['ann@homes.example', 'a long enough sentence'];
let clock: HeldClock;
let roles: Role[];
let own: StaffScope;
let deps: Awaited<ReturnType<typeof parts>>;

async function parts() {
  const store = createMemoryIdentityStore(clock);
  const secondFactors = createSecondFactors('secret', async () => roles);
  const tokens = createTokens('secret', clock);
  return {
    ...{ store, identity: store, hasher: quickHasher, tokens, secondFactors, clock },
    deviceMarks: createDeviceMarks('secret'),
    rateLimits: createMemoryRateLimits(clock),
    limits: readConfig({}).limits,
    settings: createMemorySettingsStore(),
    verifier: createTokenVerifier({ store, tokens, secondFactors, clock }),
  };
}
beforeEach(async () => {
  clock = holdClock();
  roles = [];
  deps = await parts();
  const { id: tenantId } = await createTenant(deps, { name: 'Own & Old: Homes', timeZone: 'America/Chicago' });
  const user = await createUser(deps, { tenantId, email, name: 'Ann', role: 'agent', password });
  own = { tenantId, principal: { kind: 'staff', id: user?.id ?? '', role: 'agent', name: 'Ann' } };
});

const signIn = (code?: string, address = '192.0.2.1') =>
  createLogin(deps, silentLogger)({ email, password, code }, { address, deviceMarks: [] });
const refused = (promise: Promise<unknown>) =>
  promise.then(
    () => 'let in',
    ({ code, field }: { code: string; field?: string }) => (field === undefined ? code : `${code} ${field}`),
  );
const shownAt = (secret: string, now = clock.now()) => codeAt(fromBase32(secret), Math.floor(now / 30_000));
async function setUp(): Promise<{ secret: string; codes: string[] }> {
  const { secret } = await startSecondFactor(deps, own, { password });
  const { recoveryCodes } = await confirmSecondFactor(deps, own, shownAt(secret));
  await clock.pass(60_000);
  return { secret, codes: recoveryCodes };
}

it('codes are those of RFC 6238, for a clock that is half a minute off too', () => {
  const secret = new TextEncoder().encode('12345678901234567890');
  expect(toBase32(secret)).toBe('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ');
  expect(fromBase32(toBase32(secret))).toEqual(secret);
  const known = { 59: '287082', 1111111109: '081804', 1234567890: '005924', 20000000000: '353130' };
  for (const [seconds, code] of Object.entries(known)) {
    const now = Number(seconds) * 1000;
    const step = Math.floor(now / 30_000);
    expect([code, stepOfCode(secret, code, now)]).toEqual([code, step]);
    expect(stepOfCode(secret, code, now + 30_000)).toBe(step);
    expect(stepOfCode(secret, code, now + 90_000)).toBeNull();
  }
  expect(stepOfCode(secret, '28708', 59_000)).toBeNull();
});

it('a sign-in asks for a code once the factor is confirmed, and takes each code once', async () => {
  const { secret, uri } = await startSecondFactor(deps, own, { password });
  const label = 'Own%20%26%20Old%20%20Homes';
  expect(uri).toBe(`otpauth://totp/${label}%3Aann%40homes.example?secret=${secret}&issuer=${label}`);
  expect(await refused(signIn())).toBe('let in');
  expect(await refused(confirmSecondFactor(deps, own, '000000'))).toBe('VALIDATION_FAILED code');
  const { recoveryCodes } = await confirmSecondFactor(deps, own, shownAt(secret));
  expect(new Set(recoveryCodes).size).toBe(10);
  expect(await refused(signIn())).toBe('AUTH_REQUIRED code');
  // Spent by the confirmation.
  expect(await refused(signIn(shownAt(secret)))).toBe('AUTH_INVALID code');
  await clock.pass(30_000);
  const code = shownAt(secret);
  expect((await Promise.all([signIn(code), signIn(code)].map(refused))).toSorted()).toEqual([
    'AUTH_INVALID code',
    'let in',
  ]);
  const kept = JSON.stringify(await deps.store.findUserByEmail(email));
  for (const word of [secret, ...recoveryCodes]) expect(kept).not.toContain(word);
  const changes = await deps.settings.listChanges(own.tenantId, 10);
  expect(changes.map(({ action }) => action)).toEqual(['second-factor-on']);
});

it('a recovery code signs in once, however it is typed, until others take its place', async () => {
  const { codes } = await setUp();
  expect(await refused(signIn(codes[0]?.toLowerCase().replace('-', ' ')))).toBe('let in');
  expect(await refused(signIn(codes[0]))).toBe('AUTH_INVALID code');
  const { recoveryCodes } = await renewRecoveryCodes(deps, own, { password, code: codes[2] });
  expect(await refused(signIn(codes[1]))).toBe('AUTH_INVALID code');
  expect(await refused(signIn(recoveryCodes[1]))).toBe('let in');
  expect(await refused(renewRecoveryCodes(deps, own, { password: 'wrong' }))).toBe('VALIDATION_FAILED password');
});

it('changing a second factor takes a code from it', async () => {
  const { secret, codes } = await setUp();
  for (const change of [startSecondFactor, renewRecoveryCodes, endSecondFactor])
    for (const code of [undefined, '000000'])
      expect(await refused(change(deps, own, { password, code }))).toBe('VALIDATION_FAILED code');
  const code = shownAt(secret);
  expect(await refused(startSecondFactor(deps, own, { password, code }))).toBe('let in');
  expect(await refused(endSecondFactor(deps, own, { password, code }))).toBe('VALIDATION_FAILED code');
  expect(await refused(endSecondFactor(deps, own, { password, code: codes[0] }))).toBe('let in');
  expect(await refused(signIn())).toBe('let in');
});

it('an intruder with the password cannot try codes without end, from any address', async () => {
  const { secret } = await setUp();
  for (let at = 0; at < codeTries.points; at += 1) {
    const tried = signIn('000000', `10.0.${at}.1`);
    await clock.pass(60_000);
    expect(await refused(tried)).toBe('AUTH_INVALID code');
  }
  const right = signIn(shownAt(secret), '192.0.2.9');
  await clock.pass(1_000);
  expect(await refused(right)).toBe('RATE_LIMITED');
  await liftLockouts(deps, own.principal.id);
  expect(await refused(signIn(shownAt(secret), '192.0.2.9'))).toBe('let in');
});

it('a required second factor must be set up first, and stays on', async () => {
  roles = ['agent'];
  const { answer } = await signIn();
  expect(answer.user.setUpSecondFactor).toBe(true);
  expect(await refused(deps.verifier.verifyStaff(answer.accessToken))).toBe('FORBIDDEN secondFactor');
  expect((await deps.verifier.verifyStaff(answer.accessToken, { settingUp: true })).scope).toEqual(own);
  await setUp();
  expect((await deps.verifier.verifyStaff(answer.accessToken)).scope).toEqual(own);
  expect(await refused(endSecondFactor(deps, own, { password }))).toBe('CONFLICT');
  const admin: StaffScope = { ...own, principal: { kind: 'staff', id: 'boss', role: 'admin', name: 'Boss' } };
  expect(await refused(removeSecondFactor(deps, own, own.principal.id))).toBe('FORBIDDEN');
  expect(await refused(removeSecondFactor(deps, { ...admin, tenantId: 'other' }, own.principal.id))).toBe('NOT_FOUND');
  const key: StaffScope = { ...own, principal: { ...admin.principal, kind: 'integration' } };
  expect(await refused(removeSecondFactor(deps, key, own.principal.id))).toBe('FORBIDDEN');
  const themselves: StaffScope = { ...own, principal: { ...admin.principal, id: own.principal.id } };
  expect(await refused(removeSecondFactor(deps, themselves, own.principal.id))).toBe('CONFLICT');
  await removeSecondFactor(deps, admin, own.principal.id);
  await clock.pass(2_000);
  expect(await refused(deps.verifier.verifyStaff(answer.accessToken, { settingUp: true }))).toBe('AUTH_REVOKED');
  expect((await signIn()).answer.user.setUpSecondFactor).toBe(true);
});
