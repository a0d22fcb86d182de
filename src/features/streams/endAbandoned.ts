import type { StreamEnd } from '../../contract/socket/streams.ts';
import { conversationTopic, type Wakeups } from '../../kernel/wakeups.ts';
import type { StreamEnding, StreamHeader, StreamHint } from './model.ts';
import type { StreamLog } from './ports.ts';

/** Ends a stream in place of its writer and tells everybody. Null when it had ended, or a higher attempt runs. */
export async function endAbandoned(
  log: StreamLog,
  wakeups: Wakeups,
  header: StreamHeader,
  ending: StreamEnding,
): Promise<StreamEnd | null> {
  if (!(await log.end(header.streamId, header.attempt, ending))) return null;
  const end = (await log.read(header.streamId))?.end ?? null;
  if (end !== null) {
    const hint: StreamHint = { kind: 'stream-ended', end };
    wakeups.publish(conversationTopic(header.conversationId), hint);
  }
  return end;
}
