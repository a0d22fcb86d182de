import { memo } from 'react';
import type { BoardRow } from '../../src/contract/socket/board.ts';
import { Icon } from '../shared/components/Icon.tsx';
import { OwedSince } from '../shared/components/OwedSince.tsx';
import { PriorityChip } from '../shared/components/PriorityChip.tsx';
import { TagChips } from '../shared/components/TagChips.tsx';
import { useFocusBack } from '../shared/components/useFocusBack.ts';
import { useNow } from '../shared/components/useNow.ts';
import { PresenceDot, VisitorMarks } from '../shared/components/VisitorMarks.tsx';
import { temperatureLabels, whoIs } from '../shared/labels/names.ts';
import { needLabels, presenceWords } from '../shared/labels/needs.ts';
import { flagWords, restWords } from '../shared/labels/reasons.ts';
import { stageLabel } from '../shared/labels/stages.ts';
import { needOf } from '../shared/state/boardView.ts';

const minuteMs = 60_000;

interface CardProps {
  row: BoardRow;
  open: boolean;
  onOpen(conversationId: string): void;
}

function answering(row: BoardRow): string {
  if (row.mode === 'closed') return 'Closed';
  if (row.onCallSince !== undefined) return `${row.owner?.name ?? 'A person'} is on the phone`;
  if (row.mode === 'bot') return 'Jorge is answering';
  if (row.mode === 'human') return row.owner ? `${row.owner.name} is answering` : 'A person is answering';
  if (restWords(row) !== null) return needLabels.none;
  if (row.offered) return `Offered to ${row.offered.name}`;
  if (row.owed?.kind === 'follow-up') return row.owner ? `${row.owner.name} to follow up` : 'Anyone can follow up';
  return row.owner ? `Waiting for ${row.owner.name}` : 'Waiting for a person';
}

const lineBy = { visitor: 'Visitor', bot: 'Jorge', person: 'Team' };
const callLineBy = { ...lineBy, visitor: 'Caller' };

/** One live conversation: its two sides, its stage, the wait, and its alerts. */
export const Card = memo(function Card({ row, open, onOpen }: CardProps) {
  const needs = needOf(row, useNow(minuteMs)) !== 'none';
  const button = useFocusBack<HTMLButtonElement>(!open);
  return (
    <li data-id={row.conversationId} className={`card${row.mode === 'closed' ? ' over' : ''}${open ? ' open' : ''}`}>
      <button ref={button} type="button" onClick={() => onOpen(row.conversationId)} aria-pressed={open}>
        <span className="card-top">
          <PresenceDot row={row} />
          <b className="clip">{whoIs(row)}</b>
          <PriorityChip priority={row.priority} />
          <OwedSince row={row} />
        </span>
        <span className="card-who">
          <span className={row.mode === 'bot' ? 'by-bot' : 'by-person'}>
            <Icon name={row.onCallSince ? 'phone' : row.mode === 'bot' ? 'bot' : 'person'} size={14} /> {answering(row)}
          </span>
          {row.temperature === 'hot' ? <span className="heat hot">{temperatureLabels.hot}</span> : null}
          <VisitorMarks row={row} />
        </span>
        <span className="card-lines">
          {(row.lastLines ?? [{ by: 'visitor' as const, text: row.lastText }]).map(({ by, text }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a line is known by its position
            <span key={index} className={`card-line ${by}`}>
              <b>{(row.channel === 'call' ? callLineBy : lineBy)[by]}</b> <bdi>{text || '—'}</bdi>
            </span>
          ))}
        </span>
        <span className="card-foot">
          {row.visitorLeftAt && row.mode !== 'closed' ? <span>{presenceWords(row)}</span> : null}
          <span className="clip">{restWords(row) ?? stageLabel(row.stage)}</span>
          {row.lead.name && row.listingTitle ? <span className="clip">{row.listingTitle}</span> : null}
        </span>
        <TagChips ids={row.tags} most={3} />
        {row.flags.length ? (
          <span className={`card-flags${needs ? ' todo' : ''}`}>
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
