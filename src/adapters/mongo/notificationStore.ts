import { type Connection, Schema, trusted } from 'mongoose';
import { type Notification, notificationsKept } from '../../features/notifications/model.ts';
import type { NotificationStore } from '../../features/notifications/ports.ts';
import { guarded, inserted, modelOf, strictly } from './mongoStore.ts';

/** Of a conversation, of a report, or of a webhook. */
interface NotificationRow extends Pick<Notification, 'tenantId' | 'userId' | 'kind' | 'at' | 'isRead'> {
  _id: string;
  conversationId?: string;
  seq?: number;
  reportId?: string;
  title?: string;
  webhookId?: string;
  host?: string;
  reason?: string;
}

const text = { type: String, required: true };
const number = { type: Number, required: true };
const schema = new Schema<NotificationRow>(
  {
    _id: text,
    tenantId: text,
    userId: text,
    kind: text,
    conversationId: String,
    seq: Number,
    reportId: String,
    title: String,
    webhookId: String,
    host: String,
    reason: String,
    at: number,
    isRead: { type: Boolean, required: true },
  },
  strictly,
);
schema.index({ tenantId: 1, userId: 1, at: -1, _id: -1 });
schema.index({ tenantId: 1, conversationId: 1 });
export const notificationModel = modelOf('notifications', schema);

const newestFirst = { at: -1, _id: -1 } as const;

export function createMongoNotificationStore(connection: Connection): NotificationStore {
  const notifications = notificationModel(connection);
  return guarded<NotificationStore>({
    async add({ id, ...rest }) {
      await inserted(() => notifications.create({ _id: id, ...rest }));
      const { tenantId, userId } = rest;
      const old = await notifications
        .find({ tenantId, userId }, { _id: 1 })
        .sort(newestFirst)
        .skip(notificationsKept)
        .lean<{ _id: string }[]>();
      if (old.length > 0) await notifications.deleteMany({ _id: trusted({ $in: old.map(({ _id }) => _id) }) });
    },
    async list(tenantId, userId) {
      const rows = await notifications
        .find({ tenantId, userId })
        .sort(newestFirst)
        .limit(notificationsKept)
        .lean<NotificationRow[]>();
      return rows.map(({ _id, ...rest }) => ({ id: _id, ...rest }) as Notification);
    },
    async markRead(tenantId, userId, which) {
      await notifications.updateMany({ tenantId, userId, ...which }, { $set: { isRead: true } });
    },
    async erase(tenantId, conversationId) {
      await notifications.deleteMany({ tenantId, conversationId });
    },
  });
}
