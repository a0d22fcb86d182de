import { z } from 'zod';
import { busyProblems } from '../busyProblems.ts';
import { isoTime } from '../values.ts';

/** The secret address of one's calendar elsewhere, by https. It is told to nobody again. */
export const busyCalendarRequest = z.strictObject({ url: z.string().trim().min(1).max(2000) });
/**
 * Whether the hub reads one's busy times, and how that goes. `setAt` null: it does not. `readAt`: when it last could; `busy`: how many busy
 * times lie ahead; `problem`: why it cannot now. Times that were read before still count.
 */
export const busyCalendarAnswer = z.object({
  setAt: isoTime.nullable(),
  readAt: isoTime.optional(),
  busy: z.number().int(),
  problem: z.enum(busyProblems).optional(),
});
export type BusyCalendarAnswer = z.infer<typeof busyCalendarAnswer>;
