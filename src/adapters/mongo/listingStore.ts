import { type Connection, Schema, trusted } from 'mongoose';
import { looseNamesIn, namesIn, namesOf } from '../../features/listings/findHome.ts';
import {
  citiesOf,
  featuresShown,
  keysVersion,
  marksOf,
  openHouseMark,
  roomsOf,
} from '../../features/listings/homeKeys.ts';
import { factsOf, type KeptListing, type Listing } from '../../features/listings/model.ts';
import { type HomeSummary, type ListingStore, mostCounted, mostNamed } from '../../features/listings/ports.ts';
import { addTo, noHomes, summaryOf } from '../../features/listings/summarise.ts';
import { jsonCopy } from '../../kernel/jsonCopy.ts';
import { notesChanges, readChangedRows, stamped } from './changedAt.ts';
import { guarded, inserted, modelOf, strictly } from './mongoStore.ts';
import { type ListingRow, markKey, searchFirstMet, searchListings } from './searchListings.ts';

/** The summary of a tenant's homes. */
export interface SummaryRow {
  _id: string;
  /** All that a home ever had. */
  rooms: string[];
  changedAt: number;
  changes: number;
  /** The changes that `summary` has in it. */
  counted?: number;
  summary?: HomeSummary;
}

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
schema.index({ tenantId: 1, 'facts.beds': 1, 'facts.baths': 1 });
schema.index({ names: 1 });
schema.index({ marks: 1 });
schema.index({ forSale: 1, 'facts.beds': 1, 'facts.baths': 1, 'facts.priceCents': 1 });
schema.index({ priced: 1, 'facts.priceCents': 1 });
schema.index({ keyed: 1 });
schema.index({ photosWanted: 1 });
notesChanges(schema);
const summarySchema = new Schema<SummaryRow>(
  { _id: text, rooms: [String], changedAt: number, changes: number, counted: Number, summary: Schema.Types.Mixed },
  strictly,
);

export const listingModel = modelOf('listings', schema);
export const listingSummaryModel = modelOf('listingSummaries', summarySchema);

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

const settledMs = 5_000;
const countedAtOnce = 2_000;
const tenantsAtOnce = 50;

export function createMongoListingStore(connection: Connection): ListingStore {
  const listings = listingModel(connection);
  const summaries = listingSummaryModel(connection);

  const ofTenant = (tenantId: string, rows: readonly ListingRow[]): KeptListing[] =>
    rows
      .filter((row) => row.tenantId === tenantId)
      .map(toListing)
      .sort(byId);

  /** Each step by itself is done in time; all of them may take longer than a store's answer. */
  const steps = guarded({
    summaryOf: (tenantId: string) => summaries.findById(tenantId).lean<SummaryRow>().exec(),
    /** Counted by the database: no home is read for it. */
    countWith: (tenantId: string, beds: number, baths: number, field: 'facts.area' | 'marks' | 'cities') =>
      listings
        .aggregate<{ _id: string; homes: number }>([
          { $match: { tenantId, 'facts.beds': beds, 'facts.baths': baths } },
          ...(field === 'facts.area' ? [] : [{ $unwind: `$${field}` }]),
          { $group: { _id: `$${field}`, homes: { $sum: 1 } } },
        ])
        .exec(),
    keep: (tenantId: string, summary: HomeSummary, counted: number) =>
      summaries.updateOne({ _id: tenantId }, { $set: { summary, counted } }).exec(),
  });
  const counts = new Map<string, Promise<HomeSummary>>();
  async function count({ _id: tenantId, rooms, changes }: SummaryRow): Promise<HomeSummary> {
    const counts = noHomes();
    const before = markKey(tenantId, '').length;
    for (const one of rooms) {
      const [beds = 0, baths = 0] = one.split('|').map(Number);
      for (const { _id, homes } of await steps.countWith(tenantId, beds, baths, 'facts.area'))
        addTo(counts.areas, _id, homes);
      for (const { _id, homes } of await steps.countWith(tenantId, beds, baths, 'marks'))
        addTo(counts.marks, _id.slice(before), homes);
      for (const { _id, homes } of await steps.countWith(tenantId, beds, baths, 'cities'))
        addTo(counts.cities, _id, homes);
    }
    const summary = summaryOf(counts);
    await steps.keep(tenantId, summary, changes);
    return summary;
  }
  /** Calls that come meanwhile wait for the same count. */
  function countOnce(row: SummaryRow): Promise<HomeSummary> {
    const counting = counts.get(row._id) ?? count(row).finally(() => counts.delete(row._id));
    counts.set(row._id, counting);
    return counting;
  }
  async function summaryFrom(row: SummaryRow): Promise<HomeSummary> {
    const { summary, counted, changes, changedAt } = row;
    if (summary === undefined) return countOnce(row);
    if (counted === changes) return summary;
    if (summary.total <= countedAtOnce) return countOnce(row);
    // While homes of a large tenant come in, they are not counted anew with every two hundred, and nobody waits for it.
    if (Date.now() - changedAt > settledMs) countOnce(row).catch(() => {});
    return summary;
  }

  const simple = guarded<Omit<ListingStore, 'summary' | 'search'>>({
    async put(given) {
      if (given.length === 0) return;
      const tenants = [...new Set(given.map(({ tenantId }) => tenantId))];
      // The rooms first: a home with rooms that nobody knows would never be found.
      for (const tenantId of tenants) await noteRooms(tenantId, given);
      await listings.bulkWrite(
        given.map((listing) => {
          const { _id, ...update } = updateOf(listing);
          const $setOnInsert = { firstSeenAt: listing.firstSeenAt ?? listing.importedAt };
          return { updateOne: { filter: { _id }, update: stamped({ ...update, $setOnInsert }), upsert: true } };
        }),
      );
      for (const tenantId of tenants) await noteChange(tenantId);
    },
    async write(listing, version) {
      await noteRooms(listing.tenantId, [listing]);
      const { _id, ...update } = updateOf(listing);
      const isKept =
        version === null
          ? await inserted(() => listings.create({ _id, ...update.$set, version: 1, firstSeenAt: listing.importedAt }))
          : (await listings.updateOne({ _id, version: version === 0 ? null : version }, update)).matchedCount > 0;
      if (isKept) await noteChange(listing.tenantId);
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
      // The ids of a tenant's homes begin with the tenant and a colon, after which comes a semicolon.
      const _id = trusted({ $gt: idOf(tenantId, after), $lt: `${tenantId};` });
      return (await listings.find({ _id }).sort({ _id: 1 }).limit(limit).lean<ListingRow[]>()).map(toListing);
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

  async function noteChange(tenantId: string): Promise<void> {
    await summaries.updateOne({ _id: tenantId }, { $set: { changedAt: Date.now() }, $inc: { changes: 1 } });
  }

  async function noteRooms(tenantId: string, given: readonly Listing[]): Promise<void> {
    const rooms = [...new Set(given.filter((one) => one.tenantId === tenantId).map(roomsOf))];
    const change = {
      $addToSet: { rooms: { $each: rooms } },
      $set: { changedAt: Date.now() },
      // Raised before and after: a count in between is made again.
      $inc: { changes: 1 },
    };
    const noted = await inserted(() => summaries.updateOne({ _id: tenantId }, change, { upsert: true }));
    if (!noted) await summaries.updateOne({ _id: tenantId }, change);
  }

  return {
    ...simple,
    async search(tenantId, wishes, { without, limit }) {
      const row = await steps.summaryOf(tenantId);
      // No home on file says whether it is let or sold.
      if (row === null || wishes.some(({ tenure }) => tenure !== undefined)) return { homes: [], total: 0, met: 0 };
      const { total, marks } = await summaryFrom(row);
      const { found, met } = await searchFirstMet(wishes, (wish) =>
        searchListings(listings, { tenantId, rooms: row.rooms, total, marks }, { wish, without, limit }),
      );
      const ids = found.slice(0, limit).map(({ listingId }) => listingId);
      return { homes: await withFacts.homes(tenantId, ids), total: Math.min(found.length, mostCounted), met };
    },
    async summary(tenantId) {
      const row = await steps.summaryOf(tenantId);
      return row === null ? summaryOf(noHomes()) : summaryFrom(row);
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
  const store = createMongoListingStore(connection);
  // By ranges, which the index serves where `$ne` would read every home.
  for (const keyed of [null, trusted({ $lt: keysVersion }), trusted({ $gt: keysVersion })]) {
    const some: Listing[] = [];
    for await (const row of listings.find({ keyed }).lean<ListingRow>().cursor({ batchSize: 200 })) {
      if (signal?.aborted) return;
      // Named anew, all of its photos would be fetched again.
      const { photoAddresses: _, ...listing } = toListing(row as ListingRow);
      some.push(listing);
      if (some.length === 200) await store.put(some.splice(0));
    }
    await store.put(some);
  }
}
