import type { Clock } from '../../../kernel/clock.ts';
import { judgeAlerts, longWait, soonestRedMs } from '../judgeAlerts.ts';
import type { Place } from '../log/appendEntry.ts';
import { type MendWaitDeps, mendWait } from '../mendWait.ts';
import type { Conversation } from '../model.ts';
import { owedOf } from '../owed.ts';
import { type AlertDeps, raiseAlert } from './raiseAlert.ts';

/** A tenant may shorten its limit: a wait is looked at again within this. */
const judgeAgainMs = 60_000;

export type WaitDeps = AlertDeps &
  MendWaitDeps & {
    clock: Clock;
    /** A tenant's limit for a wait, in milliseconds. */
    waitSlaMsOf(tenantId: string): Promise<number>;
  };

/**
 * The job of a wait: marks it where a crash cut that off, and raises one alert of it once it has become long, whoever looks, however
 * often, also after a crash. `onReviewLate`: a reply has been held back for a person for so long that the visitor should hear of
 * it. When to look again, in ms since the epoch; null when nobody waits, or all was done.
 */
export async function judgeWait(
  deps: WaitDeps,
  place: Place,
  onReviewLate: (conversation: Conversation, since: number) => Promise<void>,
): Promise<number | null> {
  const stored = await deps.conversations.find(place.tenantId, place.conversationId);
  if (stored === null) return null;
  const found = await mendWait(deps, stored);
  const { kind, since, dueAt: lateAt } = owedOf(found);
  if (kind !== 'now' || since === undefined) return null;
  const now = deps.clock.now();
  const firstAt = since + soonestRedMs;
  if (firstAt > now) return firstAt;
  if (found.review !== null && lateAt !== undefined && lateAt <= now) await onReviewLate(found, found.review.since);
  const redMs = await deps.waitSlaMsOf(found.tenantId);
  const redAt = since + redMs;
  if (redAt > now) return Math.min(redAt, now + judgeAgainMs);
  for (const draft of judgeAlerts(found, { temperature: null, redMs, now }))
    if (draft.kind === longWait) await raiseAlert(deps, place, draft);
  return lateAt !== undefined && lateAt > now ? lateAt : null;
}
