import type { CalendarFeed } from '../../features/appointments/model.ts';
import type { FeedStore } from '../../features/appointments/ports.ts';
import { jsonCopy } from '../../kernel/jsonCopy.ts';

/** Addresses of calendars in this process only: gone with it. */
export function createMemoryFeedStore(): FeedStore {
  const feeds = new Map<string, CalendarFeed>();
  const keyOf = (tenantId: string, userId: string): string => `${tenantId}:${userId}`;
  return {
    async set(feed) {
      feeds.set(keyOf(feed.tenantId, feed.userId), jsonCopy(feed));
    },
    async ofPerson(tenantId, userId) {
      return jsonCopy(feeds.get(keyOf(tenantId, userId)) ?? null);
    },
    async find(secretHash) {
      return jsonCopy([...feeds.values()].find((feed) => feed.secretHash === secretHash) ?? null);
    },
    async remove(tenantId, userId) {
      feeds.delete(keyOf(tenantId, userId));
    },
  };
}
