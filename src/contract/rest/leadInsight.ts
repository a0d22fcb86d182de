import { z } from 'zod';
import { readings } from '../insight.ts';
import { id, isoTime } from '../values.ts';

export const leadInsight = z
  .object({
    leadId: id,
    computedAt: isoTime,
    ...readings.shape,
    /** When to get in touch next; null where nobody has heard of them. Consent, limits, and hours are not part of it. */
    nextContactAt: isoTime.nullable(),
  })
  .meta({ id: 'LeadInsight' });
export type LeadInsight = z.infer<typeof leadInsight>;
