import type { BoardRow } from '../../../src/contract/socket/board.ts';
import type { ChangeReason } from '../../../src/contract/teamVocabulary.ts';
import { spelledOut } from './spelledOut.ts';

/** Why a conversation waits, changed hands or ended; `distress` is a reason of hand-overs only. */
const reasonLabels: Record<ChangeReason | 'distress', string> = {
  'asked-for-person': 'Asked for a person',
  'appointment-wanted': 'Would like a time to talk',
  'answers-complete': 'All questions are answered',
  'legal-sensitive': 'A legal question for a person',
  'data-deletion': 'Asks to have their data deleted',
  'bot-failed': 'Jorge could not go on',
  'reply-stopped': 'A reply was stopped',
  'not-served': 'Wants what the team does not serve',
  bridged: 'What comes next is for a person',
  'max-turns': 'A long talk for a person',
  'changes-sides': 'Buys or sells, to and fro',
  nurture: 'Not within a year',
  review: 'A reply to look at first',
  objection: 'Comes back to the same concern',
  misunderstood: 'Jorge and they keep missing each other',
  'no-progress': 'Jorge gets no further',
  goodbye: 'Said goodbye',
  'changed-mind': 'No longer interested',
  'just-looking': 'Just looking',
  'opted-out': 'Wants no more messages',
  'opted-in': 'Wants messages again',
  abuse: 'Insults or spam',
  represented: 'Has an agent already',
  'not-a-client': 'Is no client',
  danger: 'May be in danger',
  distress: 'In a hard situation',
  unassigned: 'Nobody has it',
  'not-known': 'Waits for a person',
  'pause-ended': 'Pause ended',
  'ended-by-visitor': 'Ended by visitor',
  'closed-by-team': 'Closed by team',
  'data-deleted': 'Data deleted',
};
const isReason = (reason: string): reason is keyof typeof reasonLabels => Object.hasOwn(reasonLabels, reason);

/** A reason in words. What a person wrote stays as it is; a name that is on no list any more is spelled out. */
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
