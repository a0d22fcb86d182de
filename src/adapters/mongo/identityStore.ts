import { type Connection, Schema, trusted } from 'mongoose';
import type { ApiKey, Lockout, RefreshToken, Site, StaffUser, Tenant } from '../../features/identity/model.ts';
import type { IdentityStore } from '../../features/identity/ports.ts';
import { HubError } from '../../kernel/hubError.ts';
import { jsonCopy } from '../../kernel/jsonCopy.ts';
import { guarded, inserted, modelOf, strictly } from './mongoStore.ts';

type Row<T extends { id: string }> = Omit<T, 'id'> & { _id: string };
/** `expiresAt` as a date, because the database drops the row by it. */
type TokenRow = Omit<RefreshToken, 'hash' | 'expiresAt'> & { _id: string; expiresAt: Date };
/** `_id` is person and network. */
type LockoutRow = Omit<Lockout, 'until'> & { _id: string; until: Date };
interface SecretRow {
  _id: string;
  value: string;
}
interface EndedFamilyRow {
  _id: string;
  expiresAt: Date;
}

/** Longer than any token lives, a visitor's too, so that none outlives the end of its family. */
const endedFamilyKeptMs = 400 * 24 * 3_600_000;

const mostListedTokens = 100;

const text = { type: String, required: true };
const number = { type: Number, required: true };
const flag = { type: Boolean, required: true };

const tenantSchema = new Schema<Row<Tenant>>(
  { _id: text, name: text, timeZone: text, market: String, demo: flag, createdAt: number },
  strictly,
);
const userSchema = new Schema<Row<StaffUser>>(
  {
    _id: text,
    tenantId: text,
    email: text,
    name: text,
    role: text,
    passwordHash: text,
    active: flag,
    tokenVersion: number,
    presence: { type: Schema.Types.Mixed, required: true },
    createdAt: number,
    title: String,
    help: Schema.Types.Mixed,
    phone: String,
    passwordLink: Schema.Types.Mixed,
    locksLiftedAt: Number,
    photo: String,
    secondFactor: Schema.Types.Mixed,
    newFactor: Schema.Types.Mixed,
    factorStep: Number,
    recoveryCodes: { type: [String], default: undefined },
  },
  strictly,
);
userSchema.index({ email: 1 }, { unique: true });
userSchema.index({ tenantId: 1, createdAt: 1 });
const siteSchema = new Schema<Row<Site>>(
  {
    _id: text,
    tenantId: text,
    siteKey: text,
    name: text,
    allowedOrigins: [String],
    identitySecret: String,
    widget: Schema.Types.Mixed,
    seen: Schema.Types.Mixed,
    createdAt: number,
  },
  strictly,
);
siteSchema.index({ siteKey: 1 }, { unique: true });
siteSchema.index({ tenantId: 1, createdAt: 1 });
const apiKeySchema = new Schema<Row<ApiKey>>(
  { _id: text, tenantId: text, name: text, role: text, secretHash: text, active: flag, createdAt: number },
  strictly,
);
apiKeySchema.index({ tenantId: 1, createdAt: 1 });
const tokenSchema = new Schema<TokenRow>(
  {
    _id: text,
    familyId: text,
    userId: text,
    tenantId: text,
    expiresAt: { type: Date, required: true },
    spent: flag,
    startedAt: Number,
    browser: String,
  },
  strictly,
);
tokenSchema.index({ expiresAt: 1 }, { expireAfterSeconds: 0 });
tokenSchema.index({ familyId: 1 });
tokenSchema.index({ userId: 1 });
const endedFamilySchema = new Schema<EndedFamilyRow>(
  { _id: text, expiresAt: { type: Date, required: true } },
  strictly,
);
endedFamilySchema.index({ expiresAt: 1 }, { expireAfterSeconds: 0 });
const lockoutSchema = new Schema<LockoutRow>(
  { _id: text, tenantId: text, userId: text, network: text, until: { type: Date, required: true } },
  strictly,
);
lockoutSchema.index({ until: 1 }, { expireAfterSeconds: 0 });
lockoutSchema.index({ tenantId: 1 });
lockoutSchema.index({ userId: 1 });
const secretSchema = new Schema<SecretRow>({ _id: text, value: text }, strictly);

export const tenantModel = modelOf('tenants', tenantSchema);
export const userModel = modelOf('users', userSchema);
export const siteModel = modelOf('sites', siteSchema);
export const apiKeyModel = modelOf('apiKeys', apiKeySchema);
export const tokenModel = modelOf('refreshTokens', tokenSchema);
export const endedFamilyModel = modelOf('endedFamilies', endedFamilySchema);
export const lockoutModel = modelOf('lockouts', lockoutSchema);
export const secretModel = modelOf('secrets', secretSchema);

function toRow<T extends { id: string }>(item: T): Row<T> {
  const { id, ...rest } = jsonCopy(item);
  return { _id: id, ...rest };
}
function fromRow<T extends { id: string }>(row: Row<T> | null): T | null {
  if (!row) return null;
  const { _id, ...rest } = row;
  return { id: _id, ...rest } as unknown as T;
}

const fromTokenRow = ({ _id, expiresAt, ...rest }: TokenRow): RefreshToken => ({
  hash: _id,
  ...rest,
  expiresAt: expiresAt.getTime(),
});

export function createMongoIdentityStore(connection: Connection): IdentityStore {
  const tenants = tenantModel(connection);
  const users = userModel(connection);
  const sites = siteModel(connection);
  const apiKeys = apiKeyModel(connection);
  const tokens = tokenModel(connection);
  const endedFamilies = endedFamilyModel(connection);
  const lockouts = lockoutModel(connection);
  const secrets = secretModel(connection);

  /** First the end, then its tokens: a token that is added meanwhile sees one or the other. */
  async function endFamilies(familyIds: readonly string[]): Promise<void> {
    const expiresAt = new Date(Date.now() + endedFamilyKeptMs);
    for (const familyId of familyIds) await inserted(() => endedFamilies.create({ _id: familyId, expiresAt }));
    for (const familyId of familyIds) await tokens.updateMany({ familyId }, { $set: { spent: true } });
  }

  return guarded<IdentityStore>({
    async countTenants() {
      return tenants.countDocuments();
    },
    async addTenant(tenant) {
      await tenants.create(toRow(tenant));
    },
    async findTenant(tenantId) {
      return fromRow<Tenant>(await tenants.findById(tenantId).lean<Row<Tenant>>());
    },
    async listTenants() {
      const rows = await tenants.find().lean<Row<Tenant>[]>();
      return rows.flatMap((row) => fromRow<Tenant>(row) ?? []).sort((a, b) => a.createdAt - b.createdAt);
    },
    async changeTenant(tenantId, change) {
      await tenants.updateOne({ _id: tenantId }, { $set: jsonCopy(change) });
    },

    async addUser(user) {
      return inserted(() => users.create(toRow(user)));
    },
    async findUser(userId) {
      return fromRow<StaffUser>(await users.findById(userId).lean<Row<StaffUser>>());
    },
    async findUsers(userIds) {
      const rows = await users.find({ _id: trusted({ $in: userIds }) }).lean<Row<StaffUser>[]>();
      return rows.flatMap((row) => fromRow<StaffUser>(row) ?? []);
    },
    async findUserByEmail(email) {
      return fromRow<StaffUser>(await users.findOne({ email }).lean<Row<StaffUser>>());
    },
    async listUsers(tenantId) {
      const rows = await users.find({ tenantId }).sort({ createdAt: 1 }).lean<Row<StaffUser>[]>();
      return rows.flatMap((row) => fromRow<StaffUser>(row) ?? []);
    },
    async changeUser(userId, change) {
      await users.updateOne({ _id: userId }, { $set: jsonCopy(change) });
    },

    async spendFactorStep(userId, step) {
      const after = { _id: userId, factorStep: trusted({ $lt: step }) };
      return (await users.updateOne(after, { $set: { factorStep: step } })).modifiedCount === 1;
    },
    async spendRecoveryCode(userId, hash) {
      const having = { _id: userId, recoveryCodes: hash };
      return (await users.updateOne(having, { $pull: { recoveryCodes: hash } })).modifiedCount === 1;
    },

    async addLockout({ until, ...rest }) {
      const _id = `${rest.userId} ${rest.network}`;
      await lockouts.updateOne({ _id }, { $set: { ...rest, until: new Date(until) } }, { upsert: true });
    },
    async listLockouts(tenantId) {
      // The database drops rows up to a minute after their time.
      const rows = await lockouts
        .find({ tenantId, until: trusted({ $gt: new Date() }) })
        .limit(1_000)
        .lean<LockoutRow[]>();
      return rows.map(({ _id, until, ...rest }) => ({ ...rest, until: until.getTime() }));
    },
    async removeLockouts(userId) {
      const standing = await lockouts.countDocuments({ userId, until: trusted({ $gt: new Date() }) });
      await lockouts.deleteMany({ userId });
      return standing;
    },

    async addSite(site) {
      return inserted(() => sites.create(toRow(site)));
    },
    async findSite(siteId) {
      return fromRow<Site>(await sites.findById(siteId).lean<Row<Site>>());
    },
    async findSites(siteIds) {
      const rows = await sites.find({ _id: trusted({ $in: siteIds }) }).lean<Row<Site>[]>();
      return rows.flatMap((row) => fromRow<Site>(row) ?? []);
    },
    async findSiteByKey(siteKey) {
      return fromRow<Site>(await sites.findOne({ siteKey }).lean<Row<Site>>());
    },
    async listSites(tenantId) {
      const rows = await sites.find({ tenantId }).sort({ createdAt: 1 }).lean<Row<Site>[]>();
      return rows.flatMap((row) => fromRow<Site>(row) ?? []);
    },
    async changeSite(tenantId, siteId, change) {
      const before = fromRow<Site>(await sites.findOne({ _id: siteId, tenantId }).lean<Row<Site>>());
      if (before) await sites.updateOne({ _id: siteId, tenantId }, { $set: jsonCopy(change) });
      return before;
    },
    async removeSite(tenantId, siteId) {
      const before = fromRow<Site>(await sites.findOne({ _id: siteId, tenantId }).lean<Row<Site>>());
      if (before) await sites.deleteOne({ _id: siteId, tenantId });
      return before;
    },

    async addApiKey(key) {
      await apiKeys.create(toRow(key));
    },
    async findApiKey(apiKeyId) {
      return fromRow<ApiKey>(await apiKeys.findById(apiKeyId).lean<Row<ApiKey>>());
    },
    async findApiKeys(apiKeyIds) {
      const rows = await apiKeys.find({ _id: trusted({ $in: apiKeyIds }) }).lean<Row<ApiKey>[]>();
      return rows.flatMap((row) => fromRow<ApiKey>(row) ?? []);
    },
    async listApiKeys(tenantId) {
      const rows = await apiKeys.find({ tenantId }).sort({ createdAt: 1 }).lean<Row<ApiKey>[]>();
      return rows.flatMap((row) => fromRow<ApiKey>(row) ?? []);
    },
    async revokeApiKey(tenantId, apiKeyId) {
      const before = fromRow<ApiKey>(await apiKeys.findOne({ _id: apiKeyId, tenantId }).lean<Row<ApiKey>>());
      if (before) await apiKeys.updateOne({ _id: apiKeyId, tenantId }, { $set: { active: false } });
      return before;
    },

    async addRefreshToken({ hash, expiresAt, ...rest }) {
      await tokens.create({ _id: hash, expiresAt: new Date(expiresAt), ...rest });
      const ended = await endedFamilies.exists({ _id: rest.familyId });
      if (ended) await tokens.updateOne({ _id: hash }, { $set: { spent: true } });
    },
    async spendRefreshToken(hash) {
      // By its condition, not by the picture of the row before, which SecantusDB may give to several who come at once.
      const { modifiedCount } = await tokens.updateOne({ _id: hash, spent: false }, { $set: { spent: true } });
      const row = await tokens.findById(hash).lean<TokenRow>();
      if (!row) return null;
      return { ...fromTokenRow(row), spent: modifiedCount === 0 };
    },
    async revokeFamily(familyId) {
      await endFamilies([familyId]);
    },
    async revokeUserTokens(userId, exceptFamilyId) {
      const families = await tokens.distinct('familyId', { userId });
      await endFamilies(families.filter((familyId) => familyId !== exceptFamilyId));
    },
    async listRefreshTokens(userId) {
      const rows = await tokens
        .find({ userId, spent: false, expiresAt: trusted({ $gt: new Date() }) })
        .sort({ expiresAt: -1 })
        .limit(mostListedTokens)
        .lean<TokenRow[]>();
      return rows.map(fromTokenRow);
    },
    async isFamilyEnded(familyId) {
      return (await endedFamilies.exists({ _id: familyId })) !== null;
    },
    async endedSince(at) {
      // Kept equally long, so the day a row goes says when it came.
      const rows = await endedFamilies
        .find({ expiresAt: trusted({ $gt: new Date(at + endedFamilyKeptMs) }) }, { _id: 1 })
        .lean();
      return rows.map(({ _id }) => _id);
    },

    async keepSecret(name, make) {
      const kept = await secrets.findById(name).lean<SecretRow>();
      if (kept) return kept.value;
      const value = make();
      if (await inserted(() => secrets.create({ _id: name, value }))) return value;
      const rival = await secrets.findById(name).lean<SecretRow>();
      // Secrets are never deleted, so one that was in the way is there.
      if (!rival) throw new HubError('INTERNAL');
      return rival.value;
    },
  });
}
