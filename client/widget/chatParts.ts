import type { Attachment } from '../../src/contract/files.ts';
import type { Entry } from '../../src/contract/log/entry.ts';
import type { WidgetSessionAnswer } from '../../src/contract/rest/widgetSessions.ts';
import type { HubConnection } from '../shared/connection/connectHub.ts';
import type { Language } from './languages.ts';
import type { Sheet } from './sheet.ts';
import type { Speech } from './speech.ts';
import type { MessageRow, MoreRow } from './talkRows.ts';

/** The interface that the first part of the chat, which can send and read alone, gives the second. */
export interface ChatHost {
  root: ShadowRoot;
  hub: string;
  /** The token of this visitor's session; another one than `refused`. */
  token(refused?: string): Promise<string>;
  ui: Sheet;
  speech: Speech;
  /** Prefix of what this site's chat keeps in the browser. */
  storageKey: string;
  /** Sends a command of this visitor. Rejects while there is no connection. */
  command: HubConnection<'/widget'>['send'];
  /** Why the hub did not do something, for the visitor. */
  reasonOf(error: unknown): string;
  /** A line above the text field; empty: none. */
  hint(text: string): void;
  /** Sends words as the visitor's; after the end of a talk they begin the next. */
  say(text: string): void;
  /** Puts words into the text field, where the cursor is. */
  write(text: string): void;
  /** Begins the page's chat again in another language, and remembers it. */
  speak(language: Language): void;
  redraw(): void;
  /** Whether there is something to send has changed. */
  refreshSend(): void;
}

/** The chat as it was just drawn. */
export interface ChatDrawn {
  conversationId: string | null;
  entries: readonly Entry[];
  /** Everything that was said before has come. */
  synced: boolean;
  closed: boolean;
  /** The visitor has said something. */
  begun: boolean;
  /** The sheet stands open. */
  open: boolean;
  /** The messages of others that the visitor has not seen. */
  unread: readonly Entry[];
  /** Null until the hub has answered. */
  site: WidgetSessionAnswer | null;
}

/** The second part: it comes once the visitor has said something, and the talk goes on without it where it does not. */
export interface ChatMore {
  rows: MoreRows;
  draw(element: HTMLElement, row: MoreRow): void;
  /** The photos and documents of a message; the same file is the same element. */
  drawFiles(files: readonly Attachment[]): Node[];
  /** The mark under a message that opens the facts behind it; the same message gets the same element. */
  drawSources(row: MessageRow): Node[];
  /** Those of the next message. `ready`: null while one is on its way. */
  files: { toggle(): void; ready(): Attachment[] | null; clear(): void };
  drawn(state: ChatDrawn): void;
  toggleMenu(): void;
  toggleEmoji(): void;
  stop(): void;
}
export type OpenMore = (host: ChatHost) => ChatMore;

/** The second part's rows for the lines that the first does not draw. */
export interface MoreRows {
  /** The row of an entry; null: it has none. */
  rowOf(entry: Entry, entries: readonly Entry[], now: Date): MoreRow | null;
  /** Rows after the last line. */
  closing(entries: readonly Entry[], now: Date): MoreRow[];
  /** When one of them changes by itself. */
  passesAt(entries: readonly Entry[], now: Date): Date | null;
}
