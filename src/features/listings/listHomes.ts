import type { HomesAnswer, HomesQuery } from '../../contract/rest/listings.ts';
import type { Clock } from '../../kernel/clock.ts';
import { HubError } from '../../kernel/hubError.ts';
import type { StaffScope } from '../identity/model.ts';
import { homeRowOf } from './homeAnswer.ts';
import type { KeptListing } from './model.ts';
import type { ListingStore } from './ports.ts';

/** Homes that one page looks through: a search that few pass gets a short page, and a cursor to go on. */
const mostLooked = 2_000;
const searchedAtOnce = 1_000;

const writeCursor = (listingId: string): string => Buffer.from(listingId, 'utf8').toString('base64url');
function readCursor(cursor: string): string {
  const listingId = Buffer.from(cursor, 'base64url').toString('utf8');
  if (!/^[\w.-]{1,64}$/.test(listingId)) throw new HubError('VALIDATION_FAILED', { field: 'cursor' });
  return listingId;
}

/**
 * A page of the homes of a brokerage, whatever their status, by id. With `q` those that have all of its words.
 * @throws HubError `VALIDATION_FAILED` for a cursor that was never given
 */
export async function listHomes(
  { listings, clock }: { listings: Pick<ListingStore, 'page'>; clock: Clock },
  { tenantId }: StaffScope,
  { q = '', status, limit, cursor }: HomesQuery,
): Promise<HomesAnswer> {
  const words = q.toLowerCase().split(/\s+/).filter(Boolean);
  const fits = (home: KeptListing): boolean =>
    (status === undefined || home.status === status) && words.every((word) => searchedOf(home).includes(word));
  const items: KeptListing[] = [];
  let after = cursor === undefined ? undefined : readCursor(cursor);
  const answer = (next: string | undefined): HomesAnswer => ({
    items: items.map((home) => homeRowOf(home, clock.now())),
    ...(next === undefined ? {} : { nextCursor: writeCursor(next) }),
  });
  const isSearch = words.length > 0 || status !== undefined;
  const readAtOnce = isSearch ? searchedAtOnce : limit + 1;
  for (let looked = 0; looked < mostLooked; looked += readAtOnce) {
    const homes = await listings.page(tenantId, readAtOnce, after);
    for (const home of homes) {
      if (!fits(home)) continue;
      if (items.length === limit) return answer(items.at(-1)?.listingId);
      items.push(home);
    }
    if (homes.length < readAtOnce) return answer(undefined);
    after = homes.at(-1)?.listingId;
  }
  return answer(items.length === limit ? items.at(-1)?.listingId : after);
}

const searchedOf = ({ listingId, title, address, area, listingAgent = '' }: KeptListing): string =>
  `${listingId} ${title} ${address} ${area} ${listingAgent}`.toLowerCase();
