import { BusyFault, type FetchCalendar } from '../../features/appointments/busyCalendar.ts';
import { type FetchOutside, OutsideFault } from '../../kernel/fetchOutside.ts';

const mostBytes = 2 * 1024 * 1024;

/** Fetches calendar files of strangers' choice, in two megabytes at most. */
export const createCalendarFetcher =
  (fetchOutside: FetchOutside): FetchCalendar =>
  async (url, etag) => {
    try {
      const found = await fetchOutside(url, { accept: 'text/calendar, */*;q=0.1', mostBytes, etag });
      return found === 'unchanged' ? found : { text: found.bytes.toString('utf8'), etag: found.etag };
    } catch (error) {
      if (!(error instanceof OutsideFault)) throw error;
      throw new BusyFault(error.problem === 'packed' ? 'not-a-calendar' : error.problem, { cause: error });
    }
  };
