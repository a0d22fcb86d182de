import { beforeEach, describe, expect, it } from 'vitest';
import { createMemoryIdentityStore } from '../../../src/adapters/memory/identityStore.ts';
import { createMemoryRateLimits } from '../../../src/adapters/memory/rateLimits.ts';
import { readConfig } from '../../../src/app/config.ts';
import { createTenant } from '../../../src/features/identity/createTenant.ts';
import { createUser } from '../../../src/features/identity/createUser.ts';
import { createDeviceMarks } from '../../../src/features/identity/deviceMarks.ts';
import { liftLockouts } from '../../../src/features/identity/liftLockouts.ts';
import { createLogin, type Login } from '../../../src/features/identity/login.ts';
import type { IdentityDeps } from '../../../src/features/identity/ports.ts';
import { createSecondFactors } from '../../../src/features/identity/secondFactor.ts';
import { createTokens } from '../../../src/features/identity/tokens.ts';
import { type LogFields, silentLogger } from '../../../src/kernel/observe.ts';
import { type HeldClock, holdClock } from '../../support/heldClock.ts';
import { quickHasher } from '../../support/startRest.ts';

const password = 'correct horse battery';
const email = 'ann@homes.example';
const minuteMs = 60_000;

let clock: HeldClock;
let deps: IdentityDeps;
let login: Login;
let userId: string;
let tenantId: string;
let lines: { message: string; fields: LogFields | undefined }[];

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
  lines = [];
  const log = { ...silentLogger, warn: (message: string, fields?: LogFields) => void lines.push({ message, fields }) };
  login = createLogin(deps, log);
  tenantId = (await createTenant(deps, { name: 'Own', timeZone: 'America/Chicago' })).id;
  userId = (await createUser(deps, { tenantId, email, name: 'Ann', role: 'agent', password }))?.id ?? '';
});

type Outcome = { code: string; retryAfterMs?: number } | { deviceMark: string };
/** The outcome of an attempt, with the time moved on as far as it had to wait. */
async function attempt(secret: string, address: string, deviceMarks: string[] = [], whose = email): Promise<Outcome> {
  let outcome: Outcome | undefined;
  void login({ email: whose, password: secret }, { address, deviceMarks }).then(
    ({ deviceMark }) => {
      outcome = { deviceMark };
    },
    (error) => {
      outcome = { code: error.code, retryAfterMs: error.retryAfterMs };
    },
  );
  for (;;) {
    await clock.pass(Math.max(0, ...clock.delays()));
    if (outcome !== undefined) return outcome;
    // Tokens are signed off the main thread.
    await new Promise((resolve) => setImmediate(resolve));
  }
}
async function failFrom(address: string, times = 10, whose = email): Promise<void> {
  for (let i = 0; i < times; i += 1) await attempt('wrong', address, [], whose);
}

describe('failed sign-ins', () => {
  it('S26: ten failures lock the network they came from, and nobody else out', async () => {
    await failFrom('192.0.2.1');
    for (const neighbour of ['192.0.2.1', '192.0.2.200'])
      expect(await attempt(password, neighbour)).toMatchObject({ code: 'RATE_LIMITED' });
    expect(await attempt(password, '198.51.100.7')).toHaveProperty('deviceMark');
    expect(await attempt(password, '2001:db8:1:2::7')).toHaveProperty('deviceMark');
  });

  it('S26: one network of IPv6 is its /64', async () => {
    await failFrom('2001:db8:1:2::1');
    expect(await attempt(password, '2001:db8:1:2:3:4:5:6')).toMatchObject({ code: 'RATE_LIMITED' });
    expect(await attempt(password, '2001:db8:1:3::1')).toHaveProperty('deviceMark');
  });

  it('S26: failures from everywhere slow strangers down, more and more but never beyond eight seconds', async () => {
    const waits: number[] = [];
    for (let network = 0; network < 6; network += 1) {
      await failFrom(`192.0.${network}.1`);
      const slow = login({ email, password }, { address: '198.51.100.7', deviceMarks: [] });
      await clock.pass(0);
      waits.push(...clock.delays());
      await clock.pass(8_000);
      await expect(slow).resolves.toBeTruthy();
    }
    expect(waits).toEqual([1_000, 2_000, 4_000, 8_000, 8_000, 8_000]);
  });

  it('S26: a browser that signed in before is not slowed down, nor locked out with its network', async () => {
    const known = (await attempt(password, '192.0.2.9')) as { deviceMark: string };
    for (const address of ['192.0.2.1', '192.0.3.1', '192.0.4.1']) await failFrom(address);
    const signedIn = login({ email, password }, { address: '192.0.2.9', deviceMarks: [known.deviceMark] });
    await clock.pass(0);
    expect(clock.delays()).toEqual([]);
    await expect(signedIn).resolves.toMatchObject(known);
  });

  it('a device mark is one person’s and this hub’s alone, and gives ten tries like any network', async () => {
    const { deviceMark } = (await attempt(password, '192.0.2.9')) as { deviceMark: string };
    await createUser(deps, { tenantId, email: 'bob@homes.example', name: 'Bob', role: 'agent', password });
    await failFrom('192.0.2.1');
    await failFrom('192.0.2.1', 10, 'bob@homes.example');
    const forged = createDeviceMarks('another secret').make(userId);
    for (const mark of [forged, '', deviceMark.slice(1), `${deviceMark}AA`])
      expect(await attempt(password, '192.0.2.1', [mark])).toMatchObject({ code: 'RATE_LIMITED' });
    expect(await attempt(password, '192.0.2.1', [deviceMark], 'bob@homes.example')).toMatchObject({
      code: 'RATE_LIMITED',
    });
    for (let i = 0; i < 10; i += 1)
      expect(await attempt('wrong', `198.51.${i}.1`, [deviceMark])).toMatchObject({ code: 'AUTH_INVALID' });
    expect(await attempt(password, '198.51.100.7', [deviceMark])).toMatchObject({ code: 'RATE_LIMITED' });
  });

  it('few attempts wait at once: one of a network, twenty of an account, and any more are told to come back', async () => {
    await failFrom('192.0.2.1');
    const ended: unknown[] = [];
    const wait = (address: string) =>
      void login({ email, password: 'wrong' }, { address, deviceMarks: [] }).catch(({ code, retryAfterMs }) =>
        ended.push([code, retryAfterMs]),
      );
    for (let network = 0; network < 25; network += 1) wait(`10.0.${network}.1`);
    wait('10.0.0.2');
    await clock.pass(0);
    expect(clock.delays()).toHaveLength(20);
    expect(ended).toEqual(Array(6).fill(['RATE_LIMITED', 1_000]));
    await clock.pass(1_000);
    expect(ended.slice(6)).toEqual(Array(20).fill(['AUTH_INVALID', undefined]));
  });

  it('however many accounts are attacked, no more than two hundred attempts wait', async () => {
    const accounts = Array.from({ length: 11 }, (_, at) => `p${at}@homes.example`);
    for (const [at, whose] of accounts.entries()) await failFrom(`192.0.${at}.1`, 10, whose);
    let refused = 0;
    for (const [at, whose] of accounts.entries())
      for (let network = 0; network < 20; network += 1)
        void login({ email: whose, password: 'wrong' }, { address: `10.${at}.${network}.1`, deviceMarks: [] }).catch(
          ({ code }) => {
            if (code === 'RATE_LIMITED') refused += 1;
          },
        );
    await clock.pass(0);
    expect(clock.delays()).toHaveLength(200);
    expect(refused).toBe(20);
  });

  it('an admin sees from how many networks a person is locked, and opens them all at once', async () => {
    await failFrom('192.0.2.1', 12);
    await failFrom('192.0.3.1');
    await failFrom('192.0.4.1', 9);
    await failFrom('192.0.5.1', 12, 'nobody@homes.example');
    const standing = await deps.store.listLockouts(tenantId);
    expect(standing.map(({ userId: who, network }) => [who, network])).toEqual([
      [userId, '192.0.2.0/24'],
      [userId, '192.0.3.0/24'],
    ]);
    expect(await liftLockouts(deps, userId)).toBe(2);
    expect(await deps.store.listLockouts(tenantId)).toEqual([]);
    const opened = login({ email, password }, { address: '192.0.2.1', deviceMarks: [] });
    await clock.pass(0);
    expect(clock.delays()).toEqual([]);
    await expect(opened).resolves.toBeTruthy();
    await clock.pass(minuteMs);
    await failFrom('192.0.2.1', 9);
    expect(await attempt(password, '192.0.2.1')).toHaveProperty('deviceMark');
  });

  it('admins are shown a lockout only until it ends', async () => {
    await failFrom('192.0.2.1');
    await clock.pass(15 * minuteMs);
    expect(await deps.store.listLockouts(tenantId)).toEqual([]);
  });

  it('each failure is a line without who and where, and a flood of them sixty a minute', async () => {
    await failFrom('192.0.2.1', 3);
    expect(lines).toHaveLength(3);
    expect(lines[0]).toEqual({
      message: 'a sign-in failed',
      fields: { isLocked: false, pii: { network: '192.0.2.0/24' } },
    });
    await clock.pass(minuteMs);
    lines.length = 0;
    const flood = (at: number) =>
      login({ email: `p${at}@homes.example`, password: 'wrong' }, { address: `10.0.${at}.1`, deviceMarks: [] });
    for (let at = 0; at < 90; at += 1) await flood(at).catch(() => undefined);
    expect(lines).toHaveLength(60);
    await clock.pass(minuteMs);
    await flood(91).catch(() => undefined);
    expect(lines.at(-1)?.fields).toMatchObject({ leftOut: 30 });
  });
});
