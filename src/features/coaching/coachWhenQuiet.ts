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
  /** The lead spoke; `entryId` is of that line. Each node that hears of it may call. */
  leadSpoke(tenantId: string, conversationId: string, entryId: string): void;
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
const leaseMs = 10_000;

/**
 * Coaches once the lead has been quiet for 400 ms. All nodes may hear of the message: the first that takes the lease of that
 * message coaches. The lease is not given back, so that no message is coached on twice.
 */
export function coachWhenQuiet(deps: QuietCoachDeps): QuietCoach {
  const waiting = new Map<string, () => void>();

  async function begin(tenantId: string, conversationId: string, entryId: string): Promise<void> {
    if (!(await deps.isRead(tenantId, conversationId))) return;
    const lease = await deps.leases.take(`coach:${entryId}`, leaseMs);
    if (lease !== null) await deps.coach(tenantId, conversationId);
  }

  return {
    leadSpoke(tenantId, conversationId, entryId) {
      waiting.get(conversationId)?.();
      const cancel = deps.clock.after(quietMs, () => {
        waiting.delete(conversationId);
        begin(tenantId, conversationId, entryId).catch((err: unknown) =>
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
