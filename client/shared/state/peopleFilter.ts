import type { PeopleView } from '../../../src/contract/rest/savedViews.ts';
import type { Temperature } from '../../../src/contract/values.ts';

/** Of whom the list of people is, beside the words, and its order; nothing: of everyone, the one spoken with last first. */
export type PeopleFilter = PeopleView;

const temperatures: Record<Temperature, true> = { hot: true, warm: true, cold: true };
const mostDays = 365;
const mostIdChars = 64;

/** The filter that an address names, as in `?temperature=hot&sort=score`. What no filter can be is left out. */
export function filterIn(search: string): PeopleFilter {
  const given = new URLSearchParams(search);
  const [temperature, tag = ''] = [given.get('temperature') ?? '', given.get('tag') ?? ''];
  const quietDays = /^\d{1,3}$/.test(given.get('quietDays') ?? '') ? Number(given.get('quietDays')) : 0;
  return {
    ...(Object.hasOwn(temperatures, temperature) ? { temperature: temperature as Temperature } : {}),
    ...(quietDays >= 1 && quietDays <= mostDays ? { quietDays } : {}),
    ...(given.get('mine') === 'true' ? { mine: 'true' } : {}),
    ...(tag !== '' && tag.length <= mostIdChars ? { tag } : {}),
    ...(given.get('sort') === 'score' ? { sort: 'score' } : {}),
  };
}

/** The query that names a filter, the same for the same filter; empty for everyone in the usual order. */
export function searchOf({ temperature, quietDays, mine, tag, sort }: PeopleFilter): string {
  const given = Object.entries({ temperature, quietDays, mine, tag, sort: sort === 'recent' ? undefined : sort });
  const query = new URLSearchParams(
    given.flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
  );
  return query.size === 0 ? '' : `?${query}`;
}

/** The order alone: of everyone. */
export const orderIn = ({ sort }: PeopleFilter): PeopleFilter => (sort === undefined ? {} : { sort });
