import { notificationTopic } from '../features/notifications/notifyPeople.ts';
import type { Wakeups } from '../kernel/wakeups.ts';
import type { Session } from './session.ts';

/** Tells a socket of the staff that its person is notified of something, on whichever node that was written, until what comes back is called. */
export function hearNotifications(
  { wakeups }: { wakeups: Pick<Wakeups, 'subscribe'> },
  { scope, socket }: Session,
): () => void {
  const { principal } = scope;
  if (principal.kind !== 'staff') return () => undefined;
  return wakeups.subscribe(notificationTopic(principal.id), () => socket.emit('notifications-changed', {}));
}
