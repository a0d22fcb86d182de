import { z } from 'zod';
import { id, isoTime } from './values.ts';

const count = z.number().int();
const medianMs = z.number().nullable();

/** A day of the brokerage, in its own time zone, so far. Null: nothing was observed. */
export const dayFigures = z
  .object({
    date: z.string(),
    timeZone: z.string(),
    asOf: isoTime,
    /** False: there were too many conversations, and only the newest are counted. */
    complete: z.boolean(),
    conversations: count,
    waited: count,
    answered: count,
    missed: count,
    firstReplyMs: medianMs,
    people: z.array(
      z.object({
        id,
        name: z.string(),
        conversations: count,
        messages: count,
        firstReplies: count,
        firstReplyMs: medianMs,
      }),
    ),
  })
  .meta({ id: 'DayFigures' });
export type DayFigures = z.infer<typeof dayFigures>;
