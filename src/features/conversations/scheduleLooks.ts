import type { Jobs } from '../../kernel/jobs.ts';
import { soonestRedMs } from './judgeAlerts.ts';
import { quietMs } from './model.ts';

type Schedules = { jobs: Pick<Jobs, 'schedule'> };
type Place = { tenantId: string; conversationId: string };

/** Before words wait since `since`: has somebody look in time whether they wait too long. */
export const lookAtWait = ({ jobs }: Schedules, place: Place, since: number): Promise<void> =>
  jobs.schedule({ ...place, about: place.conversationId, kind: 'wait', at: since + soonestRedMs });

/** After something was said at `at`: has somebody look when the talk may have gone quiet. */
export const lookForQuiet = ({ jobs }: Schedules, place: Place, at: number): Promise<void> =>
  jobs.schedule({ ...place, about: place.conversationId, kind: 'quiet', at: at + quietMs });
