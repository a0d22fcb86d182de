import type { ErrorCode } from '../../contract/errors.ts';
import type { StreamEnd } from '../../contract/socket/streams.ts';
import type { Clock } from '../../kernel/clock.ts';
import { conversationTopic, type Wakeups } from '../../kernel/wakeups.ts';
import { endAbandoned } from './endAbandoned.ts';
import type { StreamHeader, StreamHint } from './model.ts';
import type { StreamLog } from './ports.ts';
import { type StopHint, streamTopic } from './stopHint.ts';

const writerAnswersWithinMs = 250;

/**
 * Stops a running stream from any node and resolves once its end is stored, within 500 ms: its writer is asked first, so
 * that the request to the model is cut too; a writer that does not answer is passed over, and can write no more.
 * How the stream ended, or null when it is gone.
 */
export async function stopStream(
  deps: { log: StreamLog; wakeups: Wakeups; clock: Clock },
  header: StreamHeader,
  code?: ErrorCode,
): Promise<StreamEnd | null> {
  const { log, wakeups, clock } = deps;
  const asked = new Promise<void>((resolve) => {
    const settle = (): void => {
      unsubscribe();
      cancel();
      resolve();
    };
    const unsubscribe = wakeups.subscribe(conversationTopic(header.conversationId), (hint) => {
      const heard = hint as StreamHint;
      if (heard.kind === 'stream-ended' && heard.end.streamId === header.streamId) settle();
    });
    const cancel = clock.after(writerAnswersWithinMs, settle);
  });
  const hint: StopHint = { kind: 'stream-stop', ...(code === undefined ? {} : { code }) };
  wakeups.publish(streamTopic(header.streamId), hint);
  await asked;
  const view = await log.read(header.streamId);
  if (view === null || view.end !== null) return view?.end ?? null;
  const ended = await endAbandoned(log, wakeups, view.header, {
    status: 'stopped',
    ...(code === undefined ? {} : { code }),
  });
  return ended ?? (await log.read(header.streamId))?.end ?? null;
}
