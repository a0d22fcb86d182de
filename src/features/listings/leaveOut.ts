import type { LeftFact } from '../../contract/rest/settingsLimits.ts';
import type { ListingFacts } from '../packs/model.ts';

/** The fields that tell each fact, and how the home's own words name it. */
const tellers: Readonly<Record<LeftFact, { fields: readonly (keyof ListingFacts)[]; named: RegExp }>> = {
  taxes: { fields: ['taxCentsPerYear'], named: /\btax(?:es)?\b/i },
  hoa: { fields: ['hoaCentsPerMonth', 'hoaRules'], named: /\bHOA\b|\bassociation\b/i },
  year: { fields: ['yearBuilt'], named: /\bbuilt in\b|\byear built\b/i },
  'open-houses': { fields: ['openHouses'], named: /\bopen house/i },
  'listing-agent': { fields: ['listingAgent'], named: /\blisting agent\b|\blisted by\b/i },
  'listed-on': { fields: ['listedOn'], named: /\blisted on\b|\bon the market\b/i },
  'rental-rules': { fields: ['rentalRules'], named: /\brent(?:al|als|ed|ing)?\b|\bairbnb\b|\blease/i },
};

/** A home without what is left to the team, in its fields and in its own words. */
export function leaveOut(home: ListingFacts, left: readonly LeftFact[] = []): ListingFacts {
  if (left.length === 0) return home;
  const fields = new Set<string>(left.flatMap((fact) => tellers[fact].fields));
  const names = (text: string) => left.some((fact) => tellers[fact].named.test(text));
  const told = Object.entries(home).filter(([field]) => !fields.has(field));
  const sentences = home.description.match(/[^.!?]+(?:[.!?]+\s*|$)/g) ?? [];
  return {
    ...(Object.fromEntries(told) as unknown as ListingFacts),
    description: sentences
      .filter((sentence) => !names(sentence))
      .join('')
      .trim(),
    features: home.features.filter((feature) => !names(feature)),
  };
}
