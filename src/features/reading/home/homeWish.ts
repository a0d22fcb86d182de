import type { Tenure } from '../person/readTenure.ts';
import type { Amenity } from './readAmenities.ts';
import type { HomeFeature } from './readHomeFeatures.ts';

/** At least `from`, at most `to`; null: no bound on that side. */
export interface Bounds {
  from: number | null;
  to: number | null;
}

/** The requirements for a home. A wish that is absent is not asked for; the people who live in an area are never a wish. */
export interface HomeWish {
  /** One of these areas, whatever their letter case; empty: anywhere. */
  areas?: readonly string[];
  beds?: Bounds;
  baths?: Bounds;
  priceCents?: Bounds;
  tenure?: Tenure;
  kinds?: readonly string[];
  amenities?: Partial<Record<Amenity, boolean>>;
  features?: readonly HomeFeature[];
}

/** A search of the brokerage's homes: for a wish, for more of the same, or for homes like one that is gone. */
export interface HomeSearch {
  why: 'wish' | 'more' | 'similar';
  wish: HomeWish;
  /** Ids of homes that are not to be shown: those that were, and the one of the page. */
  without: readonly string[];
}
