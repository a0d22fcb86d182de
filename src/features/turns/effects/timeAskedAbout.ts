import type { TimesOffer } from '../../bots/state/bookingState.ts';
import type { WordsTold } from '../../composing/sources.ts';
import { readDay } from '../../reading/time/readDay.ts';
import { readTimeOfDay } from '../../reading/time/readTimeOfDay.ts';
import { fitsWish } from '../../reading/time/timeWish.ts';

/** The last sentences of a reply, in which a time that is put to the visitor stands. */
const sentencesBack = 3;

/**
 * The fact ids of the times on offer that the end of a reply is about: those that its last sentence with a time cites, or the one whose day
 * and hour it names. `at`: now, ISO.
 */
export function timesAskedAbout(
  told: readonly WordsTold[],
  offer: TimesOffer | null,
  { at, zone }: { at: string; zone: string },
): string[] {
  if (offer === null) return [];
  for (const { words, facts } of told.slice(-sentencesBack).reverse()) {
    const cited = facts.map(({ id }) => id).filter((id) => id.startsWith('time.'));
    if (cited.length === 1) return cited;
    const [day, time] = [readDay(words)?.value, readTimeOfDay(words)?.value];
    if (time === undefined) {
      if (cited.length > 1) return cited;
      continue;
    }
    const wish = { time, ...(day === undefined ? {} : { day }) };
    return offer.slots.flatMap(({ startsAt }, index) =>
      fitsWish(Date.parse(startsAt), wish, Date.parse(at), zone) ? [`time.${index + 1}`] : [],
    );
  }
  return [];
}
