import { type Connection, Schema, trusted } from 'mongoose';
import {
  type Job,
  type JobKind,
  type JobLane,
  type JobStore,
  longestTakenMs,
  type TakenJob,
} from '../../kernel/jobs.ts';
import { jsonCopy } from '../../kernel/jsonCopy.ts';
import { guarded, modelOf, strictly, takenKeyOf } from './mongoStore.ts';

const mostTaken = 1_000;

interface JobRow extends Omit<TakenJob, 'key'> {
  _id: string;
  lane: JobLane;
  /** When it is due in its lane; when it died. */
  at: number;
}

const text = { type: String, required: true };
const number = { type: Number, required: true };
const schema = new Schema<JobRow>(
  {
    _id: text,
    tenantId: text,
    kind: text,
    about: text,
    conversationId: String,
    data: { type: Schema.Types.Mixed, required: true },
    lane: text,
    at: number,
    dueAt: number,
    tries: number,
    rev: number,
  },
  strictly,
);
// The one index. SecantusDB reads by it only with the lane given alone.
schema.index({ lane: 1, at: 1 });

export const jobModel = modelOf('jobs', schema);

const toTaken = ({ _id, lane: _, at: __, ...rest }: JobRow): TakenJob => ({ key: _id, ...rest });

/** The update that sets a job, also where it stands already. */
export const settingOf = (job: Job, at: number) => ({
  $set: { ...jsonCopy(job), lane: 'scheduled' as const, tries: 0 },
  $min: { at },
  $inc: { rev: 1 },
  $setOnInsert: { dueAt: at },
});

export function createMongoJobStore(connection: Connection): JobStore {
  const jobs = jobModel(connection);

  /** Only while it is as it was taken. */
  async function change(job: TakenJob, to: Partial<JobRow>): Promise<boolean> {
    const { matchedCount } = await jobs.updateOne(
      { _id: job.key, rev: job.rev },
      { $set: { ...to, rev: job.rev + 1 } },
    );
    return matchedCount === 1;
  }

  async function takeOne(row: JobRow, heldUntil: number): Promise<TakenJob | null> {
    const { _id, rev, tries } = row;
    const dueAt = row.lane === 'scheduled' ? row.at : row.dueAt;
    const taken = { lane: 'taken', at: heldUntil, dueAt, tries: tries + 1, rev: rev + 1 } as const;
    const { matchedCount } = await jobs.updateOne({ _id, rev }, { $set: taken });
    return matchedCount === 1 ? toTaken({ ...row, ...taken }) : null;
  }

  return guarded<JobStore>({
    async set({ key, at, unlessSet = false, ...job }) {
      const update = settingOf(job, at);
      if (unlessSet) {
        const row = await jobs.findById(key, { lane: 1 }).lean<Pick<JobRow, 'lane'>>();
        if (row !== null && row.lane !== 'dead') return false;
      }
      // Again only when somebody else made it between the look and the insert.
      for (let round = 0; ; round++) {
        try {
          return (await jobs.updateOne({ _id: key }, update, { upsert: true })).upsertedCount === 1;
        } catch (error) {
          if (takenKeyOf(error) === null || round === 5) throw error;
        }
      }
    },
    async take({ lane, now, limit, leaseMs, aheadMs }) {
      // A taken job is read whatever its time, for a time that cannot be is far ahead; there is never much of it.
      const which = lane === 'scheduled' ? { lane, at: trusted({ $lte: now + aheadMs }) } : { lane };
      const most = lane === 'scheduled' ? limit + 1 : mostTaken;
      const rows = await jobs.find(which).sort({ at: 1 }).limit(most).lean<JobRow[]>();
      const isDue = ({ at }: JobRow): boolean => at <= now || (lane === 'taken' && at > now + longestTakenMs);
      const due = rows.filter(isDue);
      const taken = await Promise.all(due.slice(0, limit).map((row) => takeOne(row, now + leaseMs)));
      const next = rows.find((row) => !isDue(row))?.at ?? null;
      const nextAt = due.length > limit ? now : next !== null && next <= now + aheadMs ? next : null;
      return { jobs: taken.filter((job) => job !== null), nextAt };
    },
    async done({ key, rev }) {
      return (await jobs.deleteOne({ _id: key, rev })).deletedCount === 1;
    },
    runAgain: (job, at) => change(job, { lane: 'scheduled', at, tries: 0 }),
    tryAgain: (job, at) => change(job, { at, tries: job.tries }),
    bury: (job, now) => change(job, { lane: 'dead', at: now }),
    async listDead(limit) {
      const rows = await jobs.find({ lane: 'dead' }).sort({ at: -1 }).limit(limit).lean<JobRow[]>();
      return rows.map(({ _id: key, kind, tenantId, conversationId, dueAt, at: diedAt }) => ({
        ...{ key, kind: kind as JobKind, tenantId, conversationId, dueAt },
        diedAt,
      }));
    },
    async removeDead(before, limit) {
      const rows = await jobs
        .find({ lane: 'dead', at: trusted({ $lt: before }) }, { _id: 1 })
        .sort({ at: 1 })
        .limit(limit)
        .lean<{ _id: string }[]>();
      if (rows.length > 0) await jobs.deleteMany({ _id: trusted({ $in: rows.map(({ _id }) => _id) }), lane: 'dead' });
    },
    async count(tenantId, upTo) {
      const ofTenant = tenantId === null ? {} : { _id: trusted({ $gte: `${tenantId}/`, $lt: `${tenantId}0` }) };
      return jobs.countDocuments(ofTenant, { limit: upTo });
    },
  });
}
