import { idFrom } from '../../kernel/ids.ts';
import type { ReportNotification } from './model.ts';
import { type NotifyDeps, notificationTopic } from './notifyPeople.ts';

/** Notifies somebody of a report that was made for them; once, however often it runs. */
export async function notifyOfReport(
  deps: NotifyDeps,
  told: Omit<ReportNotification, 'id' | 'kind' | 'isRead'>,
): Promise<void> {
  const id = idFrom('notification', 'report', told.reportId, told.userId);
  await deps.notifications.add({ ...told, id, kind: 'report', isRead: false });
  deps.wakeups.publish(notificationTopic(told.userId), { kind: 'changed' });
}
