import type { Entry } from '../../../src/contract/log/entry.ts';
import type { ConversationFacts } from './conversationFacts.ts';

/** The home that the talk is about: the one the visitor means among those shown to them, else that of the page where the talk began. */
export function homeOfTalk(
  talk: readonly Entry[],
  { qualification }: Pick<ConversationFacts, 'qualification'>,
  pageListingId: string | undefined,
): string | undefined {
  const meant = qualification?.data.slots.home;
  if (meant?.state !== 'answered') return pageListingId;
  for (const entry of talk.toReversed()) {
    if (entry.type !== 'listing-cards') continue;
    const card = entry.data.items.find(({ title }) => title === meant.value);
    if (card) return card.listingId;
  }
  return pageListingId;
}
