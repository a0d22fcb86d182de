import type { HomeToShow } from '../../contract/log/parts.ts';
import { findHome } from './findHome.ts';
import type { HeldHomes } from './heldHomes.ts';

/** The home for sale that a text names; null where it names none, or several. */
export async function homeNamed(
  homes: Pick<HeldHomes, 'named'>,
  tenantId: string,
  text: string,
): Promise<(HomeToShow & { priceCents: number }) | null> {
  const home = findHome(text, await homes.named(tenantId, text));
  if (home === null || home.status !== 'active') return null;
  const { listingId, title, address, priceCents } = home;
  return { listingId, title, address, priceCents };
}
