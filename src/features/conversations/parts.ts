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
  /** Null while the brokerage is open: what a visitor who waits for a person may be told. */
  closedNow(tenantId: string): Promise<ClosedHours | null>;
}

/** Nobody is there by the brokerage's hours. */
export interface ClosedHours {
  /** When somebody will be, in ms since the epoch; null when that is not known. */
  opensAt: number | null;
  /** The brokerage's own words, past the gate; null when there are none. */
  says: string | null;
}

/** Which command asked for it: the command's id makes everything it writes happen once. */
export interface CommandRef {
  commandId: string;
  bodyHash: string;
}
