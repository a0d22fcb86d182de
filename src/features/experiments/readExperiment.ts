import type { ExperimentReading } from '../../contract/rest/experiments.ts';
import { HubError } from '../../kernel/hubError.ts';
import type { StaffScope } from '../identity/model.ts';
import { type CountExposuresDeps, countExposures, isCounted } from './countExposures.ts';
import { tenantOf } from './manageExperiments.ts';
import type { Exposure } from './model.ts';
import type { ExperimentStore } from './ports.ts';
import { countArms, readingOf } from './readingOf.ts';

export interface ReadDeps extends CountExposuresDeps {
  experiments: CountExposuresDeps['experiments'] & Pick<ExperimentStore, 'find'>;
}

/** How many leads one reading looks up in the logs; a job does the others. */
const mostLooks = 200;
/** A lead that was counted so recently is not counted again. */
const freshMs = 10_000;

/**
 * How an experiment stands. Of a small one, all leads are counted anew; of a large one, some, and the others as of their last count.
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
  const exposures: Exposure[] = [];
  for await (const exposure of countExposures(deps, experiment, { most: mostLooks, staleMs: freshMs }))
    exposures.push(exposure);
  const complete = exposures.every((exposure) => isCounted(experiment, exposure));
  return readingOf(experiment, countArms(experiment.arms, exposures), { now: deps.clock.now(), complete });
}
