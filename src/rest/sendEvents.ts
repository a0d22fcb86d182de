import type { Request, Response } from 'express';
import { toHubError, toWireError } from '../kernel/hubError.ts';

export const wantsEvents = (req: Request): boolean =>
  req.accepts(['json', 'text/event-stream']) === 'text/event-stream';

/**
 * Answers with server-sent events: those that `work` sends, then `done` with what it resolves to, or `error` as every error of the API.
 * A request refused before the first event gets an ordinary error. `signal`: the client has left.
 */
export async function sendEvents<Answer>(
  res: Response,
  work: (out: { send(event: string, data: unknown): void; signal: AbortSignal }) => Promise<Answer>,
): Promise<Answer> {
  const left = new AbortController();
  res.once('close', () => left.abort());
  const send = (event: string, data: unknown): void => {
    if (left.signal.aborted) return;
    if (!res.headersSent) res.status(200).setHeader('content-type', 'text/event-stream; charset=utf-8');
    res.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  };
  try {
    const answer = await work({ send, signal: left.signal });
    send('done', answer);
    res.end();
    return answer;
  } catch (thrown) {
    if (!res.headersSent && !left.signal.aborted) throw thrown;
    send('error', { error: toWireError(toHubError(thrown), String(res.locals.trace)) });
    res.end();
    throw thrown;
  }
}
