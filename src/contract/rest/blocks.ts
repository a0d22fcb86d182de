import { z } from 'zod';
import { id, isoTime, person, personText } from '../values.ts';
import { settingsLimits } from './settingsLimits.ts';

const kind = z.enum(['visitor', 'address']);

/** Block the visitor of a conversation, or everybody who comes from where they do. `hours` null: until somebody lifts it. */
export const blockRequest = z.strictObject({
  conversationId: id,
  kind,
  reason: personText(settingsLimits.blockReasonChars),
  hours: z.union([z.literal(24), z.literal(720)]).nullable(),
});
export type BlockRequest = z.infer<typeof blockRequest>;

export const block = z
  .object({
    id,
    kind,
    /** The target, without a name: "Visitor from 12 Oak Street", "192.0.2.x". */
    shown: z.string(),
    reason: z.string(),
    /** The conversation in which it was set. */
    conversationId: id,
    by: person,
    at: isoTime,
    /** Null: until somebody lifts it. */
    until: isoTime.nullable(),
  })
  .meta({ id: 'Block' });
export type BlockAnswer = z.infer<typeof block>;
export const blocksAnswer = z.object({ items: z.array(block) });

/** The blocks against the visitor of a conversation, and where they come from as far as the team may see it. */
export const conversationBlocks = z.object({ address: z.string().nullable(), items: z.array(block) });
export type ConversationBlocks = z.infer<typeof conversationBlocks>;
