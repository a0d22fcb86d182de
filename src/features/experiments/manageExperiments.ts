import { experimentLimits, leadsPerArm } from '../../contract/experimentPlan.ts';
import type { ExperimentAnswer, ExperimentRequest, ExperimentsAnswer } from '../../contract/rest/experiments.ts';
import { type Clock, isoOf } from '../../kernel/clock.ts';
import { HubError } from '../../kernel/hubError.ts';
import type { Jobs } from '../../kernel/jobs.ts';
import type { StaffScope } from '../identity/model.ts';
import { setCounting } from './countExposures.ts';
import type { Experiment } from './model.ts';
import type { ExperimentStore } from './ports.ts';

export interface ManageDeps {
  experiments: Pick<ExperimentStore, 'start' | 'find' | 'list' | 'stop'>;
  jobs: Pick<Jobs, 'schedule'>;
  clock: Clock;
  newId(): string;
}

const dayMs = 86_400_000;

/**
 * Starts an experiment at once. A brokerage runs one at a time, so that no lead is in two and none disturbs another.
 * @throws HubError `FORBIDDEN` for an agent; `CONFLICT` while one is running; `VALIDATION_FAILED` for a plan that no brokerage has the leads for
 */
export async function startExperiment(
  { experiments, jobs, clock, newId }: ManageDeps,
  scope: StaffScope,
  { name, strategies, weights, metric, plan, minimumPerArm, days }: ExperimentRequest,
): Promise<ExperimentAnswer> {
  const tenantId = tenantOf(scope);
  const needed = leadsPerArm(plan, strategies.length);
  if (minimumPerArm === undefined && needed > experimentLimits.mostPerArm)
    throw new HubError('VALIDATION_FAILED', {
      field: 'plan.lift',
      says: `To see so small a difference, each group needs ${needed.toLocaleString('en-US')} leads. Look for a larger one, or set how many leads are enough.`,
    });
  const now = clock.now();
  const { id, name: byName } = scope.principal;
  const experiment: Experiment = {
    ...{ id: newId(), tenantId, name, metric, plan, salt: newId(), by: { id, name: byName } },
    arms: strategies.map((strategy, index) => ({ strategy, weight: weights?.[index] ?? 1 / strategies.length })),
    minimumPerArm: minimumPerArm ?? needed,
    ...{ startedAt: now, endsAt: now + days * dayMs, stoppedAt: null },
  };
  await setCounting({ jobs }, experiment);
  if (!(await experiments.start(experiment, experimentLimits.kept)))
    throw new HubError('CONFLICT', { says: 'An experiment is running. Stop it, or wait until it ends.' });
  return answerOf(experiment, now);
}

/** @throws HubError `FORBIDDEN` for an agent */
export async function listExperiments(
  { experiments, clock }: Pick<ManageDeps, 'experiments' | 'clock'>,
  scope: StaffScope,
): Promise<ExperimentsAnswer> {
  const now = clock.now();
  return { items: (await experiments.list(tenantOf(scope))).map((one) => answerOf(one, now)) };
}

/**
 * Ends it before its time: every lead is coached as before, and its arms are never compared.
 * @throws HubError `FORBIDDEN` for an agent; `NOT_FOUND`; `CONFLICT` where it has ended already
 */
export async function stopExperiment(
  { experiments, clock }: Pick<ManageDeps, 'experiments' | 'clock'>,
  scope: StaffScope,
  experimentId: string,
): Promise<ExperimentAnswer> {
  const tenantId = tenantOf(scope);
  const now = clock.now();
  const isStopped = await experiments.stop(tenantId, experimentId, now);
  const found = await experiments.find(tenantId, experimentId);
  if (found === null) throw new HubError('NOT_FOUND');
  if (!isStopped) throw new HubError('CONFLICT', { says: 'This experiment has already ended.' });
  return answerOf(found, now);
}

export function tenantOf({ tenantId, principal }: StaffScope): string {
  if (principal.role === 'agent') throw new HubError('FORBIDDEN');
  return tenantId;
}

/** An experiment as it crosses the wire. */
export const answerOf = (experiment: Experiment, now: number): ExperimentAnswer => {
  const { id, name, metric, arms, plan, minimumPerArm, startedAt, endsAt, stoppedAt, by } = experiment;
  return {
    ...{ id, name, metric, arms, minimumPerArm, by },
    state: stoppedAt !== null ? 'stopped' : endsAt <= now ? 'over' : 'running',
    plan: { ...plan, leadsPerArm: leadsPerArm(plan, arms.length) },
    ...{ startedAt: isoOf(startedAt), endsAt: isoOf(endsAt) },
    ...(stoppedAt === null ? {} : { stoppedAt: isoOf(stoppedAt) }),
  };
};
