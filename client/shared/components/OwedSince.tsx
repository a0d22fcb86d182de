import type { BoardRow } from '../../../src/contract/socket/board.ts';
import { dueWords } from '../labels/needs.ts';
import { exactTime, shortTime, untilTime } from '../labels/times.ts';
import { isSnoozed, needOf } from '../state/boardView.ts';
import { Icon } from './Icon.tsx';
import { useNow } from './useNow.ts';
import { Waiting } from './Waiting.tsx';

const minuteMs = 60_000;

/** The time that counts for a row: how long they wait, by when they are owed an answer, when it comes back, else its last line. */
export function OwedSince({ row }: { row: BoardRow }) {
  const now = useNow(minuteMs);
  const need = needOf(row, now);
  const { snoozedUntil, owed, lastAt } = row;
  if (snoozedUntil !== undefined && row.mode !== 'closed' && isSnoozed(row, now))
    return (
      <time className="aside" dateTime={snoozedUntil} title={exactTime(snoozedUntil)}>
        <Icon name="clock" size={13} /> Until {untilTime(snoozedUntil, now)}
      </time>
    );
  if (need === 'now' && owed?.since !== undefined) return <Waiting since={owed.since} />;
  if (need === 'follow-up' && owed?.dueAt !== undefined)
    return (
      <time
        className={`due${Date.parse(owed.dueAt) > now ? '' : ' past'}`}
        dateTime={owed.dueAt}
        title={`Response due by ${exactTime(owed.dueAt)}`}
      >
        {dueWords(owed.dueAt, now)}
      </time>
    );
  return (
    <time dateTime={lastAt} title={exactTime(lastAt)}>
      {shortTime(lastAt, now)}
    </time>
  );
}
