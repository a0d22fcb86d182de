import { type Notification, notificationsKept } from '../../features/notifications/model.ts';
import type { NotificationStore } from '../../features/notifications/ports.ts';
import { jsonCopy } from '../../kernel/jsonCopy.ts';

const newestFirst = (a: Notification, b: Notification): number => b.at - a.at || (a.id < b.id ? 1 : -1);

/** Notifications in this process only: gone with it. */
export function createMemoryNotificationStore(): NotificationStore {
  const kept = new Map<string, Notification>();
  const of = (tenantId: string, userId: string): Notification[] =>
    [...kept.values()].filter((one) => one.tenantId === tenantId && one.userId === userId).sort(newestFirst);
  return {
    async add(notification) {
      const { id, tenantId, userId } = notification;
      if (!kept.has(id)) kept.set(id, jsonCopy(notification));
      for (const old of of(tenantId, userId).slice(notificationsKept)) kept.delete(old.id);
    },
    async list(tenantId, userId) {
      return jsonCopy(of(tenantId, userId));
    },
    async markRead(tenantId, userId, which) {
      for (const one of of(tenantId, userId)) {
        const isAsked =
          which === undefined ||
          Object.entries(which).every(([name, id]) => (one as unknown as Record<string, unknown>)[name] === id);
        if (isAsked) one.isRead = true;
      }
    },
    async erase(tenantId, conversationId) {
      for (const one of kept.values())
        if (one.tenantId === tenantId && 'conversationId' in one && one.conversationId === conversationId)
          kept.delete(one.id);
    },
  };
}
