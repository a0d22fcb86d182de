import type { StrategyName } from '../../contract/coaching.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { Hold } from '../tenants/tenantVersions.ts';
import { assignArm } from './assignArm.ts';
import type { ExperimentStore } from './ports.ts';

/** The arm of a lead in the experiment that its brokerage runs. */
export interface RunningArm {
  experimentId: string;
  strategy: StrategyName;
}

/** Finds the arm of a lead, null while no experiment runs, from what this node holds of the brokerage: no lead is looked up for it. */
export function createArmFinder({
  hold,
  experiments,
  clock,
}: {
  hold: Hold;
  experiments: Pick<ExperimentStore, 'findStarted'>;
  clock: Clock;
}): (tenantId: string, leadOf: () => Promise<string | null>) => Promise<RunningArm | null> {
  const startedOf = hold(['experiments'], (tenantId) => experiments.findStarted(tenantId));
  return async (tenantId, leadOf) => {
    const experiment = await startedOf(tenantId);
    if (experiment === null || experiment.endsAt <= clock.now()) return null;
    const leadId = await leadOf();
    const arm = leadId === null ? null : assignArm(experiment, leadId);
    return arm && { experimentId: experiment.id, strategy: arm.strategy };
  };
}
