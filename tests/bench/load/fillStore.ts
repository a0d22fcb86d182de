import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import mongoose, { type Connection } from 'mongoose';
import { openMongoStores } from '../../../src/app/stores.ts';
import { putAtOnce } from '../../../src/features/listings/ports.ts';
import { silentLogger } from '../../../src/kernel/observe.ts';
import { openVisitor, type Visitor } from './visitor.ts';

const { EJSON } = mongoose.mongo.BSON;
const rowsAtOnce = 1_000;
const dayMs = 86_400_000;
/** Stored talks began in so many days before today. */
const pastDays = 20;
/** By then everything that follows a reply has been written. */
const settleMs = 5_000;
/** Ids and hashes as the hub makes them. */
const idPattern = /[A-Za-z0-9_-]{22,64}/g;
const timePattern = /\b1\d{12}\b/g;

type Rows = Map<string, string[]>;

/**
 * Stores conversations as if they had taken place: two are played through the hub, and what one of them left in any
 * collection but the jobs is copied with other ids and earlier times. It reads no schema, so it holds for every layout of the store.
 */
export async function fillConversations(given: { url: string; hubUrl: string; count: number }): Promise<void> {
  const database = await mongoose.createConnection(given.url, { retryWrites: false }).asPromise();
  try {
    const startedAt = Date.now();
    const before = await allRows(database);
    const first = await playedTalk(given.hubUrl);
    const middle = await allRows(database);
    const second = await playedTalk(given.hubUrl);
    const after = await allRows(database);
    first.close();
    second.close();
    // Ids of homes, accounts and kinds stand in both talks; IDs in one of them alone are its own.
    const others = new Set(idsIn(added(middle, after)));
    const own = new Set(idsIn(added(before, middle)).filter((id) => !others.has(id)));
    const template = [...added(before, middle)].map(
      ([collection, rows]) => [collection, rows.filter((row) => idsOf(row).some((id) => own.has(id)))] as const,
    );
    for (const [collection, rows] of template) {
      // The copied jobs were done long ago: with them, the hub would do all of them now, at once.
      if (rows.length === 0 || collection === 'jobs') continue;
      let batch: object[] = [];
      for (let n = 0; n < given.count; n += 1) {
        for (const row of rows) batch.push(copyOf(row, { n, own, startedAt }));
        if (batch.length < rowsAtOnce && n < given.count - 1) continue;
        await insertAll(database, collection, batch);
        batch = [];
      }
      console.error(`${collection}: ${rows.length} rows of each of ${given.count} conversations`);
    }
  } finally {
    await database.close();
  }
}

function copyOf(row: string, { n, own, startedAt }: { n: number; own: Set<string>; startedAt: number }): object {
  const earlierMs = dayMs + ((n * 7919) % (pastDays * 1440)) * 60_000;
  const text = row
    .replace(idPattern, (id) => (own.has(id) ? otherId(id, n) : id))
    .replace(timePattern, (ms) => (Number(ms) >= startedAt ? String(Number(ms) - earlierMs) : ms));
  return EJSON.parse(text) as object;
}

/** The same for the same id and number, and of the same form. */
function otherId(id: string, n: number): string {
  const hash = createHash('sha256').update(`${id} ${n}`);
  const isHex = /^[0-9a-f]+$/.test(id);
  return hash
    .digest(isHex ? 'hex' : 'base64url')
    .slice(0, id.length)
    .padEnd(id.length, '0');
}

async function playedTalk(hubUrl: string): Promise<Visitor> {
  const visitor = await openVisitor(hubUrl);
  await visitor.replied(visitor.say());
  await sleep(settleMs);
  return visitor;
}

async function allRows(database: Connection): Promise<Rows> {
  const rows: Rows = new Map();
  for (const { name } of await database.listCollections()) {
    const found = await database.collection(name).find({}).toArray();
    rows.set(
      name,
      found.map((row) => EJSON.stringify(row, { relaxed: true })),
    );
  }
  return rows;
}

function added(before: Rows, after: Rows): Rows {
  return new Map(
    [...after].map(([name, rows]) => {
      const known = new Set(before.get(name));
      return [name, rows.filter((row) => !known.has(row))];
    }),
  );
}
const idsOf = (row: string): string[] => row.match(idPattern) ?? [];
const idsIn = (rows: Rows): string[] => [...rows.values()].flat().flatMap(idsOf);

async function insertAll(database: Connection, collection: string, rows: object[]): Promise<void> {
  // A busy SecantusDB begins a batch again by itself, and then finds its own first rows.
  await database
    .collection(collection)
    .insertMany(rows, { ordered: false })
    .catch((error: { code?: number }) => {
      if (error.code !== 11_000) throw error;
    });
}

/** Gives the demo brokerage so many homes: copies of its own, each with an id, a street number and a price of its own. */
export async function fillHomes(url: string, count: number): Promise<void> {
  const stores = await openMongoStores(url, silentLogger);
  try {
    const { total } = await stores.listings.summary('demo');
    const { homes: known } = await stores.listings.search('demo', [{}], { without: [], limit: putAtOnce });
    const more = Array.from({ length: Math.max(0, count - total) }, (_, n) => {
      const home = known[n % known.length] as (typeof known)[number];
      const priceCents = (home.priceCents ?? 50_000_000) + (n % 997) * 100_000;
      return { ...home, listingId: `bench-home-${n}`, address: `${100 + n} Bench Street, Austin, TX`, priceCents };
    });
    for (let at = 0; at < more.length; at += putAtOnce) await stores.listings.put(more.slice(at, at + putAtOnce));
    if (more.length > 0) console.error(`${count} homes stand`);
  } finally {
    await stores.close();
  }
}
