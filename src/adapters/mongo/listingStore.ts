import { type Connection, Schema, trusted } from 'mongoose';
import { looseNamesIn, namesIn, namesOf } from '../../features/listings/findHome.ts';
import { citiesOf, featuresShown, keysVersion, marksOf, openHouseMark } from '../../features/listings/homeKeys.ts';
import { factsOf, type KeptListing, type Listing } from '../../features/listings/model.ts';
import { type ListingStore, mostCounted, mostNamed, putAtOnce } from '../../features/listings/ports.ts';
import { noHomes, summaryOf } from '../../features/listings/summarise.ts';
import { jsonCopy } from '../../kernel/jsonCopy.ts';
import { notesChanges, readChangedRows, stamped } from './changedAt.ts';
import { createListingSummaries, listingSummaryModel, type SummaryRow } from './listingSummaries.ts';
import { guarded, inserted, modelOf, strictly } from './mongoStore.ts';
import { type ListingRow, markKey, searchFirstMet, searchListings } from './searchListings.ts';
import { stretches } from './stretches.ts';

const text = { type: String, required: true };
const number = { type: Number, required: true };
const schema = new Schema<ListingRow>(
  {
    _id: text,
    tenantId: text,
    importedAt: number,
    by: String,
    facts: { type: Schema.Types.Mixed, required: true },
    earlierPrice: Schema.Types.Mixed,
    priceSince: Number,
    version: Number,
    firstSeenAt: Number,
    photos: { type: Schema.Types.Mixed },
    photosVersion: Number,
    photoAddresses: { type: [String], default: undefined },
    photosFailed: { type: [String], default: undefined },
    photosRemoved: { type: [String], default: undefined },
    photosWanted: String,
    keyed: String,
    names: [String],
    marks: [String],
    shown: [String],
    cities: [String],
    forSale: String,
    priced: String,
    changedAt: Date,
  },
  strictly,
);
schema.index({ tenantId: 1, 'facts.listingId': 1 });
schema.index({ names: 1 });
schema.index({ marks: 1 });
schema.index({ forSale: 1, 'facts.beds': 1, 'facts.baths': 1, 'facts.priceCents': 1 });
schema.index({ priced: 1, 'facts.priceCents': 1 });
schema.index({ keyed: 1 });
schema.index({ photosWanted: 1 });
notesChanges(schema);
export const listingModel = modelOf('listings', schema);

const idOf = (tenantId: string, listingId: string): string => `${tenantId}:${listingId}`;
const toListing = ({ tenantId, importedAt, facts, ...row }: ListingRow): KeptListing => ({
  ...facts,
  tenantId,
  importedAt,
  ...(row.by === undefined ? {} : { by: row.by }),
  ...(row.earlierPrice === undefined ? {} : { earlierPrice: row.earlierPrice }),
  ...(row.priceSince === undefined ? {} : { priceSince: row.priceSince }),
  ...(row.photoAddresses === undefined ? {} : { photoAddresses: row.photoAddresses }),
  record: {
    version: row.version ?? 0,
    firstSeenAt: row.firstSeenAt ?? 0,
    photos: row.photos ?? [],
    photosVersion: row.photosVersion ?? 0,
    photosFailed: row.photosFailed ?? [],
    photosRemoved: row.photosRemoved ?? [],
  },
});
const byId = (a: Listing, b: Listing): number => (a.listingId < b.listingId ? -1 : 1);

const tenantsAtOnce = 50;

export function createMongoListingStore(connection: Connection): ListingStore {
  const listings = listingModel(connection);
  const summaries = createListingSummaries(connection, listings);

  const ofTenant = (tenantId: string, rows: readonly ListingRow[]): KeptListing[] =>
    rows
      .filter((row) => row.tenantId === tenantId)
      .map(toListing)
      .sort(byId);

  const simple = guarded<Omit<ListingStore, 'summary' | 'search'>>({
    async put(given) {
      if (given.length === 0) return;
      await summaries.noteBefore(given);
      await listings.bulkWrite(
        given.map((listing) => {
          const { _id, ...update } = updateOf(listing);
          const $setOnInsert = { firstSeenAt: listing.firstSeenAt ?? listing.importedAt };
          return { updateOne: { filter: { _id }, update: stamped({ ...update, $setOnInsert }), upsert: true } };
        }),
      );
      await summaries.noteAfter(given);
    },
    async write(listing, version) {
      await summaries.noteBefore([listing]);
      const { _id, ...update } = updateOf(listing);
      const isKept =
        version === null
          ? await inserted(() => listings.create({ _id, ...update.$set, version: 1, firstSeenAt: listing.importedAt }))
          : (await listings.updateOne({ _id, version: version === 0 ? null : version }, update)).matchedCount > 0;
      if (isKept) await summaries.noteAfter([listing]);
      return isKept;
    },
    async setPhotos(tenantId, listingId, photos, photosVersion, photosRemoved) {
      const isAsRead = { photosVersion: photosVersion === 0 ? null : photosVersion };
      const removed = photosRemoved === undefined ? {} : { photosRemoved: [...photosRemoved] };
      const change = { $set: { photos: jsonCopy(photos), photosVersion: photosVersion + 1, ...removed } };
      const { matchedCount } = await listings.updateOne({ _id: idOf(tenantId, listingId), ...isAsRead }, change);
      return matchedCount > 0;
    },
    async find(tenantId, listingId) {
      const row = await listings.findOne({ _id: idOf(tenantId, listingId) }).lean<ListingRow>();
      return row && toListing(row);
    },
    async keptOf(tenantId, listingIds) {
      const ids = listingIds.map((listingId) => idOf(tenantId, listingId));
      const fields = { 'facts.listingId': 1, 'facts.priceCents': 1, priceSince: 1, photoAddresses: 1, photosFailed: 1 };
      const rows = await listings.find({ _id: trusted({ $in: ids }) }, fields).lean<ListingRow[]>();
      return new Map(
        rows.map(({ facts: { listingId, priceCents }, priceSince, photoAddresses = [], photosFailed = [] }) => [
          listingId,
          { priceCents, photoAddresses, photosFailed, ...(priceSince === undefined ? {} : { priceSince }) },
        ]),
      );
    },
    async tenantsWantingPhotos() {
      const found: string[] = [];
      for (let last = ''; found.length < tenantsAtOnce; found.push(last)) {
        const next = listings.findOne({ photosWanted: trusted({ $gt: last }) }, { photosWanted: 1 });
        const row = await next.sort({ photosWanted: 1 }).lean<ListingRow>();
        if (row?.photosWanted === undefined) break;
        last = row.photosWanted;
      }
      return found;
    },
    async wantingPhotos(tenantId) {
      const row = await listings.findOne({ photosWanted: tenantId }).lean<ListingRow>();
      return row && toListing(row);
    },
    async photoFailed(tenantId, listingId, address) {
      await listings.updateOne({ _id: idOf(tenantId, listingId) }, { $addToSet: { photosFailed: address } });
    },
    async photosTried(tenantId, listingId, version) {
      await listings.updateOne({ _id: idOf(tenantId, listingId), version }, { $unset: { photosWanted: 1 } });
    },
    async page(tenantId, limit, after = '') {
      const homes: KeptListing[] = [];
      const fences = (await summaries.read(tenantId))?.fences ?? [];
      for (const between of stretches(fences, { after, homes: limit })) {
        const found = listings.find({ tenantId, 'facts.listingId': trusted(between) }).sort({ 'facts.listingId': 1 });
        homes.push(...(await found.limit(limit - homes.length).lean<ListingRow[]>()).map(toListing));
        if (homes.length === limit) break;
      }
      return homes;
    },
    async changedAfter(tenantId, after, limit) {
      const prefix = idOf(tenantId, '');
      const page = await readChangedRows<ListingRow>(connection, listings, tenantId, { after, limit, prefix });
      return { ...page, items: page.items.map(({ row, ...place }) => ({ ...place, row: toListing(row) })) };
    },
    async withOpenHouses(tenantId, limit) {
      // The ids of a tenant's homes begin with the tenant, so that this is the order of their own ids.
      const found = listings.find({ marks: markKey(tenantId, openHouseMark) }).sort({ _id: 1 });
      return ofTenant(tenantId, await found.limit(limit).lean<ListingRow[]>());
    },
    async named(tenantId, said) {
      const keysOf = (names: string[]): string[] => names.map((name) => markKey(tenantId, name));
      const plainly = new Set(keysOf(namesIn(said)));
      const names = [...plainly, ...keysOf(looseNamesIn(said))];
      if (names.length === 0) return [];
      // One query for both: most messages name no home, and few homes share the first word of a street.
      const rows = await listings.find({ names: trusted({ $in: names }) }).lean<ListingRow[]>();
      const named = rows.filter((row) => row.names.some((name) => plainly.has(name)));
      return ofTenant(tenantId, named.length > 0 ? named : rows).slice(0, mostNamed);
    },
  });

  /** The first of them with their facts, in the same order. */
  const withFacts = guarded({
    async homes(tenantId: string, listingIds: readonly string[]): Promise<KeptListing[]> {
      if (listingIds.length === 0) return [];
      const ids = listingIds.map((listingId) => idOf(tenantId, listingId));
      const rows = await listings.find({ _id: trusted({ $in: ids }) }).lean<ListingRow[]>();
      return rows.map(toListing).sort((a, b) => listingIds.indexOf(a.listingId) - listingIds.indexOf(b.listingId));
    },
  });

  return {
    ...simple,
    async put(given) {
      await simple.put(given);
      await summaries.countGrown(given);
    },
    async search(tenantId, wishes, { without, limit }) {
      const row = await summaries.read(tenantId);
      // No home on file says whether it is let or sold.
      if (row === null || wishes.some(({ tenure }) => tenure !== undefined)) return { homes: [], total: 0, met: 0 };
      const { summary, priced } = await summaries.of(row);
      const homes = { tenantId, rooms: row.rooms, total: summary.total, marks: summary.marks, priced };
      const { found, met } = await searchFirstMet(wishes, (wish) =>
        searchListings(listings, homes, { wish, without, limit }),
      );
      const ids = found.slice(0, limit).map(({ listingId }) => listingId);
      return { homes: await withFacts.homes(tenantId, ids), total: Math.min(found.length, mostCounted), met };
    },
    async summary(tenantId) {
      const row = await summaries.read(tenantId);
      return row === null ? summaryOf(noHomes()) : (await summaries.of(row)).summary;
    },
  };
}

/** The write of a home's facts; its other fields stay. */
function updateOf(listing: Listing) {
  const { tenantId, importedAt, by, earlierPrice, priceSince, photoAddresses } = listing;
  const shown = featuresShown(listing);
  const isForSale = listing.status === 'active';
  return {
    _id: idOf(tenantId, listing.listingId),
    $set: {
      tenantId,
      importedAt,
      facts: jsonCopy(factsOf(listing)),
      keyed: keysVersion,
      names: namesOf(listing.title).map((name) => markKey(tenantId, name)),
      marks: marksOf(listing, shown).map((mark) => markKey(tenantId, mark)),
      shown,
      cities: citiesOf(listing),
      ...(by === undefined ? {} : { by }),
      ...(earlierPrice === undefined ? {} : { earlierPrice: { ...earlierPrice } }),
      ...(priceSince === undefined ? {} : { priceSince }),
      ...(photoAddresses === undefined
        ? {}
        : { photoAddresses: [...photoAddresses], photosFailed: [], photosWanted: tenantId }),
      ...(isForSale ? { forSale: tenantId, priced: tenantId } : {}),
    },
    ...(by !== undefined && isForSale
      ? {}
      : { $unset: { ...(by === undefined ? { by: 1 } : {}), ...(isForSale ? {} : { forSale: 1, priced: 1 }) } }),
    $inc: { version: 1 },
  };
}

/**
 * Gives the homes that a hub of another version wrote what this one finds them by; quick where all have it. `signal` ends it between
 * two batches.
 */
export async function keyListings(connection: Connection, signal?: AbortSignal): Promise<void> {
  const listings = listingModel(connection);
  const summaries = listingSummaryModel(connection);
  const store = createMongoListingStore(connection);
  /**
   * First only the IDs, as an older hub may have noted no fences between which few homes lie. The homes themselves are read just before
   * they are written, so that what changes meanwhile stays.
   */
  const keyThese = async (filter: Record<string, unknown>): Promise<void> => {
    const found = await listings.find(filter, { keyed: 1 }).lean<Pick<ListingRow, '_id' | 'keyed'>[]>();
    const ids = found.filter(({ keyed }) => keyed !== keysVersion).map(({ _id }) => _id);
    for (let at = 0; at < ids.length && !signal?.aborted; at += putAtOnce) {
      const some = ids.slice(at, at + putAtOnce);
      const rows = await listings.find({ _id: trusted({ $in: some }) }).lean<ListingRow[]>();
      // Named anew, all of its photos would be fetched again.
      await store.put(rows.map(toListing).map(({ photoAddresses: _, ...listing }) => listing));
    }
  };
  // First by brokerage, a few hundred at a time: SecantusDB reads all that have the keys of a version at once, and lets nobody else ask.
  const stale = summaries.find({ keyed: trusted({ $ne: keysVersion }) }, { fences: 1 });
  for (const { _id: tenantId, fences = [] } of await stale.lean<Pick<SummaryRow, '_id' | 'fences'>[]>()) {
    for (const between of stretches(fences, { after: '', homes: putAtOnce })) {
      if (signal?.aborted) return;
      await keyThese({ tenantId, 'facts.listingId': trusted(between) });
    }
    if (!signal?.aborted) await summaries.updateOne({ _id: tenantId }, { $set: { keyed: keysVersion } });
  }
  // Then those that a node of another version wrote since. By ranges, which the index serves where `$ne` would read every home.
  for (const keyed of [null, trusted({ $lt: keysVersion }), trusted({ $gt: keysVersion })]) {
    if (signal?.aborted) return;
    await keyThese({ keyed });
  }
}
