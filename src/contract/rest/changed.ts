import { z } from 'zod';
import { id, isoTime } from '../values.ts';

/** Beside the other fields of a list's query: with it, or with the cursor of such an answer, the list is of changes. */
export const since = isoTime.optional();

/** A thing that is no more: erased, or known under another id. */
const gone = z.object({ id, deleted: z.literal(true), changedAt: isoTime });

/** Changes, the oldest first. Keep `cursor` and ask with it again, at once while there is `more`: each change comes once or more. */
export const changedAnswer = <Row extends z.ZodRawShape>(row: z.ZodObject<Row>) =>
  z.object({
    items: z.array(z.union([row.extend({ changedAt: isoTime }), gone])),
    cursor: z.string(),
    more: z.boolean(),
  });
export interface ChangedAnswer<Row> {
  items: ((Row & { changedAt: string }) | z.infer<typeof gone>)[];
  cursor: string;
  more: boolean;
}
