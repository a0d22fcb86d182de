import type { Limit, RateLimits } from '../../kernel/rateLimits.ts';
import type { LanguageModel, VisitorCause, WritingOrder } from './ports.ts';

/** What is used up. */
export type BudgetScope = 'visitor' | 'address';

export interface BudgetParts {
  rateLimits: RateLimits;
  /** In tokens. */
  limits: { modelPerVisitor: Limit; modelPerAddress: Limit };
  /** Once a day for each visitor and address whose budget is used up. Must not throw. */
  onUsedUp(scope: BudgetScope, cause: VisitorCause): void;
}

/** Few enough that no writing system costs more tokens than are counted for it. */
const bytesPerToken = 3;

/**
 * The same model for the team. What visitors' words make it write is counted, and once a visitor or their network address has
 * used up the day's tokens, `standIn` writes, as during an outage. The whole answer is counted before it is written: of many
 * at once none comes for free.
 */
export function withBudget(model: LanguageModel, standIn: LanguageModel, parts: BudgetParts): LanguageModel {
  const { rateLimits, limits } = parts;

  /** What is used up; null while there is enough. */
  async function spend(cause: VisitorCause, tokens: number): Promise<BudgetScope | null> {
    const { tenantId, visitorId, addressKey } = cause;
    const purses: [BudgetScope, Limit, string][] = [['visitor', limits.modelPerVisitor, `${tenantId}:${visitorId}`]];
    if (addressKey !== null) purses.push(['address', limits.modelPerAddress, `${tenantId}:${addressKey}`]);
    for (const [scope, limit, key] of purses) {
      if ((await rateLimits.take(limit, key, tokens)) === 0) continue;
      const told = await rateLimits.take({ name: `${limit.name}-told`, points: 1, perMs: limit.perMs }, key);
      if (told === 0) parts.onUsedUp(scope, cause);
      return scope;
    }
    return null;
  }

  return {
    get basis() {
      return model.basis;
    },
    async write(order, out) {
      if (order.causedBy === undefined || model.basis === standIn.basis) return model.write(order, out);
      if ((await spend(order.causedBy, tokensOf(order))) === null) return model.write(order, out);
      out.onBasis?.(standIn.basis);
      return standIn.write(order, out);
    },
  };
}

/** About as many as it takes at most. */
const tokensOf = ({ task, turns = [], prompt }: WritingOrder): number =>
  Math.ceil(Buffer.byteLength(task.system + turns.map(({ text }) => text).join('') + prompt) / bytesPerToken) +
  task.maxTokens;
