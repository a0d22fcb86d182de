import { z } from 'zod';
import { fact, readers, reading } from '../readings.ts';
import { bot, id, isoTime, personText, seq } from '../values.ts';
import { questionName, replyAct, stage, visitorAct } from '../vocabulary.ts';

/** An act of Jorge's with some of a reply's words: the act, the key of its text, and which of its wordings. */
export const saidAct = z.object({
  act: replyAct.meta({ override: { type: 'string', examples: ['answer'] } }),
  text: z.string(),
  variant: z.number().int(),
});
/** The text of an act whose words were composed and not authored. */
export const composed = 'composed';
export type SaidAct = z.infer<typeof saidAct>;

/** A message that Jorge misread: its acts, as a team member reads it, and their words about it. */
export const misreadRequest = z.strictObject({
  acts: z.array(visitorAct).min(1).max(6),
  words: personText(500).optional(),
});
export type MisreadRequest = z.infer<typeof misreadRequest>;
export const misread = z.object({
  ...misreadRequest.shape,
  words: z.string().optional(),
  at: isoTime,
  by: z.object({ id, name: z.string() }),
});
export type Misread = z.infer<typeof misread>;

export const turnsQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(50).default(20),
  cursor: z
    .string()
    .regex(/^\d{1,9}$/)
    .optional(),
});

/** One turn of Jorge's: the messages, how he understood them, the rules that answered, and his acts. */
export const turnAnswer = z
  .object({
    turnNo: z.number().int(),
    at: isoTime,
    bot,
    /** The states before and after it, in the bot's own words; absent where the turn did nothing. */
    from: stage.optional(),
    to: stage,
    /** The visitor's messages since the turn before, identity numbers as dots, each with what readers made of it. */
    heard: z.array(
      z.object({
        seq,
        text: z.string(),
        choiceId: z.string().optional(),
        readings: z.array(z.object({ by: z.enum(readers), reading, facts: z.array(fact) })),
      }),
    ),
    /** The rules of the policy that added to the answer, in order; absent on turns of builds that did not record them. */
    rules: z.array(z.string()).optional(),
    acts: z.array(saidAct),
    /** The facts behind what was said; absent where there are none. */
    factIds: z.array(fact.shape.id).optional(),
    nextQuestion: questionName.optional(),
    effects: z.array(z.string()),
    misread: misread.optional(),
    versions: z.object({ bot: z.string(), pack: z.string() }),
  })
  .meta({ id: 'Turn' });
export type TurnAnswer = z.infer<typeof turnAnswer>;
export const turnsAnswer = z.object({ items: z.array(turnAnswer), nextCursor: z.string().optional() });
