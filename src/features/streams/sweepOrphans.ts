import type { Wakeups } from '../../kernel/wakeups.ts';
import { endAbandoned } from './endAbandoned.ts';
import type { StreamLog } from './ports.ts';

/**
 * Ends every stream whose writer died, as `failed` with `NODE_LOST`; resolves to how many. Called each second on every node that
 * takes turns: with the 5 s for which a writer says that it lives, a stream outlives its writer by 6 s at most.
 */
export async function sweepOrphans(deps: { log: StreamLog; wakeups: Wakeups }): Promise<number> {
  const orphans = await deps.log.listOrphans();
  const ends = await Promise.all(
    orphans.map((header) => endAbandoned(deps.log, deps.wakeups, header, { status: 'failed', code: 'NODE_LOST' })),
  );
  return ends.filter((end) => end !== null).length;
}
