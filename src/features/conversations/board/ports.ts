import type { BoardFilter } from '../../../contract/socket/board.ts';
import type { ReadChanged } from '../../../kernel/changes.ts';
import type { Conversation, RowFields, RowMarks } from '../model.ts';

/** The nodes that keep rows, and until when each surely did. */
export interface RowKeeperStore {
  /** This node keeps rows until `at` (ms since the epoch), and perhaps a moment longer. */
  keeps(node: string, at: number): Promise<void>;
  /** Those that were not heard of since a time: with the last that they said. */
  silentSince(at: number): Promise<{ node: string; at: number }[]>;
  /** It stopped in order, or what it left behind was mended. */
  forget(node: string): Promise<void>;
}

/** The end of a page by score: the next begins below it, of the same score by the id. */
export interface ScorePlace {
  score: number;
  id: string;
}

/** The board's fields of conversations, by which it also finds them. */
export interface BoardStore {
  /**
   * Keeps what a row shows, in one write. False when what is kept has read an entry that `row` has not, or when its words were
   * deleted: then nothing is changed.
   */
  writeRow(tenantId: string, conversationId: string, row: RowFields): Promise<boolean>;
  /** Keeps what no log says of a row; `read` only where it is more than before. */
  markRow(tenantId: string, conversationId: string, marks: Partial<RowMarks>): Promise<Conversation | null>;

  /** The tenant's conversations that are on the board, newest `lastAt` first. `cursor` is what the page before returned; with `since` only what happened from then on. */
  list(
    tenantId: string,
    query: {
      filter?: BoardFilter;
      me?: string;
      closed?: boolean;
      limit: number;
      cursor?: string;
      now: number;
      since?: number;
      /** Only those with this tag. */
      tag?: string;
    },
  ): Promise<{ items: Conversation[]; nextCursor: string | null }>;
  /**
   * The tenant's conversations that are on the board and have a score, the highest first, from `below` on. Whoever is pressed by
   * something has none; because of them a page may be short.
   */
  listByScore(
    tenantId: string,
    query: { limit: number; below?: ScorePlace; tag?: string },
  ): Promise<{ items: Conversation[]; next: ScorePlace | null }>;
  /** Those that changed, on the board or not. */
  changedAfter: ReadChanged<Conversation>;
  /** All of every tenant, by their ids; with `after` those past that id. */
  page(limit: number, after?: string): Promise<Conversation[]>;
}
