import type { Amenity } from './readAmenities.ts';
import type { HomeFeature } from './readHomeFeatures.ts';
import type { Tenure } from './readTenure.ts';

/** At least `from`, at most `to`; null: no bound on that side. */
export interface Bounds {
  from: number | null;
  to: number | null;
}

/** What a home must have. A wish that is absent is not asked for; who lives where is never one. */
export interface HomeWish {
  /** One of these areas, in any case; empty: anywhere. */
  areas?: readonly string[];
  beds?: Bounds;
  baths?: Bounds;
  priceCents?: Bounds;
  tenure?: Tenure;
  kinds?: readonly string[];
  amenities?: Partial<Record<Amenity, boolean>>;
  features?: readonly HomeFeature[];
}

/** A look through the brokerage's homes: for a wish, for more of the same, or for homes like one that is gone. */
export interface HomeSearch {
  why: 'wish' | 'more' | 'similar';
  wish: HomeWish;
  /** Ids of homes that are not to be shown: those that were, and the one of the page. */
  without: readonly string[];
}
