import { z } from 'zod';
import { id, isoTime } from '../values.ts';

export const callLanguages = ['en', 'es', 'both'] as const;
export type CallLanguage = (typeof callLanguages)[number];

/**
 * An account at Twilio: its id, and the token by which what it posts is told from what others post. `forwardTo`: the number that calls are put
 * through to.
 */
export const phoneConnectionRequest = z.strictObject({
  accountSid: z
    .string()
    .trim()
    .regex(/^AC[0-9a-fA-F]{32}$/),
  authToken: z
    .string()
    .trim()
    .regex(/^[0-9a-zA-Z]{32,64}$/),
  forwardTo: z.string().trim().min(3).max(40),
  /** A key of Deepgram's, which then writes down what is said; left out, Twilio does. */
  speechKey: z
    .string()
    .trim()
    .regex(/^[0-9a-zA-Z_-]{20,200}$/)
    .optional(),
  /** The language of callers. Only Deepgram understands `both` in one call. */
  language: z.enum(callLanguages).default('en'),
});
/** The addresses are for the account's own settings. `heardAt`: when Twilio last told of a call. The token is told to nobody again. */
export const phoneConnectionRow = z
  .object({
    id,
    accountSid: z.string(),
    forwardTo: z.string(),
    speech: z.enum(['twilio', 'deepgram']),
    language: z.enum(callLanguages),
    createdAt: isoTime,
    heardAt: isoTime.optional(),
    voiceUrl: z.string(),
    statusUrl: z.string(),
    transcriptionUrl: z.string(),
  })
  .meta({ id: 'PhoneConnection' });
export type PhoneConnectionRow = z.infer<typeof phoneConnectionRow>;
export const phoneConnectionsAnswer = z.object({ items: z.array(phoneConnectionRow) });
