import type { HeldHomes } from '../listings/heldHomes.ts';
import { homeNamed } from '../listings/homeNamed.ts';
import type { ListingFacts } from '../packs/model.ts';
import type { CoachContext } from './coachContext.ts';

const linesRead = 12;
const mostNamed = 3;

/** The homes for sale that the newest lines name, beside the talk's own; at most three, the last named first. */
export async function homesNamed(
  homes: Pick<HeldHomes, 'named' | 'homeOf'>,
  { tenantId, lines, listing }: Pick<CoachContext, 'tenantId' | 'lines' | 'listing'>,
): Promise<ListingFacts[]> {
  const found = new Map<string, ListingFacts>();
  for (const { text } of lines.slice(-linesRead).toReversed()) {
    const named = await homeNamed(homes, tenantId, text);
    if (named === null || named.listingId === listing?.listingId || found.has(named.listingId)) continue;
    const home = await homes.homeOf(tenantId, named.listingId);
    if (home !== null) found.set(home.listingId, home);
    if (found.size === mostNamed) break;
  }
  return [...found.values()];
}
