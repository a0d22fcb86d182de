import { type Connection, Schema, trusted } from 'mongoose';
import type { Delivery } from '../../features/webhooks/model.ts';
import type { DeliveryStore } from '../../features/webhooks/ports.ts';
import { fewAtOnce } from '../../kernel/fewAtOnce.ts';
import { jsonCopy } from '../../kernel/jsonCopy.ts';
import { guarded, inserted, modelOf, strictly } from './mongoStore.ts';

type DeliveryRow = Omit<Delivery, 'id'> & { _id: string };

const text = { type: String, required: true };
const number = { type: Number, required: true };
const schema = new Schema<DeliveryRow>(
  {
    ...{ _id: text, tenantId: text, webhookId: text, event: text, state: text },
    line: { type: Schema.Types.Mixed, default: null },
    ...{ at: number, attempts: number, dueAt: number },
    last: { type: Schema.Types.Mixed, default: null },
  },
  strictly,
);
schema.index({ webhookId: 1, at: -1, _id: -1 });
schema.index({ webhookId: 1, state: 1, dueAt: 1 });
schema.index({ state: 1, dueAt: 1 });
schema.index({ at: 1 });
export const deliveryModel = modelOf('webhookDeliveries', schema);

const toDelivery = ({ _id, ...row }: DeliveryRow): Delivery => ({ id: _id, ...row });

export function createMongoDeliveryStore(connection: Connection): DeliveryStore {
  const deliveries = deliveryModel(connection);
  const removeAll = async (rows: readonly Pick<DeliveryRow, '_id'>[]): Promise<void> => {
    if (rows.length > 0) await deliveries.deleteMany({ _id: trusted({ $in: rows.map(({ _id }) => _id) }) });
  };
  return guarded<DeliveryStore>({
    async addAll(all) {
      for (const { id, ...row } of jsonCopy([...all])) await inserted(() => deliveries.create({ _id: id, ...row }));
    },
    async find(tenantId, deliveryId) {
      const row = await deliveries.findOne({ _id: deliveryId, tenantId }).lean<DeliveryRow>();
      return row && toDelivery(row);
    },
    async list(webhookId, limit) {
      const rows = await deliveries.find({ webhookId }).sort({ at: -1, _id: -1 }).limit(limit).lean<DeliveryRow[]>();
      return rows.map(toDelivery);
    },
    async due(webhookId, now, limit) {
      const rows = await deliveries
        .find({ webhookId, state: 'waiting', dueAt: trusted({ $lte: now }) })
        .sort({ dueAt: 1 })
        .limit(limit)
        .lean<DeliveryRow[]>();
      return rows.map(toDelivery);
    },
    async nextDue(webhookId) {
      const [row] = await deliveries
        .find({ webhookId, state: 'waiting' }, { dueAt: 1 })
        .sort({ dueAt: 1 })
        .limit(1)
        .lean<DeliveryRow[]>();
      return row?.dueAt ?? null;
    },
    async begin({ id, attempts }, dueAt) {
      const { modifiedCount } = await deliveries.updateOne(
        { _id: id, state: 'waiting', attempts },
        { $set: { attempts: attempts + 1, dueAt } },
      );
      return modifiedCount > 0;
    },
    async end(deliveryId, { state, last }) {
      await deliveries.updateOne({ _id: deliveryId }, { $set: { state, last } });
    },
    async renew(deliveryId, dueAt) {
      await deliveries.updateOne({ _id: deliveryId }, { $set: { state: 'waiting', attempts: 0, dueAt, last: null } });
    },
    async putTo(webhookId, dueAt) {
      await deliveries.updateMany({ webhookId, state: 'waiting' }, { $set: { dueAt } });
    },
    async overdue(before, limit) {
      const late = { state: 'waiting', dueAt: trusted({ $lt: before }) } as const;
      const addresses = await deliveries.distinct('webhookId', late);
      const some = await fewAtOnce(addresses.slice(0, limit), (webhookId) =>
        deliveries.findOne({ webhookId, ...late }, { tenantId: 1 }).lean<Pick<DeliveryRow, 'tenantId'>>(),
      );
      return some.flatMap((row, at) =>
        row === null ? [] : { tenantId: row.tenantId, webhookId: addresses[at] ?? '' },
      );
    },
    async trim(webhookId, kept) {
      const old = await deliveries
        .find({ webhookId }, { _id: 1 })
        .sort({ at: -1, _id: -1 })
        .skip(kept)
        .lean<Pick<DeliveryRow, '_id'>[]>();
      await removeAll(old);
    },
    async removeOld(before, limit) {
      const old = await deliveries
        .find({ at: trusted({ $lt: before }) }, { _id: 1 })
        .sort({ at: 1 })
        .limit(limit)
        .lean<Pick<DeliveryRow, '_id'>[]>();
      await removeAll(old);
    },
    async removeOf(webhookId) {
      await deliveries.deleteMany({ webhookId });
    },
  });
}
