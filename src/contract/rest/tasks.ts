import { z } from 'zod';
import { wants } from '../socket/board.ts';
import { id, isoTime, leadRef, person } from '../values.ts';

export const tasksQuery = z.strictObject({
  /** Of this person of the team. */
  userId: id.optional(),
  /** In all talks of this lead. */
  leadId: id.optional(),
  /** Due from then on, and before `to`. */
  from: isoTime.optional(),
  to: isoTime.optional(),
  state: z.enum(['open', 'done']).default('open'),
  limit: z.coerce.number().int().min(1).max(200).default(100),
  cursor: z.string().max(100).optional(),
});
/** Work for a team member. `by`: its author; `done`: by whom and when, absent while it is open. */
export const taskRow = z
  .object({
    taskId: id,
    conversationId: id,
    lead: leadRef,
    /** The wishes, which tell people without a name apart. */
    wants: wants.optional(),
    listingTitle: z.string().optional(),
    startedAt: isoTime.optional(),
    text: z.string(),
    dueAt: isoTime,
    owner: person,
    by: person,
    createdAt: isoTime,
    done: z.object({ at: isoTime, by: person }).optional(),
  })
  .meta({ id: 'Task' });
export type TaskRow = z.infer<typeof taskRow>;
/** By when they are due. `zone`: the brokerage's clock. */
export const tasksAnswer = z.object({
  zone: z.string(),
  items: z.array(taskRow),
  nextCursor: z.string().optional(),
});
export type TasksAnswer = z.infer<typeof tasksAnswer>;
