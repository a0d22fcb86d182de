import type { EntryType } from '../../../contract/log/entry.ts';
import type { Appended, Appender } from '../../conversations/log/appendEntry.ts';
import type { Draft } from '../../conversations/model.ts';
import type { Running } from './running.ts';

/**
 * Appends under the fence of the turn, and the lines for the team beside it: they share its write. Settles when both are over, because
 * what follows a failure must not deny an entry that stands. Null and `beforeTold` as in `appendUnder`.
 */
export async function appendWithLines<T extends EntryType>(
  { appender }: { appender: Pick<Appender, 'appendUnder'> },
  running: Running,
  draft: Draft<T>,
  beforeTold?: () => Promise<void>,
): Promise<Appended<T> | null> {
  const [appended, lines] = await Promise.allSettled([
    appender.appendUnder(running.place, draft, running.fence, beforeTold),
    running.writeLinesAhead(),
  ]);
  if (appended.status === 'rejected') throw appended.reason;
  if (lines.status === 'rejected') throw lines.reason;
  return appended.value;
}
