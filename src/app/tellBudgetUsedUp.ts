import type { SpendingState } from '../contract/insight.ts';
import type { ConversationParts } from '../features/conversations/parts.ts';
import { raiseAlert } from '../features/conversations/raiseAlert.ts';
import type { VisitorCause } from '../features/llm/ports.ts';
import type { BudgetScope } from '../features/llm/withBudget.ts';
import type { Logger } from '../kernel/observe.ts';

const words: Record<BudgetScope, string> = {
  visitor: 'This visitor has used up Claude’s budget for a day. The playbook answers them until tomorrow.',
  address:
    'Visitors of one network address have used up Claude’s budget for a day. The playbook answers them until tomorrow.',
};

const spendingWords: Readonly<Partial<Record<SpendingState, string>>> = {
  note: 'Claude has cost 60 % of what it may in an hour.',
  small: 'Claude has cost 80 % of what it may in an hour. The small model coaches until the hour is over.',
  rules:
    'Claude has cost 95 % of what it may in an hour. The playbook coaches until the hour is over; visitors are still answered by Claude.',
  off: 'Claude has cost what it may in an hour. The playbook coaches and answers until the hour is over.',
};

/** Where those who can do something about it look: an alert on the wall, at the conversation that asked for more, and the log. */
export function tellBudgetUsedUp(
  parts: ConversationParts & { log: Logger },
  scope: BudgetScope,
  { tenantId, conversationId }: VisitorCause,
): void {
  parts.log.warn('a budget of the model is used up for a day: the playbook writes', {
    scope,
    tenantId,
    conversationId,
  });
  raise(parts, { tenantId, conversationId }, 'model-budget', words[scope], `${conversationId}:model-budget:${scope}`);
}

/** The same of an hour's money: at the conversation whose call led there, and in the log where there was none. */
export function tellSpending(
  parts: ConversationParts & { log: Logger },
  state: SpendingState,
  { tenantId, conversationId }: { tenantId: string; conversationId: string | null },
): void {
  parts.log.warn('the model nears what it may cost in an hour', { state, tenantId });
  const reason = spendingWords[state];
  // A kind for each state: an alert that nobody has answered yet would keep the next one of its kind away.
  if (conversationId !== null && reason !== undefined)
    raise(
      parts,
      { tenantId, conversationId },
      `model-spending-${state}`,
      reason,
      `${tenantId}:model-spending:${state}`,
    );
}

function raise(
  parts: ConversationParts & { log: Logger },
  place: { tenantId: string; conversationId: string },
  kind: string,
  reason: string,
  occasion: string,
): void {
  const alert = { kind, reason, priority: 2, occasion: `${occasion}:${parts.clock.now()}` };
  raiseAlert(parts, place, alert).catch((err: unknown) =>
    parts.log.warn('a used-up budget could not be told', { err, conversationId: place.conversationId }),
  );
}
