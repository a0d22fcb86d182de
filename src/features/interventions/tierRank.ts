import type { RiskTier } from '../../contract/interventions.ts';

/** The riskiest first. */
export const tierRank: Readonly<Record<RiskTier, number>> = { critical: 0, high: 1, medium: 2 };
