import { z } from 'zod';
import { matter, replyAct, situation, slotName, visitorAct } from '../../../src/contract/vocabulary.ts';

/** A careful person's reading of one message of a visitor. */
export const reading = z.strictObject({
  acts: z.array(visitorAct).min(1),
  questions: z.array(z.object({ about: matter, quote: z.string().optional() })),
  slots: z.array(
    z.object({
      name: slotName,
      op: z.enum(['set', 'correct', 'clear']),
      value: z.string().nullish(),
      quote: z.string().nullish(),
    }),
  ),
  situation,
  deadline: z.object({ what: z.string(), quote: z.string() }).nullish(),
  language: z.enum(['en', 'es']),
});
export type Reading = z.infer<typeof reading>;

/** An act, `ask-*` for any question of the form, or several with `|` between them, one of which is enough. */
const actPattern = z
  .string()
  .refine((said) => said.split('|').every((one) => one.endsWith('-*') || replyAct.safeParse(one).success), {
    error: ({ input }) => `no act of a reply: ${String(input)}`,
  });
const regex = z.string().refine(isRegex, { error: 'no regular expression' });

/** A line of the script, with what a good agent's reply to it does and does not do. */
export const scriptedLine = z.strictObject({
  text: z.string().min(1),
  reading,
  must: z.array(actPattern).default([]),
  mustNot: z.array(actPattern).default([]),
  wince: z.array(actPattern).default([]),
  never: z.array(actPattern).default([]),
  expects: z.array(regex).default([]),
  forbids: z.array(regex).default([]),
});
export type ScriptedLine = z.infer<typeof scriptedLine>;

export const talk = z.strictObject({
  id: z.string(),
  category: z.string(),
  page: z.enum(['ashby', 'none']),
  persona: z.string(),
  /** The visitor's answer if asked for that slot. */
  answers: z.record(z.string(), z.string()).default({}),
  /** `answer`: they say what `answers` holds for whatever was asked last; left out where nothing of it was. */
  lines: z.array(z.union([scriptedLine, z.strictObject({ answer: z.literal(true) })])).min(1),
  truth: z.record(slotName, z.string()).or(z.partialRecord(slotName, z.string())).default({}),
  /** Slots that must be empty at the end. */
  notTrue: z.array(slotName).default([]),
});
export type Talk = z.infer<typeof talk>;

function isRegex(said: string): boolean {
  try {
    new RegExp(said, 'iu');
    return true;
  } catch {
    return false;
  }
}
