import type { LeadRow } from '../../../src/contract/rest/leads.ts';
import { useSession } from '../../shared/components/SessionContext.ts';
import { callRest } from '../../shared/connection/callRest.ts';
import { orderIn, type PeopleFilter } from '../../shared/state/peopleFilter.ts';
import { pageSize, useFoundPages } from '../useFoundPages.ts';

/** The people who fit the words and the filter, in its order, as far as they were asked for. */
export function usePeople(words: string, filter: PeopleFilter) {
  const { session } = useSession();
  const q = words.trim();
  const asked = askedOf(q, filter);
  const { of, ...found } = useFoundPages<LeadRow>(
    asked,
    (cursor) => {
      const query = {
        limit: pageSize,
        ...filter,
        ...(q === '' ? {} : { q }),
        ...(cursor === undefined ? {} : { cursor }),
      };
      return callRest(session, 'GET /leads', { query });
    },
    ({ id }) => id,
  );
  return {
    ...found,
    /** What is asked for, as a query. */
    query: { ...filter, ...(q === '' ? {} : { q }) },
    /** Whether those that stand there are what is asked for, and not yet those of the search before. */
    isCurrent: of === asked,
    isEveryone: of === askedOf('', orderIn(filter)),
  };
}

const askedOf = (q: string, filter: PeopleFilter): string => JSON.stringify([q, filter]);
