import { type Model, trusted } from 'mongoose';
import { gather } from './gather.ts';

/** Reads documents by their ids: those that are asked for at about the same time with one command. Null where there is none. */
export function findsById<Row extends { _id: string }>(
  model: Model<Row>,
  only?: Record<string, 1>,
): (id: string) => Promise<Row | null> {
  return gather<string, Row | null>(
    async (ids) => {
      const [id] = ids;
      const which = ids.length === 1 ? id : trusted({ $in: [...new Set(ids)] });
      const rows = await model
        .find({ _id: which } as object, only)
        // More than there can be, so that all come at once.
        .batchSize(ids.length + 1)
        .lean<Row[]>();
      const rowsById = new Map(rows.map((row) => [row._id, row]));
      // Each caller gets a row of its own.
      return ids.map((one) => ({ value: structuredClone(rowsById.get(one)) ?? null }));
    },
    { charsOf: (id) => id.length },
  );
}
