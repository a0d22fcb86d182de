import type { notificationKinds } from '../../contract/rest/notifications.ts';

interface Told {
  id: string;
  tenantId: string;
  userId: string;
  /** ms since the epoch. */
  at: number;
  isRead: boolean;
}
/** Points to a line of the team's log that is for one person; the words stay in the log. */
export interface TalkNotification extends Told {
  kind: (typeof notificationKinds)[number];
  conversationId: string;
  /** The line's number in the team's log. */
  seq: number;
}
/** Points to a report; its title has no words of anybody. */
export interface ReportNotification extends Told {
  kind: 'report';
  reportId: string;
  title: string;
}
/** The hub gave up on an address of the brokerage; `host`: of that address. */
export interface WebhookNotification extends Told {
  kind: 'webhook-paused';
  webhookId: string;
  host: string;
  reason: 'failing' | 'gone';
}
export type Notification = TalkNotification | ReportNotification | WebhookNotification;

/** How many a person has: an older one goes when a newer comes. */
export const notificationsKept = 100;
