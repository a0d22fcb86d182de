import type { Answer, Payload } from '../../contract/socket/commands.ts';
import { HubError } from '../../kernel/hubError.ts';
import type { StreamHeader } from './model.ts';
import type { StreamLog } from './ports.ts';

/**
 * Reads what a reader lacks of a stream: the text from their length when they know this attempt, else all of it. Works on any node,
 * until the log forgets the stream.
 * @throws HubError NOT_FOUND when it is gone, or not theirs to read
 */
export async function syncStream(
  log: StreamLog,
  request: Payload<'stream-sync'>,
  mayRead: (header: StreamHeader) => boolean | Promise<boolean>,
): Promise<Answer<'stream-sync'>> {
  const view = await log.read(request.streamId);
  if (view === null || !(await mayRead(view.header))) throw new HubError('NOT_FOUND');
  const { attempt } = view.header;
  const offset = request.attempt === attempt && request.length <= view.text.length ? request.length : 0;
  return {
    attempt,
    offset,
    text: view.text.slice(offset),
    state: view.end === null ? 'open' : 'ended',
    ...(view.end === null ? {} : { end: view.end }),
  };
}
