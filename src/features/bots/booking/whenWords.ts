import type { HomeToShow } from '../../../contract/entries.ts';
import { timeLabel, zoneLabel } from '../../../kernel/timeLabel.ts';
import type { Language } from '../../reading/model.ts';
import { languageOf, type Turn } from '../turn.ts';
import type { Booked } from './model.ts';

/** "908 Larkmoor Street, Austin, TX 78704": its address, with its title before it where that is another. */
export function homeWords({ title, address }: HomeToShow): string {
  if (address === undefined) return title;
  return address.toLowerCase().startsWith(title.toLowerCase()) ? address : `${title}, ${address}`;
}

/** "Thursday, March 5, 2:30 PM (Central Time), with Maya Torres, at 908 Larkmoor Street": on the wall of the brokerage. */
export function whenWords(
  turn: Turn,
  { startsAt, with: who, home }: Pick<Booked, 'startsAt' | 'with' | 'home'>,
  language: Language = languageOf(turn.state),
): string {
  const { timeZone } = turn.pack;
  const when = `${timeLabel(Date.parse(startsAt), timeZone, language)} (${zoneLabel(timeZone, language)})`;
  const spanish = language === 'es';
  const whom = who === null ? '' : `, ${spanish ? 'con' : 'with'} ${who}`;
  return `${when}${whom}${home === undefined ? '' : `, ${spanish ? 'en' : 'at'} ${homeWords(home)}`}`;
}
