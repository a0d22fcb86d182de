import type { BoardRow } from '../../../src/contract/socket/board.ts';
import { isSnoozed } from './boardView.ts';

/** One person's work, each conversation in one place. */
export interface MyDay {
  /** Owed an answer by me or by nobody in particular, the longest wait first. */
  waiting: BoardRow[];
  /** Owed a call or an answer after they left, the soonest due first. */
  followUps: BoardRow[];
  /** Mine, and nothing owed, the newest first. */
  mine: BoardRow[];
}

/** The work on the board for `me` at the time `now` (ms), without snoozed conversations and those of colleagues. */
export function myDay(rows: readonly BoardRow[], me: string, now: number): MyDay {
  const open = rows.filter((row) => row.mode !== 'closed' && !isSnoozed(row, now));
  const forMe = open.filter(({ owner, offered }) => ((owner ?? offered)?.id ?? me) === me);
  const waits = ({ awaits, owed, mode }: BoardRow) => awaits !== undefined || (owed?.kind === 'now' && mode !== 'bot');
  const waiting = forMe.filter(waits);
  const followUps = forMe.filter((row) => !waits(row) && row.owed?.kind === 'follow-up');
  return {
    waiting: waiting.sort((a, b) => sinceOf(a).localeCompare(sinceOf(b))),
    followUps: followUps.sort((a, b) => dueOf(a).localeCompare(dueOf(b))),
    mine: open
      .filter((row) => row.owner?.id === me && !waiting.includes(row) && !followUps.includes(row))
      .sort((a, b) => b.lastAt.localeCompare(a.lastAt)),
  };
}

/** Since when it waits for a person. */
export const sinceOf = ({ awaits, owed, lastAt }: BoardRow): string => awaits?.since ?? owed?.since ?? lastAt;
const dueOf = (row: BoardRow): string => row.owed?.dueAt ?? sinceOf(row);
