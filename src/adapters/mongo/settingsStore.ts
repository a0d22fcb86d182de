import { type Connection, Schema } from 'mongoose';
import type { Change, Invite, Logo } from '../../features/settings/model.ts';
import type { SettingsStore } from '../../features/settings/ports.ts';
import { jsonCopy } from '../../kernel/jsonCopy.ts';
import { guarded, inserted, modelOf, strictly } from './mongoStore.ts';

/** A change of the settings is named by its version, so that two of one version cannot be. */
type ChangeRow = Omit<Change, 'id'> & { _id: string; changeId: string; isState: boolean; version: number };
type LogoRow = Omit<Logo, 'id'> & { _id: string };
type InviteRow = Omit<Invite, 'id'> & { _id: string };

const text = { type: String, required: true };
const number = { type: Number, required: true };
const mixed = { type: Schema.Types.Mixed, default: null };
const changeSchema = new Schema<ChangeRow>(
  {
    _id: text,
    changeId: text,
    tenantId: text,
    at: number,
    by: { type: Schema.Types.Mixed, required: true },
    kind: text,
    action: text,
    subject: text,
    before: mixed,
    after: mixed,
    became: mixed,
    isState: { type: Boolean, required: true },
    version: number,
  },
  strictly,
);
changeSchema.index({ tenantId: 1, at: -1 });
changeSchema.index({ tenantId: 1, isState: 1, version: -1 });
const logoSchema = new Schema<LogoRow>({ _id: text, tenantId: text, type: text, base64: text }, strictly);
const inviteSchema = new Schema<InviteRow>(
  {
    _id: text,
    tenantId: text,
    tokenHash: text,
    email: text,
    name: { type: String, default: null },
    role: text,
    createdAt: number,
    expiresAt: number,
  },
  strictly,
);
inviteSchema.index({ tokenHash: 1 }, { unique: true });
inviteSchema.index({ tenantId: 1, createdAt: 1 });

export const changeModel = modelOf('changes', changeSchema);
export const logoModel = modelOf('logos', logoSchema);
export const inviteModel = modelOf('invites', inviteSchema);

const toInvite = ({ _id, ...rest }: InviteRow): Invite => ({ id: _id, ...rest });

export function createMongoSettingsStore(connection: Connection): SettingsStore {
  const changes = changeModel(connection);
  const logos = logoModel(connection);
  const invites = inviteModel(connection);

  return guarded<SettingsStore>({
    async newest(tenantId) {
      const row = await changes.findOne({ tenantId, isState: true }).sort({ version: -1 }).lean<ChangeRow>();
      return row?.became ?? null;
    },
    async addChange(change) {
      const { id, ...rest } = jsonCopy(change);
      const version = change.became?.version ?? 0;
      const _id = change.became === null ? id : `${change.tenantId}:settings:${version}`;
      return inserted(() => changes.create({ ...rest, _id, changeId: id, isState: change.became !== null, version }));
    },
    async listChanges(tenantId, limit) {
      const rows = await changes.find({ tenantId }).sort({ at: -1 }).limit(limit).lean<ChangeRow[]>();
      return rows.map(({ _id, changeId, isState, version, ...rest }) => ({ id: changeId, ...rest }));
    },

    async keepLogo({ id, ...rest }) {
      await inserted(() => logos.create({ _id: id, ...rest }));
    },
    async findLogo(logoId) {
      const row = await logos.findById(logoId).lean<LogoRow>();
      if (!row) return null;
      const { _id, ...rest } = row;
      return { id: _id, ...rest };
    },

    async addInvite(invite) {
      const { id, ...rest } = invite;
      await invites.create({ _id: id, ...rest });
    },
    async findInvite(tokenHash) {
      const row = await invites.findOne({ tokenHash }).lean<InviteRow>();
      return row && toInvite(row);
    },
    async listInvites(tenantId) {
      const rows = await invites.find({ tenantId }).sort({ createdAt: 1 }).lean<InviteRow[]>();
      return rows.map(toInvite);
    },
    async takeInvite(tenantId, inviteId) {
      const row = await invites.findOne({ _id: inviteId, tenantId }).lean<InviteRow>();
      // By the count of the delete: of several at once only one took it.
      const { deletedCount } = await invites.deleteOne({ _id: inviteId, tenantId });
      return row && deletedCount === 1 ? toInvite(row) : null;
    },
  });
}
