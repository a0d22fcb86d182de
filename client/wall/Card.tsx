import { memo } from 'react';
import type { BoardRow } from '../../src/contract/board.ts';
import { waitsSince } from '../shared/state/boardView.ts';
import { Icon } from '../shared/ui/Icon.tsx';
import { exactTime, shortTime } from '../shared/ui/times.ts';
import { useFocusBack } from '../shared/ui/useFocusBack.ts';
import { Waiting } from '../shared/ui/Waiting.tsx';
import { flagWords, restWords, stageName, temperatureName, whoIs } from '../shared/ui/words.ts';

interface CardProps {
  row: BoardRow;
  open: boolean;
  onOpen(conversationId: string): void;
}

function answering(row: BoardRow): string {
  if (row.mode === 'closed') return 'Closed';
  if (row.mode === 'bot') return 'Jorge answers';
  if (row.mode === 'human') return row.owner ? `${row.owner.name} answers` : 'A person answers';
  if (restWords(row) !== null) return 'At rest';
  if (row.offered) return `Offered to ${row.offered.name}`;
  return row.owner ? `Waits for ${row.owner.name}` : 'Waits for a person';
}

const lineBy = { visitor: 'Visitor', bot: 'Jorge', person: 'Team' };

/** One live conversation: who with whom, how far, how long someone waits, and what is wrong with it. */
export const Card = memo(function Card({ row, open, onOpen }: CardProps) {
  const waits = waitsSince(row);
  const button = useFocusBack<HTMLButtonElement>(!open);
  return (
    <li data-id={row.conversationId} className={`card${row.mode === 'closed' ? ' over' : ''}${open ? ' open' : ''}`}>
      <button ref={button} type="button" onClick={() => onOpen(row.conversationId)} aria-pressed={open}>
        <span className="card-top">
          <b className="clip">{whoIs(row)}</b>
          {waits ? (
            <Waiting since={waits} />
          ) : (
            <time dateTime={row.lastAt} title={exactTime(row.lastAt)}>
              {shortTime(row.lastAt)}
            </time>
          )}
        </span>
        <span className="card-who">
          <span className={row.mode === 'bot' ? 'by-bot' : 'by-person'}>
            <Icon name={row.mode === 'bot' ? 'bot' : 'person'} size={14} /> {answering(row)}
          </span>
          {row.temperature ? (
            <span className={`heat ${row.temperature}`}>{temperatureName[row.temperature]}</span>
          ) : null}
        </span>
        <span className="card-lines">
          {(row.lastLines ?? [{ by: 'visitor' as const, text: row.lastText }]).map(({ by, text }, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place
            <span key={place} className={`card-line ${by}`}>
              <b>{lineBy[by]}</b> <bdi>{text || '—'}</bdi>
            </span>
          ))}
        </span>
        <span className="card-foot">
          <span className="clip">{restWords(row) ?? stageName(row.stage)}</span>
          {row.lead.name && row.listingTitle ? <span className="clip">{row.listingTitle}</span> : null}
        </span>
        {row.flags.length ? (
          <span className="card-flags">
            {flagWords(row)
              .slice(0, 2)
              .map((words) => (
                <span key={words} className="clip" title={words}>
                  <Icon name="flag" size={13} /> {words}
                </span>
              ))}
          </span>
        ) : null}
      </button>
    </li>
  );
});
