import { z } from 'zod';
import { wants } from '../socket/board.ts';
import { id, isoTime, leadRef, person } from '../values.ts';

export const notificationKinds = ['mention', 'task-due'] as const;
/** Something of a conversation that is for one person of the team. `by`: who mentioned them; `text`: how the words begin. */
export const notification = z
  .object({
    notificationId: id,
    kind: z.enum(notificationKinds),
    conversationId: id,
    lead: leadRef,
    /** What tells people without a name apart. */
    wants: wants.optional(),
    listingTitle: z.string().optional(),
    startedAt: isoTime.optional(),
    by: person.optional(),
    text: z.string(),
    at: isoTime,
    read: z.boolean(),
  })
  .meta({ id: 'Notification' });
export type NotificationRow = z.infer<typeof notification>;
/** How many to show; of a person the newest 100 are kept. */
export const notificationsQuery = z.strictObject({ limit: z.coerce.number().int().min(1).max(100).default(30) });
/** The newest first. `unread` counts all that are kept. */
export const notificationsAnswer = z.object({ items: z.array(notification), unread: z.number().int() });
export type NotificationsAnswer = z.infer<typeof notificationsAnswer>;
/** Without `conversationId` all of them. */
export const notificationsRead = z.strictObject({ conversationId: id.optional() });
