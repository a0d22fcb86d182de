import type { ChangedAnswer } from '../../contract/rest/changed.ts';
import type { HomeRow } from '../../contract/rest/listings.ts';
import { type ChangesAsked, readChanges } from '../../kernel/changes.ts';
import { type Clock, isoOf } from '../../kernel/clock.ts';
import type { StaffScope } from '../identity/model.ts';
import { homeRowOf } from './homeAnswer.ts';
import type { ListingStore } from './ports.ts';

/** The homes whose facts or photos changed, the oldest change first. None is ever gone: it has another status. */
export async function listChangedHomes(
  { listings, clock }: { listings: Pick<ListingStore, 'changedAfter'>; clock: Clock },
  { tenantId }: StaffScope,
  asked: ChangesAsked,
): Promise<ChangedAnswer<HomeRow>> {
  const { changes, ...rest } = await readChanges([listings.changedAfter], tenantId, asked);
  const now = clock.now();
  return { ...rest, items: changes.map(({ at, row }) => ({ ...homeRowOf(row, now), changedAt: isoOf(at) })) };
}
