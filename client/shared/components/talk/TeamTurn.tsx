import { memo, useState } from 'react';
import type { Entry } from '../../../../src/contract/log/entry.ts';
import type { ScorePart } from '../../../../src/contract/teamVocabulary.ts';
import type { RecordName } from '../../../../src/contract/vocabulary.ts';
import { teamLine, turnSummary } from '../../labels/entryLines.ts';
import { scorePartLabel, slotLabel } from '../../labels/slots.ts';
import { clockTime, exactTime } from '../../labels/times.ts';
import { valueWordsOf } from '../../labels/values.ts';
import { Icon } from '../Icon.tsx';

/** The part of a turn that only the team saw: one thin line, opened by a click. */
export const TeamTurn = memo(
  function TeamTurn({ entries }: { entries: Entry[]; count: number }) {
    const [open, setOpen] = useState(false);
    return (
      <section className={`team-turn${open ? ' open' : ''}`}>
        <button type="button" aria-expanded={open} onClick={() => setOpen(!open)} title="Only your team sees this">
          <Icon name="fold" size={12} />
          <Icon name="lock" size={12} />
          <span className="team-turn-summary">{turnSummary(entries)}</span>
        </button>
        {open ? (
          <ol>
            {entries.map((entry) => (
              <li key={entry.id}>
                <time dateTime={entry.at} title={exactTime(entry.at)}>
                  {clockTime(entry.at)}
                </time>
                <div>
                  {teamLine(entry)}
                  <Detail entry={entry} />
                </div>
              </li>
            ))}
          </ol>
        ) : null}
      </section>
    );
  },
  // The same turn grows in place while it is the last one.
  (before, after) => before.entries[0] === after.entries[0] && before.count === after.count,
);

function Detail({ entry }: { entry: Entry }) {
  if (entry.type === 'qualification-changed') {
    const { slots } = entry.data;
    const known = Object.entries(slots).flatMap(([slot, { value, state }]) => {
      // Which of two wishes comes first is news only where there are two.
      if (slot === 'first' && value === slots.intent?.value) return [];
      const words = state === 'declined' ? 'declined to say' : valueWordsOf(slot, value);
      return words === null || state === 'unknown' ? [] : [`${slotLabel(slot as RecordName)}: ${words}`];
    });
    return known.length ? <p>{known.join(' · ')}</p> : null;
  }
  if (entry.type === 'score-changed') {
    const parts = Object.entries(entry.data.components).flatMap(([name, value]) =>
      value ? [`${scorePartLabel(name as ScorePart)} ${Math.round(value)}`] : [],
    );
    return parts.length ? <p>{parts.join(' · ')}</p> : null;
  }
  if (entry.type === 'answer-created') return <p>{entry.data.text}</p>;
  if (entry.type === 'suggestion-created' && entry.data.reply) return <p>“{entry.data.reply}”</p>;
  return null;
}
