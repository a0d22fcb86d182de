import type { Collection, Connection } from 'mongoose';
import { type JobKind, keyOf } from '../../kernel/jobs.ts';
import { jobModel, settingOf } from './jobStore.ts';

/** Few enough that visitors need not wait behind them. */
const atOnce = 50;

/** The fields in which earlier versions kept a time: the mark that an index found, and the time beside it. */
interface OldTime {
  kind: JobKind;
  collection: 'conversations' | 'appointments';
  mark: string;
  at: string;
}
const oldTimes: readonly OldTime[] = [
  { kind: 'pause', collection: 'conversations', mark: 'paused', at: 'pausedUntil' },
  { kind: 'wait', collection: 'conversations', mark: 'waits', at: 'judgeWaitAt' },
  { kind: 'quiet', collection: 'conversations', mark: 'listens', at: 'quietAt' },
  { kind: 'appointment', collection: 'appointments', mark: 'looks', at: 'lookAt' },
];

/** Read past the schemas, which no longer know these fields. */
type OldRow = Record<string, unknown> & { _id: string; tenantId: string };

/**
 * Makes jobs of the times that earlier versions kept in conversations and appointments: first the job, then the mark goes. Again is
 * harmless, and cut off it is gone on with by the next. With `drop` their indexes go too: not while a node of an earlier version may
 * look by them. How many jobs were made.
 */
export async function adoptOldTimes(
  connection: Connection,
  { drop, signal }: { drop: boolean; signal: AbortSignal },
): Promise<number> {
  const jobs = jobModel(connection);
  let adopted = 0;
  for (const old of oldTimes) {
    const rows = connection.collection<OldRow>(old.collection);
    const index = `${old.mark}_1_${old.at}_1`;
    // A version that kept such times made this index first: without the index there are none, and the search would read all rows.
    if (!(await rows.indexes()).some(({ name }) => name === index)) continue;
    const one = await adopt(rows, jobs, old, signal);
    adopted += one.adopted;
    if (drop && !signal.aborted && one.adopted === one.found) await rows.dropIndex(index);
  }
  return adopted;
}

/** In one reading, for SecantusDB reads all that fits whatever the limit. How many there were, and how many became jobs. */
async function adopt(
  rows: Collection<OldRow>,
  jobs: ReturnType<typeof jobModel>,
  old: OldTime,
  signal: AbortSignal,
): Promise<{ found: number; adopted: number }> {
  let found = 0;
  let adopted = 0;
  let page: OldRow[] = [];
  const fields = { tenantId: 1, conversationId: 1, [old.at]: 1 };
  for await (const row of rows.find({ [old.mark]: true }, { projection: fields, batchSize: atOnce })) {
    if (signal.aborted) break;
    found += 1;
    page.push(row);
    if (page.length < atOnce) continue;
    adopted += await adoptPage(rows, jobs, old, page);
    page = [];
  }
  if (page.length > 0) adopted += await adoptPage(rows, jobs, old, page);
  return { found, adopted };
}

async function adoptPage(
  rows: Collection<OldRow>,
  jobs: ReturnType<typeof jobModel>,
  { kind, collection, mark, at }: OldTime,
  page: readonly OldRow[],
): Promise<number> {
  await jobs.bulkWrite(
    page.map(({ _id: about, tenantId, ...row }) => {
      const conversationId = collection === 'conversations' ? about : String(row.conversationId);
      const job = { tenantId, kind, about, conversationId, data: {} };
      const update = settingOf(job, Number(row[at] ?? 0));
      return { updateOne: { filter: { _id: keyOf(job) }, update, upsert: true } };
    }),
  );
  // As they were read: a node of an earlier version may have set another time. With the mark SecantusDB would read by its index.
  const { modifiedCount } = await rows.bulkWrite(
    page.map(({ _id, ...row }) => ({
      updateOne: { filter: { _id, [at]: row[at] ?? null }, update: { $unset: { [mark]: '' } } },
    })),
  );
  return modifiedCount;
}
