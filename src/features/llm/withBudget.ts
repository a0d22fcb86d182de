import type { ErrorCode } from '../../contract/errors.ts';
import type { SpendingState } from '../../contract/rest/insight.ts';
import type { Limit, RateLimits } from '../../kernel/rateLimits.ts';
import type { LanguageModel, VisitorCause, WritingOrder, WritingOutlet, WritingResult } from './ports.ts';
import type { Spending } from './spending.ts';

/** The budget that is used up. */
export type BudgetScope = 'visitor' | 'address';

export interface BudgetDeps {
  rateLimits: RateLimits;
  /** In tokens. */
  limits: { modelPerVisitor: Limit; modelPerAddress: Limit };
  spending: Pick<Spending, 'now'>;
  /** Names of tasks that no model may write. */
  off: ReadonlySet<string>;
  /** Once a day for each visitor and address whose budget is used up. Must not throw. */
  onUsedUp(scope: BudgetScope, cause: VisitorCause): void;
  /** Once an hour for each state of a tenant from `note` on, with the conversation that led to it. Must not throw. */
  onSpending(state: SpendingState, place: { tenantId: string; conversationId: string | null }): void;
}

/** Few enough that no writing system costs more tokens than are counted for it. */
const bytesPerToken = 3;
const hourMs = 3_600_000;

/**
 * The same model within its budget; beyond it `standIn` writes, as during an outage. Each visitor and network address has tokens
 * for a day, each tenant and the hub a sum for an hour, and a task may be switched
 * off. The whole cost of visitors' words is counted before the writing begins: otherwise many requests at once would come for free.
 */
export function withBudget(model: LanguageModel, standIn: LanguageModel, deps: BudgetDeps): LanguageModel {
  const { rateLimits, limits } = deps;

  /** The budget that is used up by these tokens; null while there is enough. */
  async function spend(cause: VisitorCause, tokens: number): Promise<BudgetScope | null> {
    const { tenantId, writerId, addressKey } = cause;
    const purses: [BudgetScope, Limit, string][] = [['visitor', limits.modelPerVisitor, `${tenantId}:${writerId}`]];
    if (addressKey !== null) purses.push(['address', limits.modelPerAddress, `${tenantId}:${addressKey}`]);
    for (const [scope, limit, key] of purses) {
      if ((await rateLimits.take(limit, key, tokens)) === 0) continue;
      const told = await rateLimits.take({ name: `${limit.name}-told`, points: 1, perMs: limit.perMs }, key);
      if (told === 0) deps.onUsedUp(scope, cause);
      return scope;
    }
    return null;
  }

  async function stateFor(order: WritingOrder): Promise<SpendingState> {
    const tenantId = order.userKey;
    const { state } = await deps.spending.now(tenantId);
    if (state === 'well' || state === 'soft') return state;
    const told = await rateLimits.take({ name: `model-${state}-told`, points: 1, perMs: hourMs }, tenantId);
    const conversationId = order.staff?.conversationId ?? order.causedBy?.conversationId ?? null;
    if (told === 0) deps.onSpending(state, { tenantId, conversationId });
    return state;
  }

  async function byRules(order: WritingOrder, out: WritingOutlet, code?: ErrorCode): Promise<WritingResult> {
    out.onBasis?.(standIn.basis);
    const result = await standIn.write(order, out);
    // The team is told why the model did not write, and visitors never are.
    return code === undefined || order.staff === undefined ? result : { ...result, code };
  }

  return {
    get basis() {
      return model.basis;
    },
    async write(order, out) {
      if (model.basis === standIn.basis) return model.write(order, out);
      if (deps.off.has(order.task.name)) return byRules(order, out);
      const isVisitors = order.task.criticality === 'visitor';
      const state = await stateFor(order);
      if (state === 'off' || (state === 'rules' && !isVisitors)) return byRules(order, out, 'COST_LIMIT');
      if (order.causedBy !== undefined && (await spend(order.causedBy, tokensOf(order))) !== null)
        return byRules(order, out);
      return model.write(state === 'small' && !isVisitors ? { ...order, tier: 'small' } : order, out);
    },
  };
}

/** An upper estimate of the tokens that the order takes. */
const tokensOf = ({ task, stable = [], turns = [], prompt }: WritingOrder): number =>
  Math.ceil(
    Buffer.byteLength([task.system, ...stable, ...turns.map(({ text }) => text), prompt].join('')) / bytesPerToken,
  ) + task.maxTokens;
