import { LRUCache } from 'lru-cache';
import type { Entry } from '../../contract/log/entry.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { Leases } from '../../kernel/leases.ts';
import type { Logger } from '../../kernel/observe.ts';

export interface QuietCoachDeps {
  clock: Clock;
  leases: Leases;
  logger: Logger;
  /** True when somebody has the conversation open or owns it: coaching that nobody reads is not paid for. */
  isRead(tenantId: string, conversationId: string): boolean | Promise<boolean>;
  /** Starts the streams. */
  coach(tenantId: string, conversationId: string): Promise<unknown>;
}

export interface QuietCoach {
  /** The lead wrote or said this. Each node that hears of it may call. */
  leadSpoke(tenantId: string, said: Pick<Entry, 'id' | 'conversationId' | 'type'>): void;
  stop(): void;
}

/** Shorter than this, what is said on a phone is seldom more than a nod. */
const leastSpokenChars = 12;

/** Whether a line is one of the lead's that a coach may have something to say about. */
export function callsForCoach({ type, actor, data }: Entry): boolean {
  if (actor.kind !== 'visitor' && actor.kind !== 'lead') return false;
  return type === 'message-created' || (type === 'call-segment' && data.text.length >= leastSpokenChars);
}

const quietMs = 400;
/** On the phone a line comes every few seconds, and each card takes a look away from the talk. */
const spokenGapMs = 6_000;
const mostHeld = 10_000;
const leaseMs = 10_000;

/**
 * Coaches once the lead has been quiet for 400 ms, and on the phone no sooner than 6 s after the last time. All nodes may hear of the message: the first that takes the lease of that
 * message coaches. The lease is not given back, so that no message is coached on twice.
 */
export function coachWhenQuiet(deps: QuietCoachDeps): QuietCoach {
  const waiting = new Map<string, () => void>();
  /** When it last began, by conversation. */
  const began = new LRUCache<string, number>({ max: mostHeld });

  async function begin(tenantId: string, conversationId: string, entryId: string): Promise<void> {
    if (!(await deps.isRead(tenantId, conversationId))) return;
    const lease = await deps.leases.take(`coach:${entryId}`, leaseMs);
    if (lease !== null) await deps.coach(tenantId, conversationId);
  }

  return {
    leadSpoke(tenantId, { id, conversationId, type }) {
      waiting.get(conversationId)?.();
      const now = deps.clock.now();
      const gapMs = type === 'call-segment' ? spokenGapMs : 0;
      const waitMs = Math.max(quietMs, (began.get(conversationId) ?? 0) + gapMs - now);
      const cancel = deps.clock.after(waitMs, () => {
        waiting.delete(conversationId);
        began.set(conversationId, deps.clock.now());
        begin(tenantId, conversationId, id).catch((err: unknown) =>
          deps.logger.error('coaching could not start', { err, conversationId }),
        );
      });
      waiting.set(conversationId, cancel);
    },
    stop() {
      for (const cancel of waiting.values()) cancel();
      waiting.clear();
    },
  };
}
