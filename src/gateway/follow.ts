import type { RunningStream } from '../contract/socket/streams.ts';
import type { Feed } from './feed.ts';
import { readerOf } from './readerOf.ts';
import type { Session } from './session.ts';

/** Sends a socket what comes in a conversation from here on: after the entries that it has, beside the streams that it was told of. */
export function follow(
  feed: Pick<Feed, 'follow'>,
  session: Session,
  what: { conversationId: string; has: { public?: number; internal?: number }; streams: readonly RunningStream[] },
): void {
  // A socket that left while its command ran would be followed forever.
  if (!session.socket.connected) return;
  const told = what.streams.map(({ streamId }) => streamId);
  void feed.follow(readerOf(session), what.conversationId, what.has, told);
}
