import { erasedWords } from '../../features/conversations/log/withoutWords.ts';
import type { AuditStore } from '../../features/conversations/ports.ts';
import { jsonCopy } from '../../kernel/jsonCopy.ts';

export type AuditRecord = Parameters<AuditStore['add']>[0];

const mostRecords = 10_000;

/** The newest audit records, in this process only. */
export function createMemoryAuditStore(): AuditStore & { records: readonly AuditRecord[] } {
  const records: AuditRecord[] = [];
  return {
    records,
    async add(record) {
      records.push(jsonCopy(record));
      if (records.length > mostRecords) records.shift();
    },
    async eraseReasons(tenantId, conversationId) {
      for (const record of records)
        if (record.tenantId === tenantId && record.conversationId === conversationId && record.reason !== null)
          record.reason = erasedWords;
    },
  };
}
