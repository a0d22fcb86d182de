import type { Request, Response } from 'express';
import type { RouteName } from '../contract/rest/routes.ts';
import type { CommandStore } from '../features/conversations/ports.ts';
import type { Clock } from '../kernel/clock.ts';
import { HubError } from '../kernel/hubError.ts';
import { sha256 } from '../kernel/ids.ts';

export interface OnceDeps {
  commands: CommandStore;
  clock: Clock;
}

const header = 'idempotency-key';
/** Printable, and without a space: the header sent twice is refused. */
const keyForm = /^[\x21-\x7e]{1,200}$/;
/** No call takes longer. One that began before that was cut off with its node, and may be done anew. */
const longestCallMs = 300_000;

/** Calls whose answers are kept for a repeat. Others may hold a secret, or words of a person that must go when they are deleted. */
const keptAnswers: ReadonlySet<string> = new Set<RouteName>([
  'PUT /me',
  'PUT /me/help',
  'POST /listings',
  'PUT /listings/:id',
  'PUT /listings/:id/photos',
  'DELETE /listings/:id/photos/:photoId',
  'POST /narratives/batch',
  'POST /reports/schedules',
  'POST /experiments',
  'POST /experiments/:id/stop',
  'PUT /busy-calendar',
  'PUT /settings',
  'PUT /settings/logo',
  'POST /sites',
  'PUT /sites/:id',
  'PUT /people/:id',
  'PUT /people/:id/hours',
  'POST /saved-replies',
  'PUT /saved-replies/:id',
  'POST /saved-views',
  'POST /phone-connections',
  'PUT /webhooks/:id',
  'POST /knowledge',
  'PUT /knowledge/:id',
  'POST /knowledge/import',
]);

interface Kept {
  /** Absent where the call has none. */
  answer?: unknown;
  /** It had one, and it isn't kept. */
  isGone?: true;
}

/**
 * Does a write once for each `Idempotency-Key` of a principal: the same again gets the first answer. One that failed may be tried again.
 * @throws HubError `VALIDATION_FAILED` for a key that is no key, or on an upload, whose bytes are not compared; `COMMAND_REUSED` for the
 * same key with another call; `CONFLICT` while the first is being worked on, and where its answer isn't kept
 */
export async function onceByKey(
  { commands, clock }: OnceDeps,
  { principalId, route, req, res }: { principalId: string; route: CalledRoute; req: Request; res: Response },
  act: () => Promise<unknown>,
): Promise<unknown> {
  const key = req.headers[header];
  if (key === undefined || route.method === 'get') return act();
  if (typeof key !== 'string' || !keyForm.test(key) || !takesKey(route))
    throw new HubError('VALIDATION_FAILED', { field: header });
  // The key salts the hash and is itself not kept: a password, or a word that was deleted, could be tried on a bare hash.
  const call = JSON.stringify([key, route.method, req.originalUrl, req.body ?? null]);
  const [claim, hash, now] = [`${principalId}:rest:${sha256(key)}`, sha256(call), clock.now()];
  const found = await commands.claim(claim, hash, now);
  if (found !== 'claimed') {
    if (found.bodyHash !== hash) throw new HubError('COMMAND_REUSED', { field: header, says: reused });
    if (found.answer !== undefined) return first(found.answer as Kept, res);
    const isCutOff = now - found.claimedAt > longestCallMs && (await commands.reclaim(claim, found.claimedAt, now));
    if (!isCutOff) throw new HubError('CONFLICT', { field: header, says: running, retryAfterMs: 1_000 });
  }
  let answer: unknown;
  try {
    answer = await act();
  } catch (error) {
    await commands.drop(claim);
    throw error;
  }
  const isKept = keptAnswers.has(`${route.method.toUpperCase()} ${route.path}`);
  // If this fails, the claim stays, so that the work is not done again.
  await commands.finish(claim, route.answer === null ? {} : isKept ? { answer } : { isGone: true });
  return answer;
}

/** The part of a route that says whether it takes a key, and whether its answer may be kept. */
interface CalledRoute {
  method: string;
  path: string;
  access: string;
  answer: unknown;
  bytes?: string;
}

/** Writes of the team and of its API keys, but for uploads. */
export const takesKey = ({ access, method, bytes }: Pick<CalledRoute, 'access' | 'method' | 'bytes'>): boolean =>
  access === 'staff' && method !== 'get' && bytes !== 'body';

function first({ answer, isGone }: Kept, res: Response): unknown {
  if (isGone) throw new HubError('CONFLICT', { field: header, says: gone });
  res.setHeader('idempotency-replayed', 'true');
  return answer;
}

const reused = 'This Idempotency-Key was already used for another call.';
const running = 'The first call with this Idempotency-Key is still being worked on.';
const gone = 'This was already done. The answer isn’t kept.';
