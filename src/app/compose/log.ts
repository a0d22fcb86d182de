import { type BoardProjection, createBoardProjection } from '../../features/conversations/board/projectBoard.ts';
import { type Appender, createAppender } from '../../features/conversations/log/appendEntry.ts';
import { createFolds, type Folds } from '../../features/conversations/log/folds.ts';
import { createWrittenEntries, type WrittenEntries } from '../../features/conversations/log/writtenEntries.ts';
import type { ConversationStores, EntryStore } from '../../features/conversations/ports.ts';
import type { FileStore } from '../../features/files/ports.ts';
import type { Clock } from '../../kernel/clock.ts';
import { createJobs, type OwnJobs } from '../../kernel/createJobs.ts';
import type { Logger, Meter } from '../../kernel/observe.ts';
import type { Wakeups } from '../../kernel/wakeups.ts';
import { settledBy } from '../../reactions/reactions.ts';
import type { Stores } from '../stores.ts';

export interface LogParts {
  conversations: ConversationStores;
  entries: EntryStore;
  /** Carried by messages. */
  files: FileStore;
  appender: Appender;
  folds: Folds;
  rows: BoardProjection;
  jobs: OwnJobs;
  /** Its listeners run the reactions to entries. */
  written: WrittenEntries;
  wakeups: Wakeups;
  clock: Clock;
}

/** The two logs with the one door into them, what a node holds of them, and their rows. `follows`: another answer to what follows from an entry. */
export function composeLog(
  { conversations, entries, files, jobStore }: Pick<Stores, 'conversations' | 'entries' | 'files' | 'jobStore'>,
  { wakeups, clock, log, meter }: { wakeups: Wakeups; clock: Clock; log: Logger; meter: Meter },
  follows: Pick<Parameters<typeof createAppender>[0], 'settledBy'> & { written: WrittenEntries } = {
    written: createWrittenEntries(),
    settledBy,
  },
): LogParts {
  const stored = { conversations, entries, wakeups, clock };
  const jobs = createJobs({ store: jobStore, clock, wakeups, log, meter });
  const folds = createFolds(stored);
  const rows = createBoardProjection({ ...stored, folds, log });
  const appender = createAppender({ ...stored, ...follows, folds, jobs, meter });
  return { ...stored, files, appender, folds, rows, jobs, written: follows.written };
}
