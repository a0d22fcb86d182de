import type { PersonRecord } from '../../features/profiles/model.ts';
import { mostOfLead, type RecordStore } from '../../features/profiles/ports.ts';
import { jsonCopy } from '../../kernel/jsonCopy.ts';
import { createChanges } from './changes.ts';

const mostOpen = 500;

/** Consents, suppressions and deletion requests in this process only: gone with it. */
export function createMemoryRecordStore(): RecordStore {
  const records = new Map<string, PersonRecord>();
  const changes = createChanges();
  function set(record: PersonRecord): void {
    records.set(record.id, jsonCopy(record));
    changes.note(record.id);
  }
  const all = (tenantId: string) => [...records.values()].filter((record) => record.tenantId === tenantId);

  return {
    async add(record) {
      if (records.has(record.id)) return false;
      set(record);
      return true;
    },
    async close(tenantId, recordId, closed) {
      const found = records.get(recordId);
      if (found?.tenantId !== tenantId || found.closed !== null) return false;
      set({ ...found, closed });
      return true;
    },
    async rewrite(record) {
      if (records.get(record.id)?.tenantId === record.tenantId) set(record);
    },
    async pageOfLead(tenantId, leadId, after = '') {
      const found = all(tenantId).filter((record) => record.leadId === leadId && record.id > after);
      return jsonCopy(found.sort((a, b) => (a.id < b.id ? -1 : 1)).slice(0, mostOfLead));
    },
    async ofLead(tenantId, leadId) {
      const found = all(tenantId).filter((record) => record.leadId === leadId);
      return jsonCopy(found.sort((a, b) => b.at - a.at).slice(0, mostOfLead));
    },
    async changedAfter(tenantId, after, limit) {
      return changes.page(all(tenantId), after, limit);
    },
    async listOpen(tenantId, kind) {
      const found = all(tenantId).filter((record) => record.kind === kind && record.closed === null);
      return jsonCopy(found.sort((a, b) => a.at - b.at).slice(0, mostOpen));
    },
    async listClosed(tenantId, kind, limit) {
      const found = all(tenantId).filter((record) => record.kind === kind && record.closed !== null);
      return jsonCopy(found.sort((a, b) => b.at - a.at).slice(0, limit));
    },
  };
}
