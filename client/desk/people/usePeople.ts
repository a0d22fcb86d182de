import type { LeadRow, LeadsQuery } from '../../../src/contract/rest/leads.ts';
import { useSession } from '../../shared/components/SessionContext.ts';
import { callRest } from '../../shared/connection/callRest.ts';
import { pageSize, useFoundPages } from '../useFoundPages.ts';

/** Of whom the list is, beside the words, and its order; nothing: of everyone, the one spoken with last first. */
export type PeopleFilter = Pick<LeadsQuery, 'temperature' | 'quietDays' | 'mine' | 'tag' | 'sort'>;

/** The people who fit the words and the filter, in its order, as far as they were asked for. */
export function usePeople(words: string, filter: PeopleFilter) {
  const { session } = useSession();
  const q = words.trim();
  const { sort } = filter;
  const asked = searchOf(q, filter);
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
    isEveryone: of === searchOf('', sort === undefined ? {} : { sort }),
  };
}

const searchOf = (q: string, filter: PeopleFilter): string => JSON.stringify([q, filter]);
