import type { HomeToShow } from '../../../contract/log/parts.ts';
import { timeLabel, zoneLabel } from '../../../kernel/timeLabel.ts';
import type { Language } from '../../reading/model.ts';
import type { Booked } from '../state/bookingState.ts';
import { languageOf, type StepContext, say } from '../state/stepContext.ts';
import { bookingTexts } from './bookingTexts.ts';

/** "908 Larkmoor Street, Austin, TX 78704": its address, with its title before it where that is another. */
export function homeWords({ title, address }: HomeToShow): string {
  if (address === undefined) return title;
  return address.toLowerCase().startsWith(title.toLowerCase()) ? address : `${title}, ${address}`;
}

type Meeting = Pick<Booked, 'startsAt' | 'with' | 'home'>;

/** "Thursday, March 5, 2:30 PM (Central Time), with Maya Torres, at 908 Larkmoor Street": on the wall of a zone. */
export function meetingWords({ startsAt, with: who, home }: Meeting, timeZone: string, language: Language): string {
  const when = `${timeLabel(Date.parse(startsAt), timeZone, language)} (${zoneLabel(timeZone, language)})`;
  const spanish = language === 'es';
  const whom = who === null ? '' : `, ${spanish ? 'con' : 'with'} ${who}`;
  return `${when}${whom}${home === undefined ? '' : `, ${spanish ? 'en' : 'at'} ${homeWords(home)}`}`;
}

/** What is said of an appointment: that it is booked, was moved, or is near. */
export function sayMeeting(turn: StepContext, news: 'booked' | 'moved' | 'reminder', meeting: Booked): string {
  const key = `${news}${meeting.meeting === 'viewing' ? 'Viewing' : 'Call'}` as const;
  return say(turn, key, bookingTexts[key], whenWords(turn, meeting));
}

/** The same on the wall of the brokerage, in the language of the talk. */
export const whenWords = (turn: StepContext, meeting: Meeting, language: Language = languageOf(turn.state)): string =>
  meetingWords(meeting, turn.pack.timeZone, language);
