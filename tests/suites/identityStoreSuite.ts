import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ApiKey, RefreshToken, Site, StaffUser, Tenant } from '../../src/features/identity/model.ts';
import type { IdentityStore } from '../../src/features/identity/ports.ts';
import { newId } from '../../src/kernel/ids.ts';

const aUser = (over: Partial<StaffUser> = {}): StaffUser => ({
  id: newId(),
  tenantId: newId(),
  email: `${newId().toLowerCase()}@homes.example`,
  name: 'Ann',
  role: 'agent',
  passwordHash: 'hash',
  active: true,
  tokenVersion: 0,
  presence: { status: 'away', capacity: 3 },
  createdAt: 1_000,
  ...over,
});
const aToken = (over: Partial<RefreshToken> = {}): RefreshToken => ({
  hash: newId(),
  familyId: newId(),
  userId: newId(),
  tenantId: newId(),
  expiresAt: Date.now() + 3_600_000,
  spent: false,
  ...over,
});

/** The promises that every IdentityStore keeps. `open` gives an empty one. */
export function identityStoreSuite(
  name: string,
  open: () => Promise<{ store: IdentityStore; close(): Promise<void> }>,
): void {
  describe(`identity, ${name}`, () => {
    let store: IdentityStore;
    let close: () => Promise<void>;
    beforeAll(async () => ({ store, close } = await open()));
    afterAll(() => close?.());

    it('counts and finds tenants', async () => {
      expect(await store.countTenants()).toBe(0);
      const tenant: Tenant = { id: newId(), name: 'Barton', timeZone: 'America/Chicago', demo: false, createdAt: 1 };
      await store.addTenant(tenant);
      expect(await store.countTenants()).toBe(1);
      expect(await store.findTenant(tenant.id)).toEqual(tenant);
      expect(await store.findTenant(newId())).toBeNull();
      expect(await store.listTenants()).toEqual([tenant]);
    });

    it('an address belongs to one person of the whole hub', async () => {
      const user = aUser();
      expect(await store.addUser(user)).toBe(true);
      const rivals = await Promise.all([1, 2, 3].map(() => store.addUser(aUser({ email: user.email }))));
      expect(rivals).toEqual([false, false, false]);
      expect(await store.findUserByEmail(user.email)).toEqual(user);
      expect(await store.findUser(user.id)).toEqual(user);
      expect(await store.findUserByEmail('nobody@homes.example')).toBeNull();
    });

    it('lists the people of one tenant only', async () => {
      const [own, colleague, foreign] = [aUser({ createdAt: 1 }), aUser({ createdAt: 2 }), aUser()];
      colleague.tenantId = own.tenantId;
      for (const user of [own, colleague, foreign]) await store.addUser(user);
      expect(await store.listUsers(own.tenantId)).toEqual([own, colleague]);
      expect(await store.listUsers(newId())).toEqual([]);
    });

    it('changes of a person only what is given', async () => {
      const user = aUser();
      await store.addUser(user);
      await store.changeUser(user.id, { presence: { status: 'busy', capacity: 1 }, tokenVersion: 4 });
      await store.changeUser(user.id, { name: 'Bea' });
      const presence = { status: 'busy', capacity: 1 };
      expect(await store.findUser(user.id)).toEqual({ ...user, presence, tokenVersion: 4, name: 'Bea' });
    });

    it('a code of a second factor and a recovery code are spent once, whoever comes first', async () => {
      const user = aUser();
      await store.addUser(user);
      expect(await store.spendFactorStep(user.id, 7)).toBe(false);
      await store.changeUser(user.id, {
        secondFactor: { sealed: 'x', since: 1 },
        factorStep: 5,
        recoveryCodes: ['one', 'two'],
      });
      expect(await store.spendFactorStep(user.id, 5)).toBe(false);
      const spent = await Promise.all([1, 2, 3].map(() => store.spendFactorStep(user.id, 7)));
      expect(spent.filter(Boolean)).toHaveLength(1);
      expect(await store.spendFactorStep(user.id, 6)).toBe(false);
      const used = await Promise.all([1, 2, 3].map(() => store.spendRecoveryCode(user.id, 'one')));
      expect(used.filter(Boolean)).toHaveLength(1);
      expect(await store.findUser(user.id)).toMatchObject({ factorStep: 7, recoveryCodes: ['two'] });
    });

    it('keeps lockouts by person and network, for as long as they stand', async () => {
      const user = aUser({ locksLiftedAt: 7 });
      await store.addUser(user);
      expect(await store.findUser(user.id)).toEqual(user);
      const inAMinute = Date.now() + 60_000;
      const lockout = { tenantId: user.tenantId, userId: user.id, network: '192.0.2.0/24', until: inAMinute };
      const other = { ...lockout, network: '2001:db8:1:2::/64' };
      const colleague = { ...lockout, userId: newId() };
      for (const one of [lockout, other, colleague, { ...lockout, until: inAMinute + 5 }]) await store.addLockout(one);
      await store.addLockout({ ...lockout, network: '198.51.100.0/24', until: Date.now() - 1 });
      await store.addLockout({ ...lockout, tenantId: newId(), userId: newId() });
      const listed = await store.listLockouts(user.tenantId);
      expect(listed).toHaveLength(3);
      expect(listed).toEqual(expect.arrayContaining([{ ...lockout, until: inAMinute + 5 }, other, colleague]));
      expect(await store.removeLockouts(user.id)).toBe(2);
      expect(await store.listLockouts(user.tenantId)).toEqual([colleague]);
    });

    it('a site key is given once', async () => {
      const site: Site = {
        id: newId(),
        tenantId: newId(),
        siteKey: newId(),
        name: 'Main',
        allowedOrigins: ['https://homes.example', 'http://localhost:1'],
        createdAt: 1,
      };
      expect(await store.addSite(site)).toBe(true);
      expect(await store.addSite({ ...site, id: newId() })).toBe(false);
      expect(await store.findSiteByKey(site.siteKey)).toEqual(site);
      expect(await store.findSite(site.id)).toEqual(site);
      expect(await store.findSiteByKey(newId())).toBeNull();
    });

    it('finds an API key by its id', async () => {
      const key: ApiKey = {
        id: newId(),
        tenantId: newId(),
        name: 'CRM',
        role: 'agent',
        secretHash: 'h',
        active: true,
        createdAt: 1,
      };
      await store.addApiKey(key);
      expect(await store.findApiKey(key.id)).toEqual(key);
      expect(await store.findApiKey(newId())).toBeNull();
    });

    it('changes a tenant, and lists, changes and removes its sites and keys, and nobody else’s', async () => {
      const tenant: Tenant = { id: newId(), name: 'A', timeZone: 'America/Chicago', demo: false, createdAt: 1 };
      await store.addTenant(tenant);
      await store.changeTenant(tenant.id, { name: 'B' });
      expect(await store.findTenant(tenant.id)).toEqual({ ...tenant, name: 'B' });

      const site: Site = {
        id: newId(),
        tenantId: tenant.id,
        siteKey: newId(),
        name: 'Main',
        allowedOrigins: [],
        createdAt: 1,
      };
      await store.addSite(site);
      await store.addSite({ ...site, id: newId(), siteKey: newId(), tenantId: newId() });
      expect(await store.changeSite(newId(), site.id, { name: 'X' })).toBeNull();
      expect(await store.changeSite(tenant.id, site.id, { name: 'Y' })).toEqual(site);
      expect(await store.listSites(tenant.id)).toEqual([{ ...site, name: 'Y' }]);
      await store.changeSite(tenant.id, site.id, { identitySecret: 'a secret' });
      expect((await store.findSiteByKey(site.siteKey))?.identitySecret).toBe('a secret');
      await store.changeSite(tenant.id, site.id, { identitySecret: null });
      expect((await store.findSite(site.id))?.identitySecret).toBeNull();
      expect(await store.removeSite(newId(), site.id)).toBeNull();
      expect(await store.removeSite(tenant.id, site.id)).toMatchObject({ ...site, name: 'Y' });
      expect(await store.findSite(site.id)).toBeNull();

      const key: ApiKey = {
        id: newId(),
        tenantId: tenant.id,
        name: 'CRM',
        role: 'agent',
        secretHash: 'h',
        active: true,
        createdAt: 1,
      };
      await store.addApiKey(key);
      expect(await store.revokeApiKey(newId(), key.id)).toBeNull();
      expect(await store.revokeApiKey(tenant.id, key.id)).toEqual(key);
      expect(await store.listApiKeys(tenant.id)).toEqual([{ ...key, active: false }]);
    });

    it('of ten who spend a refresh token at once, one is first', async () => {
      const token = aToken();
      await store.addRefreshToken(token);
      const before = await Promise.all(Array.from({ length: 10 }, () => store.spendRefreshToken(token.hash)));
      expect(before.filter((seen) => seen?.spent === false)).toEqual([token]);
      expect(before.filter((seen) => seen?.spent === true)).toHaveLength(9);
      expect(await store.spendRefreshToken(newId())).toBeNull();
    });

    it('ends a family: its tokens, those added later, and no other', async () => {
      const [token, other] = [aToken(), aToken()];
      await store.addRefreshToken(token);
      await store.addRefreshToken(other);
      expect(await store.isFamilyEnded(token.familyId)).toBe(false);
      await store.revokeFamily(token.familyId);
      await store.revokeFamily(token.familyId);
      const late = aToken({ familyId: token.familyId });
      await store.addRefreshToken(late);
      expect(await store.isFamilyEnded(token.familyId)).toBe(true);
      expect((await store.spendRefreshToken(token.hash))?.spent).toBe(true);
      expect((await store.spendRefreshToken(late.hash))?.spent).toBe(true);
      expect(await store.isFamilyEnded(other.familyId)).toBe(false);
      expect((await store.spendRefreshToken(other.hash))?.spent).toBe(false);
    });

    it('knows which families ended of late', async () => {
      const [early, late] = [newId(), newId()];
      await store.revokeFamily(early);
      const between = Date.now();
      await expect.poll(() => Date.now()).toBeGreaterThan(between + 1);
      await store.revokeFamily(late);
      const all = await store.endedSince(between - 60_000);
      expect([early, late].map((familyId) => all.includes(familyId))).toEqual([true, true]);
      const newest = await store.endedSince(between);
      expect([early, late].map((familyId) => newest.includes(familyId))).toEqual([false, true]);
      expect(await store.endedSince(Date.now() + 60_000)).toEqual([]);
    });

    it('finds several people, sites and keys at once, those that are there', async () => {
      const people = [aUser(), aUser()];
      for (const person of people) await store.addUser(person);
      const byId = (one: { id: string }, other: { id: string }) => (one.id < other.id ? -1 : 1);
      const found = await store.findUsers([...people.map(({ id }) => id), newId()]);
      expect(found.toSorted(byId)).toEqual(people.toSorted(byId));
      const site = { id: newId(), tenantId: newId(), siteKey: newId(), name: 'Main', allowedOrigins: [], createdAt: 1 };
      await store.addSite(site);
      expect(await store.findSites([newId(), site.id])).toEqual([site]);
      const key = {
        id: newId(),
        tenantId: newId(),
        name: 'CRM',
        role: 'agent' as const,
        secretHash: 'h',
        active: true,
      };
      await store.addApiKey({ ...key, createdAt: 1 });
      expect(await store.findApiKeys([newId(), key.id])).toEqual([{ ...key, createdAt: 1 }]);
      expect([await store.findUsers([]), await store.findSites([]), await store.findApiKeys([])]).toEqual([[], [], []]);
    });

    it('a family does not end by the use of its tokens', async () => {
      const token = aToken();
      await store.addRefreshToken(token);
      await store.spendRefreshToken(token.hash);
      expect(await store.isFamilyEnded(token.familyId)).toBe(false);
    });

    it('ends every session of a person, and of nobody else', async () => {
      const userId = newId();
      const [phone, desk, foreign] = [aToken({ userId }), aToken({ userId }), aToken()];
      for (const token of [phone, desk, foreign]) await store.addRefreshToken(token);
      await store.spendRefreshToken(phone.hash);
      await store.revokeUserTokens(userId);
      expect(await store.isFamilyEnded(phone.familyId)).toBe(true);
      expect(await store.isFamilyEnded(desk.familyId)).toBe(true);
      expect((await store.spendRefreshToken(desk.hash))?.spent).toBe(true);
      expect(await store.isFamilyEnded(foreign.familyId)).toBe(false);
    });

    it('ends the other sessions of a person, and lists those that stand, the newest first', async () => {
      const userId = newId();
      const in1h = Date.now() + 3_600_000;
      const used = { startedAt: 5, browser: 'Chrome on Windows' };
      const [phone, desk] = [aToken({ userId, ...used }), aToken({ userId, expiresAt: in1h + 1_000 })];
      const old = aToken({ userId, expiresAt: Date.now() - 1 });
      const spent = aToken({ userId });
      for (const token of [old, phone, spent, desk, aToken()]) await store.addRefreshToken(token);
      await store.spendRefreshToken(spent.hash);
      expect(await store.listRefreshTokens(userId)).toEqual([desk, phone]);
      await store.revokeUserTokens(userId, phone.familyId);
      expect(await store.listRefreshTokens(userId)).toEqual([phone]);
      expect(await store.isFamilyEnded(desk.familyId)).toBe(true);
      expect(await store.isFamilyEnded(phone.familyId)).toBe(false);
    });

    it('a secret is made once, whoever comes first', async () => {
      const secretName = newId();
      const kept = await Promise.all(Array.from({ length: 10 }, () => store.keepSecret(secretName, newId)));
      expect(new Set(kept).size).toBe(1);
      expect(await store.keepSecret(secretName, newId)).toBe(kept[0]);
      expect(await store.keepSecret(newId(), () => 'x')).toBe('x');
    });
  });
}
