import { VisuallyHidden } from '@mantine/core';
import { memo } from 'react';
import type { BoardRow } from '../../../src/contract/socket/board.ts';
import { Icon } from '../../shared/components/Icon.tsx';
import { OwedSince } from '../../shared/components/OwedSince.tsx';
import { PriorityChip } from '../../shared/components/PriorityChip.tsx';
import { TagChips } from '../../shared/components/TagChips.tsx';
import { useNow } from '../../shared/components/useNow.ts';
import { PresenceDot, VisitorMarks } from '../../shared/components/VisitorMarks.tsx';
import { whoIs } from '../../shared/labels/names.ts';
import { needLabels } from '../../shared/labels/needs.ts';
import { restWords } from '../../shared/labels/reasons.ts';
import { Face } from '../PhotosContext.tsx';
import { goTo, linkTo } from '../route.ts';
import { lastWords, rowReason } from './rowReason.ts';

const minuteMs = 60_000;

interface InboxRowProps {
  row: BoardRow;
  me: string;
  open: boolean;
  /** Selected with the keys `j` and `k`. */
  current: boolean;
  /** One of several selected for an action together. */
  selected: boolean;
  /** Called when its box is pressed, or it is clicked with Shift (`through`). */
  onSelect(conversationId: string, through: boolean): void;
}

/** The holder of a conversation: a person's initials, Jorge's mark, or an empty circle for nobody. */
function Holder({ row, me }: { row: BoardRow; me: string }) {
  const { mode, owner } = row;
  if (mode === 'closed') return null;
  if (owner !== undefined)
    return (
      <span className={`holder${owner.id === me ? ' me' : ''}`} title={owner.id === me ? 'You' : owner.name}>
        <Face id={owner.id} name={owner.name} />
        <VisuallyHidden>{owner.id === me ? 'You' : owner.name}</VisuallyHidden>
      </span>
    );
  if (restWords(row) !== null) return <VisuallyHidden>{needLabels.none}</VisuallyHidden>;
  const words = mode === 'bot' ? 'Jorge' : 'Unassigned';
  return (
    <span className={`holder${mode === 'bot' ? ' bot' : ' nobody'}`} title={words}>
      {mode === 'bot' ? <Icon name="bot" size={13} /> : null}
      <VisuallyHidden>{words}</VisuallyHidden>
    </span>
  );
}

export const InboxRow = memo(function InboxRow(props: InboxRowProps) {
  const { row, me, open, current, selected, onSelect } = props;
  const now = useNow(minuteMs);
  const { words, tone } = rowReason(row, me, now);
  return (
    <div className={`inbox-item${selected ? ' selected' : ''}`}>
      <a
        className={`inbox-row${open ? ' open' : ''}${current ? ' current' : ''}`}
        href={linkTo(row.conversationId)}
        data-id={row.conversationId}
        aria-current={open ? 'page' : undefined}
        onClick={(event) => {
          if (event.metaKey || event.ctrlKey || event.button !== 0) return;
          event.preventDefault();
          if (event.shiftKey) onSelect(row.conversationId, true);
          else goTo(row.conversationId);
        }}
      >
        <span className="inbox-row-top">
          <PresenceDot row={row} />
          <b className="inbox-row-name" title={whoIs(row)}>
            {whoIs(row)}
          </b>
          <PriorityChip priority={row.priority} />
          <OwedSince row={row} />
        </span>
        <span className="inbox-row-last">
          <span className="clip">
            <bdi>{lastWords(row, me) || (row.channel === 'call' ? 'Phone call' : '—')}</bdi>
          </span>
          {row.unread > 0 ? (
            <span className="unread" title={`${row.unread} unread`}>
              {row.unread > 99 ? '99+' : row.unread}
            </span>
          ) : null}
        </span>
        <span className="inbox-row-meta">
          <span className={`reason ${tone}`} title={words}>
            <span className="clip">{words}</span>
          </span>
          <TagChips ids={row.tags} most={1} />
          <span className="inbox-row-end">
            <VisitorMarks row={row} />
            <Holder row={row} me={me} />
          </span>
        </span>
      </a>
      <label className="inbox-check">
        <input
          type="checkbox"
          aria-label={`Select ${whoIs(row)}`}
          checked={selected}
          onChange={(event) =>
            onSelect(row.conversationId, event.nativeEvent instanceof MouseEvent && event.nativeEvent.shiftKey)
          }
        />
      </label>
    </div>
  );
});
