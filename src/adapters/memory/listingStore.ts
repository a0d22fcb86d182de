import { namedAmong, searchAmong } from '../../features/listings/lookAmong.ts';
import type { KeptListing, Listing } from '../../features/listings/model.ts';
import type { ListingStore } from '../../features/listings/ports.ts';
import { summarise } from '../../features/listings/summarise.ts';
import { jsonCopy } from '../../kernel/jsonCopy.ts';
import { createChanges } from './changes.ts';

/** Listings in this process only: gone with it. */
export function createMemoryListingStore(): ListingStore {
  const tenants = new Map<string, Map<string, KeptListing>>();
  const homesOf = (tenantId: string): KeptListing[] => [...(tenants.get(tenantId)?.values() ?? [])];
  const changes = createChanges();
  const wanting = new Set<string>();
  const keyOf = ({ tenantId, listingId }: Pick<Listing, 'tenantId' | 'listingId'>) =>
    JSON.stringify([tenantId, listingId]);
  const wantingHomes = (): KeptListing[] =>
    [...tenants.values()].flatMap((own) => [...own.values()].filter((home) => wanting.has(keyOf(home))));
  const byId = (a: Listing, b: Listing): number => (a.listingId < b.listingId ? -1 : 1);
  function keep({ firstSeenAt, ...listing }: Listing): void {
    const own = tenants.get(listing.tenantId) ?? new Map<string, KeptListing>();
    const before = own.get(listing.listingId);
    const earlierPrice = listing.earlierPrice ?? before?.earlierPrice;
    const record = {
      ...(before?.record ?? {
        firstSeenAt: firstSeenAt ?? listing.importedAt,
        photos: [],
        photosVersion: 0,
        photosFailed: [],
        photosRemoved: [],
      }),
      version: (before?.record.version ?? 0) + 1,
    };
    if (listing.photoAddresses !== undefined) {
      record.photosFailed = [];
      wanting.add(keyOf(listing));
    }
    const priceSince = listing.priceSince ?? before?.priceSince;
    const photoAddresses = listing.photoAddresses ?? before?.photoAddresses;
    const kept = {
      ...listing,
      ...(earlierPrice === undefined ? {} : { earlierPrice }),
      ...(priceSince === undefined ? {} : { priceSince }),
      ...(photoAddresses === undefined ? {} : { photoAddresses }),
      record,
    };
    tenants.set(listing.tenantId, own.set(listing.listingId, jsonCopy(kept)));
    changes.note(keyOf(listing));
  }
  return {
    async put(listings) {
      for (const listing of listings) keep(listing);
    },
    async write(listing, version) {
      const before = tenants.get(listing.tenantId)?.get(listing.listingId);
      if ((before?.record.version ?? null) !== version) return false;
      keep(listing);
      return true;
    },
    async setPhotos(tenantId, listingId, photos, photosVersion, photosRemoved) {
      const home = tenants.get(tenantId)?.get(listingId);
      if (home?.record.photosVersion !== photosVersion) return false;
      const removed = photosRemoved === undefined ? {} : { photosRemoved: [...photosRemoved] };
      home.record = { ...home.record, photos: jsonCopy(photos), photosVersion: photosVersion + 1, ...removed };
      changes.note(keyOf(home));
      return true;
    },
    async find(tenantId, listingId) {
      return jsonCopy(tenants.get(tenantId)?.get(listingId) ?? null);
    },
    async keptOf(tenantId, listingIds) {
      const own = listingIds.flatMap((listingId) => tenants.get(tenantId)?.get(listingId) ?? []);
      return new Map(
        own.map(({ listingId, priceCents, priceSince, photoAddresses = [], record: { photosFailed } }) => [
          listingId,
          { priceCents, photoAddresses, photosFailed, ...(priceSince === undefined ? {} : { priceSince }) },
        ]),
      );
    },
    async tenantsWantingPhotos() {
      return [...new Set(wantingHomes().map(({ tenantId }) => tenantId))];
    },
    async wantingPhotos(tenantId) {
      return jsonCopy(wantingHomes().find((home) => home.tenantId === tenantId) ?? null);
    },
    async photoFailed(tenantId, listingId, address) {
      const home = tenants.get(tenantId)?.get(listingId);
      if (home) home.record.photosFailed = [...new Set([...home.record.photosFailed, address])];
    },
    async photosTried(tenantId, listingId, version) {
      if (tenants.get(tenantId)?.get(listingId)?.record.version === version)
        wanting.delete(keyOf({ tenantId, listingId }));
    },
    async page(tenantId, limit, after = '') {
      const own = homesOf(tenantId).filter(({ listingId }) => listingId > after);
      return jsonCopy(own.toSorted(byId).slice(0, limit));
    },
    async changedAfter(tenantId, after, limit) {
      return changes.pageBy(homesOf(tenantId), keyOf, ({ listingId }) => listingId, after, limit);
    },
    async withOpenHouses(tenantId, limit) {
      const own = homesOf(tenantId).filter(
        ({ status, openHouses = [] }) => status === 'active' && openHouses.length > 0,
      );
      return jsonCopy(own.toSorted(byId).slice(0, limit));
    },
    async search(tenantId, wishes, limits) {
      return jsonCopy(searchAmong(homesOf(tenantId), wishes, limits));
    },
    async named(tenantId, text) {
      return jsonCopy(namedAmong(homesOf(tenantId), text));
    },
    async summary(tenantId) {
      return summarise(homesOf(tenantId));
    },
  };
}
