import { useState } from 'react';
import type { MessageSource } from '../../../../src/contract/log/publicEntries.ts';
import { calendarDay } from '../../labels/times.ts';

/** Under a message of Jorge's: the mark that opens the facts behind it. */
export function Sources({ sources }: { sources: readonly MessageSource[] }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <div className="under-message sources">
      <button type="button" className="link sources-mark" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        Sources ({sources.length})
      </button>
      {isOpen ? (
        <ul className="sources-list">
          {sources.map(({ factId, words, source, date }) => (
            <li key={factId}>
              <p>{words}</p>
              {[source, date === undefined ? undefined : calendarDay(date)].filter(Boolean).join(' · ')}
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
