/** Days of silence at which a follow-up is proposed, at most one for each. After `lastDays` nobody is followed up anymore. */
export const ladderSteps = [7, 14, 21, 30, 45] as const;
export type LadderStep = (typeof ladderSteps)[number];
export const lastDays = 60;

/** How likely a lead is lost, from the reading of churn: `medium` from 30 %, `high` from 60 %, `critical` from 80 %. Below, nothing is proposed. */
export const riskTiers = ['medium', 'high', 'critical'] as const;
export type RiskTier = (typeof riskTiers)[number];

/** `sms` and `email`: the hub sends it. `call` and `write`: it becomes a task, for no channel of the hub is open to them. */
export const contactWays = ['sms', 'email', 'call', 'write'] as const;
export type ContactWay = (typeof contactWays)[number];

/**
 * `approving`: somebody approved it, and it is on its way. `sent`; `tasked`: it became a task. `withdrawn`: they wrote or opted out first.
 * `expired`: nobody decided on it within a week, or a crash cut off the approval and nobody repeated it.
 */
export const interventionStates = ['open', 'approving', 'sent', 'tasked', 'rejected', 'withdrawn', 'expired'] as const;
export type InterventionState = (typeof interventionStates)[number];

/** As long as the longest draft, with room to edit it. */
export const proposalChars = 3_000;
