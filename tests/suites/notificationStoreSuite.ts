import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  notificationsKept,
  type ReportNotification,
  type TalkNotification,
  type WebhookNotification,
} from '../../src/features/notifications/model.ts';
import type { NotificationStore } from '../../src/features/notifications/ports.ts';
import { newId } from '../../src/kernel/ids.ts';

const aMention = (tenantId: string, over: Partial<TalkNotification> = {}): TalkNotification => ({
  ...{ id: newId(), tenantId, userId: 'ana', kind: 'mention', conversationId: 'c1', seq: 3, at: 1, isRead: false },
  ...over,
});

/** The promises that every NotificationStore keeps. */
export function notificationStoreSuite(
  name: string,
  open: () => Promise<{ store: NotificationStore; close(): Promise<void> }>,
): void {
  describe(`notifications, ${name}`, () => {
    let store: NotificationStore;
    let close: () => Promise<void>;
    beforeAll(async () => ({ store, close } = await open()));
    afterAll(() => close?.());

    it('keeps each once, for its person and tenant alone, the newest first, until its conversation is erased', async () => {
      const tenantId = newId();
      const [first, second, third] = [
        aMention(tenantId),
        aMention(tenantId, { at: 2, conversationId: 'c2' }),
        aMention(tenantId, { at: 3, userId: 'ben' }),
      ];
      for (const one of [first, second, third, { ...first, seq: 9 }]) await store.add(one);
      expect(await store.list(tenantId, 'ana')).toEqual([second, first]);
      expect(await store.list(newId(), 'ana')).toEqual([]);
      await store.markRead(newId(), 'ana');
      await store.markRead(tenantId, 'ana', { conversationId: 'c2' });
      expect((await store.list(tenantId, 'ana')).map(({ isRead }) => isRead)).toEqual([true, false]);
      await store.markRead(tenantId, 'ana');
      expect((await store.list(tenantId, 'ana')).map(({ isRead }) => isRead)).toEqual([true, true]);
      expect(await store.list(tenantId, 'ben')).toEqual([third]);
      await store.erase(newId(), 'c1');
      await store.erase(tenantId, 'c1');
      expect(await store.list(tenantId, 'ana')).toEqual([{ ...second, isRead: true }]);
      expect(await store.list(tenantId, 'ben')).toEqual([]);
    });

    it('keeps one of a webhook beside those of conversations, which erasing leaves alone', async () => {
      const tenantId = newId();
      const paused: WebhookNotification = {
        ...{ id: newId(), tenantId, userId: 'ana', kind: 'webhook-paused', webhookId: 'w1', host: 'crm.example' },
        ...{ reason: 'gone', at: 2, isRead: false },
      };
      for (const one of [aMention(tenantId), paused]) await store.add(one);
      await store.markRead(tenantId, 'ana', { conversationId: 'c1' });
      await store.erase(tenantId, 'c1');
      expect(await store.list(tenantId, 'ana')).toEqual([paused]);
      await store.markRead(tenantId, 'ana', { webhookId: 'w2' });
      expect(await store.list(tenantId, 'ana')).toEqual([paused]);
      await store.markRead(tenantId, 'ana', { webhookId: 'w1' });
      expect(await store.list(tenantId, 'ana')).toEqual([{ ...paused, isRead: true }]);
    });

    it('keeps one of a report beside those of conversations, and marks each as read alone', async () => {
      const tenantId = newId();
      const mention = aMention(tenantId);
      const report: ReportNotification = {
        ...{ id: newId(), tenantId, userId: 'ana', kind: 'report', reportId: 'r1', title: 'Weekly team report' },
        ...{ at: 2, isRead: false },
      };
      for (const one of [mention, report]) await store.add(one);
      expect(await store.list(tenantId, 'ana')).toEqual([report, mention]);
      await store.markRead(tenantId, 'ana', { reportId: 'r2' });
      await store.markRead(tenantId, 'ana', { reportId: 'r1' });
      expect(await store.list(tenantId, 'ana')).toEqual([{ ...report, isRead: true }, mention]);
      await store.erase(tenantId, 'c1');
      expect(await store.list(tenantId, 'ana')).toEqual([{ ...report, isRead: true }]);
    });

    it('lets the oldest of a person go when there are too many', async () => {
      const tenantId = newId();
      for (let at = 1; at <= notificationsKept + 2; at += 1) await store.add(aMention(tenantId, { at }));
      const kept = await store.list(tenantId, 'ana');
      expect([kept.length, kept[0]?.at, kept.at(-1)?.at]).toEqual([notificationsKept, notificationsKept + 2, 3]);
    });
  });
}
