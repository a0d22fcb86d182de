import type { ErrorCode } from '../../contract/errors.ts';
import type { Basis } from '../../contract/log/parts.ts';
import type { Audience, StreamEnd, StreamKind, StreamStatus, Usage } from '../../contract/socket/streams.ts';

/** A stream without its text. */
export interface StreamHeader {
  streamId: string;
  tenantId: string;
  conversationId: string;
  kind: StreamKind;
  audience: Audience;
  /** From 1; a higher attempt goes on where a lower one failed, and the lower one can write no more. */
  attempt: number;
  basis: Basis;
}

/** A stream with its text so far. */
export interface StreamView {
  header: StreamHeader;
  text: string;
  end: StreamEnd | null;
}

export interface StreamEnding {
  status: StreamStatus;
  code?: ErrorCode;
  usage?: Usage;
}

/** Hints on `conversationTopic` about changes in a stream. The text comes along, so that a reader who is level need not ask. */
export type StreamHint =
  | { kind: 'stream-opened'; header: StreamHeader; keep: number }
  | { kind: 'stream-grown'; streamId: string; attempt: number; offset: number; text: string }
  | { kind: 'stream-ended'; end: StreamEnd };
