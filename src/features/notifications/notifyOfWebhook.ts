import { idFrom } from '../../kernel/ids.ts';
import type { WebhookNotification } from './model.ts';
import { type NotifyDeps, notificationTopic } from './notifyPeople.ts';

/** Notifies an admin that nothing is sent to an address anymore; once for each time it was paused. */
export async function notifyOfPausedWebhook(
  deps: NotifyDeps,
  told: Omit<WebhookNotification, 'id' | 'kind' | 'isRead'>,
): Promise<void> {
  const id = idFrom('notification', 'webhook', told.webhookId, told.at, told.userId);
  await deps.notifications.add({ ...told, id, kind: 'webhook-paused', isRead: false });
  deps.wakeups.publish(notificationTopic(told.userId), { kind: 'changed' });
}
