import { z } from 'zod';

/** The state of the hub, as the node that tells it sees it. */
export const hubHealth = z.object({
  /** The writer of coaching and answers. `none`: no model was set up, the playbook writes. `out`: the playbook stands in. */
  model: z.enum(['well', 'slow', 'out', 'none']),
  database: z.enum(['well', 'slow', 'away']),
  /** `none`: one node, which needs none. */
  redis: z.enum(['well', 'away', 'none']),
  /** Nodes that were heard of, and those that are still there. */
  nodes: z.object({ here: z.number().int(), known: z.number().int() }),
});
export type HubHealth = z.infer<typeof hubHealth>;
