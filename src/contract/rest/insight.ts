import { z } from 'zod';
import { id, isoTime } from '../values.ts';

const count = z.number().int();
const medianMs = z.number().nullable();

/**
 * How near this hour's cost of the model is to where it stops: from 50 % `soft`, 60 `note` (admins are told), 80 `small` (the small
 * model for staff), 95 `rules` (staff by rules alone), 100 `off` (visitors too).
 */
export const spendingState = z.enum(['well', 'soft', 'note', 'small', 'rules', 'off']);
export type SpendingState = z.infer<typeof spendingState>;

/** How a day as a whole went. */
const wholeDay = z.object({
  date: z.string(),
  complete: z.boolean(),
  conversations: count,
  waited: count,
  missed: count,
  firstReplyMs: medianMs,
});
export type WholeDay = z.infer<typeof wholeDay>;

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
    /** Those missed, the newest first, at most 50. */
    missedTalks: z.array(z.object({ conversationId: id, name: z.string().optional(), waitedSince: isoTime })),
    firstReplyMs: medianMs,
    /** Yesterday, and the same day of last week. Absent while they are read. */
    before: z.object({ yesterday: wholeDay, weekAgo: wholeDay }).optional(),
    /** How the team filed the conversations that were closed in the day, the most frequent first, at most 20. */
    dispositions: z.array(z.object({ disposition: z.string(), conversations: count })),
    /** How many visitors rated their chat in the day, and the mean of 1 to 5. */
    ratings: z.object({ given: count, mean: z.number().nullable() }),
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
    /** The model's cost this hour. Absent where none was set up. */
    model: z.object({ hourMicroUsd: count, stopMicroUsd: count, state: spendingState }).optional(),
  })
  .meta({ id: 'DayFigures' });
export type DayFigures = z.infer<typeof dayFigures>;
