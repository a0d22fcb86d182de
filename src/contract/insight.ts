import { z } from 'zod';
import { id, isoTime } from './values.ts';

const count = z.number().int();
const medianMs = z.number().nullable();

/**
 * How near this hour's cost of the model is to where it stops: from 50 % `soft`, 60 `note` (admins are told), 80 `small` (the small
 * model for staff), 95 `rules` (staff by rules alone), 100 `off` (visitors too).
 */
export const spendingState = z.enum(['well', 'soft', 'note', 'small', 'rules', 'off']);
export type SpendingState = z.infer<typeof spendingState>;

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
    /** What the model has cost this hour. Absent where none was set up. */
    model: z.object({ hourMicroUsd: count, stopMicroUsd: count, state: spendingState }).optional(),
  })
  .meta({ id: 'DayFigures' });
export type DayFigures = z.infer<typeof dayFigures>;
