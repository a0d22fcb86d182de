import { type Lead, type TagChange, tagsKept } from '../../features/profiles/model.ts';
import { type LeadStore, leadPage } from '../../features/profiles/ports.ts';
import { sha256 } from '../../kernel/ids.ts';
import { jsonCopy } from '../../kernel/jsonCopy.ts';
import { createChanges } from './changes.ts';

const tagsAfter = (tags: readonly string[], { add, remove }: TagChange): string[] =>
  [...tags.filter((tag) => !add.includes(tag) && !remove.includes(tag)), ...new Set(add)].slice(-tagsKept);

/** Leads in this process only: gone with it. */
export function createMemoryLeadStore(): LeadStore {
  const leads = new Map<string, Lead>();
  const idOfVisitor = new Map<string, string>();
  const idsOfKey = new Map<string, Set<string>>();
  const own = (tenantId: string, id: string): Lead | undefined => {
    const found = leads.get(id);
    return found?.tenantId === tenantId ? found : undefined;
  };
  const changes = createChanges();
  /** By the lead that they are linked to. */
  const idsLinkedTo = new Map<string, Set<string>>();
  function set(lead: Lead): void {
    const [before, after] = [leads.get(lead.id)?.link?.leadId, lead.link?.leadId];
    if (before !== undefined) idsLinkedTo.get(before)?.delete(lead.id);
    if (after !== undefined) idsLinkedTo.set(after, (idsLinkedTo.get(after) ?? new Set()).add(lead.id));
    leads.set(lead.id, jsonCopy(lead));
    changes.note(lead.id);
  }

  return {
    async openFor(seed) {
      const visitor = `${seed.tenantId}:${seed.visitorId ?? seed.id}`;
      const known = leads.get(idOfVisitor.get(visitor) ?? '');
      if (known) return jsonCopy(known);
      set(seed);
      idOfVisitor.set(visitor, seed.id);
      return jsonCopy(seed);
    },
    async find(tenantId, leadId) {
      return jsonCopy(own(tenantId, leadId) ?? null);
    },
    async change(tenantId, leadId, { fields, tags, ...others }) {
      const found = own(tenantId, leadId);
      if (!found) return;
      set({
        ...found,
        ...others,
        fields: { ...found.fields, ...fields },
        tags: tags === undefined ? found.tags : tagsAfter(found.tags, tags),
      });
    },
    async identify(tenantId, leadId, identity) {
      const found = own(tenantId, leadId);
      if (!found || (found.identity !== null && found.identity !== identity)) return false;
      set({ ...found, identity });
      return true;
    },
    async erase(tenantId, leadId, { keepKeys }) {
      const found = own(tenantId, leadId);
      if (!found) return;
      set({ ...found, name: null, fields: {}, identity: null, tags: [], notAdapted: null });
      if (!keepKeys) for (const ids of idsOfKey.values()) ids.delete(leadId);
    },
    async addKey(tenantId, leadId, key) {
      const ids = idsOfKey.get(`${tenantId}:${key}`) ?? new Set();
      idsOfKey.set(`${tenantId}:${key}`, ids.add(leadId));
    },
    async withKey(tenantId, key, after = '') {
      const ids = [...(idsOfKey.get(`${tenantId}:${key}`) ?? [])].filter((id) => id > after).sort();
      const found = ids.map((id) => own(tenantId, id)).filter((lead) => lead !== undefined);
      return jsonCopy(found.slice(0, leadPage));
    },
    hashOf: (tenantId, key) => `keyed:${sha256(`${tenantId}\u0000${key}`)}`,
    async link(tenantId, leadId, link) {
      const found = own(tenantId, leadId);
      if (!found || found.link !== null) return false;
      set({ ...found, link });
      return true;
    },
    async unlink(tenantId, leadId) {
      const found = own(tenantId, leadId);
      if (!found || found.link === null) return false;
      changes.note(found.link.leadId);
      set({ ...found, link: null });
      return true;
    },
    async changedAfter(tenantId, after, limit) {
      const own = [...leads.values()].filter((lead) => lead.tenantId === tenantId);
      return changes.page(own, after, limit);
    },
    async linkedTo(tenantId, leadId, after = '') {
      const ids = [...(idsLinkedTo.get(leadId) ?? [])].filter((id) => id > after).sort();
      const rest = ids.map((id) => own(tenantId, id)).filter((lead) => lead !== undefined);
      return jsonCopy(rest.slice(0, leadPage));
    },
  };
}
