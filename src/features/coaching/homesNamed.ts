import type { Fact } from '../../contract/readings.ts';
import type { HeldHomes } from '../listings/heldHomes.ts';
import { homeLine } from '../listings/homeLine.ts';
import { homeNamed } from '../listings/homeNamed.ts';
import { factsOf, type Listing } from '../listings/model.ts';
import { saleId } from '../listings/saleId.ts';
import type { ListingFacts } from '../packs/model.ts';
import type { Language } from '../reading/model.ts';
import type { CoachContext } from './coachContext.ts';

/** They are the same for each card until the homes change. */
const told = new WeakMap<readonly Listing[], Partial<Record<Language, readonly Fact[]>>>();

/** The homes for sale, a line each; none of a tenant that has too many to read them all. */
export async function homesForSale(
  homes: Pick<HeldHomes, 'fewOf'>,
  tenantId: string,
  language: Language,
): Promise<readonly Fact[]> {
  const all = await homes.fewOf(tenantId);
  if (all === null) return [];
  const known = told.get(all)?.[language];
  if (known !== undefined) return known;
  const lines = all
    .filter(({ status }) => status === 'active')
    .map((home): Fact => {
      const { listingId, source, asOf } = home;
      return { id: saleId(listingId), words: homeLine(factsOf(home), language), source, asOf, audience: 'visitor' };
    });
  told.set(all, { ...told.get(all), [language]: lines });
  return lines;
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
