import type { Fact } from '../../contract/readings.ts';
import type { HeldHomes } from '../listings/heldHomes.ts';
import { homeLine } from '../listings/homeLine.ts';
import { homeNamed } from '../listings/homeNamed.ts';
import type { ListingFacts } from '../packs/model.ts';
import type { Language } from '../reading/model.ts';
import type { CoachContext } from './coachContext.ts';

/** The homes for sale, a line each; none of a tenant that has too many to read them all. */
export async function homesForSale(
  homes: Pick<HeldHomes, 'fewOf'>,
  tenantId: string,
  language: Language,
): Promise<Fact[]> {
  const all = (await homes.fewOf(tenantId)) ?? [];
  return all
    .filter(({ status }) => status === 'active')
    .map((home) => ({
      ...{ id: `sale.${home.listingId}`, words: homeLine(home, language) },
      ...{ source: home.source, asOf: home.asOf, audience: 'visitor' },
    }));
}

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
