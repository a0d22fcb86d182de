import type { EntryData, EntryType } from '../../contract/log/entry.ts';
import type { Actor, Cause } from '../../contract/log/parts.ts';
import type { Wants } from '../../contract/socket/board.ts';
import type { WaitReason } from '../../contract/teamVocabulary.ts';
import type { BotName, Channel, Device, Mode, Priority, Temperature } from '../../contract/values.ts';
import type { Stage } from '../../contract/vocabulary.ts';

/** One conversation with a lead. Its words are in its logs; this record holds the speaker and the board's row. */
export interface Conversation {
  id: string;
  tenantId: string;
  leadId: string;
  channel: Channel;
  createdAt: number;
  /** Of a chat on a page, and of no other channel: whose it is, on which site, and the page that it began on. */
  visitorId?: string;
  siteId?: string;
  /** Its `url` is empty once the words of a conversation were deleted, of whichever channel. */
  page?: { url: string; title?: string; listingId?: string };
  /** Their network address when they last opened the chat; absent or null if unknown. */
  address?: KnownAddress | null;
  /** Of every other channel: the number or address that they write from and are answered at; null once it was deleted. */
  contact?: string | null;
  /** Up to which number of the public log everything was handed to its channel; absent where nothing was. */
  sentSeq?: number;
  /** The one that is spoken: the page's at first, then what the bot's turns found. */
  language: string;

  /** The speaker. Changed together with `fence` only. */
  mode: Mode;
  /** The number that lets one writer write: raised by every change of speaker. */
  fence: number;
  owner: { id: string; name: string } | null;
  /** Since when the visitor's words, or their asking for a person, wait for an answer; null: nothing waits. */
  unansweredSince: number | null;
  /** Until when it was put aside: till then nobody is called for it. The visitor's next message ends it. */
  snoozedUntil: number | null;
  /** In mode `waiting`: the reason for the wait. Changes with `mode`. */
  wait: Wait | null;
  /** In mode `waiting`: since when a reply of Jorge's is held back for a person's look. Changes with `mode`. */
  review: Review | null;
  /** While a person paused the bot for a time: when it comes back. */
  pausedUntil: number | null;
  /** While a person writes an answer of their own: until when the bot takes no turn. Ends with every change of speaker. */
  hold: Hold | null;
  /** The person to whom it is offered while it waits without an owner. Ends with every change of speaker or owner. */
  offer: Offer | null;
  /** Which command changed who speaks last, and which named who has it; null or absent where none did. */
  speakerBy?: ChangedBy | null;
  ownerBy?: ChangedBy | null;

  board: BoardFields;
}

/** The writer at the other end, the same in each of their talks by this channel, and nobody else: the visitor of a page, elsewhere the lead. */
export const writerOf = ({ visitorId, leadId }: Pick<Conversation, 'visitorId' | 'leadId'>): string =>
  visitorId ?? leadId;

/** The command that made a change, under which fence, and what stood before: sent again after a crash, it is no rival of itself. */
export interface ChangedBy extends MadeBy {
  fence: number;
  from: Pick<Conversation, 'mode' | 'owner'>;
}
/** `key`: of the line that says so. `bodyHash`: of the command. */
export interface MadeBy {
  key: string;
  bodyHash: string;
}

/** A network address as it is kept: by a keyed hash, and by as much of it as a person may see, such as "192.0.2.x". */
export interface KnownAddress {
  key: string;
  shown: string;
}

export interface Wait {
  reason: WaitReason;
  since: number;
}
export interface Review {
  since: number;
}

/** `since`: the first keystroke; `until`: when the bot goes on unless another one comes. */
export interface Hold {
  by: { id: string; name: string };
  since: number;
  until: number;
}

/** `missed`: they did not take it in time, and it is anybody's. */
export interface Offer {
  to: { id: string; name: string };
  until: number;
  missed: boolean;
}

/** The board's fields beside the speaker and what is owed. */
export interface BoardFields extends RowFields, RowMarks {}

/** The fields that follow from the two logs alone: written by `rowAfter` alone. Control never reads what is stored of it. */
export interface RowFields {
  /** How much of each log it shows; null on rows of versions that did not keep it. */
  through: Through | null;
  /** Some of it was taken from a row of such a version, whose lines do not tell the flags. */
  migrated: boolean;
  /** False until the visitor's first message or an agent's call. */
  shown: boolean;
  leadName: string | null;
  bot: BotName | null;
  stage: Stage;
  score: number | null;
  temperature: Temperature | null;
  /** The home that they want or offer; null while nothing of it is known. */
  wants: Wants | null;
  /** Ids of the tags that it has, at most `tagLimits.each`, in the order in which they were set. */
  tags: string[];
  /** Ids of the tags that no rule sets anymore: those that a rule has set and those that somebody took off, the newest last. */
  tagsDecided: string[];
  priority: Priority;
  /** How many messages the visitor has written. */
  said: number;
  /** The speaker, as the public log says it. */
  speaks: Mode;
  /** When each of these last happened, in ms since the epoch: earlier alerts and flags of its kind are over. */
  over: Partial<Record<'person' | 'answer' | 'booked' | 'cancelled', number>>;
  lastText: string;
  /** The last two messages, the newest last. */
  lastLines: BoardLine[];
  lastAt: number;
  /** The flags for the team. At most one of a kind and `flagsKept` in all, the newest last; an opt-out is always among them. */
  flags: RaisedFlag[];
  /** Since when somebody of the team is on the phone with them, in ms since the epoch; null while nobody is. */
  onCallSince: number | null;
  /** Something presses them, or did: no label of a lead belongs on them. */
  pressed: boolean;
  /** The alerts that nobody has answered yet. At most one of a kind. */
  alerts: OpenAlert[];
}

/** How many entries of each log. */
export interface Through {
  public: number;
  internal: number;
}

/** The fields that no line of a log says: each has its own writer. */
export interface RowMarks {
  /** How many of the visitor's messages the team has read. */
  read: number;
  /** Somebody of the team wants it to show as unread until it is opened again. */
  markedUnread?: boolean | null;
  listingTitle: string | null;
  /** The name that the site vouches for. */
  vouchedName: string | null;
  /** Since when the visitor is not there to read; absent or null while they are, or it is not known. */
  visitorLeftAt?: number | null;
  /** Of a visitor who left: by when somebody owes them an answer, in ms since the epoch. */
  followUpBy?: number | null;
  /** The device on which they last opened the chat; absent or null if unknown. */
  device?: Device | null;
}

/** It stands until somebody answers it, or until a person has the conversation, where that settles it. */
export interface OpenAlert {
  alertId: string;
  /** One of `alertKinds`, or one of an older build. */
  kind: string;
  reason: string;
  /** 1 is the most urgent. */
  priority: number;
  at: number;
}

export interface Flag {
  /** One of `flagKinds`, or one of an older build. */
  kind: string;
  reason: string;
}
export interface RaisedFlag extends Flag {
  at: number;
}
export const flagsKept = 8;
/** A conversation without a word for this long is quiet. */
export const quietMs = 30 * 86_400_000;

export interface BoardLine {
  by: 'visitor' | 'bot' | 'person';
  text: string;
}

/** A line to write into a log. The type decides the log. */
export interface Draft<T extends EntryType = EntryType> {
  type: T;
  data: EntryData<T>;
  actor: Actor;
  cause?: Cause;
  /** The same key is the same entry, forever: `principalId:commandId:index` or `turnId:index`. */
  onceKey: string;
  /** Of the command's body: the same key with another body is `COMMAND_REUSED`. */
  bodyHash?: string;
  /** Of an answer: up to which number it read what the visitor said. Without it: all that stands before it. */
  answersThrough?: number;
}
