import type { Clock } from '../../kernel/clock.ts';
import type { Wakeups } from '../../kernel/wakeups.ts';
import type { Appender } from './appendEntry.ts';
import type { ConversationStore, EntryStore } from './ports.ts';

/** What every use case on conversations works with. */
export interface ConversationParts {
  conversations: ConversationStore;
  entries: EntryStore;
  appender: Appender;
  wakeups: Wakeups;
  clock: Clock;
}

/** Which command asked for it: the command's id makes everything it writes happen once. */
export interface CommandRef {
  commandId: string;
  bodyHash: string;
}
