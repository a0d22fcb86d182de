import type { Call, CallChange } from '../../features/calls/model.ts';
import type { CallStore } from '../../features/calls/ports.ts';
import { jsonCopy } from '../../kernel/jsonCopy.ts';

/** Calls in this process only: gone with it. */
export function createMemoryCallStore(): CallStore {
  const calls = new Map<string, Call>();
  const own = (tenantId: string, callId: string): Call | null => {
    const found = calls.get(callId);
    return found?.tenantId === tenantId ? found : null;
  };
  const liveOf = (conversationId: string): Call | undefined =>
    [...calls.values()].find((call) => call.conversationId === conversationId && call.endedAt === null);
  const stands = (call: Call, { agent, consent, endedAt }: CallChange): boolean =>
    (agent === undefined || (call.agent?.id ?? null) === (agent?.id ?? null)) &&
    (consent === undefined || (call.consent.lead === consent.lead && call.consent.agent === consent.agent)) &&
    (endedAt === undefined || call.endedAt === endedAt);
  return {
    async add(call) {
      if (calls.has(call.id)) return true;
      if (call.endedAt === null && liveOf(call.conversationId) !== undefined) return false;
      calls.set(call.id, jsonCopy(call));
      return true;
    },
    async find(tenantId, callId) {
      return jsonCopy(own(tenantId, callId));
    },
    async findLive(tenantId, conversationId) {
      const found = liveOf(conversationId);
      return jsonCopy(found?.tenantId === tenantId ? found : null);
    },
    async change(tenantId, callId, change, from) {
      const found = own(tenantId, callId);
      if (found === null || !stands(found, from)) return null;
      const after = { ...found, ...jsonCopy(change) };
      calls.set(callId, after);
      return jsonCopy(after);
    },
    async erase(tenantId, conversationId) {
      for (const call of calls.values())
        if (call.tenantId === tenantId && call.conversationId === conversationId) calls.delete(call.id);
    },
  };
}
