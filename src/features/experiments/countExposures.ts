import type { Clock } from '../../kernel/clock.ts';
import type { Jobs } from '../../kernel/jobs.ts';
import { readPages } from '../../kernel/readPages.ts';
import { type CountDeps, countOutcomes } from './countOutcomes.ts';
import { type Experiment, type Exposure, endOf } from './model.ts';
import { type ExperimentStore, exposuresPage } from './ports.ts';

export interface CountExposuresDeps extends CountDeps {
  experiments: Pick<ExperimentStore, 'exposures' | 'noteCounted'>;
  clock: Clock;
}

const atOnce = 10;

/**
 * Goes through the exposures of an experiment, and reads from the logs what became of those that were last counted `staleMs` ago, or before the
 * end; of at most `most`. The counts are kept with the exposures.
 */
export async function* countExposures(
  { experiments, clock, ...logs }: CountExposuresDeps,
  experiment: Experiment,
  { most, staleMs }: { most: number; staleMs: number },
): AsyncGenerator<Exposure, void, undefined> {
  const { id, tenantId } = experiment;
  const now = clock.now();
  const through = Math.min(now, endOf(experiment));
  const isDue = ({ counted }: Exposure): boolean =>
    counted.through < through && (through < now || now - counted.through >= staleMs);
  const due: Exposure[] = [];
  let looked = 0;

  async function countDue(): Promise<Exposure[]> {
    const counted = await Promise.all(
      due.splice(0).map(async (one) => ({ ...one, counted: await countOutcomes(logs, experiment, one, through) })),
    );
    await experiments.noteCounted(tenantId, counted);
    return counted;
  }
  for await (const exposure of readPages(exposuresPage, (after) => experiments.exposures(tenantId, id, after))) {
    if (looked === most || !isDue(exposure)) {
      yield exposure;
      continue;
    }
    due.push(exposure);
    looked += 1;
    if (due.length === atOnce) yield* await countDue();
  }
  yield* await countDue();
}

/** Whether nothing of it is left to be counted. */
export const isCounted = (experiment: Experiment, { counted }: Exposure): boolean =>
  counted.through >= endOf(experiment);

const hourMs = 3_600_000;
const countedPerRun = 300;

/** Sets the job that counts while an experiment runs: to be called before the experiment is kept. */
export const setCounting = (
  { jobs }: { jobs: Pick<Jobs, 'schedule'> },
  { tenantId, id, startedAt }: Pick<Experiment, 'tenantId' | 'id' | 'startedAt'>,
): Promise<void> => jobs.schedule({ tenantId, kind: 'experiment', about: id, at: startedAt + hourMs });

/**
 * The job of an experiment: counts each hour what became of its leads, some hundreds at a time, until all are counted up to its end. So
 * nobody waits for it who reads the result. Resolves to when it wants to run again, or null.
 */
export async function lookAtExperiment(
  deps: CountExposuresDeps & { experiments: Pick<ExperimentStore, 'find'> },
  { tenantId, experimentId }: { tenantId: string; experimentId: string },
): Promise<number | null> {
  const experiment = await deps.experiments.find(tenantId, experimentId);
  if (experiment === null) return null;
  const now = deps.clock.now();
  const isOver = endOf(experiment) <= now;
  let left = false;
  for await (const exposure of countExposures(deps, experiment, { most: countedPerRun, staleMs: hourMs }))
    left ||= isOver ? !isCounted(experiment, exposure) : now - exposure.counted.through >= hourMs;
  if (left) return now;
  return isOver ? null : Math.min(now + hourMs, experiment.endsAt);
}
