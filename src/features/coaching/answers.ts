import { z } from 'zod';
import { urgency } from '../../contract/log/parts.ts';

/*
 * The shape of a model's answer: the characters of `say` stream while the rest is still being written, and what it rests on comes first.
 * Optional things are null, because a schema-bound model fills every property.
 * A quote is copied from a line of the talk; code looks it up there, and drops what it does not find.
 */
const quotes = z.array(z.string()).max(6);

/** A known value that the talk contradicts: the value it gives instead, and the lead's words. */
const doubts = z.array(z.object({ slot: z.string(), says: z.string().min(1).max(200), quote: z.string() })).max(3);
export type Doubt = z.infer<typeof doubts>[number];

/**
 * `say` empty: there is nothing to help with. `worth`: how much better the card is than what the agent would say without one (`unaided`),
 * of ten. Written down first, it keeps the model from a card that tells agents what they were about to say.
 */
export const coachAnswer = z.object({
  quotes,
  unaided: z.string(),
  worth: z.number().int().min(0).max(10),
  say: z.string(),
  correct: z.object({ agentWords: z.string(), instead: z.string() }).nullable(),
  reply: z.string().nullable(),
  objection: z.string().nullable(),
  urgency,
  doubts,
});
export type CoachAnswer = z.infer<typeof coachAnswer>;

export const qualifyAnswer = z.object({
  say: z.string().min(1),
  slots: z.array(z.object({ slot: z.string(), value: z.string(), quote: z.string() })).max(20),
  doubts,
});
export type QualifyAnswer = z.infer<typeof qualifyAnswer>;

export const askAnswer = z.object({
  say: z.string().min(1),
  sources: z
    .array(z.object({ quote: z.string().nullable(), field: z.string().nullable(), fact: z.string().nullable() }))
    .max(8),
});
export type AskAnswer = z.infer<typeof askAnswer>;

/** `day`: as the material writes the days ahead. */
export const recapAnswer = z.object({
  summary: z.string(),
  nextStep: z.string().nullable(),
  promises: z.array(z.object({ text: z.string().min(1), day: z.string().nullable(), quote: z.string() })).max(5),
  quotes,
});
export type RecapAnswer = z.infer<typeof recapAnswer>;
