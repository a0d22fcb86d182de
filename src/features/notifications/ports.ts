import type { Notification } from './model.ts';

export interface NotificationStore {
  /** The same id again changes nothing. Only the newest `notificationsKept` of a person stay. */
  add(notification: Notification): Promise<void>;
  /** The newest first. */
  list(tenantId: string, userId: string): Promise<Notification[]>;
  /** Those of one thing; without one all of the person's. */
  markRead(tenantId: string, userId: string, of?: NotifiedThing): Promise<void>;
  /** Removes those of a conversation. */
  erase(tenantId: string, conversationId: string): Promise<void>;
}

/** The one thing that notifications are of. */
export type NotifiedThing = { conversationId: string } | { reportId: string } | { webhookId: string };
