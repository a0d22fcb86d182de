import { z } from 'zod';

/** The stages of a talk, for coaching. */
export const coachingStage = z.enum(['discovery', 'qualification', 'objection', 'closing']);
export type CoachingStage = z.infer<typeof coachingStage>;

/** How an agent wants to be helped to talk. */
export const strategyNames = ['empathetic', 'analytical', 'assertive', 'consultative', 'relationship'] as const;
export const strategyName = z.enum(strategyNames);
export type StrategyName = z.infer<typeof strategyName>;

/** How much help an agent wants unasked: `critical`, only what can't wait; `all`, also what is seldom needed. */
export const helpLevels = ['off', 'critical', 'normal', 'all'] as const;
export const helpLevel = z.enum(helpLevels);
export type HelpLevel = z.infer<typeof helpLevel>;
export const help = z.strictObject({ level: helpLevel, strategy: strategyName });
export type Help = z.infer<typeof help>;
export const usualHelp: Help = { level: 'normal', strategy: 'consultative' };

/** Why the agent was not shown what could have helped. */
export const withheldReasons = ['off-for-this-talk', 'still-shown', 'too-soon', 'too-many', 'level'] as const;
export const withheldReason = z.enum(withheldReasons);
export type WithheldReason = z.infer<typeof withheldReason>;

/** How near a lead is to acting, by what they told. */
export const readiness = z.enum(['early', 'getting-there', 'ready']);
export type Readiness = z.infer<typeof readiness>;
