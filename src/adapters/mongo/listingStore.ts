import { type Connection, Schema, trusted } from 'mongoose';
import type { Listing } from '../../features/listings/model.ts';
import type { ListingStore } from '../../features/listings/ports.ts';
import { jsonCopy } from '../memory/jsonCopy.ts';
import { guarded, modelOf, strictly } from './mongoStore.ts';

/** The facts are kept as one value: they are read and replaced as a whole. */
interface ListingRow {
  _id: string;
  tenantId: string;
  importedAt: number;
  facts: Omit<Listing, 'tenantId' | 'importedAt'>;
}

const text = { type: String, required: true };
const schema = new Schema<ListingRow>(
  {
    _id: text,
    tenantId: text,
    importedAt: { type: Number, required: true },
    facts: { type: Schema.Types.Mixed, required: true },
  },
  strictly,
);
schema.index({ tenantId: 1 });

export const listingModel = modelOf('listings', schema);

const keyOf = (tenantId: string, listingId: string): string => `${tenantId}:${listingId}`;
const toListing = ({ tenantId, importedAt, facts }: ListingRow): Listing => ({ ...facts, tenantId, importedAt });

export function createMongoListingStore(connection: Connection): ListingStore {
  const listings = listingModel(connection);
  return guarded<ListingStore>({
    async put(given) {
      if (given.length === 0) return;
      await listings.bulkWrite(
        given.map((listing) => {
          const { tenantId, importedAt, ...facts } = jsonCopy(listing);
          const row = { _id: keyOf(tenantId, listing.listingId), tenantId, importedAt, facts };
          return { replaceOne: { filter: { _id: row._id }, replacement: row, upsert: true } };
        }),
      );
    },
    async find(tenantId, listingId) {
      const row = await listings.findOne({ _id: keyOf(tenantId, listingId) }).lean<ListingRow>();
      return row && toListing(row);
    },
    async withOpenHouses(tenantId, limit) {
      const rows = await listings
        .find({ tenantId, 'facts.status': 'active', 'facts.openHouses': trusted({ $gt: '' }) })
        .sort({ _id: 1 })
        .limit(limit)
        .lean<ListingRow[]>();
      return rows.map(toListing);
    },
    async list(tenantId) {
      const rows = await listings.find({ tenantId }).lean<ListingRow[]>();
      return rows.map(toListing).sort((a, b) => (a.listingId < b.listingId ? -1 : 1));
    },
  });
}
