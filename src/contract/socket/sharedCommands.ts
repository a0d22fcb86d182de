import { z } from 'zod';
import { attachmentsToSend } from '../files.ts';
import { entry } from '../log/entry.ts';
import { cleanText, commandId, id, isoTime, limits, personText, seq } from '../values.ts';
import { streamEnd } from './streams.ts';

/** A command: the payload from the client and the `data` of a good ack. A payload with a `commandId` changes something. */
export interface CommandSchema {
  payload: z.ZodType;
  data: z.ZodType;
}
export const reason = personText();
/** A message: words, files, or both. */
export const messageWords = {
  text: z
    .string()
    .max(limits.frameBytes)
    .overwrite(cleanText)
    .refine((text) => text.length <= limits.textChars)
    .default(''),
  attachments: attachmentsToSend.optional(),
};
export const saysSomething = ({ text, attachments }: { text: string; attachments?: unknown }): boolean =>
  text !== '' || attachments !== undefined;
export const nothing = z.object({});
export const streamRef = z.object({ streamId: id });
export const seqRef = z.object({ seq });
export const onConversation = { commandId, conversationId: id };
export const sharedCommands = {
  'log-fetch': {
    payload: z.strictObject({ log: z.string().max(80), fromSeq: seq, toSeq: seq.optional() }),
    data: z.object({ entries: z.array(entry), head: seq }),
  },
  'stream-sync': {
    payload: z.strictObject({ streamId: id, attempt: z.number().int().min(1), length: z.number().int().min(0) }),
    data: z.object({
      attempt: z.number().int(),
      offset: z.number().int(),
      text: z.string(),
      state: z.enum(['open', 'ended']),
      end: streamEnd.optional(),
    }),
  },
  'auth-refresh': {
    payload: z.strictObject({ token: z.string().min(1).max(4096) }),
    data: z.object({ expiresAt: isoTime }),
  },
  'typing-set': { payload: z.strictObject({ conversationId: id.optional(), on: z.boolean() }), data: nothing },
  'read-mark': { payload: z.strictObject({ conversationId: id.optional(), seq }), data: nothing },
} as const satisfies Record<string, CommandSchema>;
