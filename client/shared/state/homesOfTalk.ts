import type { Entry } from '../../../src/contract/log/entry.ts';
import type { HomeToShow } from '../../../src/contract/log/parts.ts';

/** The homes that were shown in the talk, that it has an appointment for, or of whose page it came; the one it is about first, then the newest. */
export function homesOfTalk(
  talk: readonly Entry[],
  aboutId: string | undefined,
  page: { listingId?: string | undefined; title?: string | undefined } = {},
): HomeToShow[] {
  const known = new Map<string, HomeToShow>();
  for (const entry of talk.toReversed()) {
    const homes =
      entry.type === 'listing-cards'
        ? entry.data.items
        : entry.type === 'appointment-changed' && entry.data.home
          ? [entry.data.home]
          : [];
    for (const { listingId, title, address } of homes)
      if (!known.has(listingId))
        known.set(listingId, { listingId, title, ...(address === undefined ? {} : { address }) });
  }
  const { listingId, title } = page;
  if (listingId !== undefined && title !== undefined && !known.has(listingId))
    known.set(listingId, { listingId, title });
  return [...known.values()].sort((a, b) => Number(b.listingId === aboutId) - Number(a.listingId === aboutId));
}
