import type { Role } from '../../contract/values.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { Limit, RateLimits } from '../../kernel/rateLimits.ts';
import type { TextSeal } from '../../kernel/sealText.ts';
import type { DeviceMarks } from './deviceMarks.ts';
import type { ApiKey, Lockout, RefreshToken, Site, StaffUser, Tenant } from './model.ts';
import type { Tokens } from './tokens.ts';

/** Tenants, people, sites and keys. Writes are durable when they resolve. */
export interface IdentityStore {
  countTenants(): Promise<number>;
  addTenant(tenant: Tenant): Promise<void>;
  findTenant(tenantId: string): Promise<Tenant | null>;
  listTenants(): Promise<Tenant[]>;
  changeTenant(tenantId: string, change: Partial<Pick<Tenant, 'name' | 'timeZone'>>): Promise<void>;

  /** False when the address is taken. */
  addUser(user: StaffUser): Promise<boolean>;
  findUser(userId: string): Promise<StaffUser | null>;
  /** Those that are there, in any order; so for sites and keys. */
  findUsers(userIds: readonly string[]): Promise<StaffUser[]>;
  findUserByEmail(email: string): Promise<StaffUser | null>;
  listUsers(tenantId: string): Promise<StaffUser[]>;
  changeUser(
    userId: string,
    change: Partial<
      Pick<
        StaffUser,
        | ('name' | 'title' | 'phone' | 'role' | 'active' | 'presence')
        | ('passwordHash' | 'passwordLink' | 'tokenVersion' | 'locksLiftedAt')
        | ('help' | 'photo' | 'secondFactor' | 'newFactor' | 'factorStep' | 'recoveryCodes')
      >
    >,
  ): Promise<void>;

  /** Notes the time step of a code that is used. Of two at once one gets true, and none for a step that is not after the last. */
  spendFactorStep(userId: string, step: number): Promise<boolean>;
  /** Takes a recovery code away; of two at once one gets true. */
  spendRecoveryCode(userId: string, hash: string): Promise<boolean>;

  /** For people to see; it is the count of failures that refuses sign-ins. One per person and network; gone when its time is over. */
  addLockout(lockout: Lockout): Promise<void>;
  /** Those that stand, at most a thousand. */
  listLockouts(tenantId: string): Promise<Lockout[]>;
  /** How many stood. */
  removeLockouts(userId: string): Promise<number>;

  /** False when the key is taken. */
  addSite(site: Site): Promise<boolean>;
  findSite(siteId: string): Promise<Site | null>;
  findSites(siteIds: readonly string[]): Promise<Site[]>;
  findSiteByKey(siteKey: string): Promise<Site | null>;
  /** Oldest first. */
  listSites(tenantId: string): Promise<Site[]>;
  /** Null when the tenant has none of that id; otherwise what it was. */
  changeSite(
    tenantId: string,
    siteId: string,
    change: Partial<Pick<Site, 'name' | 'allowedOrigins' | 'identitySecret' | 'widget' | 'seen'>>,
  ): Promise<Site | null>;
  removeSite(tenantId: string, siteId: string): Promise<Site | null>;

  addApiKey(key: ApiKey): Promise<void>;
  findApiKey(apiKeyId: string): Promise<ApiKey | null>;
  findApiKeys(apiKeyIds: readonly string[]): Promise<ApiKey[]>;
  /** Oldest first. */
  listApiKeys(tenantId: string): Promise<ApiKey[]>;
  /** Ends it forever; null when the tenant has none of that id. */
  revokeApiKey(tenantId: string, apiKeyId: string): Promise<ApiKey | null>;

  addRefreshToken(token: RefreshToken): Promise<void>;
  /** Marks it spent; returns its earlier state, or null when there is none. Two at once: only one sees `spent: false`. */
  spendRefreshToken(hash: string): Promise<RefreshToken | null>;
  /** Ends every token of the family, also one that is added later. */
  revokeFamily(familyId: string): Promise<void>;
  /** Every family of this person but, where it is given, one. */
  revokeUserTokens(userId: string, exceptFamilyId?: string): Promise<void>;
  /** Those that can still be spent, the newest first, at most a hundred. */
  listRefreshTokens(userId: string): Promise<RefreshToken[]>;
  /** Whether `revokeFamily` or `revokeUserTokens` ended it. Tokens spent by their use alone do not end a family. */
  isFamilyEnded(familyId: string): Promise<boolean>;
  /** The families that ended after `at` (ms since the epoch), by the clock of the node that ended them. */
  endedSince(at: number): Promise<string[]>;

  /** The value of a secret that is made once, by the first caller, and then kept. */
  keepSecret(name: string, make: () => string): Promise<string>;
}

/** Slow on purpose. */
export interface PasswordHasher {
  hash(password: string): Promise<string>;
  /** False when `hash` is null, after as long as any other answer takes: an unknown address must not show by its speed. */
  verify(hash: string | null, password: string): Promise<boolean>;
}

/** The parts that second factors need. */
export interface SecondFactors {
  /** Seals the secrets that the hub shares with people's phones. */
  seal: TextSeal;
  /** The keyed hash of a recovery code: without the hub's secret nobody can try codes against it. */
  hashCode(userId: string, code: string): string;
  /** The roles for which the brokerage requires one. */
  rolesOf(tenantId: string): Promise<readonly Role[]>;
}

/** How often a stranger may try. */
export interface IdentityLimits {
  loginsPerAddress: Limit;
  /** Counted per account and network. */
  failedLoginsPerAccount: Limit;
  widgetSessionsPerAddress: Limit;
}

/** The dependencies of the use cases of identity. */
export interface IdentityDeps {
  store: IdentityStore;
  hasher: PasswordHasher;
  tokens: Tokens;
  deviceMarks: DeviceMarks;
  secondFactors: SecondFactors;
  clock: Clock;
  rateLimits: RateLimits;
  limits: IdentityLimits;
}
