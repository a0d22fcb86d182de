import type { notificationKinds } from '../../contract/rest/notifications.ts';

/** Points to a line of the team's log that is for one person; the words stay in the log. */
export interface Notification {
  id: string;
  tenantId: string;
  userId: string;
  kind: (typeof notificationKinds)[number];
  conversationId: string;
  /** The line's number in the team's log. */
  seq: number;
  /** ms since the epoch. */
  at: number;
  isRead: boolean;
}

/** How many a person has: an older one goes when a newer comes. */
export const notificationsKept = 100;
