import type { ExperimentReading } from '../../contract/rest/experiments.ts';
import type { Clock } from '../../kernel/clock.ts';
import { HubError } from '../../kernel/hubError.ts';
import { readPages } from '../../kernel/readPages.ts';
import type { StaffScope } from '../identity/model.ts';
import { type CountDeps, countOutcomes } from './countOutcomes.ts';
import { tenantOf } from './manageExperiments.ts';
import { type Experiment, type Exposure, endOf } from './model.ts';
import { type ExperimentStore, exposuresPage } from './ports.ts';
import { countArms, readingOf } from './readingOf.ts';

export interface ReadDeps extends CountDeps {
  experiments: Pick<ExperimentStore, 'find' | 'exposures' | 'noteCounted'>;
  clock: Clock;
}

/** How many leads one reading looks up in the logs; the next one goes on from there. */
const mostLooks = 2_000;
const atOnce = 10;
/** What was counted so recently is not counted again. */
const freshMs = 10_000;

/**
 * How an experiment stands. What became of each lead is read from the logs, and kept with its exposure: after the end nothing is left to be read.
 * @throws HubError `FORBIDDEN` for an agent; `NOT_FOUND`
 */
export async function readExperiment(
  deps: ReadDeps,
  scope: StaffScope,
  experimentId: string,
): Promise<ExperimentReading> {
  const tenantId = tenantOf(scope);
  const experiment = await deps.experiments.find(tenantId, experimentId);
  if (experiment === null) throw new HubError('NOT_FOUND');
  const now = deps.clock.now();
  const { exposures, complete } = await countAll(deps, experiment, now);
  return readingOf(experiment, countArms(experiment.arms, exposures), { now, complete });
}

async function countAll(
  deps: ReadDeps,
  experiment: Experiment,
  now: number,
): Promise<{ exposures: Exposure[]; complete: boolean }> {
  const { id, tenantId } = experiment;
  const through = Math.min(now, endOf(experiment));
  const all: Exposure[] = [];
  const pages = readPages(exposuresPage, (after) => deps.experiments.exposures(tenantId, id, after));
  for await (const exposure of pages) all.push(exposure);
  const isDue = ({ counted }: Exposure): boolean =>
    counted.through < through && (through < now || now - counted.through >= freshMs);
  const due = all.filter(isDue);
  const looked = due.slice(0, mostLooks);
  for (let next = 0; next < looked.length; next += atOnce)
    await Promise.all(
      looked.slice(next, next + atOnce).map(async (exposure) => {
        exposure.counted = await countOutcomes(deps, experiment, exposure, through);
        await deps.experiments.noteCounted(tenantId, exposure.id, exposure.counted);
      }),
    );
  return { exposures: all, complete: due.length === looked.length };
}
