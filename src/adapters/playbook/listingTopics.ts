import type { ListingFacts } from '../../features/packs/model.ts';
import { capitalised, formatCents, formatCount, joinWords } from './figures.ts';

/** Something people ask of a home: the words by which one knows it, and what is on file. */
export interface ListingTopic {
  name: string;
  asks: RegExp;
  /** The field that tells. */
  field: keyof ListingFacts;
  /** One sentence; null when nothing is on file. */
  tell(listing: ListingFacts): string | null;
}

const statusWords = {
  active: 'It is on the market now.',
  pending: 'It is under contract at the moment.',
  sold: 'It is sold.',
  removed: 'It is no longer on the market.',
} as const;

/** Narrow topics first: "HOA fee" before "price". */
export const listingTopics: readonly ListingTopic[] = [
  {
    name: 'HOA dues',
    asks: /\b(hoa|homeowners?.? association|association (fee|dues)|condo fees?)\b/i,
    field: 'hoaCentsPerMonth',
    tell: (home) => {
      if (home.hoaCentsPerMonth === undefined) return null;
      return home.hoaCentsPerMonth === 0
        ? 'The listing shows no HOA dues.'
        : `The HOA dues are ${formatCents(home.hoaCentsPerMonth, home.currency)} a month.`;
    },
  },
  {
    name: 'property taxes',
    asks: /\b(tax|taxes)\b/i,
    field: 'taxCentsPerYear',
    tell: (home) =>
      home.taxCentsPerYear === undefined
        ? null
        : `The property taxes on file are ${formatCents(home.taxCentsPerYear, home.currency)} a year.`,
  },
  {
    name: 'lot',
    asks: /(?<!\ba )\blot\b|\b(yard|acres?|land)\b/i,
    field: 'lotSqft',
    tell: (home) => (home.lotSqft === undefined ? null : `The lot has ${formatCount(home.lotSqft)} square feet.`),
  },
  {
    name: 'bedrooms and bathrooms',
    // "Is there room on the price?" is not about rooms.
    asks: /\b(beds?|bedrooms?|baths?|bathrooms?|rooms|room(?! (on|in|for|to)\b))\b/i,
    field: 'beds',
    tell: (home) =>
      `It has ${home.beds} ${home.beds === 1 ? 'bedroom' : 'bedrooms'} and ${home.baths} ${home.baths === 1 ? 'bathroom' : 'bathrooms'}.`,
  },
  {
    name: 'size',
    asks: /\b(square f(ee|oo)t(age)?|sq\.? ?ft|sqft|how (big|large)(?! is the (lot|yard|garage|kitchen|deck))|size)\b/i,
    field: 'areaSqft',
    tell: (home) => `It has ${formatCount(home.areaSqft)} square feet.`,
  },
  {
    name: 'year built',
    asks: /\b(built|how old|age of|year)\b/i,
    field: 'yearBuilt',
    tell: (home) => (home.yearBuilt === undefined ? null : `It was built in ${home.yearBuilt}.`),
  },
  {
    name: 'parking',
    asks: /\b(park|parking|garage|carport|driveway)\b/i,
    field: 'parking',
    tell: (home) => (home.parking === undefined ? null : `Parking: ${home.parking}.`),
  },
  {
    name: 'heating and cooling',
    asks: /\b(heat|heating|hvac|cooling|air condition(ing|er)?|ac|a\/c|furnace)\b/i,
    field: 'heating',
    tell: (home) => (home.heating === undefined ? null : `Heating: ${home.heating}.`),
  },
  {
    name: 'availability',
    asks: /\b(available|availability|still (on|for sale|there|open)|sold|pending|under contract|off the market)\b/i,
    field: 'status',
    tell: (home) => statusWords[home.status],
  },
  {
    name: 'address',
    asks: /\b(address|where (is|exactly)|located|location|which (area|neighborhood|part of town))\b/i,
    field: 'address',
    tell: (home) => `The home is at ${home.address}.`,
  },
  {
    name: 'kind of home',
    asks: /\b(condo|town ?ho(me|use)|single.family|duplex|what (kind|type) of)\b/i,
    field: 'propertyType',
    tell: (home) => (home.propertyType === undefined ? null : `It is listed as: ${home.propertyType}.`),
  },
  {
    name: 'features',
    asks: /\b(features?|amenit(y|ies)|pool|kitchen|appliances?|balcony|patio|porch|fireplace|laundry|washer|basement|deck)\b/i,
    field: 'features',
    tell: (home) => (home.features.length === 0 ? null : `On file: ${joinWords(home.features.slice(0, 6))}.`),
  },
  {
    name: 'price',
    asks: /\b(price|cost|how much|asking)\b/i,
    field: 'priceCents',
    tell: (home) => `The asking price is ${formatCents(home.priceCents, home.currency)}.`,
  },
];

/** The topics a question touches, at most two, with what is on file. */
export function topicsOf(question: string): ListingTopic[] {
  return listingTopics.filter((topic) => topic.asks.test(question)).slice(0, 2);
}

/** A feature that is named in the question itself ("Is there a pool?"). */
export function namedFeature(question: string, listing: ListingFacts): string | null {
  const asked = question.toLowerCase();
  const feature = listing.features.find((text) =>
    text
      .toLowerCase()
      .split(/\W+/)
      .some((word) => word.length > 3 && asked.includes(word)),
  );
  return feature === undefined ? null : capitalised(feature);
}
