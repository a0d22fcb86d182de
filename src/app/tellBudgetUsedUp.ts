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
  const alert = {
    kind: 'model-budget',
    reason: words[scope],
    priority: 2,
    occasion: `${conversationId}:model-budget:${scope}:${parts.clock.now()}`,
  };
  raiseAlert(parts, { tenantId, conversationId }, alert).catch((err: unknown) =>
    parts.log.warn('a used-up budget could not be told', { err, conversationId }),
  );
}
