import { z } from 'zod';
import { commandId, id, mode, personText, seq } from '../values.ts';
import { type CommandSchema, messageWords, nothing, saysSomething, seqRef, sharedCommands } from './sharedCommands.ts';
import { runningStream } from './streams.ts';

export const widgetCommands = {
  ...sharedCommands,
  'chat-open': {
    payload: z.strictObject({ sinceSeq: seq.optional() }),
    data: z.object({ conversationId: id, head: seq, mode, streams: z.array(runningStream) }),
  },
  'chat-send': {
    payload: z
      .strictObject({ commandId, ...messageWords, choiceId: id.optional() })
      .refine(saysSomething, { path: ['text'] }),
    data: z.object({ conversationId: id, messageId: id, seq }),
  },
  'human-request': { payload: z.strictObject({ commandId, topic: personText().optional() }), data: seqRef },
  /** They pressed the card of a home. `likes`: its button that says that they want to see it. */
  'card-tap': { payload: z.strictObject({ commandId, listingId: id, likes: z.boolean().optional() }), data: nothing },
  'slot-choose': { payload: z.strictObject({ commandId, offerId: id, slotId: id }), data: nothing },
  'chat-end': {
    payload: z.strictObject({
      commandId,
      rating: z.number().int().min(1).max(5).optional(),
      comment: personText().optional(),
    }),
    data: seqRef,
  },
} as const satisfies Record<string, CommandSchema>;
