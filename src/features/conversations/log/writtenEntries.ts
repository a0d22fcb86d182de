import type { Entry } from '../../../contract/log/entry.ts';

export interface WrittenEntry {
  tenantId: string;
  entry: Entry;
}

/** Passes the entries that this process wrote to their reactions. Their writers know nothing of those. */
export interface WrittenEntries {
  /** Tells the listener. Never throws, and waits for nothing. */
  tell(written: WrittenEntry): void;
  /** There is one listener; the marks on entries lead it to those written before it listens. */
  listen(listener: (written: WrittenEntry) => void): void;
}

export function createWrittenEntries(): WrittenEntries {
  let listener = (_written: WrittenEntry): void => {};
  return {
    tell: (written) => listener(written),
    listen(next) {
      listener = next;
    },
  };
}

/** For a process in which nothing follows from what it writes, such as a command of an administrator. */
export const nothingFollows = { written: createWrittenEntries(), settledBy: () => null };
