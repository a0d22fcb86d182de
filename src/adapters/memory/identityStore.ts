import type { ApiKey, Lockout, RefreshToken, Site, StaffUser, Tenant } from '../../features/identity/model.ts';
import type { IdentityStore } from '../../features/identity/ports.ts';
import { type Clock, systemClock } from '../../kernel/clock.ts';
import { jsonCopy } from '../../kernel/jsonCopy.ts';

const mostEndedFamilies = 10_000;

/** Tenants, people and keys in this process only: gone with it. */
export function createMemoryIdentityStore(clock: Clock = systemClock): IdentityStore {
  const tenants = new Map<string, Tenant>();
  const users = new Map<string, StaffUser>();
  const sites = new Map<string, Site>();
  const apiKeys = new Map<string, ApiKey>();
  const tokens = new Map<string, RefreshToken>();
  const lockouts = new Map<string, Lockout>();
  const endedFamilies = new Map<string, number>();
  const secrets = new Map<string, string>();

  const first = <T>(of: Map<string, T>, is: (item: T) => boolean): T | null => [...of.values()].find(is) ?? null;
  const endFamily = (familyId: string): void => {
    if (!endedFamilies.has(familyId)) endedFamilies.set(familyId, clock.now());
    for (const oldest of endedFamilies.keys()) {
      if (endedFamilies.size <= mostEndedFamilies) break;
      endedFamilies.delete(oldest);
    }
    for (const token of tokens.values()) if (token.familyId === familyId) token.spent = true;
  };

  const standingLockouts = (): Lockout[] => {
    for (const [key, { until }] of lockouts) if (until <= clock.now()) lockouts.delete(key);
    return [...lockouts.values()];
  };

  return {
    async countTenants() {
      return tenants.size;
    },
    async addTenant(tenant) {
      tenants.set(tenant.id, jsonCopy(tenant));
    },
    async findTenant(tenantId) {
      return jsonCopy(tenants.get(tenantId) ?? null);
    },
    async listTenants() {
      return jsonCopy([...tenants.values()]);
    },
    async changeTenant(tenantId, change) {
      const tenant = tenants.get(tenantId);
      if (tenant) tenants.set(tenantId, { ...tenant, ...jsonCopy(change) });
    },

    async addUser(user) {
      if (first(users, ({ email }) => email === user.email)) return false;
      users.set(user.id, jsonCopy(user));
      return true;
    },
    async findUser(userId) {
      return jsonCopy(users.get(userId) ?? null);
    },
    async findUsers(userIds) {
      return jsonCopy(userIds.flatMap((userId) => users.get(userId) ?? []));
    },
    async findUserByEmail(email) {
      return jsonCopy(first(users, (user) => user.email === email));
    },
    async listUsers(tenantId) {
      return jsonCopy([...users.values()].filter((user) => user.tenantId === tenantId));
    },
    async changeUser(userId, change) {
      const user = users.get(userId);
      if (user) users.set(userId, { ...user, ...jsonCopy(change) });
    },

    async spendFactorStep(userId, step) {
      const user = users.get(userId);
      if (user?.factorStep === undefined || step <= user.factorStep) return false;
      user.factorStep = step;
      return true;
    },
    async spendRecoveryCode(userId, hash) {
      const user = users.get(userId);
      if (!user?.recoveryCodes?.includes(hash)) return false;
      user.recoveryCodes = user.recoveryCodes.filter((one) => one !== hash);
      return true;
    },

    async addLockout(lockout) {
      standingLockouts();
      lockouts.set(`${lockout.userId} ${lockout.network}`, jsonCopy(lockout));
    },
    async listLockouts(tenantId) {
      return jsonCopy(standingLockouts().filter((lockout) => lockout.tenantId === tenantId)).slice(0, 1_000);
    },
    async removeLockouts(userId) {
      const own = standingLockouts().filter((lockout) => lockout.userId === userId);
      for (const { network } of own) lockouts.delete(`${userId} ${network}`);
      return own.length;
    },

    async addSite(site) {
      if (first(sites, ({ siteKey }) => siteKey === site.siteKey)) return false;
      sites.set(site.id, jsonCopy(site));
      return true;
    },
    async findSite(siteId) {
      return jsonCopy(sites.get(siteId) ?? null);
    },
    async findSites(siteIds) {
      return jsonCopy(siteIds.flatMap((siteId) => sites.get(siteId) ?? []));
    },
    async findSiteByKey(siteKey) {
      return jsonCopy(first(sites, (site) => site.siteKey === siteKey));
    },
    async listSites(tenantId) {
      return jsonCopy([...sites.values()].filter((site) => site.tenantId === tenantId));
    },
    async changeSite(tenantId, siteId, change) {
      const site = sites.get(siteId);
      if (site?.tenantId !== tenantId) return null;
      sites.set(siteId, { ...site, ...jsonCopy(change) });
      return jsonCopy(site);
    },
    async removeSite(tenantId, siteId) {
      const site = sites.get(siteId);
      if (site?.tenantId !== tenantId) return null;
      sites.delete(siteId);
      return site;
    },

    async addApiKey(key) {
      apiKeys.set(key.id, jsonCopy(key));
    },
    async findApiKey(apiKeyId) {
      return jsonCopy(apiKeys.get(apiKeyId) ?? null);
    },
    async findApiKeys(apiKeyIds) {
      return jsonCopy(apiKeyIds.flatMap((apiKeyId) => apiKeys.get(apiKeyId) ?? []));
    },
    async listApiKeys(tenantId) {
      return jsonCopy([...apiKeys.values()].filter((key) => key.tenantId === tenantId));
    },
    async revokeApiKey(tenantId, apiKeyId) {
      const key = apiKeys.get(apiKeyId);
      if (key?.tenantId !== tenantId) return null;
      apiKeys.set(apiKeyId, { ...key, active: false });
      return jsonCopy(key);
    },

    async addRefreshToken(token) {
      for (const [hash, { expiresAt }] of tokens) {
        // Tokens live equally long, so the dead ones stand in front.
        if (expiresAt > clock.now()) break;
        tokens.delete(hash);
      }
      tokens.set(token.hash, { ...token, spent: token.spent || endedFamilies.has(token.familyId) });
    },
    async spendRefreshToken(hash) {
      const token = tokens.get(hash);
      if (!token) return null;
      const before = jsonCopy(token);
      token.spent = true;
      return before;
    },
    async revokeFamily(familyId) {
      endFamily(familyId);
    },
    async revokeUserTokens(userId, exceptFamilyId) {
      for (const token of tokens.values())
        if (token.userId === userId && token.familyId !== exceptFamilyId) endFamily(token.familyId);
    },
    async listRefreshTokens(userId) {
      const own = [...tokens.values()].filter(
        (token) => token.userId === userId && !token.spent && token.expiresAt > clock.now(),
      );
      return jsonCopy(own.sort((a, b) => b.expiresAt - a.expiresAt).slice(0, 100));
    },
    async isFamilyEnded(familyId) {
      return endedFamilies.has(familyId);
    },
    async endedSince(at) {
      return [...endedFamilies].filter(([, endedAt]) => endedAt > at).map(([familyId]) => familyId);
    },

    async keepSecret(name, make) {
      const kept = secrets.get(name) ?? make();
      secrets.set(name, kept);
      return kept;
    },
  };
}
