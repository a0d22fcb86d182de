import type { ErrorCode } from '../../contract/errors.ts';

/** Asks the writer of a stream, on whatever node it is, to end it as `stopped`. */
export type StopHint = { kind: 'stream-stop'; code?: ErrorCode };

export const streamTopic = (streamId: string): string => `stream:${streamId}`;
