import { type Connection, Schema, trusted } from 'mongoose';
import { erasedWords } from '../../features/conversations/log/withoutWords.ts';
import type { AuditStore } from '../../features/conversations/ports.ts';
import { guarded, modelOf, strictly } from './mongoStore.ts';

interface AuditRow {
  tenantId: string;
  at: Date;
  principalId: string;
  action: string;
  conversationId: string | null;
  reason: string | null;
}

const schema = new Schema<AuditRow>(
  {
    tenantId: { type: String, required: true },
    at: { type: Date, required: true },
    principalId: { type: String, required: true },
    action: { type: String, required: true },
    conversationId: { type: String, default: null },
    reason: { type: String, default: null },
  },
  strictly,
);
schema.index({ tenantId: 1, at: -1 });

export const auditModel = modelOf('audits', schema);

export function createMongoAuditStore(connection: Connection): AuditStore {
  const audits = auditModel(connection);
  return guarded<AuditStore>({
    async add(record) {
      await audits.create({ ...record, at: new Date(record.at) });
    },
    async eraseReasons(tenantId, conversationId) {
      const given = { tenantId, conversationId, reason: trusted({ $ne: null }) };
      await audits.updateMany(given, { $set: { reason: erasedWords } });
    },
  });
}
