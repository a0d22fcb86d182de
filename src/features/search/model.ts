import type { LogKind } from '../../contract/log/logs.ts';

/** One line that can be found: an entry of a log, or with `seq` 0 the name of the lead. */
export interface IndexedLine {
  tenantId: string;
  conversationId: string;
  log: LogKind;
  seq: number;
  at: number;
  /** The beginnings of its words, as `keysOf` makes them. */
  keys: string[];
}
