import { type Connection, type Model, Schema, trusted } from 'mongoose';
import { isFence, roomsOf } from '../../features/listings/homeKeys.ts';
import type { Listing } from '../../features/listings/model.ts';
import type { HomeSummary } from '../../features/listings/ports.ts';
import { addTo, noHomes, summaryOf } from '../../features/listings/summarise.ts';
import { guarded, inserted, modelOf, strictly } from './mongoStore.ts';
import { type ListingRow, markKey, type PricedRooms } from './searchListings.ts';
import { stretches } from './stretches.ts';

/** The summary of a tenant's homes. */
export interface SummaryRow {
  _id: string;
  /** All that a home ever had. */
  rooms: string[];
  /** IDs that lie among those of its homes, some two hundred apart; of rows of an older hub none. */
  fences?: string[];
  /** The version of the keys that all of its homes have. */
  keyed?: string;
  changedAt: number;
  /** Grows by each home that was written, and by each write. */
  changes: number;
  /** The changes that `summary` has in it. */
  counted?: number;
  summary?: HomeSummary;
  priced?: PricedRooms[];
}
const number = { type: Number, required: true };
const schema = new Schema<SummaryRow>(
  {
    _id: { type: String, required: true },
    rooms: [String],
    fences: { type: [String], default: undefined },
    keyed: String,
    changedAt: number,
    changes: number,
    counted: Number,
    summary: Schema.Types.Mixed,
    priced: Schema.Types.Mixed,
  },
  strictly,
);
export const listingSummaryModel = modelOf('listingSummaries', schema);

const settledMs = 5_000;
const countedAtOnce = 2_000;
/** A search waits for a count of no more homes than these. */
const mostWaitedFor = 2 * countedAtOnce;
/** Counting homes anew takes no more than one part in so many of the time. */
const restPerCount = 20;
const mostPrices = 64;
const homesBetweenPrices = 10;

export function createListingSummaries(connection: Connection, listings: Model<ListingRow>) {
  const summaries = listingSummaryModel(connection);
  /** Each step by itself is done in time; all of them may take longer than a store's answer. */
  const steps = guarded({
    read: (tenantId: string) => summaries.findById(tenantId).lean<SummaryRow>().exec(),
    counted: (tenantId: string, between: object) =>
      listings
        .find({ tenantId, 'facts.listingId': trusted(between) } as object, countedFields)
        .lean<CountedRow[]>()
        .exec(),
    keep: (tenantId: string, counts: Pick<SummaryRow, 'summary' | 'priced' | 'counted'>) =>
      summaries.updateOne({ _id: tenantId }, { $set: counts }).exec(),
  });
  const counting = new Map<string, Promise<Counted>>();
  const restUntil = new Map<string, number>();

  async function count({ _id: tenantId, fences = [], changes }: SummaryRow): Promise<Counted> {
    const counts = noHomes();
    const prices = new Map<string, number[]>();
    const before = markKey(tenantId, '').length;
    // A few hundred homes at a time: the others who ask the database have their turns in between.
    // A home that an earlier version wrote has neither marks nor cities yet.
    for (const between of stretches(fences, { after: '', homes: 1 }))
      for (const { facts, marks = [], cities = [], forSale } of await steps.counted(tenantId, between)) {
        addTo(counts.areas, facts.area);
        for (const mark of marks) addTo(counts.marks, mark.slice(before));
        for (const city of cities) addTo(counts.cities, city);
        if (forSale === undefined) continue;
        const rooms = roomsOf(facts);
        const known = prices.get(rooms);
        if (known === undefined) prices.set(rooms, [facts.priceCents]);
        else known.push(facts.priceCents);
      }
    const priced = [...prices].map(([rooms, all]) => ({ rooms, homes: all.length, prices: someOf(all) }));
    const summary = summaryOf(counts);
    await steps.keep(tenantId, { summary, priced, counted: changes });
    return { summary, priced };
  }
  /** Calls that come meanwhile wait for the same count. */
  function countOnce(row: SummaryRow): Promise<Counted> {
    const begunAt = Date.now();
    const counts =
      counting.get(row._id) ??
      count(row).finally(() => {
        const now = Date.now();
        restUntil.set(row._id, now + restPerCount * (now - begunAt));
        counting.delete(row._id);
      });
    counting.set(row._id, counts);
    return counts;
  }

  return {
    read: steps.read,
    async of(row: SummaryRow): Promise<Counted> {
      const { summary, priced = [], counted = 0, changes, changedAt } = row;
      if (summary === undefined) return countOnce(row);
      if (counted === changes) return { summary, priced };
      const since = changes - counted;
      if (summary.total <= countedAtOnce && summary.total + since <= mostWaitedFor) return countOnce(row);
      // Nobody waits for a count of more: by old figures a search reads more homes than it had to, and finds the same. While homes of a
      // large tenant come in, they are not counted anew with every two hundred, but once they have doubled.
      const now = Date.now();
      const isDue = since > summary.total || now - changedAt > settledMs;
      if (isDue && now > (restUntil.get(row._id) ?? 0)) countOnce(row).catch(() => {});
      return { summary, priced };
    },
    /** Before homes are written: one with rooms that nobody knows would never be found. */
    async noteBefore(given: readonly Listing[]): Promise<void> {
      for (const [tenantId, own] of byTenant(given)) {
        const rooms = [...new Set(own.map(roomsOf))];
        const fences = own.map(({ listingId }) => listingId).filter(isFence);
        const change = {
          $addToSet: { rooms: { $each: rooms }, ...(fences.length === 0 ? {} : { fences: { $each: fences } }) },
          $set: { changedAt: Date.now() },
          // Raised before and after: a count in between is made again.
          $inc: { changes: 1 },
        };
        const noted = await inserted(() => summaries.updateOne({ _id: tenantId }, change, { upsert: true }));
        if (!noted) await summaries.updateOne({ _id: tenantId }, change);
      }
    },
    async noteAfter(given: readonly Listing[]): Promise<void> {
      for (const [tenantId, own] of byTenant(given))
        await summaries.updateOne(
          { _id: tenantId },
          { $set: { changedAt: Date.now() }, $inc: { changes: own.length } },
        );
    },
    /**
     * Counts the homes of tenants that have doubled: so those who read the summary find one that is about right, and all the counts of an
     * import together read each home twice.
     */
    async countGrown(given: readonly Listing[]): Promise<void> {
      for (const tenantId of byTenant(given).keys()) {
        const row = await steps.read(tenantId).catch(() => null);
        if (row === null) continue;
        const { summary, counted = 0, changes } = row;
        // Whoever reads the summary counts them, if it fails here.
        if (changes - counted > Math.max(countedAtOnce, summary?.total ?? 0)) await countOnce(row).catch(() => {});
      }
    },
  };
}

interface Counted {
  summary: HomeSummary;
  priced: PricedRooms[];
}
type CountedRow = Partial<Pick<ListingRow, 'marks' | 'cities'>> &
  Pick<ListingRow, 'forSale'> & {
    facts: Pick<ListingRow['facts'], 'area' | 'beds' | 'baths' | 'priceCents'>;
  };
const countedFields = Object.fromEntries(
  [...['area', 'beds', 'baths', 'priceCents'].map((name) => `facts.${name}`), 'marks', 'cities', 'forSale'].map(
    (name) => [name, 1],
  ),
);

function byTenant(given: readonly Listing[]): Map<string, Listing[]> {
  const tenants = new Set(given.map(({ tenantId }) => tenantId));
  return new Map([...tenants].map((tenantId) => [tenantId, given.filter((one) => one.tenantId === tenantId)]));
}

/** The middle one of each so many. */
function someOf(prices: number[]): number[] {
  const step = Math.max(homesBetweenPrices, prices.length / mostPrices);
  const sorted = prices.toSorted((a, b) => a - b);
  const count = Math.max(1, Math.floor(prices.length / step));
  return Array.from({ length: count }, (_, n) => sorted[Math.floor(((n + 0.5) / count) * sorted.length)] as number);
}
