import type { Entry } from '../../contract/log/entry.ts';
import type { LogKind } from '../../contract/log/logs.ts';
import type { BoardStore } from './board/ports.ts';
import type { Conversation, KnownAddress } from './model.ts';
import type { SpeakerStore } from './speaker/ports.ts';

/** The conversations themselves: of whom, on which page, in which language. */
export interface ConversationStore {
  /** The open conversation of the writer in `seed` (`writerOf`), or a new one from it. Any number at once make one. */
  openFor(seed: Conversation): Promise<{ conversation: Conversation; created: boolean }>;
  findOpen(tenantId: string, writerId: string): Promise<Conversation | null>;
  /** Null also when it is another tenant's. */
  find(tenantId: string, conversationId: string): Promise<Conversation | null>;

  /** Sets the language that is spoken in it from now on. */
  changeLanguage(tenantId: string, conversationId: string, language: string): Promise<void>;
  /** Its channel was handed everything up to a number of the public log; one that is no higher than before changes nothing. */
  noteSent(tenantId: string, conversationId: string, seq: number): Promise<void>;
  /** Sets the visitor's present network address. */
  changeAddress(tenantId: string, conversationId: string, address: KnownAddress): Promise<void>;
  /**
   * Forgets what page it began on, for an address may hold more than the page, where its visitor came from and is answered, which commands changed it,
   * for words can be tried on their hashes, and all that its row shows; from then on it is on no board, whatever is written late.
   */
  erasePage(tenantId: string, conversationId: string): Promise<void>;
}

/** Since when words wait for an answer. */
export interface AnswersDue {
  /** These words wait for an answer, unless one that is known has read them; and the conversation is put aside no longer. */
  awaitAnswer(tenantId: string, conversationId: string, words: WaitingWords): Promise<void>;
  /** All words up to the number `through` are answered. Where later ones wait, they do since the newest of them was said. */
  settleAnswer(tenantId: string, conversationId: string, through: number): Promise<void>;
  /** Puts it aside until `until` (ms since the epoch), or until more words wait; null: no longer. */
  putAside(tenantId: string, conversationId: string, until: number | null): Promise<void>;
}

/** Words of a visitor: their number in the public log, and when they were said, in ms since the epoch. */
export interface WaitingWords {
  seq: number;
  at: number;
}

/** How many ids of a lead’s conversations are read at once. */
export const idsPage = 200;

/** The conversations of one lead. */
export interface LeadConversations {
  listOfLead(tenantId: string, leadId: string, limit: number): Promise<Conversation[]>;
  /** All of a lead, by their ids, at most `idsPage` at once; with `after` those past that id. */
  pageOfLead(tenantId: string, leadId: string, after?: string): Promise<{ id: string }[]>;
}

/** All that is kept of conversations beside their logs, as one adapter keeps it. A use case names the ports that it needs. */
export interface ConversationStores
  extends ConversationStore,
    AnswersDue,
    LeadConversations,
    SpeakerStore,
    BoardStore {}

/** The entries behind the record of help: the cards and hints shown, and their outcomes. */
export const helpTypes: ReadonlySet<Entry['type']> = new Set([
  'cue-created',
  'cue-answered',
  'suggestion-created',
  'suggestion-seen',
  'suggestion-answered',
  'suggestion-spoken',
  'conversation-ended',
]);

/** The two logs. An entry is durable when `insert` says so. */
export interface EntryStore {
  /** The highest seq of the log, 0 when empty. */
  head(conversationId: string, kind: LogKind): Promise<number>;
  /** Inserts at exactly `entry.seq`; says whether that number or that onceKey was taken. */
  insert(record: EntryRecord): Promise<Inserted>;
  /** Several of one log with numbers in a row: each as `insert`, in order, up to the first that is refused; so no number is left out. */
  insertAll(records: readonly EntryRecord[]): Promise<Inserted[]>;
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
  /** The conversations with entries that were written between two times (ms since the epoch, both inclusive), or within a minute of them. */
  writtenBetween(from: number, to: number): Promise<{ tenantId: string; conversationId: string }[]>;
  /**
   * The entries about hints and suggestions (`helpTypes`) of a tenant that were written on a day (UTC, in days since the epoch), the earliest
   * first, at most `limit`.
   */
  helpOn(tenantId: string, day: number, limit: number): Promise<Entry[]>;
  /** The newest entries of a type, at most `limit`, oldest first. */
  listOf(conversationId: string, type: Entry['type'], limit: number): Promise<Entry[]>;

  /**
   * Entries of every tenant to which reactions are owed, and whose time to be looked for has come, the earliest first. A time more than
   * `longestOwedMs` ahead was written by a clock that was wrong, and has come.
   */
  listOwed(now: number, limit: number): Promise<OwedEntry[]>;
  /** A turn read the entries of a conversation up to these numbers, both inclusive: they no longer need the reactions that turns settle. */
  settleOwed(conversationId: string, through: { public: number; internal: number }): Promise<void>;
  /** Puts off to `at` the marks that a turn settles in a conversation. */
  postponeOwed(conversationId: string, at: number): Promise<void>;
  /** Sets what is owed from now on to this one entry; null: nothing. Where nothing is owed to it anymore, that stays so. */
  setOwed(entry: Pick<Entry, 'conversationId' | 'type' | 'seq'>, owed: Owed | null): Promise<void>;
}

/** Every postponement is shorter. */
export const longestOwedMs = 600_000;

export interface Owed {
  /** When somebody looks for it, ms since the epoch. */
  at: number;
  settledBy: SettledBy;
}

/** The part that settles what is owed to an entry: the turn that reads it, or, where more is owed than a turn, its reactions once they ran. */
export type SettledBy = 'turn' | 'reactions';

export interface OwedEntry extends Owed {
  tenantId: string;
  entry: Entry;
}

/** The outcome of an insert: its number or its key may be taken. */
export type Inserted = 'inserted' | 'seq-taken' | 'once-taken';

export interface EntryRecord {
  tenantId: string;
  entry: Entry;
  onceKey: string;
  bodyHash: string | null;
  /** When a node should look whether its reactions ran, ms since the epoch; null if none is owed. */
  owedAt: number | null;
  /** The part that settles it: the turn where it is absent. */
  settledBy?: SettledBy;
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

/** Records who looked at what, and why: kept, never shown to a visitor. */
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
