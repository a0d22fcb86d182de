import { z } from 'zod';
import { readHalves } from '../readHalves.ts';

export const extracted = z.object({
  say: z.string().nullable(),
  confidence: z.number().nullable(),
  actions: z.array(z.string()),
  variants: z.array(z.string()),
  risks: z.array(z.string()),
  opportunities: z.array(z.string()),
});
/** The usable parts of a model's answer; empty if there are none. */
export type Extracted = z.infer<typeof extracted>;

const answer = z.object({ raw: z.string(), truth: extracted, shape: z.string() });
/** An answer as models write it, in some shape or other, with what it says. They are made up, not recorded. */
export type ModelAnswer = z.infer<typeof answer>;

export function readAnswers(): { seen: ModelAnswer[]; unseen: ModelAnswer[] } {
  const { seen, unseen } = readHalves(import.meta.dirname);
  const of = (half: typeof seen): ModelAnswer[] =>
    Object.values(half)
      .flat()
      .map((line) => answer.parse(line));
  return { seen: of(seen), unseen: of(unseen) };
}
