import { z } from 'zod';
import { danger, matter, situation, slotName, visitorAct } from './vocabulary.ts';

const quote = z.string().min(1).max(400);

/**
 * The meaning of one message of a visitor, as one reader understood it. Every quote stands in the message, letter by letter; an item
 * without such a quote is left out. It is kept with the turn that used it, so that a replay needs no reader.
 */
export const reading = z.object({
  /** Empty: the reader abstained. */
  acts: z.array(visitorAct).max(6),
  questions: z.array(z.object({ about: matter, quote })).max(4),
  /** The home that it is about, of those in the talk and those that its words may name. */
  homeId: z.string().max(64).optional(),
  /** `value` in English words, in the form that the slot takes; empty for `clear`. */
  slots: z
    .array(z.object({ name: slotName, op: z.enum(['set', 'correct', 'clear']), value: z.string().max(200), quote }))
    .max(12),
  /** Slots that the words say nothing about, whatever a figure or a word in them looks like. */
  ruledOut: z.array(slotName).max(40),
  /** The choice of the standing question that the words pick. */
  choice: z.object({ id: z.string().max(64), quote }).optional(),
  situation,
  /** Absent unless the situation is danger, which only plain words can say. */
  danger: danger.optional(),
  /** No words say so, but a score or hints lean to danger: for a person to look at, and nothing else. */
  mayBeDanger: z.literal(true).optional(),
  /** By when something must be done: an auction, a court date, a lease that ends. */
  deadline: z.object({ what: z.string().max(120), quote }).optional(),
  language: z.enum(['en', 'es']),
});
export type Reading = z.infer<typeof reading>;

export const readers = ['offline', 'model'] as const;
export type ReaderName = (typeof readers)[number];

export const audiences = ['visitor', 'staff'] as const;
/** Its audience: `staff` is for the team only, `visitor` for visitors and the team. */
export const audience = z.enum(audiences);
export type Audience = z.infer<typeof audience>;

export const factChars = { words: 1200, source: 200 } as const;
/** One thing that may be said, where it comes from and since when it holds. It reaches the bots as a value and stays with the turn. */
export const fact = z.object({
  id: z.string().max(120),
  /** As it is told, in the language of the talk: whole sentences. */
  words: z.string().max(factChars.words),
  source: z.string().max(factChars.source),
  asOf: z.iso.date().optional(),
  audience,
});
export type Fact = z.infer<typeof fact>;

/** How many facts of the shelf one question finds, and one turn tells: more than two answers nobody reads in a chat. */
export const mostFacts = 2;
/** Turns of builds without this field hold no fact that is for staff only. */
export const isForVisitors = ({ audience }: Pick<Fact, 'audience'>): boolean => audience !== 'staff';
/** As it is shown of a kept turn. */
export const withAudience = (kept: Fact): Fact => ({ ...kept, audience: isForVisitors(kept) ? 'visitor' : 'staff' });
