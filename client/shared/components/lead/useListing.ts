import { useEffect, useState } from 'react';
import type { ListingAnswer } from '../../../../src/contract/rest/listings.ts';
import { callRest } from '../../connection/callRest.ts';
import { type Refusal, refusalIn } from '../../connection/refusal.ts';
import { useSession } from '../SessionContext.ts';

export interface AskedListing {
  listing: ListingAnswer | null;
  refusal: Refusal | null;
  again(): void;
}

/** The file of a home; both null while it is on its way, and where there is no home. */
export function useListing(listingId: string | undefined): AskedListing {
  const { session } = useSession();
  const [attempt, setAttempt] = useState(0);
  const [found, setFound] = useState<{ of: string; listing: ListingAnswer | null; refusal: Refusal | null } | null>(
    null,
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt asks again
  useEffect(() => {
    if (listingId === undefined) return;
    let current = true;
    const keep = (listing: ListingAnswer | null, refusal: Refusal | null) =>
      current && setFound({ of: listingId, listing, refusal });
    callRest(session, 'GET /listings/:id', { params: { id: listingId } }).then(
      (listing) => keep(listing, null),
      (error: unknown) => keep(null, refusalIn(error)),
    );
    return () => {
      current = false;
    };
  }, [session, listingId, attempt]);
  const { listing = null, refusal = null } = found !== null && found.of === listingId ? found : {};
  return {
    listing,
    refusal,
    again() {
      setFound(null);
      setAttempt((count) => count + 1);
    },
  };
}
