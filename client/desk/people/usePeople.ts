import type { LeadRow } from '../../../src/contract/rest/leads.ts';
import { useSession } from '../../shared/components/SessionContext.ts';
import { callRest } from '../../shared/connection/callRest.ts';
import { pageSize, useFoundPages } from '../useFoundPages.ts';

/** The people who fit the words, the one spoken with last first, as far as they were asked for. */
export function usePeople(words: string) {
  const { session } = useSession();
  const q = words.trim();
  return useFoundPages<LeadRow>(
    q,
    (cursor) => {
      const query = { limit: pageSize, ...(q === '' ? {} : { q }), ...(cursor === undefined ? {} : { cursor }) };
      return callRest(session, 'GET /leads', { query });
    },
    ({ id }) => id,
  );
}
