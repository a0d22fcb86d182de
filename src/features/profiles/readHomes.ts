import type { ViewedHomeAnswer } from '../../contract/rest/leads.ts';
import { isoOf } from '../../kernel/clock.ts';
import { fewAtOnce } from '../../kernel/fewAtOnce.ts';
import { HubError } from '../../kernel/hubError.ts';
import type { LeadConversations } from '../conversations/ports.ts';
import type { StaffScope } from '../identity/model.ts';
import type { ListingStore } from '../listings/ports.ts';
import type { ViewedHome } from './model.ts';
import { eachMember } from './person.ts';
import type { LeadStore, ViewedHomeStore } from './ports.ts';
import { unrecorded } from './readLead.ts';

export interface ReadHomesDeps {
  leads: Pick<LeadStore, 'find' | 'linkedTo'>;
  conversations: Pick<LeadConversations, 'listOfLead'>;
  viewedHomes: Pick<ViewedHomeStore, 'ofLead'>;
  listings: Pick<ListingStore, 'find'>;
}

/**
 * The homes that the person behind a record looked at, in all their records, the newest first.
 * @throws HubError NOT_FOUND
 */
export async function readHomes(
  deps: ReadHomesDeps,
  { tenantId }: Pick<StaffScope, 'tenantId'>,
  leadId: string,
): Promise<ViewedHomeAnswer[]> {
  const ids: string[] = [];
  for await (const { id } of eachMember(deps.leads, tenantId, leadId)) ids.push(id);
  if (ids.length === 0 && (await unrecorded(deps.conversations, tenantId, leadId)) === null)
    throw new HubError('NOT_FOUND');
  const lists = await fewAtOnce(ids.length === 0 ? [leadId] : ids, (id) => deps.viewedHomes.ofLead(tenantId, id));
  return fewAtOnce(asOne(lists.flat()), async ({ viewedAt: _, tappedAt, likedAt, ...home }) => {
    const listing = await deps.listings.find(tenantId, home.listingId);
    return {
      ...home,
      ...(listing === null ? {} : { title: listing.title, priceCents: listing.priceCents, currency: listing.currency }),
      firstAt: isoOf(home.firstAt),
      lastAt: isoOf(home.lastAt),
      ...(tappedAt === null ? {} : { tappedAt: isoOf(tappedAt) }),
      ...(likedAt === null ? {} : { likedAt: isoOf(likedAt) }),
    };
  });
}

/** Each home once, the newest first. */
function asOne(homes: readonly ViewedHome[]): ViewedHome[] {
  const byId = new Map<string, ViewedHome>();
  for (const home of homes) {
    const known = byId.get(home.listingId);
    byId.set(home.listingId, known === undefined ? home : together(known, home));
  }
  return [...byId.values()].sort((one, other) => other.lastAt - one.lastAt);
}

const later = (one: number | null, other: number | null): number | null =>
  one === null || other === null ? (one ?? other) : Math.max(one, other);

const together = (one: ViewedHome, other: ViewedHome): ViewedHome => ({
  listingId: one.listingId,
  views: one.views + other.views,
  firstAt: Math.min(one.firstAt, other.firstAt),
  lastAt: Math.max(one.lastAt, other.lastAt),
  viewedAt: later(one.viewedAt, other.viewedAt),
  tappedAt: later(one.tappedAt, other.tappedAt),
  likedAt: later(one.likedAt, other.likedAt),
});
