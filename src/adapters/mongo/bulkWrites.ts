import mongoose, { type Connection } from 'mongoose';
import type { Settled } from './gather.ts';

const { MongoBulkWriteError, MongoError, MongoInvalidArgumentError } = mongoose.mongo;

/**
 * Inserts the documents of several lists with one command, or with one more after each document that is refused. How many of each list
 * were inserted before the first whose key was taken. In order: of a list with numbers in a row none is left out in the middle, and a
 * refused document concerns its own list alone.
 */
export async function insertLists(
  connection: Connection,
  collection: string,
  lists: readonly (readonly object[])[],
): Promise<Settled<number>[]> {
  const settled: Settled<number>[] = [];
  while (settled.length < lists.length) {
    const rest = lists.slice(settled.length);
    try {
      await connection.collection(collection).insertMany(rest.flat(), { ordered: true });
      settled.push(...rest.map(({ length }) => ({ value: length })));
    } catch (error) {
      if (isUnsent(error) && rest.length > 1)
        for (const list of rest) settled.push(...(await insertLists(connection, collection, [list])));
      else settled.push(...settledBy(error, rest));
    }
  }
  return settled;
}

/** The driver could not even send it: one document's fault, and it does not say whose. */
const isUnsent = (error: unknown): boolean =>
  !(error instanceof MongoError) || error instanceof MongoInvalidArgumentError;

/** Of lists that were sent: those up to the refused document, or, where none was refused, that all of them failed. */
function settledBy(error: unknown, lists: readonly (readonly object[])[]): Settled<number>[] {
  const refused = error instanceof MongoBulkWriteError ? [error.writeErrors].flat()[0] : undefined;
  if (refused === undefined) return lists.map(() => ({ error }));
  const settled: Settled<number>[] = [];
  let before = 0;
  for (const { length } of lists) {
    if (refused.index < before + length) {
      settled.push(refused.code === 11_000 ? { value: refused.index - before } : { error });
      break;
    }
    settled.push({ value: length });
    before += length;
  }
  return settled;
}

type BulkOperation = mongoose.mongo.AnyBulkWriteOperation<mongoose.mongo.Document>;

export interface RowUpdate {
  filter: object;
  update: object | object[];
  /** Whether it matters that it found its document. */
  isAsked: boolean;
}
/**
 * Updates one document each with one command, and says of those that ask whether there was one. Those may be done twice, and all of them
 * where the command fails: to be given what then comes to the same, also after later ones.
 */
export async function updateEach(
  connection: Connection,
  collection: string,
  updates: readonly RowUpdate[],
): Promise<Settled<boolean>[]> {
  const rows = connection.collection(collection);
  const updateOne = async ({ filter, update }: RowUpdate): Promise<Settled<boolean>> => {
    try {
      return { value: (await rows.updateOne(filter, update)).matchedCount === 1 };
    } catch (error) {
      return { error };
    }
  };
  if (updates.length > 1) {
    const all = updates.map(({ filter, update }) => ({ updateOne: { filter, update } }));
    // If the command fails, each update is tried alone and answers with its own error.
    const sent = await rows.bulkWrite(all, { ordered: false }).catch(() => null);
    // The command says how many matched, and not which.
    const areAllFound = sent?.matchedCount === updates.length;
    if (sent !== null)
      return Promise.all(updates.map((one) => (areAllFound || !one.isAsked ? { value: true } : updateOne(one))));
  }
  return Promise.all(updates.map(updateOne));
}

/** Writes all with one command. One that is refused fails alone. */
export async function writeEach(
  connection: Connection,
  collection: string,
  writes: readonly BulkOperation[],
): Promise<Settled<void>[]> {
  const settled: Settled<void>[] = writes.map(() => ({ value: undefined }));
  try {
    await connection.collection(collection).bulkWrite([...writes], { ordered: false });
  } catch (error) {
    const refused = error instanceof MongoBulkWriteError ? [error.writeErrors].flat() : [];
    if (refused.length === 0) return writes.map(() => ({ error }));
    for (const { index } of refused) settled[index] = { error };
  }
  return settled;
}
