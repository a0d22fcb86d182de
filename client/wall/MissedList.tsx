import { Popover, UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import type { DayFigures } from '../../src/contract/rest/insight.ts';
import { Icon } from '../shared/components/Icon.tsx';
import { clockTime, exactTime } from '../shared/labels/times.ts';

interface MissedListProps {
  missed: DayFigures['missedTalks'];
  onOpen(conversationId: string): void;
}

/** The visitors who waited for a person today and got no answer: each opens beside the wall. */
export function MissedList({ missed, onOpen }: MissedListProps) {
  const [open, setOpen] = useState(false);
  if (missed.length === 0) return null;
  return (
    <Popover position="bottom-end" width={320} opened={open} onChange={setOpen}>
      <Popover.Target>
        <UnstyledButton className="day-people" aria-expanded={open} onClick={() => setOpen(!open)}>
          Missed visitors <Icon name="fold" size={12} />
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown className="day-people-sheet">
        <ul className="missed">
          {missed.map(({ conversationId, name, waitedSince }) => (
            <li key={conversationId}>
              <UnstyledButton
                onClick={() => {
                  setOpen(false);
                  onOpen(conversationId);
                }}
              >
                <b className="clip">{name ?? 'Unnamed visitor'}</b>
                <time dateTime={waitedSince} title={exactTime(waitedSince)}>
                  Waiting since {clockTime(waitedSince)}
                </time>
              </UnstyledButton>
            </li>
          ))}
        </ul>
      </Popover.Dropdown>
    </Popover>
  );
}
