import type { Jobs } from '../../src/kernel/jobs.ts';

/** For what is not about time: nothing is done later. */
export const noJobs: Pick<Jobs, 'schedule'> = { schedule: async () => {} };
