import { homesAfter } from '../../features/profiles/homesAfter.ts';
import type { ViewedHome } from '../../features/profiles/model.ts';
import type { ViewedHomeStore } from '../../features/profiles/ports.ts';
import { jsonCopy } from '../../kernel/jsonCopy.ts';

/** The homes that leads looked at, in this process only: gone with it. */
export function createMemoryViewedHomeStore(): ViewedHomeStore {
  const homes = new Map<string, ViewedHome[]>();
  const keyOf = (tenantId: string, leadId: string): string => `${tenantId} ${leadId}`;
  const own = (tenantId: string, leadId: string): ViewedHome[] => homes.get(keyOf(tenantId, leadId)) ?? [];
  return {
    async note(tenantId, leadId, look) {
      homes.set(keyOf(tenantId, leadId), homesAfter(own(tenantId, leadId), look));
    },
    async ofLead(tenantId, leadId) {
      return jsonCopy(own(tenantId, leadId));
    },
    async erase(tenantId, leadId) {
      homes.delete(keyOf(tenantId, leadId));
    },
  };
}
