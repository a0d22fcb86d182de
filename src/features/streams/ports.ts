import type { StreamEnding, StreamHeader, StreamView } from './model.ts';

/**
 * Streams as growing strings, addressed by UTF-16 offset. One attempt writes at a time: a write by a lower attempt, or by
 * anyone after the end, is refused (`false`). Kept an hour after the end. A writer that dies is noticed
 * because it no longer calls `keepAlive`.
 */
export interface StreamLog {
  /**
   * Opens attempt 1, or a higher attempt that keeps the first `keep` characters. False when that attempt is not above the last, or
   * the stream has ended.
   */
  open(header: StreamHeader, keep: number): Promise<boolean>;
  /** Appends at `offset`, which must be the present length. */
  append(streamId: string, attempt: number, offset: number, text: string): Promise<boolean>;
  /** Ends it; `length` and `sha256` are taken from the stored text. False when it had ended or a higher attempt runs. */
  end(streamId: string, attempt: number, ending: StreamEnding): Promise<boolean>;
  read(streamId: string): Promise<StreamView | null>;
  /** Streams of a conversation that have not ended. */
  running(conversationId: string): Promise<StreamHeader[]>;
  /** Says that the writer lives, for `aliveForMs`. */
  keepAlive(streamId: string, attempt: number, aliveForMs: number): Promise<boolean>;
  /** Running streams of every conversation whose writer has not said for long enough that it lives. */
  listOrphans(): Promise<StreamHeader[]>;
  /** Forgets every stream of a conversation, ended or not; later writes to them are refused. */
  forget(conversationId: string): Promise<void>;
}
