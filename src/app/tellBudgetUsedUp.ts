import type { SpendingState } from '../contract/rest/insight.ts';
import type { AlertKind } from '../contract/teamVocabulary.ts';
import { type AlertDeps, raiseAlert } from '../features/conversations/board/raiseAlert.ts';
import type { VisitorCause } from '../features/llm/ports.ts';
import type { BudgetScope } from '../features/llm/withBudget.ts';
import type { Clock } from '../kernel/clock.ts';
import type { Logger } from '../kernel/observe.ts';

interface TellDeps extends AlertDeps {
  clock: Clock;
  log: Logger;
}

const words: Record<BudgetScope, string> = {
  visitor: 'This visitor has used up their daily Claude budget. The playbook answers them until tomorrow.',
  address:
    'Visitors at one network address have used up their daily Claude budget. The playbook answers them until tomorrow.',
};

/** From which state on the team is told. */
const spendingWords = {
  note: 'Claude has reached 60% of its hourly spending limit.',
  small: 'Claude has reached 80% of its hourly spending limit. The small model coaches until the hour is over.',
  rules:
    'Claude has reached 95% of its hourly spending limit. The playbook coaches until the hour is over; Claude still answers visitors.',
  off: 'Claude has reached its hourly spending limit. The playbook coaches and answers until the hour is over.',
} as const satisfies Partial<Record<SpendingState, string>>;

/** Tells the people who can act on it: an alert on the wall, at the conversation that asked for more, and a line in the log. */
export function tellBudgetUsedUp(deps: TellDeps, scope: BudgetScope, { tenantId, conversationId }: VisitorCause): void {
  deps.log.warn('a daily model budget is used up: the playbook writes', {
    scope,
    tenantId,
    conversationId,
  });
  raise(deps, { tenantId, conversationId }, 'model-budget', words[scope], `${conversationId}:model-budget:${scope}`);
}

/** The same of an hour's money: at the conversation whose call led there, and in the log where there was none. */
export function tellSpending(
  deps: TellDeps,
  state: SpendingState,
  { tenantId, conversationId }: { tenantId: string; conversationId: string | null },
): void {
  deps.log.warn('the model is near its hourly spending limit', { state, tenantId });
  if (conversationId === null || state === 'well' || state === 'soft') return;
  // A kind for each state: an alert that nobody has answered yet would keep the next one of its kind away.
  const kind = `model-spending-${state}` as const;
  raise(deps, { tenantId, conversationId }, kind, spendingWords[state], `${tenantId}:model-spending:${state}`);
}

function raise(
  deps: TellDeps,
  place: { tenantId: string; conversationId: string },
  kind: AlertKind,
  reason: string,
  occasion: string,
): void {
  const alert = { kind, reason, priority: 2, occasion: `${occasion}:${deps.clock.now()}` };
  raiseAlert(deps, place, alert).catch((err: unknown) =>
    deps.log.warn('an alert about a used-up budget could not be raised', { err, conversationId: place.conversationId }),
  );
}
