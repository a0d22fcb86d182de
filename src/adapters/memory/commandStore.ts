import type { CommandStore } from '../../features/conversations/ports.ts';
import { jsonCopy } from '../../kernel/jsonCopy.ts';

const keepMs = 7 * 24 * 3_600_000;

interface Claim {
  bodyHash: string;
  claimedAt: number;
  done: boolean;
  answer: unknown;
}

/** Commands of a week, in this process only. */
export function createMemoryCommandStore(): CommandStore {
  // Insertion order is the order of `claimedAt`, because a claim that is taken over is put in anew: the old stand in front.
  const claims = new Map<string, Claim>();

  return {
    has: async (key) => claims.has(key),
    async claim(key, bodyHash, now) {
      for (const [oldKey, { claimedAt }] of claims) {
        if (claimedAt > now - keepMs) break;
        claims.delete(oldKey);
      }
      const known = claims.get(key);
      if (!known) {
        claims.set(key, { bodyHash, claimedAt: now, done: false, answer: null });
        return 'claimed';
      }
      return {
        bodyHash: known.bodyHash,
        claimedAt: known.claimedAt,
        answer: known.done ? jsonCopy(known.answer) : undefined,
      };
    },
    async reclaim(key, claimedAt, now) {
      const known = claims.get(key);
      if (!known || known.done || known.claimedAt !== claimedAt) return false;
      claims.delete(key);
      claims.set(key, { ...known, claimedAt: now });
      return true;
    },
    async finish(key, answer) {
      const known = claims.get(key);
      if (known) claims.set(key, { ...known, done: true, answer: jsonCopy(answer ?? null) });
    },
    async drop(key) {
      claims.delete(key);
    },
  };
}
