import type { Attachment } from '../../src/contract/files.ts';
import type { EntryData } from '../../src/contract/log/entry.ts';
import type { MessageSource } from '../../src/contract/log/publicEntries.ts';
import type { OutboxState } from '../shared/connection/outbox.ts';

export interface ChatDraft {
  text: string;
  choiceId?: string;
  attachments?: Attachment[];
}

export type Who = 'you' | 'bot' | 'person';

/** One line of the talk. A `key` stays with its line: a streaming reply becomes its message without a jump. */
export type Row =
  /** A new day, or a pause. */
  | { kind: 'day'; key: string; label: string }
  | { kind: 'notice'; key: string; text: string }
  | { kind: 'typing'; key: string; name: string }
  | MessageRow
  | MoreRow;

export interface MessageRow {
  kind: 'message';
  key: string;
  who: Who;
  /** The name of the speaker. */
  by: string;
  /** The ID of the team member who speaks: two may have one name. */
  byId?: string;
  /** The name stands above it: another one than that of the last line that somebody else said. */
  named: boolean;
  /** The letters in the round mark beside the first of a group; null: no mark. */
  face: string | null;
  text: string;
  /** Its photos and documents; empty while the second part, which draws them, is not there. */
  files: readonly Attachment[];
  /** The facts behind it; empty until the second part is there. */
  sources: readonly MessageSource[];
  time: string;
  streaming: boolean;
  retracted: boolean;
  /** State of own messages that are not in the log yet. */
  unsent: OutboxState | null;
  commandId: string | null;
  /** Why it was not sent, in words. */
  trouble: string | null;
}

/** The rows that the second part of the chat makes and draws. */
export type MoreRow =
  | { kind: 'notice'; key: string; text: string }
  | { kind: 'cards'; key: string; items: EntryData<'listing-cards'>['items'] }
  | OfferRow
  | VisitRow;

/** Times to choose from. `open` until one was chosen, the offer ran out or a newer one came. */
export interface OfferRow {
  kind: 'offer';
  key: string;
  offerId: string;
  /** `taken`: one of its times became an appointment. */
  state: 'open' | 'asking' | 'sent' | 'taken' | 'gone';
  /** `passed`: too late to choose it. */
  slots: { slotId: string; label: string; chosen: boolean; passed: boolean }[];
  /** The zone of all of them, in words; null where the labels say it themselves. */
  zone: string | null;
  /** Why a choice did not go through, in words. */
  trouble: string | null;
}

/** An appointment that stands. */
export interface VisitRow {
  kind: 'visit';
  key: string;
  appointmentId: string;
  isCall: boolean;
  /** In milliseconds. */
  startsAt: number;
  endsAt: number;
  /** "Sat, Nov 28 · 10:00 AM". */
  when: string;
  zone: string;
  /** The home and its address, as far as they are known. */
  home: string | null;
  address: string | null;
  /** The person of the team. */
  with: string | null;
  /** It begins in the future: it can be changed, and put into a calendar. */
  ahead: boolean;
}
