import { type Response, Router } from 'express';
import { type FeedDeps, feedFile } from '../../features/appointments/calendarFeed.ts';
import { HubError } from '../../kernel/hubError.ts';
import { refuseFor } from '../../kernel/rateLimits.ts';
import { addressOf, type HandleDeps } from '../handle.ts';

export interface CalendarFileDeps {
  calendarFeeds: FeedDeps;
  /** As `PUBLIC_URL` says it. */
  publicUrl: string | null;
}

/**
 * Calendar files, which programs fetch that can sign in nowhere: the address is the secret. Every call counts against where it comes
 * from, so that nobody can guess one.
 */
export function calendarFileRouter({ calendarFeeds, publicUrl }: CalendarFileDeps, handle: HandleDeps): Router {
  const router = Router();
  router.get('/api/v1/calendar/:file', async (req, res) => {
    res.locals.route = '/calendar/:file';
    refuseFor(await handle.rateLimits.take(handle.limits.callsPerAddress, addressOf(req)));
    const secret = /^([\w-]{43})\.ics$/.exec(req.params.file)?.[1];
    if (secret === undefined) throw new HubError('NOT_FOUND');
    send(res, await feedFile(calendarFeeds, secret, publicUrl ?? `${req.protocol}://${req.host}`), 'calendar.ics');
  });
  return router;
}

function send(res: Response, file: string, name: string): void {
  res.setHeader('cache-control', 'private, no-store');
  res.setHeader('content-disposition', `attachment; filename="${name}"`);
  res.setHeader('x-robots-tag', 'noindex');
  res.setHeader('referrer-policy', 'no-referrer');
  res.type('text/calendar; charset=utf-8').send(file);
}
