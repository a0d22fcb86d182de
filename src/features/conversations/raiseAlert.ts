import type { Entry } from '../../contract/entries.ts';
import { HubError } from '../../kernel/hubError.ts';
import { idFrom } from '../../kernel/ids.ts';
import type { StaffScope } from '../identity/model.ts';
import { actorOf, systemActor } from './actors.ts';
import type { Place } from './appendEntry.ts';
import { boardChangeOf } from './boardChangeOf.ts';
import { changeBoard } from './changeBoard.ts';
import {
  type AlertDraft,
  hotUnowned,
  judgeAlerts,
  longWait,
  reviewLateMs,
  settledKinds,
  waitsForReview,
} from './judgeAlerts.ts';
import type { Conversation, Draft } from './model.ts';
import type { CommandRef, ConversationParts } from './parts.ts';

const keyOf = (alertId: string): string => `alert:${alertId}`;
const answerKeyOf = (alertId: string): string => `alert-answered:${alertId}`;

/**
 * Tells the supervisors, once per occasion, and not while an alert of that kind stands in the conversation. A hot lead that
 * somebody has is no news.
 */
export async function raiseAlert(
  parts: ConversationParts,
  place: Place,
  { occasion, ...alert }: AlertDraft,
  by: Pick<Draft, 'actor' | 'cause' | 'bodyHash'> = { actor: systemActor },
): Promise<void> {
  const conversation = await parts.conversations.find(place.tenantId, place.conversationId);
  if (conversation === null || conversation.board.alerts.some(({ kind }) => kind === alert.kind)) return;
  if (alert.kind === hotUnowned && conversation.owner !== null) return;
  const alertId = idFrom('alert', occasion);
  const appended = await parts.appender.append(place, {
    type: 'alert-raised',
    data: { alertId, ...alert },
    ...by,
    onceKey: keyOf(alertId),
  });
  // A crash may have come between the line and the board: nobody would see what stands in the log alone.
  const isSettled = conversation.mode === 'human' && settledKinds.includes(alert.kind);
  if (!appended?.duplicate || isSettled || (await parts.entries.findOnce(answerKeyOf(alertId))) !== null) return;
  await changeBoard(parts, place, {}, boardChangeOf(appended.entry as Entry)?.add);
}

/**
 * Somebody sees to it: the alert leaves every wall. Of two who answer at once the first is in the log, and both are right.
 * Throws `NOT_FOUND` for an alert that never was.
 */
export async function answerAlert(
  parts: ConversationParts,
  scope: StaffScope,
  command: CommandRef,
  alertId: string,
): Promise<void> {
  const raised = await parts.entries.findOnce(keyOf(alertId));
  if (raised === null || raised.tenantId !== scope.tenantId) throw new HubError('NOT_FOUND', { field: 'alertId' });
  await parts.appender.append(
    { tenantId: scope.tenantId, conversationId: raised.entry.conversationId },
    {
      type: 'alert-answered',
      data: { alertId, by: scope.principal.name },
      actor: actorOf(scope),
      cause: { principalId: scope.principal.id, commandId: command.commandId },
      onceKey: answerKeyOf(alertId),
    },
  );
}

/**
 * After a line of the team's log that says that nobody has the conversation any more: a hot lead must not stay so unseen. An
 * offer is no such line: nobody had it before, and who answered the alert meanwhile is not told again.
 */
export async function noteUnowned(
  parts: ConversationParts,
  place: Place,
  { seq, type, actor, data }: Entry,
): Promise<void> {
  if (type !== 'assignment-changed' || data.owner !== undefined || actor.kind === 'system') return;
  const found = await parts.conversations.find(place.tenantId, place.conversationId);
  if (found === null) return;
  const drafts = judgeAlerts(found, { redMs: Number.POSITIVE_INFINITY, now: parts.clock.now() });
  for (const draft of drafts) await raiseAlert(parts, place, { ...draft, occasion: `${draft.occasion}:${seq}` });
}

const waitsPerLook = 200;
/** A tenant may shorten its limit: a wait is looked at again within this. */
const judgeAgainMs = 60_000;

/**
 * One look at the waits of every tenant that have become long. Any node may look, any number of times, also after a crash:
 * a wait raises one alert. `redMsOf` is a tenant's limit in milliseconds; `onReviewLate`: what was held back for a person still is,
 * for so long that the visitor is to hear of it. A wait that cannot be judged holds up no other.
 * @throws AggregateError of the waits that could not be judged, after all others were
 */
export async function raiseLongWaits(
  parts: ConversationParts,
  redMsOf: (tenantId: string) => Promise<number>,
  onReviewLate: (conversation: Conversation, since: number) => Promise<void>,
): Promise<void> {
  const failed: unknown[] = [];
  for (const found of await parts.conversations.listWaits(parts.clock.now(), waitsPerLook))
    await judgeWait(parts, found, redMsOf, onReviewLate).catch((error: unknown) => failed.push(error));
  if (failed.length > 0) throw new AggregateError(failed, `${failed.length} waits could not be judged`);
}

async function judgeWait(
  parts: ConversationParts,
  found: Conversation,
  redMsOf: (tenantId: string) => Promise<number>,
  onReviewLate: (conversation: Conversation, since: number) => Promise<void>,
): Promise<void> {
  const now = parts.clock.now();
  const { waitingSince } = found.board;
  if (waitingSince === null) return;
  const lateAt = waitingSince + reviewLateMs;
  const isReviewed = waitsForReview(found);
  if (isReviewed && lateAt <= now) await onReviewLate(found, waitingSince);
  const redMs = await redMsOf(found.tenantId);
  const redAt = waitingSince + redMs;
  if (found.mode !== 'closed' && redAt > now) {
    await parts.conversations.judgeWaitAt(found.id, waitingSince, Math.min(redAt, now + judgeAgainMs));
    return;
  }
  const place = { tenantId: found.tenantId, conversationId: found.id };
  for (const draft of judgeAlerts(found, { redMs, now }))
    if (draft.kind === longWait) await raiseAlert(parts, place, draft);
  await parts.conversations.judgeWaitAt(found.id, waitingSince, isReviewed && lateAt > now ? lateAt : null);
}
