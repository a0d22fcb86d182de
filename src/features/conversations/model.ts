import type { Actor, Cause, EntryData, EntryType } from '../../contract/entries.ts';
import type { BotName, Mode, Temperature } from '../../contract/values.ts';

/** One conversation of a visitor. What is said stands in its logs; this holds who speaks, what is due, and the board's row. */
export interface Conversation {
  id: string;
  tenantId: string;
  visitorId: string;
  leadId: string;
  siteId: string;
  channel: 'widget' | 'sms' | 'email' | 'call';
  createdAt: number;
  page: { url: string; title?: string; listingId?: string };
  /** Where they came from when they last opened the chat; absent or null where that is not known. */
  address?: KnownAddress | null;

  /** Who speaks. Changed together with `fence` only. */
  mode: Mode;
  /** The number that lets one writer write: raised by every change of who speaks. */
  fence: number;
  owner: { id: string; name: string } | null;
  /** While a person paused the bot for a time: when it comes back. */
  pausedUntil: number | null;
  /** While a person writes an answer of their own: until when the bot takes no turn. Ends with every change of who speaks. */
  hold: Hold | null;
  /** To whom it is offered while it waits for a person and nobody has it. Ends with every change of who speaks or has it. */
  offer: Offer | null;

  /** Since when, until when and how often something happened that no turn has consumed yet. */
  due: { since: number; at: number; count: number } | null;
  /** Counts every mark ever made, so that a turn clears only what it saw. */
  dueCount: number;

  board: BoardFields;
}

/** A network address as it is kept: by a keyed hash, and by as much of it as a person may see, such as "192.0.2.x". */
export interface KnownAddress {
  key: string;
  shown: string;
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

/** What the board shows beside who and mode: derived from the logs, so a lost update is mended by the next. */
export interface BoardFields {
  /** False until the visitor's first message or an agent's call. */
  shown: boolean;
  leadName: string | null;
  bot: BotName | null;
  stage: string;
  score: number | null;
  temperature: Temperature | null;
  /** Since when the visitor waits for an answer. */
  waitingSince: number | null;
  unread: number;
  lastText: string;
  /** The last two messages, the newest last. */
  lastLines: BoardLine[];
  lastAt: number;
  /** What the team should know at a glance. At most one of a kind and `flagsKept` in all, the newest last. */
  flags: Flag[];
  language: string;
  listingTitle: string | null;
  snoozedUntil: number | null;
  /** Since when the visitor is not there to read; absent or null while they are, or it is not known. */
  visitorLeftAt?: number | null;
  /** What supervisors have to know and nobody has answered yet. At most one of a kind. */
  alerts: OpenAlert[];
}

/** It stands until somebody answers it, or until a person has the conversation, where that settles it. */
export interface OpenAlert {
  alertId: string;
  kind: string;
  reason: string;
  /** 1 is the most urgent. */
  priority: number;
  at: number;
}

export interface Flag {
  kind: string;
  reason: string;
}
export const flagsKept = 8;
/** After so long without a word a conversation is quiet. */
export const quietMs = 30 * 86_400_000;

export interface BoardLine {
  by: 'visitor' | 'bot' | 'person';
  text: string;
}

/** What a change of the board adds to or takes from what stands there. */
export interface BoardAddition {
  unread?: number;
  alerts?: AlertChange;
  line?: BoardLine;
  flag?: FlagChange;
}
/** A flag comes, in place of an older one of its kind unless that is to stay; or goes. Two writers at once lose neither's. */
export type FlagChange = { add: Flag; keepFirst?: true } | { drop: string };
/** How an entry changes the alerts that stand. */
export type AlertChange = { add: OpenAlert } | { dropId: string } | { dropKinds: readonly string[] };

/** What to write into a log. The type decides the log. */
export interface Draft<T extends EntryType = EntryType> {
  type: T;
  data: EntryData<T>;
  actor: Actor;
  cause?: Cause;
  /** The same key is the same entry, for ever: `principalId:commandId:index` or `turnId:index`. */
  onceKey: string;
  /** Of the command's body: the same key with another body is `COMMAND_REUSED`. */
  bodyHash?: string;
  /** What the board is to show beside what follows from the entry itself. */
  board?: Partial<BoardFields>;
  flag?: FlagChange;
}
