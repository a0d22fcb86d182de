import type { BoardRow } from '../../../src/contract/socket/board.ts';
import type { ChangeReason } from '../../../src/contract/teamVocabulary.ts';
import { spelledOut } from './spelledOut.ts';

/** Why a conversation waits, changed hands or ended; `distress` is a reason of hand-overs only. */
const reasonLabels: Record<ChangeReason | 'distress', string> = {
  'asked-for-person': 'Asked for a person',
  'appointment-wanted': 'Wants an appointment',
  'answers-complete': 'All questions answered',
  'legal-sensitive': 'Legal question',
  'data-deletion': 'Deletion request',
  'bot-failed': 'Jorge couldn’t continue',
  'reply-stopped': 'A reply was stopped',
  'not-served': 'Outside what the team handles',
  bridged: 'Next step needs a person',
  'max-turns': 'Long conversation',
  'changes-sides': 'Switches between buying and selling',
  nurture: 'More than a year out',
  review: 'Reply needs review',
  objection: 'Keeps raising the same concern',
  misunderstood: 'Repeated misunderstandings',
  'no-progress': 'Jorge is stuck',
  goodbye: 'Said goodbye',
  'changed-mind': 'No longer interested',
  'just-looking': 'Just looking',
  'opted-out': 'Opted out',
  'opted-in': 'Opted back in',
  'visitor-returned': 'Wrote again',
  abuse: 'Abuse or spam',
  represented: 'Already has an agent',
  'not-a-client': 'Not a client',
  danger: 'May be in danger',
  distress: 'In a difficult situation',
  unassigned: 'Unassigned',
  'missed-call': 'Missed call',
  'not-known': 'Needs a person',
  'pause-ended': 'Pause ended',
  'ended-by-visitor': 'Ended by the visitor',
  'closed-by-team': 'Closed by the team',
  'call-over': 'The call is over',
  'data-deleted': 'Data deleted',
};
const isReason = (reason: string): reason is keyof typeof reasonLabels => Object.hasOwn(reasonLabels, reason);

/** A reason in words. A person's words stay as they are; a name that is no longer on any list is spelled out. */
export function reasonLabel(reason: string): string {
  if (isReason(reason)) return reasonLabels[reason];
  return /^[a-z]+(-[a-z]+)*$/.test(reason) ? spelledOut(reason) : reason;
}

/** Why nobody owes an answer though Jorge is silent, such as "Said goodbye"; null where somebody does, or Jorge answers. */
export const restWords = ({ owed }: Pick<BoardRow, 'owed'>): string | null =>
  owed?.kind === 'none' && owed.reason !== undefined ? reasonLabel(owed.reason) : null;

/**
 * The flags of a row in words: first why a person is awaited. `waiting` is left out where another flag tells why, and where nobody
 * owes an answer.
 */
export function flagWords(row: Pick<BoardRow, 'flags' | 'awaits' | 'owed'>): string[] {
  const { flags, awaits } = row;
  const kinds = new Set<string>(flags.map((flag) => flag.kind));
  const rests = restWords(row) !== null;
  const words = flags
    .filter((flag) => flag.kind !== 'waiting' || !(rests || kinds.has(flag.reason)))
    .map((flag) => reasonLabel(flag.reason));
  return [...new Set([...(awaits ? [reasonLabel(awaits.reason)] : []), ...words])];
}
