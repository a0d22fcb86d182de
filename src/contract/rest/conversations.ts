import { z } from 'zod';
import { entry } from '../log/entry.ts';
import { internalEntryData } from '../log/internalEntries.ts';
import { boardRow } from '../socket/board.ts';
import { bot, id, leadRef, mode, modes, owed, person, seq } from '../values.ts';
import { changedAnswer, since } from './changed.ts';

export const conversationsQuery = z.strictObject({
  since,
  limit: z.coerce.number().int().min(1).max(100).default(50),
  cursor: z.string().max(200).optional(),
  /** `open`: every mode but `closed`. */
  state: z.enum(['open', ...modes]).optional(),
});
export const conversationsAnswer = z.object({ items: z.array(boardRow), nextCursor: z.string().optional() });
export const changedConversations = changedAnswer(boardRow);
export const conversationAnswer = z.object({
  conversationId: id,
  publicHead: seq,
  internalHead: seq,
  mode,
  owner: person.optional(),
  bot: bot.optional(),
  lead: leadRef,
  owed,
  qualification: internalEntryData['qualification-changed'].nullable(),
  score: internalEntryData['score-changed'].nullable(),
});
export const transcriptQuery = z.strictObject({ log: z.literal('internal').optional() });
/** One message as it was written. */
export const revealAnswer = z.object({ text: z.string() });
export const transcriptAnswer = z.object({ conversationId: id, entries: z.array(entry) });
