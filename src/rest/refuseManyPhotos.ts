import type { Request } from 'express';
import { refuseFor } from '../kernel/rateLimits.ts';
import { addressOf, type HandleDeps } from './handle.ts';

/** A page of homes shows dozens of photos at once, an office has many pages open. */
const photosPerCall = 5;

/**
 * Counts requests for photos apart from the calls, so that people who look at many homes may still sign in. @throws
 * HubError RATE_LIMITED
 */
export async function refuseManyPhotos(
  { rateLimits, limits: { callsPerAddress } }: Pick<HandleDeps, 'rateLimits' | 'limits'>,
  req: Request,
): Promise<void> {
  const limit = { ...callsPerAddress, name: 'photos-address', points: callsPerAddress.points * photosPerCall };
  refuseFor(await rateLimits.take(limit, addressOf(req)));
}
