import type { Audience, RunningStream } from '../../contract/socket/streams.ts';
import type { StreamLog } from './ports.ts';

/** The streams of a conversation that run, as an open lists them; a visitor asks for the audience `public` alone. */
export async function listRunning(
  log: StreamLog,
  conversationId: string,
  audiences: readonly Audience[],
): Promise<RunningStream[]> {
  const headers = (await log.running(conversationId)).filter((header) => audiences.includes(header.audience));
  const views = await Promise.all(headers.map((header) => log.read(header.streamId)));
  return views.flatMap((view) => {
    if (view === null || view.end !== null) return [];
    const { streamId, kind, attempt } = view.header;
    return [{ streamId, kind, attempt, length: view.text.length }];
  });
}
