import type { BoardFilter } from '../../contract/board.ts';
import type { Entry, LogKind } from '../../contract/entries.ts';
import type { Mode } from '../../contract/values.ts';
import type { BoardAddition, BoardFields, Conversation, KnownAddress } from './model.ts';

/** How many ids of a lead’s conversations are read at once. */
export const idsPage = 200;

export interface ConversationStore {
  /** The visitor's open conversation, or a new one from `seed`. Any number at once make one. */
  openFor(seed: Conversation): Promise<{ conversation: Conversation; created: boolean }>;
  findOpen(tenantId: string, visitorId: string): Promise<Conversation | null>;
  /** Null also when it is another tenant's. */
  find(tenantId: string, conversationId: string): Promise<Conversation | null>;

  /**
   * The durable mark that something has to be consumed by a turn: made before the entry it announces.
   * `due.count` grows by one, `due.since` stays, `due.at` becomes min(at, since + capMs). Null when absent or closed
   * (unless `evenClosed`).
   */
  markDue(
    tenantId: string,
    conversationId: string,
    mark: { now: number; at: number; capMs: number; evenClosed?: boolean },
  ): Promise<Conversation | null>;
  /** Clears the mark only if no newer one was made: `dueCount` is what the turn saw. True when cleared. */
  clearDue(conversationId: string, dueCount: number): Promise<boolean>;
  /** Pulls the mark's time to `at` (retry later, or at once). */
  postponeDue(conversationId: string, at: number): Promise<void>;
  /** Conversations of every tenant whose mark has come, oldest first. */
  listDue(now: number, limit: number): Promise<Conversation[]>;
  /** Conversations of every tenant whose pause is over, the longest over first. */
  listPausesEnded(now: number, limit: number): Promise<Conversation[]>;

  /**
   * Changes who speaks and raises the fence, in one write, if `only` allows it. Also makes a due mark when asked.
   * Without `owner` the owner stays as it is.
   * What it became and what it was; null when absent or `only` forbade it.
   */
  changeSpeaker(
    tenantId: string,
    conversationId: string,
    change: { mode: Mode; owner?: Conversation['owner']; pausedUntil: number | null },
    only: { modes?: readonly Mode[]; ownerIds?: readonly (string | null)[]; fence?: number },
    mark: { now: number } | null,
  ): Promise<{ before: Conversation; after: Conversation } | null>;
  /** Changes the owner alone (no fence), if `only` allows it; an offer ends with it. Null when absent or `only` forbade it. */
  changeOwner(
    tenantId: string,
    conversationId: string,
    owner: Conversation['owner'],
    only: { modes?: readonly Mode[]; ownerIds?: readonly (string | null)[] },
  ): Promise<Conversation | null>;
  /** Holds the bot back, or lets it go (no fence). */
  changeHold(tenantId: string, conversationId: string, hold: Conversation['hold']): Promise<Conversation | null>;
  /**
   * Offers it to somebody, or takes the offer back (no fence): only while it waits, nobody has it, and the offer that stands
   * is `from`. Null otherwise.
   */
  changeOffer(
    tenantId: string,
    conversationId: string,
    offer: Conversation['offer'],
    from: Conversation['offer'],
  ): Promise<Conversation | null>;
  changeBoard(
    tenantId: string,
    conversationId: string,
    change: Partial<BoardFields>,
    add?: BoardAddition,
  ): Promise<Conversation | null>;

  /** Of every tenant, waits that somebody has to judge by now, the longest first: each from `soonestRedMs` after it began. */
  listWaits(now: number, limit: number): Promise<Conversation[]>;
  /** When to judge the wait that began then again; null: never. Nothing happens when another wait has begun meanwhile. */
  judgeWaitAt(conversationId: string, waitingSince: number, at: number | null): Promise<void>;

  /**
   * Of every tenant, conversations in which nobody said anything for `quietMs`, the longest quiet first: each until it is settled, or
   * until something is said. `lastAt` is what was seen: nothing happens when something was said meanwhile.
   */
  listQuiet(now: number, limit: number): Promise<Conversation[]>;
  settleQuiet(conversationId: string, lastAt: number): Promise<void>;

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
    },
  ): Promise<{ items: Conversation[]; nextCursor: string | null }>;
  listOfLead(tenantId: string, leadId: string, limit: number): Promise<Conversation[]>;
  /** All of a lead, by their ids, at most `idsPage` at once; with `after` those past that id. */
  pageOfLead(tenantId: string, leadId: string, after?: string): Promise<{ id: string }[]>;
  /** Where its visitor comes from now. */
  changeAddress(tenantId: string, conversationId: string, address: KnownAddress): Promise<void>;
  /** Forgets what page it began on, for an address may hold more than the page, and where its visitor came from. */
  erasePage(tenantId: string, conversationId: string): Promise<void>;
}

/** The two logs. An entry is durable when `insert` says so. */
export interface EntryStore {
  /** The highest seq of the log, 0 when empty. */
  head(conversationId: string, kind: LogKind): Promise<number>;
  /** Inserts at exactly `entry.seq`; says whether that number or that onceKey was taken. */
  insert(record: EntryRecord): Promise<'inserted' | 'seq-taken' | 'once-taken'>;
  findOnce(onceKey: string): Promise<EntryRecord | null>;
  /** Ascending, both inclusive. */
  read(conversationId: string, kind: LogKind, fromSeq: number, toSeq: number, limit: number): Promise<Entry[]>;
  /**
   * Puts other data and another author into the line of this log and number: the one exception to a log that only grows, for who
   * had their words deleted. Its number, time and key stay; the hash of the command that wrote it goes, for words can be tried.
   */
  rewrite(entry: Entry): Promise<void>;
  /** The newest entry of a type. */
  newestOf(conversationId: string, type: Entry['type']): Promise<Entry | null>;
}

export interface EntryRecord {
  tenantId: string;
  entry: Entry;
  onceKey: string;
  bodyHash: string | null;
}

/** Commands that were done, so that the same one again gets the first answer. Kept a week. */
export interface CommandStore {
  /** Whether a command under this key was claimed. */
  has(key: string): Promise<boolean>;
  /** `claimed`, or what is known of it: running since, or its answer. */
  claim(
    key: string,
    bodyHash: string,
    now: number,
  ): Promise<'claimed' | { bodyHash: string; claimedAt: number; answer: unknown | undefined }>;
  /** Takes over a claim whose claimer died: only if it is still the one made at `claimedAt`. */
  reclaim(key: string, claimedAt: number, now: number): Promise<boolean>;
  finish(key: string, answer: unknown): Promise<void>;
  /** The command failed: as if it had never been sent. */
  drop(key: string): Promise<void>;
}

/** Who looked at what, and why: kept, never shown to a visitor. */
export interface AuditStore {
  add(record: {
    tenantId: string;
    at: number;
    principalId: string;
    action: string;
    conversationId: string | null;
    reason: string | null;
  }): Promise<void>;
  /** Takes the words out of the reasons given in a conversation; that there was one stays. */
  eraseReasons(tenantId: string, conversationId: string): Promise<void>;
}
