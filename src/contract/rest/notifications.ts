import { z } from 'zod';
import { wants } from '../socket/board.ts';
import { id, isoTime, leadRef, person } from '../values.ts';
import { webhookPauses } from '../webhooks.ts';

/** Of a conversation. */
export const notificationKinds = ['mention', 'task-due'] as const;
const told = { notificationId: id, at: isoTime, read: z.boolean() };
/** A line of a conversation that is meant for one team member. `by`: the person who mentioned them; `text`: how the words begin. */
const talkNotification = z.object({
  ...told,
  kind: z.enum(notificationKinds),
  conversationId: id,
  lead: leadRef,
  /** The wishes, which tell people without a name apart. */
  wants: wants.optional(),
  listingTitle: z.string().optional(),
  startedAt: isoTime.optional(),
  by: person.optional(),
  text: z.string(),
});
/** A report of a schedule that they set was made. */
const reportNotification = z.object({ ...told, kind: z.literal('report'), reportId: id, title: z.string() });
/** To admins: nothing is sent to an address of the brokerage anymore. */
const webhookNotification = z.object({
  ...told,
  kind: z.literal('webhook-paused'),
  webhookId: id,
  host: z.string(),
  reason: z.enum(webhookPauses).exclude(['by-admin']),
});
export const notification = z
  .discriminatedUnion('kind', [talkNotification, reportNotification, webhookNotification])
  .meta({ id: 'Notification' });
export type NotificationRow = z.infer<typeof notification>;
/** How many to show; of a person the newest 100 are kept. */
export const notificationsQuery = z.strictObject({ limit: z.coerce.number().int().min(1).max(100).default(30) });
/** The newest first. `unread` counts all that are kept. */
export const notificationsAnswer = z.object({ items: z.array(notification), unread: z.number().int() });
export type NotificationsAnswer = z.infer<typeof notificationsAnswer>;
/** Those of one conversation, of one report, or of one webhook; without any of these all of them. */
export const notificationsRead = z
  .strictObject({ conversationId: id.optional(), reportId: id.optional(), webhookId: id.optional() })
  .refine((of) => Object.values(of).filter((one) => one !== undefined).length <= 1, { path: ['reportId'] });
export type NotificationsRead = z.infer<typeof notificationsRead>;
