import type { Entry } from '../../../contract/log/entry.ts';
import type { FlagChange } from '../../../contract/log/parts.ts';
import type { Clock } from '../../../kernel/clock.ts';
import { HubError } from '../../../kernel/hubError.ts';
import { idFrom } from '../../../kernel/ids.ts';
import type { StaffScope } from '../../identity/model.ts';
import { actorOf, type CommandRef, systemActor } from '../actors.ts';
import { type AlertDraft, hotUnowned, judgeAlerts } from '../judgeAlerts.ts';
import type { Appender, Place } from '../log/appendEntry.ts';
import type { Draft } from '../model.ts';
import type { ConversationStore, EntryStore } from '../ports.ts';
import { rowNow } from './bringForward.ts';
import { alertsStanding } from './rowAfter.ts';

export interface AlertDeps {
  conversations: Pick<ConversationStore, 'find'>;
  entries: Pick<EntryStore, 'read'>;
  appender: Pick<Appender, 'append'>;
}

export interface AnswerAlertDeps {
  entries: Pick<EntryStore, 'findOnce'>;
  appender: Pick<Appender, 'append'>;
}

export type UnassignedDeps = AlertDeps & { entries: Pick<EntryStore, 'newestOf'>; clock: Clock };

const keyOf = (alertId: string): string => `alert:${alertId}`;
const answerKeyOf = (alertId: string): string => `alert-answered:${alertId}`;

/**
 * Tells the supervisors, once per occasion, and not while an alert of that kind stands in the conversation. A hot lead that
 * somebody has is no news.
 */
export async function raiseAlert(
  deps: AlertDeps,
  place: Place,
  { occasion, flag, ...alert }: AlertDraft & { flag?: FlagChange },
  by: Pick<Draft, 'actor' | 'cause' | 'bodyHash'> = { actor: systemActor },
): Promise<void> {
  const conversation = await deps.conversations.find(place.tenantId, place.conversationId);
  if (conversation === null) return;
  const row = await rowNow(deps, conversation);
  if (alertsStanding(row).some(({ kind }) => kind === alert.kind)) return;
  if (alert.kind === hotUnowned && conversation.owner !== null) return;
  const alertId = idFrom('alert', occasion);
  await deps.appender.append(place, {
    type: 'alert-raised',
    data: { alertId, ...alert, ...(flag === undefined ? {} : { flags: [flag] }) },
    ...by,
    onceKey: keyOf(alertId),
  });
}

/**
 * Somebody sees to it: the alert leaves every wall. Of two who answer at once the first is in the log, and both are right.
 * @throws HubError `NOT_FOUND` for an alert that never was
 */
export async function answerAlert(
  deps: AnswerAlertDeps,
  scope: StaffScope,
  command: CommandRef,
  alertId: string,
): Promise<void> {
  const raised = await deps.entries.findOnce(keyOf(alertId));
  if (raised === null || raised.tenantId !== scope.tenantId) throw new HubError('NOT_FOUND', { field: 'alertId' });
  await deps.appender.append(
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
 * Whether a line of the team's log says that nobody has the conversation anymore, by somebody's doing. A hand-back that a crash cut off
 * is said by the hub.
 */
export const callsForOwner = ({ type, actor, data }: Entry): boolean =>
  type === 'assignment-changed' &&
  data.owner === undefined &&
  (actor.kind !== 'system' || data.reason === 'handed-back');

/**
 * After a line of the team's log that says that nobody has the conversation anymore: a hot lead must not stay so unseen. An
 * offer is no such line: nobody had it before, and a person who answered the alert meanwhile is not told again.
 */
export async function alertUnassignedHotLead(deps: UnassignedDeps, place: Place, entry: Entry): Promise<void> {
  if (!callsForOwner(entry)) return;
  const found = await deps.conversations.find(place.tenantId, place.conversationId);
  if (found === null) return;
  const score = await deps.entries.newestOf(place.conversationId, 'score-changed');
  const temperature = score?.type === 'score-changed' ? score.data.temperature : null;
  const drafts = judgeAlerts(found, { temperature, redMs: Number.POSITIVE_INFINITY, now: deps.clock.now() });
  for (const draft of drafts) await raiseAlert(deps, place, { ...draft, occasion: `${draft.occasion}:${entry.seq}` });
}
