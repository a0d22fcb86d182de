import { z } from 'zod';
import { listingAnswer, openHousesAnswer } from '../../contract/rest.ts';
import { id } from '../../contract/values.ts';
import type { ListingStore } from '../../features/listings/ports.ts';
import { listOpenHouses, readListing } from '../../features/listings/readListing.ts';
import { type Route, staffRoute } from '../handle.ts';

export const listingRoutes = (deps: { listings: Pick<ListingStore, 'find' | 'withOpenHouses'> }): Route[] => [
  staffRoute({
    method: 'get',
    path: '/open-houses',
    summary: 'The homes for sale with an open house on file, at most 100.',
    from: 'hub',
    answer: openHousesAnswer,
    run: ({ session }) => listOpenHouses(deps, session.scope),
  }),
  staffRoute({
    method: 'get',
    path: '/listings/:id',
    summary: 'A home of the brokerage: what is on file, who says so and as of when.',
    from: 'hub',
    params: z.strictObject({ id }),
    answer: listingAnswer,
    run: ({ session, params }) => readListing(deps, session.scope, params.id),
  }),
];
