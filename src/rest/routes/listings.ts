import { fileLimits } from '../../contract/fileLimits.ts';
import { homeLimits } from '../../contract/homeLimits.ts';
import { type AskOfHomeDeps, askOfHome } from '../../features/composing/askOfHome.ts';
import type { StaffScope } from '../../features/identity/model.ts';
import { addHome, type ChangeHomeDeps, changeHome, requireHomeWriter } from '../../features/listings/changeHome.ts';
import { addPhoto, type HomePhotoDeps, orderPhotos, removePhoto } from '../../features/listings/homePhotos.ts';
import { type ImportDeps, importListings } from '../../features/listings/importListings.ts';
import { listChangedHomes } from '../../features/listings/listChangedHomes.ts';
import { listHomes } from '../../features/listings/listHomes.ts';
import type { ListingStore } from '../../features/listings/ports.ts';
import { listOpenHouses, readListing } from '../../features/listings/readListing.ts';
import { changesAsked } from '../../kernel/changes.ts';
import { HubError } from '../../kernel/hubError.ts';
import { type Limit, type RateLimits, refuseFor } from '../../kernel/rateLimits.ts';
import { type Route, staffRoute } from '../handle.ts';
import { beforeReading, readUpload } from '../readUpload.ts';
import { createUploadGate } from '../uploadGate.ts';

export interface ListingRouteDeps
  extends Omit<AskOfHomeDeps, 'listings'>,
    Omit<ChangeHomeDeps, 'listings'>,
    Omit<HomePhotoDeps, 'listings'> {
  rateLimits: RateLimits;
  listings: AskOfHomeDeps['listings'] &
    ChangeHomeDeps['listings'] &
    ImportDeps['listings'] &
    HomePhotoDeps['listings'] &
    Pick<ListingStore, 'page' | 'changedAfter' | 'withOpenHouses'>;
}

const photosPerPerson: Limit = { name: 'home-photos', points: 300, perMs: 600_000 };

export function listingRoutes(deps: ListingRouteDeps): Route[] {
  const gate = createUploadGate({ ofNode: 1, ofSender: 1 });
  const photoGate = createUploadGate();
  const homeOf = (scope: StaffScope, listingId: string) => {
    requireHomeWriter(scope);
    return { tenantId: scope.tenantId, listingId };
  };
  return [
    staffRoute('GET /open-houses', {
      summary: 'List up to 100 homes for sale that have an open house.',
      from: 'hub',
      run: ({ session }) => listOpenHouses(deps, session.scope),
    }),
    staffRoute('GET /listings', {
      summary:
        'List the brokerage’s homes of any status, by ID. A search looks through 2,000 at a time. With `since`, lists what changed since then, oldest first.',
      from: 'hub',
      run({ session: { scope }, query }) {
        const asked = changesAsked(query);
        return asked ? listChangedHomes(deps, scope, asked) : listHomes(deps, scope, query);
      },
    }),
    staffRoute('POST /listings', {
      summary: 'Add a home (supervisor, admin). An error names the field and the problem.',
      from: 'hub',
      run: ({ session, body }) => addHome(deps, session.scope, body),
    }),
    staffRoute('POST /listings/import', {
      summary:
        'Import homes from a CSV file, as `listing-import` does: the body is the file. All of them or, if any row is bad, none (supervisor, admin).',
      from: 'hub',
      bytes: 'body',
      async run({ session: { scope }, req, res }) {
        const take = async () => {
          const csv = textOf(await readUpload(req, res, homeLimits.fileBytes));
          const { problems, ...counts } = await importListings(deps, scope.tenantId, csv);
          const told = problems.slice(0, homeLimits.problemsTold);
          return { ...counts, problems: told, more: problems.length - told.length };
        };
        return beforeReading(req, res, () => {
          requireHomeWriter(scope);
          return gate(scope.tenantId, take);
        });
      },
    }),
    staffRoute('GET /listings/:id', {
      summary: 'Get a home: the facts on file, their source, and their date.',
      from: 'hub',
      run: ({ session, params }) => readListing(deps, session.scope, params.id),
    }),
    staffRoute('PUT /listings/:id', {
      summary:
        'Replace a home’s facts (supervisor, admin). `CONFLICT`: the home has changed since that `version` was read.',
      from: 'hub',
      run: ({ session, params, body }) => changeHome(deps, session.scope, params.id, body),
    }),
    staffRoute('POST /listings/:id/photos', {
      summary: 'Add a photo to the end of a home’s photos, up to 30: the body is the file (supervisor, admin).',
      from: 'hub',
      bytes: 'body',
      run: ({ session: { scope }, params, req, res }) =>
        beforeReading(req, res, async () => {
          const home = homeOf(scope, params.id);
          refuseFor(await deps.rateLimits.take(photosPerPerson, scope.principal.id));
          return photoGate(scope.principal.id, async () =>
            addPhoto(deps, home, await readUpload(req, res, fileLimits.bytes)),
          );
        }),
    }),
    staffRoute('PUT /listings/:id/photos', {
      summary: 'Reorder a home’s photos; cards show the first one (supervisor, admin).',
      from: 'hub',
      run: async ({ session, params, body }) => orderPhotos(deps, homeOf(session.scope, params.id), body.photoIds),
    }),
    staffRoute('DELETE /listings/:id/photos/:photoId', {
      summary: 'Delete a photo of a home (supervisor, admin).',
      from: 'hub',
      run: async ({ session, params }) => removePhoto(deps, homeOf(session.scope, params.id), params.photoId),
    }),
    staffRoute('POST /listings/:id/ask', {
      summary:
        'Get what Jorge would answer, from what is on file, to a visitor who asks this on the home’s page. No conversation is started.',
      from: 'hub',
      run: async ({ session, params, body }) => ({
        sentences: await askOfHome(deps, session.scope, params.id, body),
      }),
    }),
  ];
}

function textOf(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new HubError('VALIDATION_FAILED', { field: 'file', says: 'This file isn’t UTF-8 text.', cause });
  }
}
