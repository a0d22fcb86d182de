import type { Entry } from '../../contract/log/entry.ts';
import type { StreamKind } from '../../contract/socket/streams.ts';
import { stopStream } from './stopStream.ts';
import type { StreamDeps } from './writeStream.ts';

/** Ends the streams that nobody follows anymore after what a person of the team wrote or took over. Again is harmless. */
export async function endIdleStreams(deps: StreamDeps, entry: Entry): Promise<void> {
  const kind = idleAfter(entry);
  if (kind === null) return;
  const running = await deps.log.running(entry.conversationId);
  await Promise.all(
    running.filter((header) => header.kind === kind).map((header) => stopStream(deps, header, 'SUPERSEDED')),
  );
}

/** An agent who answers needs no more advice on it; a takeover or an end cuts off what Jorge is saying. */
function idleAfter({ type, actor, data }: Entry): StreamKind | null {
  if (actor.kind !== 'agent' && actor.kind !== 'supervisor') return null;
  if (type === 'message-created') return 'coach';
  return type === 'conversation-changed' && (data.mode === 'human' || data.mode === 'closed') ? 'reply' : null;
}
