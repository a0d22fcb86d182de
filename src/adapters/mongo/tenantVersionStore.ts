import { type Connection, Schema } from 'mongoose';
import { type TenantPart, type TenantVersionStore, tenantParts } from '../../features/tenants/ports.ts';
import { guarded, inserted, modelOf, strictly } from './mongoStore.ts';

type VersionRow = { _id: string } & Partial<Record<TenantPart, number>>;

const schema = new Schema<VersionRow>(
  { _id: { type: String, required: true }, ...Object.fromEntries(tenantParts.map((part) => [part, Number])) },
  strictly,
);

export const tenantVersionModel = modelOf('tenantVersions', schema);

export function createMongoTenantVersionStore(connection: Connection): TenantVersionStore {
  const versions = tenantVersionModel(connection);
  return guarded<TenantVersionStore>({
    async read(tenantId) {
      const row = await versions.findById(tenantId).lean<VersionRow>();
      if (row === null) return {};
      const { _id, ...version } = row;
      return version;
    },
    async raise(tenantId, part) {
      const raise = { $inc: { [part]: 1 } };
      // Of several who come first at once, one makes the row.
      const made = await inserted(() => versions.updateOne({ _id: tenantId }, raise, { upsert: true }));
      if (!made) await versions.updateOne({ _id: tenantId }, raise);
      // Read after it, because SecantusDB may show several writers the same picture.
      const row = await versions.findById(tenantId).lean<VersionRow>();
      return row?.[part] ?? 1;
    },
  });
}
