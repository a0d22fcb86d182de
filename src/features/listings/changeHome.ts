import type { HomeChange, HomeWords, ListingAnswer, NewHomeRequest } from '../../contract/rest/listings.ts';
import { type Clock, isoOf } from '../../kernel/clock.ts';
import { HubError } from '../../kernel/hubError.ts';
import { newId } from '../../kernel/ids.ts';
import type { StaffScope } from '../identity/model.ts';
import type { IdentityStore } from '../identity/ports.ts';
import type { ListingFacts } from '../packs/model.ts';
import { homeAnswer } from './homeAnswer.ts';
import { cellOf, fieldOf } from './homeCells.ts';
import { listingColumns } from './listingColumns.ts';
import { listingLimits, priceChange } from './model.ts';
import type { ListingStore } from './ports.ts';
import { readRow } from './readListings.ts';

export interface ChangeHomeDeps {
  identity: Pick<IdentityStore, 'findTenant'>;
  listings: Pick<ListingStore, 'find' | 'write' | 'summary'>;
  clock: Clock;
}

/**
 * Lets only supervisors and admins pass, because they write the file of homes.
 * @throws HubError FORBIDDEN
 */
export function requireHomeWriter({ principal }: StaffScope): void {
  if (principal.role === 'agent') throw new HubError('FORBIDDEN');
}

/**
 * Adds a home.
 * @throws HubError `VALIDATION_FAILED` with the field and what is wrong with it, `CONFLICT` (field `listingId`) where there is one of
 * that id, `QUOTA_EXCEEDED` where there are as many as may be
 */
export async function addHome(
  deps: ChangeHomeDeps,
  scope: StaffScope,
  // An id of its own may begin with a dash, as a formula would.
  { listingId = `home-${newId()}`, ...words }: NewHomeRequest,
): Promise<ListingAnswer> {
  requireHomeWriter(scope);
  const facts = await judgeHome(deps, scope, { ...words, listingId });
  if ((await deps.listings.summary(scope.tenantId)).total >= listingLimits.perTenant)
    throw new HubError('QUOTA_EXCEEDED', { says: `A brokerage can have up to ${listingLimits.perTenant} homes.` });
  const now = deps.clock.now();
  const price = priceChange(undefined, facts.priceCents, now);
  const listing = { ...facts, ...price, tenantId: scope.tenantId, importedAt: now, by: scope.principal.name };
  if (!(await deps.listings.write(listing, null)))
    throw new HubError('CONFLICT', { field: 'listingId', says: 'There is already a home with this ID.' });
  return answerOf(deps, scope, listingId);
}

/**
 * Replaces what is on file of a home.
 * @throws HubError `VALIDATION_FAILED` as `addHome`, `NOT_FOUND`, `CONFLICT` (field `version`) where it was changed since it was read
 */
export async function changeHome(
  deps: ChangeHomeDeps,
  scope: StaffScope,
  listingId: string,
  { version, ...words }: HomeChange,
): Promise<ListingAnswer> {
  requireHomeWriter(scope);
  const { tenantId, principal } = scope;
  const before = await deps.listings.find(tenantId, listingId);
  if (before === null) throw new HubError('NOT_FOUND');
  const facts = await judgeHome(deps, scope, { ...words, listingId });
  const now = deps.clock.now();
  const price = priceChange(before, facts.priceCents, now);
  const listing = { ...facts, ...price, currency: before.currency, tenantId, importedAt: now, by: principal.name };
  if (!(await deps.listings.write(listing, version)))
    throw new HubError('CONFLICT', { field: 'version', says: 'This home has changed since you opened it.' });
  return answerOf(deps, scope, listingId);
}

async function answerOf({ listings, clock }: ChangeHomeDeps, { tenantId }: StaffScope, listingId: string) {
  const home = await listings.find(tenantId, listingId);
  if (home === null) throw new HubError('NOT_FOUND');
  return homeAnswer(home, clock.now());
}

/** A home that a person wrote, judged as a row of a file would be. */
async function judgeHome(
  { identity, clock }: Pick<ChangeHomeDeps, 'identity' | 'clock'>,
  { tenantId }: StaffScope,
  home: HomeWords & { listingId: string },
): Promise<ListingFacts> {
  const tenant = await identity.findTenant(tenantId);
  if (tenant === null) throw new HubError('NOT_FOUND');
  const defaults = { source: tenant.name, asOf: isoOf(clock.now()).slice(0, 10) };
  const cells = listingColumns.map(({ name }) => cellOf(name, home));
  const { listing, faults } = readRow(cells, listingColumns, defaults);
  const [first] = faults;
  if (first !== undefined) {
    const says = `${first.fault.charAt(0).toUpperCase()}${first.fault.slice(1)}.`;
    throw new HubError('VALIDATION_FAILED', { field: fieldOf(first.column), says });
  }
  return listing as ListingFacts;
}
