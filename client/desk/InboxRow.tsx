import { memo } from 'react';
import type { BoardRow } from '../../src/contract/board.ts';
import { waitsSince } from '../shared/state/boardView.ts';
import { Icon } from '../shared/ui/Icon.tsx';
import { exactTime, shortTime, untilTime } from '../shared/ui/times.ts';
import { Waiting } from '../shared/ui/Waiting.tsx';
import { flagWords, restWords, stageName, temperatureName, whoIs } from '../shared/ui/words.ts';
import { goTo, linkTo } from './route.ts';

interface InboxRowProps {
  row: BoardRow;
  me: string;
  open: boolean;
  /** Under the keyboard's `j` and `k`. */
  current: boolean;
  /** Put aside, and not yet back. */
  aside: boolean;
}

function answering(row: BoardRow, me: string): string {
  if (row.mode === 'closed') return 'Closed';
  if (row.mode === 'human') return row.owner ? (row.owner.id === me ? 'You' : row.owner.name) : 'A person';
  if (row.mode === 'waiting' && row.offered)
    return row.offered.id === me ? 'Offered to you' : `Offered to ${row.offered.name}`;
  if (restWords(row) !== null) return 'At rest';
  if (row.mode === 'waiting') return row.owner?.id === me ? 'You' : (row.owner?.name ?? 'Nobody yet');
  return 'Jorge';
}

export const InboxRow = memo(function InboxRow({ row, me, open, current, aside }: InboxRowProps) {
  const waits = waitsSince(row);
  const flag = flagWords(row)[0];
  return (
    <a
      className={`inbox-row${open ? ' open' : ''}${current ? ' current' : ''}`}
      href={linkTo(row.conversationId)}
      data-id={row.conversationId}
      aria-current={open ? 'page' : undefined}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
        event.preventDefault();
        goTo(row.conversationId);
      }}
    >
      <span className="inbox-row-top">
        <b className="inbox-row-name" title={whoIs(row)}>
          {whoIs(row)}
        </b>
        {aside && row.snoozedUntil ? (
          <time className="aside" dateTime={row.snoozedUntil} title={exactTime(row.snoozedUntil)}>
            <Icon name="clock" size={13} /> Until {untilTime(row.snoozedUntil)}
          </time>
        ) : waits ? (
          <Waiting since={waits} />
        ) : (
          <time dateTime={row.lastAt} title={exactTime(row.lastAt)}>
            {shortTime(row.lastAt)}
          </time>
        )}
      </span>
      <span className="inbox-row-last">
        <span className="clip">{row.lastText || '—'}</span>
        {row.unread > 0 ? (
          <span className="unread" title={`${row.unread} not read`}>
            {row.unread > 99 ? '99+' : row.unread}
          </span>
        ) : null}
      </span>
      <span className="inbox-row-meta">
        <span className={row.mode === 'bot' ? 'by-bot' : 'by-person'}>
          <Icon name={row.mode === 'bot' ? 'bot' : 'person'} size={13} /> {answering(row, me)}
        </span>
        {row.temperature ? <span className={`heat ${row.temperature}`}>{temperatureName[row.temperature]}</span> : null}
        {flag ? (
          <span className="clip flagged" title={flag}>
            {flag}
          </span>
        ) : (
          <span className="clip">{restWords(row) ?? stageName(row.stage)}</span>
        )}
      </span>
    </a>
  );
});
