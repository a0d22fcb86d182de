import { HubError } from '../../kernel/hubError.ts';
import type { StaffScope } from '../identity/model.ts';
import { findFacts } from '../knowledge/findCards.ts';
import type { Shelves } from '../knowledge/shelves.ts';
import { leaveOut } from '../listings/leaveOut.ts';
import { factsOf } from '../listings/model.ts';
import type { ListingStore } from '../listings/ports.ts';
import { lookUpHome } from '../listings/tellHome.ts';
import { marketPacks, schoolsOf } from '../packs/markets.ts';
import type { Language } from '../reading/model.ts';
import type { TenantKnowledge } from '../settings/tenantKnowledge.ts';
import { answerFromListing } from './answerFromListing.ts';
import { factsFor } from './factsFor.ts';

export interface AskOfHomeDeps {
  listings: Pick<ListingStore, 'find'>;
  shelves: Pick<Shelves, 'shelfOf'>;
  settingsOf: TenantKnowledge['settingsOf'];
}

/**
 * The sentences by which Jorge answers a visitor who asks this on the page of a home: from its file, and where that has nothing, from
 * the brokerage's cards. No talk begins, no model is asked, nothing is kept.
 * @throws HubError NOT_FOUND, also for another brokerage's home
 */
export async function askOfHome(
  { listings, shelves, settingsOf }: AskOfHomeDeps,
  { tenantId }: StaffScope,
  listingId: string,
  { text, language }: { text: string; language: Language },
): Promise<string[]> {
  const [found, shelf, { settings }] = await Promise.all([
    listings.find(tenantId, listingId),
    shelves.shelfOf(tenantId),
    settingsOf(tenantId),
  ]);
  if (found === null) throw new HubError('NOT_FOUND');
  const listing = leaveOut(factsOf(found), settings.jorge.leaves);
  const cards = findFacts(shelf, text, language, 'visitor');
  const { told, house } = lookUpHome(text, listing, language);
  if (told.length === 0 && house === undefined && cards.length > 0) return cards.map(({ words }) => words);
  const facts = factsFor(listing, cards, language, schoolsOf(marketPacks[settings.market]));
  const brief = { question: text, homes: [listing], brokerage: settings.brokerage, language, askWhom: null, facts };
  return answerFromListing(brief).map((sentence) => sentence.text);
}
