import { z } from 'zod';
import { basis } from '../log/parts.ts';
import { id, isoTime, personText } from '../values.ts';
import { narrativeLimits } from './narrativeLimits.ts';

export const narrativeStyles = ['emotional', 'professional', 'investment', 'luxury', 'lifestyle'] as const;
export const narrativeLengths = ['short', 'medium', 'long'] as const;
/** The words of each length: for a text or a chat, for an email, for a presentation. */
export const wordRange = {
  short: { min: 100, max: 150 },
  medium: { min: 200, max: 300 },
  long: { min: 400, max: 500 },
} as const satisfies Record<(typeof narrativeLengths)[number], { min: number; max: number }>;

export const narrativeStyle = z.enum(narrativeStyles);
export type NarrativeStyle = z.infer<typeof narrativeStyle>;
export const narrativeLength = z.enum(narrativeLengths);
export type NarrativeLength = z.infer<typeof narrativeLength>;
const language = z.enum(['en', 'es']);

/** A story of one home; with `leadId` it takes up what that person said they want. Without `language` it is in the lead's, else in English. */
export const narrativeRequest = z.strictObject({
  listingId: id,
  leadId: id.optional(),
  style: narrativeStyle,
  length: narrativeLength,
  language: language.optional(),
  /** Written anew, also where one is kept. */
  fresh: z.boolean().optional(),
});
export type NarrativeRequest = z.infer<typeof narrativeRequest>;

/** `facts`: the facts that the sentence rests on, in the words of the home's file or of the lead. `paragraph` counts from 0. */
const narrativeSentence = z.object({
  text: z.string(),
  facts: z.array(z.object({ id: z.string(), words: z.string() })),
  paragraph: z.number().int(),
});
export const narrativeAnswer = z
  .object({
    narrativeId: id,
    listingId: id,
    leadId: id.optional(),
    text: z.string(),
    sentences: z.array(narrativeSentence),
    style: narrativeStyle,
    length: narrativeLength,
    language,
    /** How many words `text` has. */
    words: z.number().int(),
    /** The school grade that reads it with ease (Flesch-Kincaid); null for a language that the formula doesn't know. */
    readingGrade: z.number().nullable(),
    basis,
    /** True: it was written before, for the same home, lead, style, and length, and none of them has changed since. */
    cached: z.boolean(),
    /** Sentences that a rule marked. `isLeftOut`: it isn't part of `text`. */
    flags: z.array(z.object({ rule: z.string(), text: z.string(), isLeftOut: z.boolean() })),
    createdAt: isoTime,
    /** The text as a person edited it. `distance`: 0 if nothing was changed, 1 if nothing is left. */
    edited: z.object({ text: z.string(), distance: z.number() }).optional(),
    rating: z.enum(['up', 'down']).optional(),
  })
  .meta({ id: 'Narrative' });
export type NarrativeAnswer = z.infer<typeof narrativeAnswer>;

/** `paragraph` counts from 0. */
export const narrativeRewrite = z.strictObject({ paragraph: z.number().int().min(0).max(9) });

/** Items in any order; each is written as if it were asked for alone. */
export const narrativeBatchRequest = z.strictObject({
  items: z
    .array(narrativeRequest.omit({ language: true, fresh: true }))
    .min(1)
    .max(narrativeLimits.batchItems),
});
export type NarrativeBatchRequest = z.infer<typeof narrativeBatchRequest>;
export const narrativeBatchMade = z.object({ batchId: id, total: z.number().int() });
export const narrativeBatch = z
  .object({
    batchId: id,
    total: z.number().int(),
    done: z.number().int(),
    failed: z.number().int(),
    canceled: z.boolean(),
    createdAt: isoTime,
    /** In the order in which they were asked for. `title` of the home, while it is on file. `error`: why one failed, in words. */
    items: z.array(
      narrativeRequest.omit({ language: true, fresh: true }).extend({
        state: z.enum(['waiting', 'done', 'failed', 'canceled']),
        title: z.string().optional(),
        narrativeId: id.optional(),
        error: z.string().optional(),
      }),
    ),
  })
  .meta({ id: 'NarrativeBatch' });
export type NarrativeBatchAnswer = z.infer<typeof narrativeBatch>;

/** A person's edit of a narrative, and their rating of it. */
export const narrativeChange = z.strictObject({
  text: personText(narrativeLimits.textChars).optional(),
  rating: z.enum(['up', 'down']).optional(),
});
export type NarrativeChange = z.infer<typeof narrativeChange>;
