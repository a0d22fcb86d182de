import mongoose from 'mongoose';

const ownOfServer = ['admin', 'local', 'config'];
const atOnce = 500;
/** Every number comes out as it went in: read into JavaScript's own, a Long or a Double would change its type. */
const asStored = { promoteValues: false } as const;

/** Copies every collection of one server with its indexes to an empty one. How many documents. Throws when a count does not agree. */
export async function copyDatabases(fromUrl: string, toUrl: string): Promise<number> {
  const from = new mongoose.mongo.MongoClient(fromUrl);
  const to = new mongoose.mongo.MongoClient(toUrl);
  try {
    let documents = 0;
    for (const { name } of (await from.db('admin').admin().listDatabases()).databases) {
      if (ownOfServer.includes(name)) continue;
      const collections = await from.db(name).listCollections({}, { nameOnly: false }).toArray();
      for (const { name: collection, options } of collections) {
        await to.db(name).createCollection(collection, options);
        documents += await copyCollection(from.db(name).collection(collection), to.db(name).collection(collection));
      }
    }
    return documents;
  } finally {
    await from.close();
    await to.close();
  }
}

async function copyCollection(from: mongoose.mongo.Collection, to: mongoose.mongo.Collection): Promise<number> {
  const indexes = (await from.indexes()).filter(({ name }) => name !== '_id_');
  const expires = indexes.some(({ expireAfterSeconds }) => expireAfterSeconds !== undefined);
  const before = await from.countDocuments();
  let copied = 0;
  let batch: mongoose.mongo.Document[] = [];
  const write = async (): Promise<void> => {
    if (batch.length > 0) await to.insertMany(batch);
    copied += batch.length;
    batch = [];
  };
  for await (const document of from.find({}, { ...asStored, batchSize: atOnce })) {
    batch.push(document);
    if (batch.length === atOnce) await write();
  }
  await write();
  // Before the indexes: from then on documents may expire here. Where they do, they may also have gone while they were read.
  const arrived = await to.countDocuments();
  if (arrived !== copied || (copied !== before && !expires))
    throw new Error(`${from.namespace}: ${before} documents before, ${copied} read, ${arrived} written`);
  if (indexes.length > 0) await to.createIndexes(indexes.map(({ v: _, ns: __, ...index }) => index as never));
  const made = await to.indexes();
  if (made.length !== indexes.length + 1)
    throw new Error(`${from.namespace}: ${indexes.length} indexes, ${made.length - 1} written`);
  return copied;
}
