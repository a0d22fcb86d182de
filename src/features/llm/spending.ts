import type { SpendingState } from '../../contract/rest/insight.ts';
import type { Limit, RateLimits } from '../../kernel/rateLimits.ts';

/** The state from each percentage of the stop sum on. Visitors lose the model last. */
const rungs: readonly [number, SpendingState][] = [
  [100, 'off'],
  [95, 'rules'],
  [80, 'small'],
  [60, 'note'],
  [50, 'soft'],
];

/** The spending state at a percentage of the stop sum. */
export const stateAt = (percent: number): SpendingState => rungs.find(([from]) => percent >= from)?.[1] ?? 'well';

export interface SpendingNow {
  hourMicroUsd: number;
  stopMicroUsd: number;
  state: SpendingState;
}

export interface Spending {
  charge(tenantId: string, costMicroUsd: number): Promise<void>;
  /** The tenant's spending this hour; the state is the worse of the tenant's and the whole hub's. */
  now(tenantId: string): Promise<SpendingNow>;
}

const everybody = 'all';

/** Counts what the model costs, an hour at a time for each tenant and for all; several nodes share one count. */
export function countSpending(deps: {
  rateLimits: RateLimits;
  /** In micro-dollars. */
  limits: { spendPerTenant: Limit; spendPerHub: Limit };
}): Spending {
  const { rateLimits, limits } = deps;
  return {
    async charge(tenantId, costMicroUsd) {
      if (costMicroUsd <= 0) return;
      const points = Math.ceil(costMicroUsd);
      await Promise.all([
        rateLimits.take(limits.spendPerTenant, tenantId, points),
        rateLimits.take(limits.spendPerHub, everybody, points),
      ]);
    },
    async now(tenantId) {
      const [mine, all] = await Promise.all([
        rateLimits.count(limits.spendPerTenant, tenantId),
        rateLimits.count(limits.spendPerHub, everybody),
      ]);
      const stopMicroUsd = limits.spendPerTenant.points;
      const percent = Math.max((100 * mine) / stopMicroUsd, (100 * all) / limits.spendPerHub.points);
      return { hourMicroUsd: mine, stopMicroUsd, state: stateAt(percent) };
    },
  };
}
