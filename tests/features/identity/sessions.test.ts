import * as argon2 from '@node-rs/argon2';
import { beforeEach, expect, test, vi } from 'vitest';
import { createPasswordHasher } from '../../../src/adapters/argon2/passwordHasher.ts';
import { createMemoryIdentityStore } from '../../../src/adapters/memory/identityStore.ts';
import { createMemoryRateLimits } from '../../../src/adapters/memory/rateLimits.ts';
import { readConfig } from '../../../src/app/config.ts';
import { createApiKey } from '../../../src/features/identity/createApiKey.ts';
import { createTenant } from '../../../src/features/identity/createTenant.ts';
import { createUser } from '../../../src/features/identity/createUser.ts';
import { createDeviceMarks } from '../../../src/features/identity/deviceMarks.ts';
import { createLogin } from '../../../src/features/identity/login.ts';
import { logout } from '../../../src/features/identity/logout.ts';
import type { IdentityDeps } from '../../../src/features/identity/ports.ts';
import { refreshSession } from '../../../src/features/identity/refreshSession.ts';
import { createSecondFactors } from '../../../src/features/identity/secondFactor.ts';
import { createTokens } from '../../../src/features/identity/tokens.ts';
import {
  createTokenVerifier,
  type TokenVerifier,
  type VerifiedSession,
} from '../../../src/features/identity/verifyToken.ts';
import { silentLogger } from '../../../src/kernel/observe.ts';
import { type HeldClock, holdClock } from '../../support/heldClock.ts';
import { password, quickHasher } from '../../support/startRest.ts';

const email = 'ann@homes.example';
let clock: HeldClock;
let deps: IdentityDeps;
let userId: string;
let tenantId: string;

beforeEach(async () => {
  clock = holdClock();
  deps = {
    store: createMemoryIdentityStore(clock),
    hasher: quickHasher,
    tokens: createTokens('secret', clock),
    deviceMarks: createDeviceMarks('secret'),
    secondFactors: createSecondFactors('secret', async () => []),
    clock,
    rateLimits: createMemoryRateLimits(clock),
    limits: readConfig({}).limits,
  };
  tenantId = (await createTenant(deps, { name: 'Own', timeZone: 'America/Chicago' })).id;
  userId = (await createUser(deps, { tenantId, email, name: 'Ann', role: 'supervisor', password }))?.id ?? '';
});
const loginOn = (parts: IdentityDeps) => createLogin(parts, silentLogger);
const from = (address: string) => ({ address, deviceMarks: [] });
const signIn = async () => (await loginOn(deps)({ email, password }, from('192.0.2.1'))).answer;

/** As the sweep of the gateway asks. */
const recheck = async (verifier: TokenVerifier, session: VerifiedSession) =>
  (await verifier.recheck([session]))(session);

test('an access token ends after an hour, its refresh token after thirty days of silence', async () => {
  const verifier = createTokenVerifier(deps);
  const { accessToken, refreshToken } = await signIn();
  expect((await verifier.verifyStaff(accessToken)).expiresAt).toBe(clock.now() + 3_600_000);
  await clock.pass(3_599_000);
  expect((await verifier.verifyStaff(accessToken)).scope).toEqual({
    tenantId,
    principal: { kind: 'staff', id: userId, role: 'supervisor', name: 'Ann' },
  });
  await clock.pass(1_000);
  await expect(verifier.verifyStaff(accessToken)).rejects.toMatchObject({ code: 'AUTH_EXPIRED' });

  const next = await refreshSession(deps, refreshToken);
  await clock.pass(30 * 86_400_000);
  await expect(refreshSession(deps, next.refreshToken)).rejects.toMatchObject({ code: 'AUTH_EXPIRED' });
});

test('a deactivated or demoted person is noticed at the next look while connected, and within a second when they call', async () => {
  const verifier = createTokenVerifier(deps);
  const session = await verifier.verifyStaff((await signIn()).accessToken);
  expect(await recheck(verifier, session)).toBeNull();
  await deps.store.changeUser(userId, { role: 'agent' });
  expect(await recheck(verifier, session)).toBe('AUTH_REVOKED');
  await clock.pass(1_000);

  const demoted = await verifier.verifyStaff((await signIn()).accessToken);
  expect(demoted.scope.principal.role).toBe('agent');
  await deps.store.changeUser(userId, { active: false });
  expect(await recheck(verifier, demoted)).toBe('AUTH_REVOKED');
  await expect(signIn()).rejects.toMatchObject({ code: 'AUTH_INVALID' });
});

test('a token from before a demotion carries the role of now', async () => {
  const { accessToken } = await signIn();
  await deps.store.changeUser(userId, { role: 'agent' });
  expect((await createTokenVerifier(deps).verifyStaff(accessToken)).scope.principal.role).toBe('agent');
});

test('signing out ends this session on this node at once and on another within a second, and no other session', async () => {
  const [here, there] = [createTokenVerifier(deps), createTokenVerifier(deps)];
  const [ended, kept] = [(await signIn()).accessToken, (await signIn()).accessToken];
  await there.verifyStaff(ended);
  await logout({ store: deps.store, verifier: here }, await here.verifyStaff(ended));
  await expect(here.verifyStaff(ended)).rejects.toMatchObject({ code: 'AUTH_REVOKED' });
  await clock.pass(1_000);
  await expect(there.verifyStaff(ended)).rejects.toMatchObject({ code: 'AUTH_REVOKED' });
  await expect(there.verifyStaff(kept)).resolves.toBeTruthy();
});

test('a thief who uses a copied refresh token in the very moment of its owner gains nothing that lasts', async () => {
  const { refreshToken } = await signIn();
  // The thief's copy is found to be spent after the owner's use was seen and before the owner's new token is kept.
  const store = { ...deps.store };
  let thief: Promise<unknown> = Promise.resolve();
  store.addRefreshToken = async (token) => {
    thief = refreshSession(deps, refreshToken).catch((error) => error.code);
    await thief;
    await deps.store.addRefreshToken(token);
  };
  const owner = await refreshSession({ ...deps, store }, refreshToken);
  expect(await thief).toBe('AUTH_REVOKED');
  await expect(refreshSession(deps, owner.refreshToken)).rejects.toMatchObject({ code: 'AUTH_REVOKED' });
  await expect(createTokenVerifier(deps).verifyStaff(owner.accessToken)).rejects.toMatchObject({
    code: 'AUTH_REVOKED',
  });
});

test('an API key ends when it is switched off', async () => {
  const { apiKeyId, key } = await createApiKey(deps, { tenantId, name: 'CRM', role: 'agent' });
  const stored = await deps.store.findApiKey(apiKeyId);
  expect(JSON.stringify(stored)).not.toContain(key.slice(key.indexOf(apiKeyId) + apiKeyId.length + 1));
  const verifier = createTokenVerifier(deps);
  const session = await verifier.verifyStaff(key);
  if (stored) await deps.store.addApiKey({ ...stored, active: false });
  expect(await recheck(verifier, session)).toBe('AUTH_REVOKED');
  await clock.pass(1_000);
  await expect(verifier.verifyStaff(key)).rejects.toMatchObject({ code: 'AUTH_REVOKED' });
});

test('a look at a thousand sessions asks the database three times, and nothing when there is none', async () => {
  const asked: string[] = [];
  const store = new Proxy(deps.store, {
    get(target, name: keyof typeof deps.store) {
      asked.push(name);
      return target[name];
    },
  });
  const verifier = createTokenVerifier({ ...deps, store });
  await verifier.recheck([]);
  expect(asked).toEqual([]);
  const session = await verifier.verifyStaff((await signIn()).accessToken);
  const { key } = await createApiKey(deps, { tenantId, name: 'CRM', role: 'agent' });
  const machine = await verifier.verifyStaff(key);
  asked.length = 0;
  await verifier.recheck(Array.from({ length: 1_000 }, (_, at) => (at % 2 === 0 ? session : machine)));
  expect(asked.toSorted()).toEqual(['endedSince', 'findApiKeys', 'findUsers']);
});

test('an end that was kept by a node whose clock is behind, or while this one did not look, is noticed', async () => {
  const verifier = createTokenVerifier(deps);
  const session = await verifier.verifyStaff((await signIn()).accessToken);
  const behind = { ...clock, now: () => clock.now() - 50_000 };
  const other = createMemoryIdentityStore(behind);
  await other.revokeFamily(session.familyId ?? '');
  const seen = createTokenVerifier({ ...deps, store: { ...deps.store, endedSince: other.endedSince } });
  expect(await recheck(seen, session)).toBe('AUTH_REVOKED');
  await clock.pass(600_000);
  await deps.store.revokeFamily(session.familyId ?? '');
  await clock.pass(600_000);
  expect(await recheck(verifier, session)).toBe('AUTH_REVOKED');
});

test('many checks of one token at once ask the database once', async () => {
  let asked = 0;
  const store = { ...deps.store };
  store.findUser = (id) => {
    asked += 1;
    return deps.store.findUser(id);
  };
  const verifier = createTokenVerifier({ ...deps, store });
  const { accessToken } = await signIn();
  await Promise.all(Array.from({ length: 20 }, () => verifier.verifyStaff(accessToken)));
  expect(asked).toBe(1);
});

test('a locked account opens again a quarter of an hour after the first failure', async () => {
  const login = loginOn(deps);
  const attempt = (secret: string) =>
    login({ email, password: secret }, from(`192.0.2.${Math.floor(Math.random() * 200)}`));
  for (let i = 0; i < 10; i++) await expect(attempt('wrong')).rejects.toMatchObject({ code: 'AUTH_INVALID' });
  await expect(attempt(password)).rejects.toMatchObject({ code: 'RATE_LIMITED', retryAfterMs: 900_000 });
  await clock.pass(900_000);
  await expect(attempt(password)).resolves.toBeTruthy();
});

test('S80: an unknown address costs the same hashing as a wrong password, and is told in the same words', async () => {
  const verify = vi.fn(argon2.verify);
  const hasher = createPasswordHasher({ ...argon2, verify });
  await createUser({ ...deps, hasher }, { tenantId, email: 'bob@homes.example', name: 'Bob', role: 'agent', password });
  const login = loginOn({ ...deps, hasher });
  const attemptAt = async (address: string) => {
    verify.mockClear();
    const refusal = await login({ email: address, password: 'wrong' }, from('192.0.2.1')).catch((error) => error);
    const hashed = verify.mock.calls.map(([stored, given]) => [String(stored).split('$').slice(0, 4), given]);
    return { said: { ...refusal, message: refusal.message }, hashed };
  };
  for (let failures = 0; failures < 12; failures += 1) {
    const known = await attemptAt('bob@homes.example');
    expect(known.hashed).toEqual(failures < 10 ? [[['', 'argon2id', 'v=19', 'm=19456,t=2,p=1'], 'wrong']] : []);
    expect(known.said.code).toBe(failures < 10 ? 'AUTH_INVALID' : 'RATE_LIMITED');
    expect(await attemptAt('nobody@homes.example')).toEqual(known);
  }
});
