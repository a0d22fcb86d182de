import { z } from 'zod';
import { id, isoTime, personText } from '../values.ts';
import { settingsLimits } from './settingsLimits.ts';

/** A wish to have one's data deleted, in the person's own words, with the days by which to confirm and to answer. */
export const deletionRequest = z
  .object({
    id,
    leadId: id,
    conversationId: id,
    said: z.string(),
    at: isoTime,
    /** Days, such as `2027-01-05`. */
    confirmBy: z.string(),
    answerBy: z.string(),
    /** Done: when, and by whom or how. */
    closed: z.object({ at: isoTime, by: z.string() }).optional(),
  })
  .meta({ id: 'DeletionRequest' });
export type DeletionRequestRow = z.infer<typeof deletionRequest>;
/** Open ones first, the oldest first; then the newest closed. */
export const deletionRequestsAnswer = z.object({ items: z.array(deletionRequest) });
/** The steps taken, if the data was not deleted. */
export const deletionClosing = z.strictObject({ how: personText(settingsLimits.howClosedChars) });
