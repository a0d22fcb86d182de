import type { HomeToShow } from '../../contract/log/parts.ts';
import { findHome } from './findHome.ts';
import type { HeldHomes } from './heldHomes.ts';

/** The home for sale that a text names, or means without its name (`homeId`, as a model read it); null where it names none, or several. */
export async function homeNamed(
  homes: Pick<HeldHomes, 'named' | 'homeOf'>,
  tenantId: string,
  text: string,
  homeId?: string,
): Promise<(HomeToShow & { priceCents: number }) | null> {
  const named = await homes.named(tenantId, text);
  const home =
    named.find(({ listingId }) => listingId === homeId) ??
    findHome(text, named) ??
    (homeId === undefined ? null : await homes.homeOf(tenantId, homeId));
  if (home === null || home.status !== 'active') return null;
  const { listingId, title, address, priceCents } = home;
  return { listingId, title, address, priceCents };
}
