import { z } from 'zod';
import { id, isoTime, personText } from '../values.ts';

export const searchQuery = z.strictObject({
  q: personText(200),
  limit: z.coerce.number().int().min(1).max(50).default(20),
});
export const searchHit = z
  .object({
    conversationId: id,
    name: z.string().optional(),
    /** The home that the talk is about, where there is one. */
    listingTitle: z.string().optional(),
    /** The line with the hit; `seq` 0: the name was found. */
    log: z.enum(['public', 'internal']),
    seq: z.number().int(),
    line: z.string(),
    at: isoTime,
  })
  .meta({ id: 'SearchHit' });
export type SearchHit = z.infer<typeof searchHit>;
export const searchAnswer = z.object({ items: z.array(searchHit) });
