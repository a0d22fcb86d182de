import { z } from 'zod';
import { id, personText } from '../values.ts';
import { replyVariables, settingsLimits } from './settingsLimits.ts';

const replyText = personText(settingsLimits.replyChars).refine((text) =>
  [...text.matchAll(/\{\{([^{}]*)\}\}/g)].every(([, name = '']) =>
    (replyVariables as readonly string[]).includes(name.trim()),
  ),
);
export const replyRequest = z.strictObject({ title: personText(80), text: replyText, for: z.enum(['team', 'me']) });
export const replyChange = replyRequest.omit({ for: true });
export const savedReply = z
  .object({ id, title: z.string(), text: z.string(), for: z.enum(['team', 'me']) })
  .meta({ id: 'SavedReply' });
export type SavedReplyAnswer = z.infer<typeof savedReply>;
export const repliesAnswer = z.object({ items: z.array(savedReply) });
