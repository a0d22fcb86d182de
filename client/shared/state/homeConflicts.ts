import type { Slot } from '../../../src/contract/log/parts.ts';
import type { ListingAnswer } from '../../../src/contract/rest/listings.ts';
import type { RecordName } from '../../../src/contract/vocabulary.ts';

/** A wish that the home of the talk does not meet. `home`: the home's own value, in the shape of the slot. */
export interface HomeConflict {
  slot: RecordName;
  wish: unknown;
  home: unknown;
}

type Home = Pick<ListingAnswer, 'priceCents' | 'currency' | 'beds' | 'baths' | 'propertyType'>;

/** The buyer's wishes that the home of the talk does not meet: too expensive, too small, another kind. A seller's home is no wish. */
export function homeConflicts(slots: Readonly<Partial<Record<RecordName, Slot>>>, home: Home): HomeConflict[] {
  const wishOf = (slot: RecordName): unknown => (slots[slot]?.state === 'answered' ? slots[slot].value : undefined);
  if (wishOf('intent') === 'sell') return [];
  const found: HomeConflict[] = [];
  const budget = wishOf('budget');
  const most = typeof budget === 'object' && budget !== null && 'maxCents' in budget ? budget.maxCents : null;
  const currency = typeof budget === 'object' && budget !== null && 'currency' in budget ? budget.currency : undefined;
  if (typeof most === 'number' && home.priceCents > most && (currency ?? home.currency) === home.currency)
    found.push({ slot: 'budget', wish: budget, home: home.priceCents });
  for (const slot of ['beds', 'baths'] as const) {
    const wish = wishOf(slot);
    if (typeof wish === 'number' && home[slot] < wish) found.push({ slot, wish, home: home[slot] });
  }
  const kind = wishOf('propertyType');
  if (typeof kind === 'string' && kind !== home.propertyType)
    found.push({ slot: 'propertyType', wish: kind, home: home.propertyType });
  return found;
}
