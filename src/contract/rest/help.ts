import { z } from 'zod';

const count = z.number().int();
/** A share with its 95 % interval (Wilson), each from 0 to 1; null: nothing was seen yet. */
const share = z.object({ share: z.number(), from: z.number(), to: z.number() }).nullable();

const helpRow = z.object({
  /** A rule's id, a strategy, or a person's id. */
  key: z.string(),
  /** The person's name. */
  name: z.string().optional(),
  /** Cues and suggestions that were written. */
  shown: count,
  /** Of the suggestions, those that stood on a screen; a cue counts as seen. */
  seen: count,
  /** Used as they were, or after a change. */
  used: count,
  dismissed: count,
  wrong: count,
  /** On calls: the agent said the sentence within 30 s. */
  spoken: count,
  /** Of those that were seen, used or spoken. */
  taken: share,
  /** How the conversations ended in which it was seen: the team's dispositions, each with its number. */
  outcomes: z.record(z.string(), count),
  /** False where there are too few to compare it with others: fewer than 30 were seen. */
  comparable: z.boolean(),
});
export type HelpRow = z.infer<typeof helpRow>;

/** Days are those of UTC. */
export const helpReportQuery = z.object({ days: z.coerce.number().int().min(1).max(92).default(30) });
export const helpReport = z
  .object({
    /** False: there was too much, and only the newest days are counted. */
    complete: z.boolean(),
    byRule: z.array(helpRow),
    byStrategy: z.array(helpRow),
    byStage: z.array(helpRow),
    byVersion: z.array(helpRow),
    byAgent: z.array(helpRow),
  })
  .meta({ id: 'HelpReport' });
export type HelpReport = z.infer<typeof helpReport>;
