import { z } from 'zod';
import { listingAnswer } from '../../contract/rest.ts';
import { id } from '../../contract/values.ts';
import type { ListingStore } from '../../features/listings/ports.ts';
import { readListing } from '../../features/listings/readListing.ts';
import { type Route, staffRoute } from '../handle.ts';

export const listingRoutes = (deps: { listings: Pick<ListingStore, 'find'> }): Route[] => [
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
