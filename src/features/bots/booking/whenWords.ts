import { timeLabel, zoneLabel } from '../../../kernel/timeLabel.ts';
import type { Language } from '../../reading/model.ts';
import { languageOf, type Turn } from '../turn.ts';
import type { Booked } from './model.ts';

/** "Thursday, March 5, 14:30 (Central Time), with Maya Torres": on the wall of the brokerage. */
export function whenWords(
  turn: Turn,
  { startsAt, with: who }: Pick<Booked, 'startsAt' | 'with'>,
  language: Language = languageOf(turn.state),
): string {
  const { timeZone } = turn.pack;
  const when = `${timeLabel(Date.parse(startsAt), timeZone, language)} (${zoneLabel(timeZone, language)})`;
  return who === null ? when : `${when}, ${language === 'es' ? 'con' : 'with'} ${who}`;
}
