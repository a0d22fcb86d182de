import type { StrategyName } from '../../contract/coaching.ts';
import type { ExperimentMetric, ExperimentPlan } from '../../contract/experimentPlan.ts';

/** Strategies of coaching that are tried on a brokerage’s leads side by side. It never changes, but for being stopped. */
export interface Experiment {
  id: string;
  tenantId: string;
  name: string;
  arms: Arm[];
  metric: ExperimentMetric;
  plan: ExperimentPlan;
  minimumPerArm: number;
  /** So that no two experiments split the leads alike. */
  salt: string;
  startedAt: number;
  /** The planned end: later outcomes aren’t counted. */
  endsAt: number;
  stoppedAt: number | null;
  by: { id: string; name: string };
}

export interface Arm {
  strategy: StrategyName;
  /** Its part of the leads; those of all arms together are 1. */
  weight: number;
}

/** A lead met its arm: the first card that was written by its strategy. Times in ms since the epoch. */
export interface Exposure {
  id: string;
  tenantId: string;
  experimentId: string;
  leadId: string;
  /** Where the card stands; the exposure is erased with it. */
  conversationId: string;
  strategy: StrategyName;
  at: number;
  /** A line of the public log that the card came after. */
  seq: number;
  counted: Counted;
}

/** When each outcome of a lead first happened after its exposure, by the logs, or null. `through`: up to when they were read; 0 until they were. */
export interface Counted {
  through: number;
  outcomeAt: number | null;
  optedOutAt: number | null;
  complainedAt: number | null;
}

/** When it ended, or will. */
export const endOf = ({ stoppedAt, endsAt }: Pick<Experiment, 'stoppedAt' | 'endsAt'>): number => stoppedAt ?? endsAt;
