import { type Connection, type Model, type Query, type Schema, trusted, type UpdateQuery } from 'mongoose';
import type { Changed, ChangePlace } from '../../kernel/changes.ts';

/** A row that says when it was changed last, by the database's clock; absent until somebody asks, where it was only inserted. */
export interface ChangingRow {
  changedAt?: Date;
}

/** A slower write, or clocks of a replica set that differ by more than this, would hide a change from readers. */
const settledMs = 5_000;
const mendedAtOnce = 500;
const mostMendings = 20;
/** How far a page looks ahead, in steps: SecantusDB reads all that a query's range holds, whatever its limit. */
const aheadMs = [1_000, 60_000, 3_600_000, 86_400_000, Number.POSITIVE_INFINITY];

/** An update that also notes when: by the database's clock, because nodes' clocks differ. */
export const stamped = (update: object | object[]): object | object[] =>
  Array.isArray(update)
    ? [...update, { $set: { changedAt: '$$NOW' } }]
    : { ...update, $currentDate: { changedAt: true } };

/** Every update through the model of this schema is `stamped`; one that goes past the model stamps itself. */
export function notesChanges<Row extends ChangingRow>(schema: Schema<Row>): void {
  schema.index({ tenantId: 1, changedAt: 1, _id: 1 });
  for (const write of ['updateOne', 'updateMany', 'findOneAndUpdate'] as const)
    schema.pre(write, { document: false, query: true }, function (this: Query<unknown, Row>) {
      this.setUpdate(stamped(this.getUpdate() ?? {}) as UpdateQuery<Row>);
    });
}

/**
 * A tenant's rows past a place, the oldest change first. A row without a time was inserted, or is of an earlier version: it counts as
 * changed now, which is after every place that anybody was given.
 */
export async function readChangedRows<Row extends ChangingRow & { _id: string }>(
  connection: Connection,
  model: Model<Row>,
  tenantId: string,
  { after, limit, prefix = '' }: { after: ChangePlace; limit: number; prefix?: string },
): Promise<{ items: Changed<Row>[]; through: number }> {
  const unstamped = { tenantId, changedAt: null } as object;
  for (let round = 0; round < mostMendings; round++) {
    const rows = await model.find(unstamped, { _id: 1 }).limit(mendedAtOnce).lean<{ _id: string }[]>();
    if (rows.length > 0)
      await model.updateMany({ _id: trusted({ $in: rows.map(({ _id }) => _id) }), changedAt: null } as object, {});
    if (rows.length < mendedAtOnce) break;
  }
  const { localTime } = await connection.getClient().db().command({ hello: 1 });
  const through = (localTime as Date).getTime() - settledMs;
  const items: Changed<Row>[] = [];
  let from = after.at;
  for (const ahead of aheadMs) {
    if (from > through || items.length === limit) break;
    const to = Math.min(after.at + ahead, through);
    const time = (ms: number) => new Date(Math.max(ms, 0));
    const found = await model
      .find({
        tenantId,
        changedAt: trusted({ $gte: time(from), $lte: time(to) }),
        $or: [{ changedAt: trusted({ $ne: time(after.at) }) }, { _id: trusted({ $gt: prefix + after.id }) }],
      } as object)
      .sort({ changedAt: 1, _id: 1 })
      .limit(limit - items.length)
      .lean<Row[]>();
    for (const row of found) items.push({ at: row.changedAt?.getTime() ?? 0, id: row._id.slice(prefix.length), row });
    from = to + 1;
  }
  return { items, through };
}
