import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import mongoose, { type Connection } from 'mongoose';
import { openMongoStores } from '../../src/app/stores.ts';
import { silentLogger } from '../../src/kernel/observe.ts';
import { type HubClient, openVisitor } from '../support/hubClient.ts';
import { startHubProcess } from '../support/hubProcess.ts';
import { startDatabase, uniqueDatabaseUrl } from '../support/servers.ts';
import { median, percentile, printTable, rounded } from './figures.ts';

const lengths = [10, 1_000, 10_000];
const sendsEach = 300;
const rowsAtOnce = 200;

/**
 * The cost of a visitor's message as the talk grows: time to its ack, over a real socket and the embedded database. One
 * run sends to the three talks in turns. They are in mode `human`, so that no bot writes during the measurement.
 */
export async function benchAppend(): Promise<void> {
  const server = await startDatabase();
  const url = uniqueDatabaseUrl(server.url);
  const dataDir = await mkdtemp(join(tmpdir(), 'hub-bench-'));
  const hub = await startHubProcess({
    MONGODB_URL: url,
    HUB_DATA_DIR: dataDir,
    HUB_LIMIT_VISITOR_BURST: '100000',
    HUB_LIMIT_MESSAGES: '1000000',
  });
  const stores = await openMongoStores(url, silentLogger);
  const database = await mongoose.createConnection(url, { retryWrites: false }).asPromise();
  try {
    const talks: { length: number; visitor: HubClient; ackMs: number[] }[] = [];
    for (const length of lengths) {
      const visitor = await openVisitor(hub.url);
      const { conversationId } = visitor;
      const conversation = await stores.conversations.changeSpeaker(
        'demo',
        conversationId,
        { mode: 'human', owner: null, pausedUntil: null },
        {},
      );
      if (conversation === null) throw new Error('no conversation');
      await visitor.command('chat-send', { text: 'Is the kitchen new?' });
      await fill(database, conversationId, length);
      talks.push({ length, visitor, ackMs: [] });
      console.error(`a talk of ${length} messages stands`);
    }
    for (let round = -20; round < sendsEach; round += 1) {
      for (let n = 0; n < talks.length; n += 1) {
        const talk = talks[(n + Math.abs(round)) % talks.length];
        if (talk === undefined) continue;
        const startedAt = performance.now();
        await talk.visitor.command('chat-send', { text: `Is the kitchen new? ${round}` });
        if (round >= 0) talk.ackMs.push(performance.now() - startedAt);
      }
    }
    const base = median(talks[0]?.ackMs ?? []);
    const base99 = percentile(talks[0]?.ackMs ?? [], 0.99);
    const figures = talks.map(({ length, ackMs }) => ({
      length,
      sends: ackMs.length,
      ackMsP50: rounded(median(ackMs)),
      ackMsP99: rounded(percentile(ackMs, 0.99)),
      p50ToShortest: rounded(median(ackMs) / base),
      p99ToShortest: rounded(percentile(ackMs, 0.99) / base99),
    }));
    printTable(
      ['transcript length', 'sends', 'ack p50 ms', 'p99 ms', 'p50 × shortest', 'p99 × shortest'],
      figures.map((line) => Object.values(line)),
    );
    console.log(`Database: ${server.engine}. One send at a time, the talks in turns.`);
    console.log(JSON.stringify({ bench: 'append', figures }));
    for (const { visitor } of talks) visitor.close();
  } finally {
    await hub.stop();
    await stores.close();
    await database.close();
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

/** Copies the talk's first message until the log is that long: rows as the hub writes them, without the hub. */
async function fill(database: Connection, conversationId: string, length: number): Promise<void> {
  const rows = database.collection<{ _id: string; entryId: string; conversationId: string; seq: number }>('entries');
  const first = await rows.findOne({ conversationId, kind: 'public', seq: 1 });
  if (first === null) throw new Error('the talk has no message');
  for (let from = 2; from <= length; from += rowsAtOnce) {
    const seqs = Array.from({ length: Math.min(rowsAtOnce, length - from + 1) }, (_, n) => from + n);
    const batch = seqs.map((seq) => ({ ...first, _id: randomUUID(), entryId: randomUUID(), seq }));
    // A busy SecantusDB begins a batch again by itself, and then finds its own first rows, so only the count matters.
    await rows.insertMany(batch, { ordered: false }).catch((error: { code?: number }) => {
      if (error.code !== 11_000) throw error;
    });
  }
  const stands = await rows.countDocuments({ conversationId, kind: 'public' });
  if (stands !== length) throw new Error(`the talk has ${stands} messages instead of ${length}`);
}
