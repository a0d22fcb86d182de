import { useEffect, useState } from 'react';
import type { ListingAnswer } from '../../../../src/contract/rest.ts';
import { callRest } from '../../connection/callRest.ts';
import { type Refusal, refusalIn } from '../../connection/refusal.ts';
import { useSession } from '../SessionContext.ts';

interface Asked {
  listing: ListingAnswer | null;
  refusal: Refusal | null;
  again(): void;
}

/** What is on file about a home; both null while it is on its way. */
export function useListing(listingId: string): Asked {
  const { session } = useSession();
  const [attempt, setAttempt] = useState(0);
  const [found, setFound] = useState<{ of: string; listing: ListingAnswer | null; refusal: Refusal | null } | null>(
    null,
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt asks again
  useEffect(() => {
    let current = true;
    const keep = (listing: ListingAnswer | null, refusal: Refusal | null) =>
      current && setFound({ of: listingId, listing, refusal });
    callRest<ListingAnswer>(session, 'GET', `/listings/${encodeURIComponent(listingId)}`).then(
      (listing) => keep(listing, null),
      (error: unknown) => keep(null, refusalIn(error)),
    );
    return () => {
      current = false;
    };
  }, [session, listingId, attempt]);
  const { listing = null, refusal = null } = found?.of === listingId ? found : {};
  return {
    listing,
    refusal,
    again() {
      setFound(null);
      setAttempt((count) => count + 1);
    },
  };
}
