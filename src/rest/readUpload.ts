import type { Request, Response } from 'express';
import { HubError } from '../kernel/hubError.ts';
import { allowSlowBody } from './httpServer.ts';

/** Somebody on a slow line sends for as long as something comes. */
const silentMs = 15_000;
const wholeMs = 120_000;

/**
 * The body of a request as bytes, never more of them than `mostBytes`. A refusal ends the connection, so that the rest is not read.
 * @throws HubError `PAYLOAD_TOO_LARGE` at once where the header says more, else with the first byte too many; `VALIDATION_FAILED` when
 * it ends before its end, or nothing comes for 15 s
 */
export async function readUpload(req: Request, res: Response, mostBytes: number): Promise<Buffer> {
  allowSlowBody(req);
  const told = Number(req.headers['content-length'] ?? 0);
  const parts: Buffer[] = [];
  let bytes = 0;
  const cutOff = new AbortController();
  const end = (): void => cutOff.abort();
  let silence = setTimeout(end, silentMs);
  const whole = setTimeout(end, wholeMs);
  cutOff.signal.addEventListener('abort', () => req.destroy());
  try {
    if (told > mostBytes) throw new HubError('PAYLOAD_TOO_LARGE', { field: 'file' });
    for await (const part of req as AsyncIterable<Buffer>) {
      clearTimeout(silence);
      silence = setTimeout(end, silentMs);
      bytes += part.length;
      if (bytes > mostBytes) throw new HubError('PAYLOAD_TOO_LARGE', { field: 'file' });
      parts.push(part);
    }
    return Buffer.concat(parts, bytes);
  } catch (thrown) {
    if (thrown instanceof HubError) throw thrown;
    throw new HubError('VALIDATION_FAILED', { field: 'file', cause: thrown });
  } finally {
    clearTimeout(silence);
    clearTimeout(whole);
    if (!req.complete) res.setHeader('connection', 'close');
  }
}

/** Judges whether a body may come at all: one that is refused before it was read is not read to its end. */
export async function beforeReading<T>(req: Request, res: Response, judge: () => T | Promise<T>): Promise<T> {
  try {
    return await judge();
  } catch (refused) {
    if (!req.complete) res.setHeader('connection', 'close');
    throw refused;
  }
}
