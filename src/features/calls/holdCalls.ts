import { LRUCache } from 'lru-cache';
import type { Call } from './model.ts';
import type { CallStore } from './ports.ts';
import { mayKeepWords } from './rules.ts';

const mostHeld = 10_000;
/** Within this time of a no on another node, words may still come in: each is looked at again once it stands. */
const heldMs = 1_000;

/** Finds calls whose words come in many times a second: one that may be written down is not read again for a second. */
export function holdCalls(calls: Pick<CallStore, 'find'>): Pick<CallStore, 'find'> {
  const held = new LRUCache<string, Call>({ max: mostHeld, ttl: heldMs });
  return {
    async find(tenantId, callId) {
      const known = held.get(callId);
      if (known?.tenantId === tenantId) return known;
      const call = await calls.find(tenantId, callId);
      if (call !== null && call.endedAt === null && mayKeepWords(call)) held.set(callId, call);
      return call;
    },
  };
}
