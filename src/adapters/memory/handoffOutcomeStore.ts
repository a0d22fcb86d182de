import type { HandoffOutcomeStore } from '../../features/turns/ports.ts';
import { type NotedOutcome, outcomesAfter, sumOf } from '../../features/turns/routeOutcomes.ts';

/** Outcomes in this process only: gone with it. */
export function createMemoryHandoffOutcomeStore(): HandoffOutcomeStore {
  const routesOf = new Map<string, Map<string, NotedOutcome[]>>();
  return {
    async note(tenantId, route, one) {
      const routes = routesOf.get(tenantId) ?? new Map<string, NotedOutcome[]>();
      routes.set(route, outcomesAfter(routes.get(route) ?? [], { ...one }));
      routesOf.set(tenantId, routes);
    },
    async of(tenantId) {
      return Object.fromEntries([...(routesOf.get(tenantId) ?? [])].map(([route, kept]) => [route, sumOf(kept)]));
    },
  };
}
