import type { BoardRow } from '../../../src/contract/socket/board.ts';
import type { Device } from '../../../src/contract/values.ts';
import type { Need } from '../state/boardView.ts';
import { inSentence } from './inSentence.ts';
import { shortTime, untilTime } from './times.ts';

/** The words for the answer owed to a visitor, the same on every page. */
export const needLabels: Record<Need, string> = {
  now: 'In chat now',
  'follow-up': 'Follow up',
  none: 'No reply needed',
};

/** "Due 3:40 PM", "Due tomorrow 9:00 AM"; "Was due Tue 9:00 AM" once that has passed. */
export const dueWords = (at: string, now: number): string =>
  Date.parse(at) > now ? `Due ${untilTime(at, now)}` : `Was due ${shortTime(at, now)}`;

/** "due 3:40 PM" of a follow-up; null of what is none. */
export function followUpWords({ owed }: BoardRow, now: number): string | null {
  if (owed?.kind !== 'follow-up' || owed.dueAt === undefined) return null;
  return inSentence(dueWords(owed.dueAt, now));
}

export const deviceLabels: Record<Device, string> = {
  phone: 'On a phone',
  tablet: 'On a tablet',
  computer: 'On a computer',
};

const isLanguage = (code: string): boolean => /^[a-z]{2,3}$/.test(code);
const languageNames = new Intl.DisplayNames('en', { type: 'language' });
/** "Spanish" of `es`; a code that is none reads as it is. */
export const languageName = (code: string): string => (isLanguage(code) ? (languageNames.of(code) ?? code) : code);
/** "Spanish" of `es`; undefined of a language that the desk itself is in, and of no known one. */
export const otherLanguage = (code: string): string | undefined =>
  code === 'en' || !isLanguage(code) ? undefined : languageName(code);

/** Whether the visitor of a chat on a page is there; null where nobody can know, or it is over. */
export const isThere = ({ channel, mode, visitorLeftAt }: BoardRow): boolean | null =>
  channel !== 'widget' || mode === 'closed' ? null : visitorLeftAt === undefined;
/** "In the chat", "Left 2:32 PM"; null where nobody can know. */
export const presenceWords = (row: BoardRow): string | null =>
  isThere(row) === null
    ? null
    : row.visitorLeftAt === undefined
      ? 'In the chat'
      : `Left ${shortTime(row.visitorLeftAt)}`;
