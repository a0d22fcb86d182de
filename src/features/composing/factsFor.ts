import { type Fact, isForVisitors } from '../../contract/readings.ts';
import { schoolsOf } from '../packs/markets.ts';
import type { ListingFacts } from '../packs/model.ts';
import type { Language } from '../reading/model.ts';
import { homeFacts } from './homeFacts.ts';
import { houseFacts } from './houseFacts.ts';

/**
 * All facts that words to a visitor may cite: the home's file, what visitors may hear of the shelf, and what we say to everybody.
 * `schools`: of the market.
 */
export const factsFor = (
  listing: ListingFacts | null,
  shelf: readonly Fact[],
  language: Language,
  schools = schoolsOf({}),
): Fact[] => [
  ...(listing === null ? [] : homeFacts(listing, language)),
  ...shelf.filter(isForVisitors),
  ...houseFacts(language, schools),
];
