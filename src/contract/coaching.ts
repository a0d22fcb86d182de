import { z } from 'zod';

/** Where a talk stands, for whoever helps in it. */
export const coachingStage = z.enum(['discovery', 'qualification', 'objection', 'closing']);
export type CoachingStage = z.infer<typeof coachingStage>;

/** How an agent wants to be helped to talk. */
export const strategyNames = ['empathetic', 'analytical', 'assertive', 'consultative', 'relationship'] as const;
export const strategyName = z.enum(strategyNames);
export type StrategyName = z.infer<typeof strategyName>;

/** Why the agent was not shown what could have helped. */
export const withheldReasons = ['off-for-this-talk', 'still-shown', 'too-soon', 'too-many', 'level'] as const;
export const withheldReason = z.enum(withheldReasons);
export type WithheldReason = z.infer<typeof withheldReason>;
