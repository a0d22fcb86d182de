import { type Connection, Schema } from 'mongoose';
import type { CalendarFeed } from '../../features/appointments/model.ts';
import type { FeedStore } from '../../features/appointments/ports.ts';
import { guarded, modelOf, strictly } from './mongoStore.ts';

type FeedRow = CalendarFeed & { _id: string };

const text = { type: String, required: true };
const schema = new Schema<FeedRow>(
  { _id: text, tenantId: text, userId: text, secretHash: text, madeAt: { type: Number, required: true } },
  strictly,
);
schema.index({ secretHash: 1 });
export const feedModel = modelOf('calendarFeeds', schema);

const toFeed = ({ _id, ...feed }: FeedRow): CalendarFeed => feed;
const keyOf = (tenantId: string, userId: string): string => `${tenantId}:${userId}`;

export function createMongoFeedStore(connection: Connection): FeedStore {
  const feeds = feedModel(connection);
  return guarded<FeedStore>({
    async set(feed) {
      await feeds.updateOne({ _id: keyOf(feed.tenantId, feed.userId) }, { $set: feed }, { upsert: true });
    },
    async ofPerson(tenantId, userId) {
      const row = await feeds.findById(keyOf(tenantId, userId)).lean<FeedRow>();
      return row && toFeed(row);
    },
    async find(secretHash) {
      const row = await feeds.findOne({ secretHash }).lean<FeedRow>();
      return row && toFeed(row);
    },
    async remove(tenantId, userId) {
      await feeds.deleteOne({ _id: keyOf(tenantId, userId) });
    },
  });
}
