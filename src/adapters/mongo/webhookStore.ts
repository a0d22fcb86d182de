import { type Connection, Schema } from 'mongoose';
import type { Webhook } from '../../features/webhooks/model.ts';
import type { WebhookStore } from '../../features/webhooks/ports.ts';
import { jsonCopy } from '../../kernel/jsonCopy.ts';
import { guarded, modelOf, strictly } from './mongoStore.ts';

type WebhookRow = Omit<Webhook, 'id'> & { _id: string };

const text = { type: String, required: true };
const number = { type: Number, required: true };
const schema = new Schema<WebhookRow>(
  {
    ...{ _id: text, tenantId: text, url: text, sealedSecret: text },
    description: { type: String, default: '' },
    events: { type: [String], required: true },
    createdAt: number,
    paused: { type: Schema.Types.Mixed, default: null },
    failingSince: { type: Number, default: null },
    failures: number,
    restsUntil: number,
  },
  strictly,
);
schema.index({ tenantId: 1, createdAt: 1, _id: 1 });
export const webhookModel = modelOf('webhooks', schema);

const toWebhook = ({ _id, ...row }: WebhookRow): Webhook => ({ id: _id, ...row });

export function createMongoWebhookStore(connection: Connection): WebhookStore {
  const webhooks = webhookModel(connection);
  return guarded<WebhookStore>({
    async add(webhook) {
      const { id, ...row } = jsonCopy(webhook);
      await webhooks.create({ _id: id, ...row });
    },
    async find(tenantId, webhookId) {
      const row = await webhooks.findOne({ _id: webhookId, tenantId }).lean<WebhookRow>();
      return row && toWebhook(row);
    },
    async ofTenant(tenantId) {
      const rows = await webhooks.find({ tenantId }).sort({ createdAt: 1, _id: 1 }).lean<WebhookRow[]>();
      return rows.map(toWebhook);
    },
    async change(tenantId, webhookId, change) {
      await webhooks.updateOne({ _id: webhookId, tenantId }, { $set: jsonCopy(change) });
      // Read after it, because SecantusDB may show several writers the same picture.
      const row = await webhooks.findOne({ _id: webhookId, tenantId }).lean<WebhookRow>();
      return row && toWebhook(row);
    },
    async noteHealth(webhookId, { failingSince, failures, restsUntil }) {
      await webhooks.updateOne({ _id: webhookId }, { $set: { failingSince, failures, restsUntil } });
    },
    async reseal(webhookId, sealedSecret) {
      await webhooks.updateOne({ _id: webhookId }, { $set: { sealedSecret } });
    },
    async remove(tenantId, webhookId) {
      const row = await webhooks.findOneAndDelete({ _id: webhookId, tenantId }).lean<WebhookRow>();
      return row && toWebhook(row);
    },
  });
}
