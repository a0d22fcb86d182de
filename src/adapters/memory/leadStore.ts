import type { Lead } from '../../features/profiles/model.ts';
import type { LeadStore } from '../../features/profiles/ports.ts';
import { jsonCopy } from './jsonCopy.ts';

/** Leads in this process only: gone with it. */
export function createMemoryLeadStore(): LeadStore {
  const leads = new Map<string, Lead>();
  const idOfVisitor = new Map<string, string>();
  const own = (tenantId: string, id: string): Lead | undefined => {
    const found = leads.get(id);
    return found?.tenantId === tenantId ? found : undefined;
  };

  return {
    async openFor(seed) {
      const visitor = `${seed.tenantId}:${seed.visitorId}`;
      const known = leads.get(idOfVisitor.get(visitor) ?? '');
      if (known) return jsonCopy(known);
      leads.set(seed.id, jsonCopy(seed));
      idOfVisitor.set(visitor, seed.id);
      return jsonCopy(seed);
    },
    async find(tenantId, leadId) {
      return jsonCopy(own(tenantId, leadId) ?? null);
    },
    async change(tenantId, leadId, { fields, name, suppressedAt }) {
      const found = own(tenantId, leadId);
      if (!found) return;
      leads.set(leadId, {
        ...found,
        ...(name === undefined ? {} : { name }),
        ...(suppressedAt === undefined ? {} : { suppressedAt }),
        fields: { ...found.fields, ...jsonCopy(fields ?? {}) },
      });
    },
  };
}
